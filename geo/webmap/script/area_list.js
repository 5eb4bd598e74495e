// The list of areas with their states on the day shown: the twin of the map for those who do not use a pointer.

import { el } from "./dom.js";
import { areaSelection } from "./selections.js";
import { stateList } from "./state_list.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Areas for the list. @param {App} app */
export const listed = (app) => app.data.areas.filter((area) => area.cells.length > 0);

/** @param {App} app */
export function areaList(app) {
  const areas = listed(app);
  if (areas.length === 0) return el("p", { class: "none" }, t("panel.no-areas"));
  const at = (/** @type {number} */ index) => {
    const area = areas[index];
    const name = area.schematic ? t("list.schematic", { name: area.name }) : area.name;
    return { cells: area.cells, name, onclick: () => app.select(areaSelection(area)), states: () => statesNow(app, area.cells) };
  };
  return stateList(app, { count: areas.length, at, kept: "area" });
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
