// What changes on a day: cells that go from one state to another together are one change.

import { lookKey, lookOf } from "./look.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{before: number, after: number, cells: number[], km2: number}} Change  states by number; -1 where there is none */

/**
 * The changes of a day, the largest first, and the cells whose state stays what it was and only stands on other reports.
 * @param {App} app @param {number} day
 * @returns {{changes: Change[], restated: number[]}}
 */
export function changesOn(app, day) {
  /** @type {Map<string, Change>} */
  const found = new Map();
  /** @type {number[]} */
  const restated = [];
  for (const { cell, before, after } of app.log.on(day)) {
    const [was, is] = [before, after].map((state) => tellOf(app.data.states[state]));
    if (was === is) {
      restated.push(cell);
      continue;
    }
    const isPoint = cell >= app.data.cells.length;
    const key = `${was}>${is}>${after}${isPoint ? ">" : ""}`; // places apart from areas
    const known = found.get(key) ?? { before, after, cells: [], km2: 0 };
    known.cells.push(cell);
    known.km2 += isPoint ? 0 : app.data.cells[cell].km2;
    found.set(key, known);
  }
  return { changes: [...found.values()].sort((a, b) => b.km2 - a.km2), restated };
}

/** What a reader is told of a state: its look, and who takes part. @param {import("./data.js").State | undefined} state */
const tellOf = (state) => `${lookKey(lookOf(state))} ${state?.others.join(" ") ?? ""} ${state?.becomes ?? ""}`;
