// Days are whole numbers since 1970-01-01 (UTC); EDTF strings are shown, never computed with.

import { t } from "./words.js";

const DAY = 86400000;

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
  const [year, month, day] = found.slice(1).map(Number);
  const number = dayIn(year, month, day);
  const date = toDate(number);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? number : null;
};

/** @param {number} year  0 is 1 BC, as ISO 8601 counts @param {number} month  from 1 @param {number} day */
export const dayIn = (year, month, day) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
};

/** First day of a year. @param {number} year */
export const yearStart = (year) => dayIn(year, 1, 1);

/** `2020`, `501 BC`. @param {number} year */
export const sayYear = (year) => (year > 0 ? String(year) : t("date.before-era", { year: 1 - year }));

/** @param {number} day */
export const yearOf = (day) => toDate(day).getUTCFullYear();

/** What compares as text as an ISO day does in time: a year before 0 counts backwards. @param {string} text */
export const byTime = (text) => (text.startsWith("-") ? `-${String(9999 - Number(text.slice(1, 5))).padStart(4, "0")}${text.slice(5)}` : text);

/** `10 November 2020`. @param {number} day */
export const longDay = (day) => sayOne(iso(day));

/** `10 Nov 2020`. @param {number} day */
export const shortDay = (day) => sayOne(iso(day), true);

/** An EDTF date or interval in words; its precision stays what it was. @param {string | null | undefined} edtf @param {boolean} [short]  months by their first letters */
export const sayEdtf = (edtf, short = false) => {
  if (!edtf) return t("date.untold");
  const [first, last] = edtf.split("/");
  if (last === undefined || last === first) return sayOne(first, short);
  if (isOpen(first) && isOpen(last)) return t("date.untold");
  if (isOpen(first)) return t("date.until", { date: sayOne(last, short) });
  if (isOpen(last)) return t("date.from", { date: sayOne(first, short) });
  return `${beside(first, last, short)} \u2013 ${sayOne(last, short)}`;
};

/** The first date of an interval, without the year, or month and year, that its last date says as well. @param {string} first @param {string} last @param {boolean} short */
const beside = (first, last, short) => {
  const [a, b] = [wordsOf(first, short), wordsOf(last, short)];
  if (!a || !b || a.length !== b.length || qualifierOf(first) || qualifierOf(last)) return sayOne(first, short);
  const kept = a.findLastIndex((word, i) => word !== b[i]);
  return a.slice(0, kept + 1).join(" ") || sayOne(first, short);
};

/** The last day that an EDTF date or interval allows, as exactly as it is told. @param {string} edtf */
export const sayLatest = (edtf) => sayEdtf(edtf.split("/").at(-1));

/** @param {string} edtf */
export const isInterval = (edtf) => edtf.includes("/");

/** A bound of a period as far as it is known: a day, or the interval that it lies in. @param {number} day @param {string | null} edtf */
export const sayBound = (day, edtf) => {
  if (!edtf || edtf === iso(day)) return shortDay(day);
  if (edtf.startsWith("..")) return t("date.or-earlier", { date: shortDay(day) });
  if (edtf.endsWith("..")) return t("date.or-later", { date: shortDay(day) });
  return t("date.some-day", { date: sayEdtf(edtf, true) });
};

/** Whether a period that begins or ends with a day does so within these days: a new state may come on the day after them. @param {number} day @param {string} edtf */
export const isBoundIn = (day, edtf) => {
  const [first, last = first] = edtf.split("/").map((one) => byTime(one.replace(/[~?%]/g, "")));
  return [day, day - 1].some((one) => {
    const said = byTime(iso(one));
    return (isOpen(first) || said.slice(0, first.length) >= first) && (isOpen(last) || said.slice(0, last.length) <= last);
  });
};

/** Names of months, `beside` a day where a language has another form for that. @param {"months" | "months.beside" | "months.short"} form */
export const monthNames = (form) => t(form).split(" ");

/** @param {string} text */
const isOpen = (text) => text === ".." || text === "";

/** @type {Record<string, import("./words.js").Key>} */
const QUALIFIERS = { "~": "date.about", "?": "date.possibly", "%": "date.possibly-about" };

/** @param {string} text */
const qualifierOf = (text) => QUALIFIERS[text.slice(-1)];

/** @param {string} text @param {boolean} [short] */
const sayOne = (text, short = false) => {
  const date = wordsOf(text, short)?.join(" ");
  const qualifier = qualifierOf(text);
  return date && qualifier ? t(qualifier, { date }) : date ?? text;
};

/** Day, month and year in words, as many as the date has; null for what is no date. @param {string} text @param {boolean} short */
const wordsOf = (text, short) => {
  const found = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  const names = monthNames(short ? "months.short" : day ? "months.beside" : "months");
  return [day && String(Number(day)), month && names[Number(month) - 1], sayYear(Number(year))].filter((word) => word !== undefined);
};

/** @param {number} value */
const pad = (value) => String(value).padStart(2, "0");
