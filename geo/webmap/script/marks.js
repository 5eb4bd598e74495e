// The words of a quote, those that decided marked by what each decided, and those that were looked for.

import { el } from "./dom.js";
import { fold } from "./finder.js";
import { wordOf } from "./words.js";

/** @typedef {{start: number, end: number, roles: string[], hit: boolean}} Span  half-open, in the quote's characters */

/** A word as it is looked for: letters, digits and what stands within a word. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2019\u02bc][\p{L}\p{N}\p{M}]+)*/gu;

/** The words that decided a claim, as the page's data has them: start, length and number of the role, one after the other. @param {import("./data.js").Data} data @param {import("./data.js").Claim} claim @returns {Span[]} */
export function decided(data, { marks = [] }) {
  const found = [];
  for (let i = 0; i + 2 < marks.length; i += 3) found.push({ start: marks[i], end: marks[i] + marks[i + 1], roles: [data.roles[marks[i + 2]]], hit: false });
  return found;
}

/** The words of a text that begin like one of those looked for (folded). @param {string} text @param {string[]} sought @returns {Span[]} */
export function hits(text, sought) {
  if (sought.length === 0) return [];
  return [...text.matchAll(WORD)]
    .filter(([word]) => fold(word).split(" ").some((part) => sought.some((begin) => part.startsWith(begin))))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, roles: [], hit: true }));
}

/** A text cut where spans begin and end, each piece with the roles of all spans over it. @param {string} text @param {Span[]} spans */
export function pieces(text, spans) {
  const inside = spans.filter(({ start, end }) => 0 <= start && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const over = inside.filter((span) => span.start <= cuts[i] && end <= span.end);
    return { text: text.slice(cuts[i], end), roles: [...new Set(over.flatMap(({ roles }) => roles))], hit: over.some(({ hit }) => hit) };
  });
}

/** A text as nodes, with marks. @param {string} text @param {Span[]} spans @returns {(Node | string)[]} */
export const marked = (text, spans) =>
  pieces(text, spans).map(({ text: words, roles, hit }) => (roles.length === 0 && !hit ? words : el("mark", { class: [...roles, hit && "hit"].filter(Boolean).join(" "), title: roles.map((role) => wordOf("mark", role)).join(", ") || null }, words)));

/** What the marks in some elements mean, each shown as it is; null where nothing is marked. @param {Iterable<Element>} elements */
export function markKey(elements) {
  const seen = new Set([...elements].flatMap((element) => [...element.querySelectorAll("mark")].flatMap((mark) => [...mark.classList])));
  const roles = ROLES.filter((role) => seen.has(role));
  return roles.length === 0 ? null : el("p", { class: "mark-key" }, ...roles.flatMap((role) => [el("mark", { class: role }, wordOf("mark", role)), " "]));
}

const ROLES = ["gained", "lost", "actor", "place", "decides", "date", "reports", "speaker", "stance"];
