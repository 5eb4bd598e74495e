// The list of towns and villages with a state of their own, on the day shown: the twin of their discs on the map.

import { el } from "./dom.js";
import { calledIn } from "./finder.js";
import { cellOfPoint } from "./points.js";
import { foundSelection } from "./selections.js";
import { stateList } from "./state_list.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @returns {HTMLElement | null} */
export function pointList(app) {
  const { points } = app.atlas;
  if (points.length === 0) return null;
  const at = (/** @type {number} */ index) => {
    const entry = points[index];
    const cell = Number(cellOfPoint(app, entry));
    return { cells: [cell], name: calledIn(app, entry), onclick: () => app.select(foundSelection(app, entry)), states: () => [app.log.current[cell]] };
  };
  const list = stateList(app, { count: points.length, at, kept: "town", width: 20 });
  return el("section", { id: "points" }, el("h3", {}, t("panel.places")), el("p", { class: "note" }, t("panel.places-note")), list);
}
