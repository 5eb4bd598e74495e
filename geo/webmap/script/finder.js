// Finds areas and places by any of their names, in any spelling and any letters, whichever names are shown.

import { el } from "./dom.js";
import { t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {{id?: string, names?: string[], words?: string, area?: number, kind?: string, at?: [number, number], state?: number}} Entry  `state`: the number of a place with a state of its own */
/** @typedef {{entry: Entry, names: string[], words: string[], around: string[]}} Filed  `around`: words of the area that a place lies in */

const MOST = 8;

const SOFT = /['\u2019\u2018\u02bc\u02bb\u02b9\u02ba\u02bf`\u00b4\u2032\u055a\u055b\u055c\u055e\u00ad\u200b\u200c\u200d\ufeff]/g;

/** @type {Record<string, string>} */
const LETTERS = { "\u0259": "a", "\u01dd": "a", "\u0131": "i", "\u00f8": "o", "\u0111": "d", "\u00f0": "d", "\u0142": "l", "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th", "\u00df": "ss", "\u0587": "\u0565\u0582" };

/** One spelling for a name, whatever its case, marks, hyphens and apostrophes, as `fold` in geo/names.py has it. @param {string} text */
export function fold(text) {
  const letters = (/** @type {string} */ word) => word.replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? letter);
  const plain = letters(text.replace(SOFT, "").toLowerCase()).normalize("NFKD").replaceAll("\u0438\u0306", "\u0439");
  const bare = letters(plain.toLowerCase()).replace(/\p{M}/gu, "").replace(SOFT, "");
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {Data} data @returns {Filed[]} */
export function file(data) {
  return data.finder.map((entry) => {
    const names = [...new Set(namesOf(data, entry).map(fold))];
    const around = entry.names && entry.area !== undefined ? data.areas[entry.area].names.flatMap((name) => fold(name).split(" ")) : [];
    return { entry, names, around, words: [...new Set([...names.flatMap((name) => name.split(" ")), ...(entry.words ?? "").split(" ")])] };
  });
}

/** What fits a query, the best first: names that are it, that begin with it, those that hold each of its words, then those of which the area holds the rest. @param {Filed[]} filed @param {string} query */
export function search(filed, query) {
  const key = fold(query);
  const parts = key.split(" ");
  if (key === "") return [];
  const joined = key.replaceAll(" ", "");
  return filed
    .map((item) => ({ item, rank: rankOf(item, key, parts, joined) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || Number(a.item.entry.names !== undefined) - Number(b.item.entry.names !== undefined))
    .slice(0, MOST)
    .map(({ item }) => item.entry);
}

/** @param {Filed} item @param {string} key @param {string[]} parts @param {string} joined */
function rankOf({ names, words, around }, key, parts, joined) {
  if (names.includes(key) || (parts.length === 1 && words.includes(key))) return 4;
  if (names.some((name) => name.startsWith(key) || name.replaceAll(" ", "").startsWith(joined))) return 3;
  const begin = (/** @type {string} */ part) => (/** @type {string} */ word) => word.startsWith(part);
  if (parts.every((part) => words.some(begin(part)))) return 2;
  return words.some(begin(parts[0])) && parts.every((part) => [...words, ...around].some(begin(part))) ? 1 : 0;
}

/** @param {Data} data @param {Entry} entry */
const namesOf = (data, entry) => (entry.names ? entry.names.map((name) => name || /** @type {string[]} */ (entry.names)[0]) : data.areas[/** @type {number} */ (entry.area)].names);

/** What an entry is called in the names shown. @param {App} app @param {Entry} entry */
export const calledIn = (app, entry) => namesOf(app.data, entry)[app.choiceOf(app.naming)];

/** The id of a place: where it is not told, it is its first name, folded, as geo/webmap/finder.py has it. @param {Entry} entry */
export const idOf = ({ id, names = [""] }) => id ?? fold(names[0].split(" / ")[0]).replaceAll(" ", "-");

/** A place that was found, in words. @param {App} app @param {Entry} place */
export const placeLine = (app, place) => `${whereOf(app, place).replace(/^./, (letter) => letter.toUpperCase())}. ` + (place.area === undefined
  ? t("finder.outside")
  : place.state !== undefined ? t("finder.own-state")
  : t("finder.no-state", { area: app.data.areas[place.area].name }));

/** A field to search by, and what it finds. @param {App} app @param {(entry: Entry) => void} onfound */
export function finderBox(app, onfound) {
  /** @type {Filed[] | null} made when something is looked for: it takes long where there are many places */
  let filed = null;
  const list = el("ul", { id: "found", "aria-label": t("finder.found") });
  const said = el("p", { class: "unseen", role: "status" });
  const show = () => {
    const found = input.value.trim() === "" ? [] : search(filed ??= file(app.data), input.value);
    list.replaceChildren(...found.map((entry) => el("li", {}, el("button", { type: "button", onclick: () => onfound(entry) }, calledIn(app, entry), " ", el("small", {}, whereOf(app, entry))))));
    said.textContent = input.value.trim() === "" ? "" : found.length === 0 ? t("finder.no-place") : t("finder.count", { n: found.length });
    list.hidden = found.length === 0;
    none.hidden = found.length > 0 || input.value.trim() === "";
  };
  const input = el("input", { type: "search", id: "find", placeholder: t("finder.find"), "aria-label": t("finder.find"), autocomplete: "off", spellcheck: "false", oninput: () => show() });
  const none = el("p", { class: "none", hidden: true }, t("finder.none"));
  app.on("names", show);
  show();
  return el("div", { class: "finder", role: "search" }, input, said, none, list);
}

/** @param {App} app @param {Entry} entry */
function whereOf(app, { names, area, kind, at }) {
  if (!names) return "";
  const what = wordOf("place", kind ?? "").replaceAll("-", " ");
  const place = area === undefined ? what : t("finder.in", { kind: what, area: app.data.areas[area].name });
  return at ? place : t("finder.where-unknown", { place });
}
