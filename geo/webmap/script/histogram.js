// How many reports were published when: counts in even stretches of time, those whose day is not known apart.

import { yearOf } from "./days.js";

/** @typedef {{start: number, end: number, sure: number, spread: number}} Bin  half-open; `spread`: the share of reports that have an interval only */
/** @typedef {"day" | "week" | "month" | "quarter" | "year" | "decade" | "century"} Unit */

const UNITS = /** @type {[Unit, number][]} */ ([["day", 1], ["week", 7], ["month", 30.4], ["quarter", 91.3], ["year", 365.25], ["decade", 3652.5], ["century", 36525]]);
/** Pixels that a stretch has at least. */
const NARROWEST = 4;

/** The shortest stretch that can be seen. @param {number} pixelsPerDay @returns {Unit} */
export const unitFor = (pixelsPerDay) => (UNITS.find(([, days]) => days * pixelsPerDay >= NARROWEST) ?? ["century"])[0];

/**
 * Stretches in which something was published, in order.
 * @param {(number | null)[][]} spans  first and last possible day of each report
 * @param {Unit} unit
 * @returns {Bin[]}
 */
export function histogram(spans, unit) {
  /** @type {Map<number, Bin>} */
  const bins = new Map();
  const binOf = (/** @type {number} */ day) => {
    const start = startOf(day, unit);
    const known = bins.get(start) ?? { start, end: startOf(start + LONGEST[unit], unit), sure: 0, spread: 0 };
    bins.set(start, known);
    return known;
  };
  for (const [first, last] of spans) {
    const [from, to] = [first ?? last, last ?? first];
    if (from === null || to === null) continue;
    const begun = binOf(from);
    if (to < begun.end) {
      begun[from === to ? "sure" : "spread"] += 1;
      continue;
    }
    for (let bin = begun; bin.start <= to; bin = binOf(bin.end)) {
      bin.spread += (Math.min(to + 1, bin.end) - Math.max(from, bin.start)) / (to + 1 - from);
    }
  }
  return [...bins.values()].filter(({ sure, spread }) => sure + spread > 0).sort((a, b) => a.start - b.start);
}

/** Days from the start of a stretch that lie in the next one, whatever its length. */
const LONGEST = { day: 1, week: 7, month: 31, quarter: 92, year: 366, decade: 3660, century: 36600 };

/** The first day of the stretch that a day lies in; weeks are counted from 1970-01-01. @param {number} day @param {Unit} unit */
function startOf(day, unit) {
  if (unit === "day") return day;
  if (unit === "week") return Math.floor(day / 7) * 7;
  const year = yearOf(day);
  const years = { decade: 10, century: 100 }[/** @type {string} */ (unit)] ?? 1;
  const month = new Date(day * DAY).getUTCMonth();
  const first = unit === "month" ? month : unit === "quarter" ? month - (month % 3) : 0;
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(year / years) * years, first, 1);
  return Math.round(date.getTime() / DAY);
}

const DAY = 86400000;
