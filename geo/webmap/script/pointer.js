// The pointer on the map: what is under it is named, a click opens its history.

import { longDay } from "./days.js";
import { calledIn } from "./finder.js";
import { discAt } from "./points.js";
import { sayState } from "./say.js";
import { cellSelection, districtName, foundSelection } from "./selections.js";
import { asUnder } from "./swipe.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** The cell at a place, or -1. @param {App} app @param {number} lat @param {number} lng */
export function cellAt(app, lat, lng) {
  const [x, y] = app.shapes.at(lng, lat);
  return app.data.geometry.cells.findIndex((rings) => probe.isPointInPath(app.shapes.polygon(rings), x, y, "evenodd"));
}

const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** What is chosen is told beside the map, so no tip covers it. @param {App} app @param {L.Map} map @param {HTMLElement} tip @param {() => boolean} isShown  whether places have their discs */
export function followPointer(app, map, tip, isShown) {
  const discOf = (/** @type {{lat: number, lng: number}} */ { lat, lng }) => (isShown() ? discAt(app, map.getZoom(), lat, lng) : null);
  map.on("click", ({ latlng }) => {
    const disc = discOf(latlng);
    if (disc) return app.select(foundSelection(app, disc.entry));
    const cell = cellAt(app, latlng.lat, latlng.lng);
    if (cell >= 0) app.select(cellSelection(app, cell));
    else if (app.selection) app.select(null);
  });
  if (!window.matchMedia("(hover: hover)").matches) return;
  map.on("mousemove", ({ latlng, containerPoint }) => {
    const disc = discOf(latlng);
    const cell = disc?.cell ?? cellAt(app, latlng.lat, latlng.lng);
    map.getContainer().classList.toggle("over-area", cell >= 0);
    tip.hidden = cell < 0 || (app.selection?.cells.includes(cell) ?? false);
    if (tip.hidden) return;
    const room = map.getSize();
    tip.textContent = asUnder(app, containerPoint.x / room.x, () => {
      const state = app.viewpoint.tells(app.log.current[cell]) ? sayState(app.stateOf(cell), (id) => app.atlas.party(id)) : t("look.untold");
      return `${disc ? calledIn(app, disc.entry) : districtName(app, cell)}: ${state}, ${longDay(app.day)}`;
    });
    const left = Math.max(4, Math.min(containerPoint.x + 14, room.x - tip.offsetWidth - 8));
    const below = containerPoint.y + 20;
    const top = below + tip.offsetHeight > room.y ? containerPoint.y - tip.offsetHeight - 10 : below;
    tip.style.transform = `translate(${left}px, ${top}px)`;
  });
  const hide = () => { tip.hidden = true; };
  map.on("mouseout movestart", hide);
  app.on("selection", hide);
}
