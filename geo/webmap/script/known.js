// What was known before: of each day of knowledge the page holds what differs from what all reports say, as steps. Step 0
// is before the first report, 1 and on are from each day on; the one after the last is all reports, undated ones too.

import { iso, parseIso } from "./days.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {"all" | "shown" | number} Choice  what all reports say; what was known on the date shown; or on a day */
/** @typedef {import("./control.js").Columns} Columns */

export class Knowledge {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    /** Days on which more was known, ascending. */
    this.days = data.known?.days ?? [];
    /** The step of all reports. */
    this.all = this.days.length + 1;
    this.telling = new Set(data.claims.map((claim) => claim.article));
  }

  /** @param {Choice} choice @param {number} shown  the date shown */
  stepOf(choice, shown) {
    if (choice === "all") return this.all;
    const day = choice === "shown" ? shown : choice;
    const after = this.days.findIndex((known) => known > day);
    return after < 0 ? this.days.length : after;
  }

  /** Whether an article was published by then; one without a date is known among all reports only. @param {number | null} article @param {number} step */
  knows(article, step) {
    if (step === this.all) return true;
    const published = article === null ? null : this.data.articles[article].span[1];
    return step > 0 && published !== null && published <= this.days[step - 1];
  }

  /** How many reports were published by then. @param {number} step */
  reports(step) {
    return this.data.articles.filter((_, i) => this.knows(i, step)).length;
  }

  /** Control as it was known. @param {number} step @returns {Columns} */
  intervals(step) {
    const { intervals, known } = this.data;
    if (step === this.all || !known) return intervals;
    const now = Array.from(intervals.cell, (_, i) => i).flatMap((i) => (known.since[i] <= step ? [rowOf(intervals, i)] : []));
    const { since, until } = known.intervals;
    const past = since.flatMap((from, i) => (from <= step && step < until[i] ? [rowOf(known.intervals, i)] : []));
    const rows = [...now, ...past].sort((a, b) => a.cell - b.cell || (a.start ?? -Infinity) - (b.start ?? -Infinity));
    return { cell: rows.map(({ cell }) => cell), start: rows.map(({ start }) => start), end: rows.map(({ end }) => end), state: rows.map(({ state }) => state) };
  }

  /** Forces as they were known. @param {number} step */
  presences(step) {
    const { presences, known } = this.data;
    if (step === this.all || !known) return presences;
    const past = known.presences.filter(({ since, until }) => since <= step && step < until);
    return [...presences.filter((_, i) => known.presencesSince[i] <= step), ...past];
  }

  /** The days of the slider, and the last report known: nothing is claimed after it. Who follows the date shown may go to any. @param {number} step @param {Choice} choice */
  time(step, choice) {
    const { time, articles } = this.data;
    if (step === this.all) return time;
    const known = articles.filter((_, i) => this.telling.has(i) && this.knows(i, step));
    const last = known.reduce((/** @type {number | null} */ late, { span }) => Math.max(late ?? -Infinity, span[1] ?? -Infinity), null);
    const told = known.filter(({ span }) => span[1] === last).map(({ published }) => published ?? "").sort()[0] ?? null;
    return { start: time.start, last, told, end: choice === "shown" ? time.end : Math.max(time.start + 1, last ?? time.start) };
  }
}

/** @param {Columns} columns @param {number} i */
const rowOf = ({ cell, start, end, state }, i) => ({ cell: cell[i], start: start[i], end: end[i], state: state[i] });

/** A choice as it stands in an address, or null for one that none is. @param {string | null} text @returns {Choice | null} */
export const readChoice = (text) => (text === "all" || text === "shown" ? text : parseIso(text ?? ""));

/** @param {Choice} choice */
export const writeChoice = (choice) => (typeof choice === "number" ? iso(choice) : choice);
