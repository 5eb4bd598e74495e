// How long ago a state was last reported: the longer, the paler it is drawn, in steps that the legend names. A state
// that a later report tells of is not old, nor one whose last report is not dated; doubt and baselines say theirs anyway.

import { lowest, orderOf } from "./control.js";
import { toDate } from "./days.js";

/** @typedef {import("./data.js").State} State */

/** Years after which a state is drawn paler, and paler still. */
export const YEARS = [1, 5];
const OTHERWISE_SAID = new Set(["unknown", "in_doubt"]);

/** The days from which on a state is drawn paler, one for each step; none where it stays as it is. @param {State} state */
export const palingDays = ({ status, lastBy }) =>
  lastBy === null || lastBy === undefined || OTHERWISE_SAID.has(status) ? [] : YEARS.map((years) => yearsAfter(lastBy, years) + 1);

/** The same day of a later year. @param {number} day @param {number} years */
function yearsAfter(day, years) {
  const date = toDate(day);
  return Math.round(date.setUTCFullYear(date.getUTCFullYear() + years) / DAY);
}

const DAY = 86400000;

/** How many steps paler a state is drawn on a day. @param {State | undefined} state @param {number} day */
export const ageOn = (state, day) => (state ? palingDays(state).filter((from) => from <= day).length : 0);

/** Knows which states were drawn by what age, so that only those are drawn anew whose age is another one now. */
export class Ages {
  /** @param {State[]} states */
  constructor(states) {
    /** @type {number[][]} */
    const [days, numbers] = [[], []];
    states.forEach((state, i) => {
      for (const day of palingDays(state)) {
        days.push(day);
        numbers.push(i);
      }
    });
    const order = orderOf(days);
    this.days = Int32Array.from(order, (i) => days[i]);
    this.states = Int32Array.from(order, (i) => numbers[i]);
    /** @type {number | null} */
    this.day = null;
  }

  /** The cells that are paler or less pale than on the day before. @param {number} day @param {Int32Array} current  the state of each cell */
  moveTo(day, current) {
    const [from, to] = [Math.min(this.day ?? day, day), Math.max(this.day ?? day, day)];
    this.day = day;
    const turned = new Set(this.states.slice(lowest(this.days, from + 1), lowest(this.days, to + 1)));
    /** @type {number[]} */
    const cells = [];
    if (turned.size) current.forEach((state, cell) => { if (turned.has(state)) cells.push(cell); });
    return cells;
  }
}
