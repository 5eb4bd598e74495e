// The pointer on the map: what is under it is named, a click opens its history.

import { longDay } from "./days.js";
import { sayState } from "./say.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** The cell at a place, or -1. @param {App} app @param {number} lat @param {number} lng */
export function cellAt(app, lat, lng) {
  const [x, y] = app.shapes.at(lng, lat);
  return app.data.geometry.cells.findIndex((rings) => probe.isPointInPath(app.shapes.polygon(rings), x, y, "evenodd"));
}

const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** What is chosen is told beside the map, so no tip covers it. @param {App} app @param {L.Map} map @param {HTMLElement} tip */
export function followPointer(app, map, tip) {
  map.on("click", ({ latlng }) => {
    const cell = cellAt(app, latlng.lat, latlng.lng);
    if (cell >= 0) app.select(selectionOf(app, cell));
    else if (app.selection) app.select(null);
  });
  if (!window.matchMedia("(hover: hover)").matches) return;
  map.on("mousemove", ({ latlng, containerPoint }) => {
    const cell = cellAt(app, latlng.lat, latlng.lng);
    map.getContainer().classList.toggle("over-area", cell >= 0);
    tip.hidden = cell < 0 || app.chosenCells().includes(cell);
    if (tip.hidden) return;
    tip.textContent = `${nameOf(app, cell)}: ${sayState(app.stateOf(cell), (id) => app.atlas.party(id))}, ${longDay(app.day)}`;
    const room = map.getSize();
    const left = Math.max(4, Math.min(containerPoint.x + 14, room.x - tip.offsetWidth - 8));
    const below = containerPoint.y + 20;
    const top = below + tip.offsetHeight > room.y ? containerPoint.y - tip.offsetHeight - 10 : below;
    tip.style.transform = `translate(${left}px, ${top}px)`;
  });
  const hide = () => { tip.hidden = true; };
  map.on("mouseout movestart", hide);
  app.on("selection", hide);
}

/** @param {App} app @param {number} cell */
const nameOf = (app, cell) => app.atlas.district(cell)?.name ?? app.data.cells[cell].id;

/** All cells of the same district with the history of this one. @param {App} app @param {number} cell */
function selectionOf(app, cell) {
  const district = app.atlas.district(cell);
  const group = app.log.groups(district?.cells ?? [cell]).find((cells) => cells.includes(cell)) ?? [cell];
  const part = district && group.length < district.cells.length;
  return { title: () => (part ? t("list.part-of", { name: district.name }) : nameOf(app, cell)), cells: group, event: null };
}
