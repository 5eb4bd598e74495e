// The list of towns and villages with a state of their own, on the day shown: the twin of their discs on the map.

import { el } from "./dom.js";
import { calledIn } from "./finder.js";
import { lookOf } from "./look.js";
import { onceSeen, pagedList } from "./paging.js";
import { cellOfPoint } from "./points.js";
import { sayState } from "./say.js";
import { foundSelection } from "./selections.js";
import { swatch } from "./swatch.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @returns {HTMLElement | null} */
export function pointList(app) {
  const { points } = app.atlas;
  if (points.length === 0) return null;
  const list = pagedList({ count: () => points.length, row: (index) => rowOf(app, points[index]), tag: "ul", name: "areas" });
  const follow = onceSeen(list.element, () => list.refill());
  app.on("day", (changed) => {
    if (points.some((entry) => changed.has(Number(cellOfPoint(app, entry))))) follow();
  });
  for (const topic of /** @type {const} */ (["theme", "names", "known"])) app.on(topic, () => list.refill());
  return el("section", { id: "points" }, el("h3", {}, t("panel.places")), el("p", { class: "note" }, t("panel.places-note")), list.element);
}

/** @param {App} app @param {import("./finder.js").Entry} entry */
function rowOf(app, entry) {
  const state = app.stateOf(Number(cellOfPoint(app, entry)));
  const onclick = () => app.select(foundSelection(app, entry));
  return el("li", {}, el("button", { type: "button", onclick },
    el("span", { class: "looks" }, swatch(app, lookOf(state), 20, 20)),
    el("span", { class: "what" }, calledIn(app, entry)),
    el("span", { class: "who" }, sayState(state, (id) => app.atlas.party(id)))));
}
