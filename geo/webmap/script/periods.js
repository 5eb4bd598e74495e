// Periods worth zooming to: runs of days on which something changes or is reported, parted by long silence.

import { sayYear, yearOf, yearStart } from "./days.js";

const SILENCE = 0.15;
const LONGEST = 0.6;

/**
 * @param {number[]} days  of changes and reports, in any order
 * @param {{start: number, end: number}} span  of the whole slider
 * @returns {{label: string, start: number, end: number}[]}  whole years, in order; none where one period is nearly all
 */
export function busyPeriods(days, span) {
  const whole = span.end - span.start;
  const sorted = [...new Set(days)].filter((day) => day >= span.start && day <= span.end).sort((a, b) => a - b);
  /** @type {number[][]} */
  const runs = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run && day - /** @type {number} */ (run.at(-1)) <= whole * SILENCE) run.push(day);
    else runs.push([day]);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => [yearOf(run[0]), yearOf(/** @type {number} */ (run.at(-1)))])
    .map(([first, last]) => ({
      label: first === last ? sayYear(first) : `${sayYear(first)}\u2013${sayYear(last)}`,
      start: Math.max(span.start, yearStart(first)),
      end: Math.min(span.end, yearStart(last + 1) - 1),
    }))
    .filter((period) => period.end - period.start < whole * LONGEST);
}
