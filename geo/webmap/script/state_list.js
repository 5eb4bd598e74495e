// A list of places with their states on the day shown: what the lists of areas and of towns have in common.

import { el } from "./dom.js";
import { onceSeen, pagedList } from "./paging.js";
import { sayState } from "./say.js";
import { swatch } from "./swatch.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{cells: number[], name: string, onclick: () => void, states: () => number[]}} Listed  a line's place: its numbers in the log, its name, what a press does, and its states now */
/** @typedef {{cells: number[], item: HTMLElement, mark: () => void}} Row */

/** At most so many states of a place are drawn and named; what is more is an ellipsis. */
const MOST = 3;

/** @param {App} app @param {{count: number, at: (index: number) => Listed, kept: string, width?: number}} listed  `kept`: what its page is called in the address; `width`: that of all looks of a place together @returns {HTMLElement} */
export function stateList(app, { count, at, kept, width = 34 }) {
  /** The rows that are built. @type {Set<Row>} */
  const built = new Set();
  const row = (/** @type {number} */ index) => {
    const made = rowOf(app, at(index), width);
    built.add(made);
    return made.item;
  };
  const list = pagedList({ count: () => count, row, tag: "ul", name: "areas", kept: { app, name: kept } });
  const remake = () => {
    built.clear();
    list.refill();
  };
  const follow = list.isLong() ? onceSeen(list.element, remake) : () => {};
  app.on("day", (changed) => {
    if (list.isLong()) return follow();
    for (const { cells, mark } of built) if (cells.some((cell) => changed.has(cell))) mark();
  });
  for (const topic of /** @type {const} */ (["theme", "names", "known", "viewpoint"])) app.on(topic, remake);
  return list.element;
}

/** @param {App} app @param {Listed} listed @param {number} width @returns {Row} */
function rowOf(app, { cells, name, onclick, states }, width) {
  const looks = el("span", { class: "looks" });
  const words = el("span", { class: "who" });
  const mark = () => {
    const now = states();
    const shown = now.slice(0, MOST);
    looks.replaceChildren(...shown.map((state) => swatch(app, app.lookAt(state), width / shown.length, 20)));
    const said = [...new Set(now.map((state) => told(app, state)))];
    words.textContent = said.slice(0, MOST).join(" \u00b7 ") + (said.length > MOST ? " \u2026" : "");
  };
  mark();
  return { cells, item: el("li", {}, el("button", { type: "button", onclick }, looks, el("span", { class: "what" }, name), words)), mark };
}

/** @param {App} app @param {number} state */
const told = (app, state) => (app.viewpoint.tells(state) ? sayState(app.data.states[state], (id) => app.atlas.party(id)) : t("look.untold"));
