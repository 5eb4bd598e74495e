// The list of areas with their states on the day shown: the twin of the map for those who do not use a pointer.

import { el } from "./dom.js";
import { onceSeen, pagedList } from "./paging.js";
import { sayState } from "./say.js";
import { areaSelection } from "./selections.js";
import { swatch } from "./swatch.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Areas for the list. @param {App} app */
export const listed = (app) => app.data.areas.filter((area) => area.cells.length > 0);

/** @param {App} app */
export function areaList(app) {
  const areas = listed(app);
  if (areas.length === 0) return el("p", { class: "none" }, t("panel.no-areas"));
  /** @type {Map<Element, Row>} the rows that are built */
  const built = new Map();
  const row = (/** @type {number} */ index) => {
    const made = rowOf(app, areas[index]);
    built.set(made.item, made);
    return made.item;
  };
  const list = pagedList({ count: () => areas.length, row, tag: "ul", name: "areas" });
  const remake = () => {
    built.clear();
    list.refill();
  };
  const follow = list.isLong() ? onceSeen(list.element, remake) : () => {};
  app.on("day", (changed) => {
    if (list.isLong()) return follow();
    for (const { area, mark } of built.values()) if (area.cells.some((cell) => changed.has(cell))) mark();
  });
  for (const topic of /** @type {const} */ (["theme", "names", "known", "viewpoint"])) app.on(topic, remake);
  return list.element;
}

/** @typedef {{area: import("./data.js").Area, item: HTMLElement, mark: () => void}} Row */

/** @param {App} app @param {import("./data.js").Area} area @returns {Row} */
function rowOf(app, area) {
  const looks = el("span", { class: "looks" });
  const words = el("span", { class: "who" });
  const name = el("span", { class: "what" }, area.schematic ? t("list.schematic", { name: area.name }) : area.name);
  const onclick = () => app.select(areaSelection(area));
  const mark = () => {
    const states = statesNow(app, area.cells);
    looks.replaceChildren(...states.slice(0, 3).map((state) => swatch(app, app.lookAt(state), 34 / Math.min(3, states.length), 20)));
    const said = [...new Set(states.map((state) => (app.viewpoint.tells(state) ? sayState(app.data.states[state], (id) => app.atlas.party(id)) : t("look.untold"))))];
    words.textContent = said.slice(0, 3).join(" \u00b7 ") + (said.length > 3 ? " \u2026" : "");
  };
  mark();
  return { area, item: el("li", {}, el("button", { type: "button", onclick }, looks, name, words)), mark };
}

/** Numbers of the distinct states of cells on the day shown, the one with most km² first. @param {App} app @param {number[]} cells */
function statesNow(app, cells) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const cell of cells) {
    const state = app.log.current[cell];
    sizes.set(state, (sizes.get(state) ?? 0) + app.atlas.sizes[cell]);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]).map(([state]) => state);
}
