// How long ago a state was last reported: the longer, the paler it is drawn, in steps that the legend names. A state
// that a later report tells of is not old, nor one whose last report is not dated; doubt and baselines say theirs anyway.

import { toDate } from "./days.js";

/** @typedef {import("./data.js").State} State */

/** Years after which a state is drawn paler, and paler still. */
export const YEARS = [1, 5];
const OTHERWISE_SAID = new Set(["unknown", "in_doubt"]);

/** The days from which on a state is drawn paler, one for each step; none where it stays as it is. @param {{status?: string, lastBy: number | null}} state */
export const palingDays = ({ status, lastBy }) =>
  lastBy === null || lastBy === undefined || OTHERWISE_SAID.has(status ?? "") ? [] : YEARS.map((years) => yearsAfter(lastBy, years) + 1);

/** The same day of a later year. @param {number} day @param {number} years */
function yearsAfter(day, years) {
  const date = toDate(day);
  return Math.round(date.setUTCFullYear(date.getUTCFullYear() + years) / DAY);
}

const DAY = 86400000;

/** How many steps paler a state is drawn on a day. @param {State | undefined} state @param {number} day */
export const ageOn = (state, day) => (state ? palingDays(state).filter((from) => from <= day).length : 0);

/** Knows on what day the map was drawn, so that only cells are drawn anew that are paler or less pale now. */
export class Ages {
  /** @param {import("./looks.js").Looks} looks */
  constructor(looks) {
    this.looks = looks;
    /** @type {number | null} */
    this.day = null;
  }

  /** The cells that are paler or less pale than on the day before. @param {number} day @param {Int32Array} current  the state of each cell */
  moveTo(day, current) {
    const [from, to] = [Math.min(this.day ?? day, day), Math.max(this.day ?? day, day)];
    this.day = day;
    /** @type {number[]} */
    const cells = [];
    for (let cell = 0; cell < current.length; cell += 1) if (this.looks.turns(current[cell], from, to)) cells.push(cell);
    return cells;
  }
}
