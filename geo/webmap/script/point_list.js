// The list of towns and villages with a state of their own, on the day shown: the twin of their discs on the map.

import { el } from "./dom.js";
import { calledIn } from "./finder.js";
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
  /** The rows that are built, by the number of their place in the log. @type {Map<number, () => void>} */
  const built = new Map();
  const row = (/** @type {number} */ index) => {
    const { item, mark } = rowOf(app, points[index]);
    built.set(Number(cellOfPoint(app, points[index])), mark);
    return item;
  };
  const list = pagedList({ count: () => points.length, row, tag: "ul", name: "areas" });
  const remake = () => {
    built.clear();
    list.refill();
  };
  const follow = list.isLong() ? onceSeen(list.element, remake) : () => {};
  app.on("day", (changed) => {
    if (list.isLong()) return follow();
    for (const [cell, mark] of built) if (changed.has(cell)) mark();
  });
  for (const topic of /** @type {const} */ (["theme", "names", "known", "viewpoint"])) app.on(topic, remake);
  return el("section", { id: "points" }, el("h3", {}, t("panel.places")), el("p", { class: "note" }, t("panel.places-note")), list.element);
}

/** @param {App} app @param {import("./finder.js").Entry} entry */
function rowOf(app, entry) {
  const looks = el("span", { class: "looks" });
  const words = el("span", { class: "who" });
  const mark = () => {
    const state = app.log.current[Number(cellOfPoint(app, entry))];
    looks.replaceChildren(swatch(app, app.lookAt(state), 20, 20));
    words.textContent = app.viewpoint.tells(state) ? sayState(app.data.states[state], (id) => app.atlas.party(id)) : t("look.untold");
  };
  mark();
  const onclick = () => app.select(foundSelection(app, entry));
  return { item: el("li", {}, el("button", { type: "button", onclick }, looks, el("span", { class: "what" }, calledIn(app, entry)), words)), mark };
}
