// The list of what was read and is not drawn, each with its reason and its quote.

import { sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { quoted, quoteOf } from "./evidence.js";
import { isRejected, kindOf, partiesLine } from "./events.js";
import { pagedList } from "./paging.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app */
export function unplacedList(app) {
  const note = el("p", { class: "none" });
  const row = (/** @type {number} */ index) => rowOf(app, app.filters.unplaced[index]);
  const list = pagedList({ count: () => app.filters.unplaced.length, row, tag: "ul", name: "unplaced", none: () => t(app.unplaced.length === 0 ? "panel.all-placed" : "filter.nothing") });
  const tell = () => {
    note.hidden = app.unplaced.length === 0;
    note.textContent = t(app.unplaced.some((item) => isRejectedHere(app, item)) ? "panel.not-drawn-or-rejected" : "panel.not-drawn");
  };
  for (const topic of /** @type {const} */ (["known", "filters"])) app.on(topic, () => {
    tell();
    list.refill();
  });
  tell();
  return el("div", {}, note, list.element);
}

/** @param {App} app @param {import("./data.js").Unplaced} item */
function rowOf(app, item) {
  return el("li", {},
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
