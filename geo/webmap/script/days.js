// Days are whole numbers since 1970-01-01 (UTC); EDTF strings are shown, never computed with.

const DAY = 86400000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const QUALIFIERS = /** @type {Record<string, string>} */ ({ "~": "about ", "?": "possibly ", "%": "possibly about " });

/** @param {number} day @returns {Date} */
export const toDate = (day) => new Date(day * DAY);

/** ISO day, `2020-11-10`. @param {number} day */
export const iso = (day) => {
  const date = toDate(day);
  const year = date.getUTCFullYear();
  const text = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${text}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
};

/** Day number of an ISO day, or null. @param {string} text */
export const parseIso = (text) => {
  const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return Math.round(date.getTime() / DAY);
};

/** First day of a year. @param {number} year */
export const yearStart = (year) => /** @type {number} */ (parseIso(`${String(year).padStart(4, "0")}-01-01`));

/** @param {number} day */
export const yearOf = (day) => toDate(day).getUTCFullYear();

/** `10 November 2020`. @param {number} day */
export const longDay = (day) => {
  const date = toDate(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

/** `10 Nov 2020`. @param {number} day */
export const shortDay = (day) => shorten(longDay(day));

/** Names of months by their first three letters. @param {string} words */
const shorten = (words) => words.replace(LONG_MONTH, (name) => name.slice(0, 3));

const LONG_MONTH = new RegExp(MONTHS.join("|"), "g");

/** An EDTF date or interval in words; its precision stays what it was. @param {string | null | undefined} edtf */
export const sayEdtf = (edtf) => {
  if (!edtf) return "date not told";
  const [first, last] = edtf.split("/");
  if (last === undefined || last === first) return sayOne(first);
  if (isOpen(first) && isOpen(last)) return "date not told";
  if (isOpen(first)) return `until ${sayOne(last)}`;
  if (isOpen(last)) return `from ${sayOne(first)}`;
  return `${beside(first, last)} \u2013 ${sayOne(last)}`;
};

/** The first date of an interval, without the year, or month and year, that its last date says as well. @param {string} first @param {string} last */
const beside = (first, last) => {
  const [a, b] = [wordsOf(first), wordsOf(last)];
  if (!a || !b || a.length !== b.length || QUALIFIERS[first.slice(-1)] || QUALIFIERS[last.slice(-1)]) return sayOne(first);
  const kept = a.findLastIndex((word, i) => word !== b[i]);
  return a.slice(0, kept + 1).join(" ") || sayOne(first);
};

/** The last day that an EDTF date or interval allows, as exactly as it is told. @param {string} edtf */
export const sayLatest = (edtf) => sayEdtf(edtf.split("/").at(-1));

/** @param {string} edtf */
export const isInterval = (edtf) => edtf.includes("/");

/** A bound of a period as far as it is known: a day, or the interval that it lies in. @param {number} day @param {string | null} edtf */
export const sayBound = (day, edtf) => {
  if (!edtf || edtf === iso(day)) return shortDay(day);
  if (edtf.startsWith("..")) return `${shortDay(day)} or earlier`;
  if (edtf.endsWith("..")) return `${shortDay(day)} or later`;
  return `some day in ${shorten(sayEdtf(edtf))}`;
};

/** @param {string} text */
const isOpen = (text) => text === ".." || text === "";

/** @param {string} text */
const sayOne = (text) => {
  const words = wordsOf(text);
  return words ? (QUALIFIERS[text.slice(-1)] ?? "") + words.join(" ") : text;
};

/** Day, month and year in words, as many as the date has; null for what is no date. @param {string} text */
const wordsOf = (text) => {
  const found = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], String(Number(year))].filter((word) => word !== undefined);
};

/** @param {number} value */
const pad = (value) => String(value).padStart(2, "0");
