// The days at which the axis of time is marked, and what stands there: years, months or days, as the window has room.

import { dayIn, iso, monthNames, sayYear, yearOf, yearStart } from "./days.js";

/** @typedef {{day: number, text: string}} Tick */

const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const MONTHS = [1, 2, 3, 6];
const DAYS = [1, 2, 5, 10, 15];
/** Pixels for a mark and what stands at it. */
const ROOM = { year: 70, month: 60, day: 46 };
const [MONTH, YEAR] = [30.44, 365.25];

/** About one mark every 50 to 70 pixels; the first says what the others leave out. @param {number} start @param {number} end @param {number} width @returns {Tick[]} */
export function ticks(start, end, width) {
  const fits = (/** @type {number} */ days, /** @type {number} */ room) => (days * width) / (end - start) >= room;
  const days = DAYS.find((step) => fits(step, ROOM.day));
  if (days && !fits(MONTH, ROOM.month * 3)) return monthTicks(start, end, 1);
  if (days) return dayTicks(start, end, days);
  const months = MONTHS.find((step) => fits(step * MONTH, ROOM.month));
  if (months) return monthTicks(start, end, months);
  return yearTicks(start, end, YEARS.find((step) => fits(step * YEAR, ROOM.year)) ?? 10000);
}

/** @param {number} start @param {number} end @param {number} step */
function yearTicks(start, end, step) {
  return roundYears(yearOf(start), yearOf(end), step).map((year) => ({ day: yearStart(year), text: sayYear(year) })).filter(({ day }) => day >= start);
}

/** Years whose names are round in their own era: 500 BC is the year -499. @param {number} first @param {number} last @param {number} step */
function roundYears(first, last, step) {
  const found = [];
  for (let name = Math.floor((1 - first) / step) * step; name >= step && 1 - name <= last; name -= step) found.push(1 - name);
  for (let year = Math.max(1, Math.ceil(first / step)) * step; year <= last; year += step) found.push(year);
  return found;
}

/** @param {number} start @param {number} end @param {number} step */
function monthTicks(start, end, step) {
  const names = monthNames("months.short");
  return monthStarts(start, end, step).map(({ day, year, month }, i) => {
    if (month === 0) return { day, text: sayYear(year) };
    return { day, text: i === 0 ? `${names[month]} ${sayYear(year)}` : names[month] };
  });
}

/** Days of the month, each month begun with its name, the first day with the year as well. @param {number} start @param {number} end @param {number} step */
function dayTicks(start, end, step) {
  const names = monthNames("months.short");
  /** @type {Tick[]} */
  const found = [];
  for (let day = start; day <= end; day += 1) {
    const [month, date] = iso(day).split("-").slice(-2).map(Number);
    if ((date - 1) % step || (step > 1 && date > 31 - step)) continue;
    const named = `${date} ${names[month - 1]}`;
    if (found.length === 0) found.push({ day, text: `${named} ${sayYear(yearOf(day))}` });
    else found.push({ day, text: date === 1 ? (month === 1 ? `${named} ${sayYear(yearOf(day))}` : named) : String(date) });
  }
  return found;
}

/** First days of months, every so many from January on. @param {number} start @param {number} end @param {number} step */
export function monthStarts(start, end, step) {
  const found = [];
  for (let year = yearOf(start); year <= yearOf(end); year += 1) {
    for (let month = 0; month < 12; month += step) {
      const day = dayIn(year, month + 1, 1);
      if (day >= start && day <= end) found.push({ day, year, month });
    }
  }
  return found;
}
