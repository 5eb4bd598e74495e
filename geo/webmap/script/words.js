// What the page says, in the language it speaks. The words themselves are in words.json, each in every language; what
// a language lacks is said in English.

import WORDS from "./words.json" with { type: "json" };

/** @typedef {keyof typeof WORDS} Key */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {string | {[category in Intl.LDMLPluralRule]?: string}} Phrase  one wording, or one for each plural category of the language */

/** The languages of the page, each by its own name. */
export const LANGUAGES = { en: "English", az: "Azərbaycanca", hy: "Հայերեն", ru: "Русский", tr: "Türkçe" };

const DEFAULT = "en";
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

let language = DEFAULT;

/** Speak a language from now on; one that the page does not know is English. @param {string} tag */
export function speak(tag) {
  language = tag in LANGUAGES ? tag : DEFAULT;
}

export const spoken = () => language;

/** @returns {"ltr" | "rtl"} */
export const direction = () => (RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr");

/** A phrase with its `{slots}` filled; `n` among the values chooses the plural. @param {Key} key @param {Values} [values] */
export const t = (key, values = {}) => parts(key, values).join("");

/**
 * The same as a list, where some values are elements.
 * @template T @param {Key} key @param {Record<string, T | string | number>} values @returns {(T | string)[]}
 */
export function parts(key, values) {
  return phrase(key, values.n).split(SLOT).map((part, i) => {
    if (i % 2 === 0) return part;
    const value = values[part];
    return typeof value === "number" ? number(value) : value ?? "";
  }).filter((part) => part !== "");
}

const SLOT = /\{(\w+)\}/;

/** The word of a family such as `kind.capture`; a word that the family does not have stays as it is. @param {string} family @param {string} id */
export const wordOf = (family, id) => (Object.hasOwn(WORDS, `${family}.${id}`) ? t(/** @type {Key} */ (`${family}.${id}`)) : id);

/** The keys that begin so, with their English wordings. @param {string} begin @returns {[Key, string][]} */
export const wordings = (begin) => Object.entries(WORDS).flatMap(([key, { [DEFAULT]: wording }]) =>
  (key.startsWith(begin) && typeof wording === "string" ? [/** @type {[Key, string]} */ ([key, wording])] : []));

/** The first names of a list, and how many more there are. @param {string[]} names @param {number} [most] */
export function some(names, most = 3) {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? t("list.and-more", { names: shown, n: names.length - most }) : shown;
}

/** Languages that some browsers do not know, Chrome among them, and those that set numbers alike. @type {Record<string, string>} */
const KIN = { az: "tr", hy: "ru" };

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export const number = (value, options) => value.toLocaleString([language, KIN[language] ?? DEFAULT], options);

/** `A, B and C`; the browser's own lists do not know every language. @param {string[]} words @returns {string} */
export const listed = (words) => (words.length < 2 ? words.join("") : t("state.and", { one: words.slice(0, -1).join(", "), other: words[words.length - 1] }));

/** @param {Key} key @param {unknown} count */
function phrase(key, count) {
  const wordings = /** @type {Record<string, Phrase>} */ (WORDS[key]);
  const tag = language in wordings ? language : DEFAULT;
  const said = wordings[tag];
  if (typeof said === "string") return said;
  return said[new Intl.PluralRules(tag).select(Number(count))] ?? said.other ?? "";
}
