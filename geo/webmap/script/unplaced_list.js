// The list of what was read and is not drawn, each with its reason and its quote.

import { sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { quoted, quoteOf } from "./evidence.js";
import { isRejected, kindOf, partiesLine } from "./events.js";
import { pagedList } from "./paging.js";
import { number, t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app */
export function unplacedList(app) {
  const note = el("p", { class: "none" });
  let items = app.filters.unplaced;
  const row = (/** @type {number} */ index) => rowOf(app, items[index], items[index - 1]?.why !== items[index].why ? items.filter(({ why }) => why === items[index].why).length : null);
  const list = pagedList({ count: () => items.length, row, tag: "ul", name: "unplaced", kept: { app, name: "unplaced" }, none: () => t(app.unplaced.length === 0 ? "panel.all-placed" : "filter.nothing") });
  const undated = el("p", { class: "none" });
  const tell = () => {
    const n = undatedReports(app);
    undated.hidden = n === 0;
    undated.textContent = t("unplaced.undated-reports", { n });
    note.hidden = app.unplaced.length === 0;
    note.textContent = t(app.unplaced.some((item) => isRejectedHere(app, item)) ? "panel.not-drawn-or-rejected" : "panel.not-drawn");
  };
  for (const topic of /** @type {const} */ (["known", "filters"])) app.on(topic, () => {
    tell();
    items = app.filters.unplaced;
    list.refill();
  });
  tell();
  return el("div", {}, note, list.element, undated);
}

/** Reports that tell something and of which the day of publication is not known at all. @param {App} app */
function undatedReports({ data, knowledge, step }) {
  const undated = new Set(data.articles.flatMap(({ span }, i) => (span[0] === null && span[1] === null && knowledge.knows(i, step) ? [i] : [])));
  if (undated.size === 0) return 0;
  return new Set(data.claims.flatMap(({ article, review }) => (article !== null && undated.has(article) && !review?.own ? [article] : []))).size;
}

/** @param {App} app @param {import("./data.js").Unplaced} item @param {number | null} count  of its reason, where it is the first of them */
function rowOf(app, item, count) {
  return el("li", {},
    count !== null && el("h2", { class: "why" }, wordOf("unplaced", item.why), " ", el("span", { class: "count" }, number(count))),
    el("p", { class: "what" }, item.text ? `\u201c${item.text}\u201d` : titleOf(app, item.claim)),
    isRejectedHere(app, item) ? null : el("p", { class: "rule", lang: "en" }, item.reason),
    item.claim === null
      ? el("figure", { class: "quote" }, quoted(item.quote), el("figcaption", {}, t("quote.source-published", { source: item.source ?? t("quote.outlet-unknown"), date: sayEdtf(item.published) })))
      : quoteOf(app.atlas, item.claim));
}

/** Whether what is not drawn was rejected; its quote says so. @param {App} app @param {import("./data.js").Unplaced} item */
const isRejectedHere = (app, item) => item.claim !== null && isRejected(app.data.claims[item.claim]);

/** What a claim without a place tells: what, and who. @param {App} app @param {number | null} index */
function titleOf(app, index) {
  if (index === null) return t("panel.no-place");
  const claim = app.data.claims[index];
  const parties = partiesLine(claim, (id) => app.atlas.party(id));
  return parties ? t("panel.titled", { kind: kindOf(claim), rest: parties }) : kindOf(claim);
}
