// The list of what was read and is not drawn, each with its reason and its quote.

import { sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { quoted, quoteOf } from "./evidence.js";
import { isRejected, kindOf, partiesLine } from "./events.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app */
export function unplacedList(app) {
  const box = el("div");
  const fill = () => box.replaceChildren(...listOf(app));
  app.on("known", fill);
  fill();
  return box;
}

/** @param {App} app */
function listOf(app) {
  if (app.unplaced.length === 0) return [el("p", { class: "none" }, t("panel.all-placed"))];
  const items = app.unplaced.map((item) => el("li", {},
    el("p", { class: "what" }, item.text ? `\u201c${item.text}\u201d` : titleOf(app, item.claim)),
    isRejectedHere(app, item) ? null : el("p", { class: "rule", lang: "en" }, item.reason),
    item.claim === null
      ? el("figure", { class: "quote" }, quoted(item.quote), el("figcaption", {}, t("quote.source-published", { source: item.source ?? t("quote.outlet-unknown"), date: sayEdtf(item.published) })))
      : quoteOf(app.atlas, item.claim)));
  return [
    el("p", { class: "none" }, t(app.unplaced.some((item) => isRejectedHere(app, item)) ? "panel.not-drawn-or-rejected" : "panel.not-drawn")),
    el("ul", { class: "unplaced" }, ...items)];
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
