// What is shown of a choice: the place, the event, the history of its cells, forces and plans, each with its quotes.

import { sayBound, sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { quoteOf } from "./evidence.js";
import { partiesLine, placesLine } from "./events.js";
import { placeLine } from "./finder.js";
import { historyOf } from "./history.js";
import { outcomeLine, outcomeOf } from "./outcomes.js";
import { markKey } from "./marks.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */

/** The selection that an element shows, so that what a reader has opened in it stays open. @type {WeakMap<HTMLElement, import("./app.js").Selection>} */
const shownIn = new WeakMap();

/** @param {App} app @param {HTMLElement} detail @param {HTMLElement} lists */
export function showDetail(app, detail, lists) {
  const { selection } = app;
  detail.hidden = selection === null;
  lists.hidden = selection !== null;
  if (!selection) return detail.replaceChildren();
  const open = new Set([...detail.querySelectorAll("details")].flatMap((item, i) => (item.open ? [i] : [])));
  const same = shownIn.get(detail) === selection;
  shownIn.set(detail, selection);
  const shown = [
    el("button", { type: "button", class: "back", onclick: () => app.select(null) }, `\u2190 ${t("panel.back")}`),
    el("h2", { tabindex: "-1" }, selection.title()),
    selection.place && el("p", { class: "meta" }, placeLine(app, selection.place)),
    ...(selection.event ? eventDetail(app, selection.event) : []),
    ...(selection.cells.length ? [selection.event && el("h3", {}, t("panel.about")), ...historyOf(app, selection.cells)] : []),
    ...(selection.event ? [] : [...presenceDetail(app, selection.cells), ...planDetail(app, selection.cells)]),
  ];
  detail.replaceChildren(...shown.filter((node) => node instanceof Node));
  detail.append(markKey([detail]) ?? "");
  if (same) detail.querySelectorAll("details").forEach((item, i) => { if (open.has(i)) item.open = true; });
}

/** @param {App} app @param {Event} event */
function eventDetail(app, event) {
  const outcome = outcomeOf(app, event);
  return [
    el("p", { class: "when" }, sayEdtf(event.when)),
    el("p", { class: "what" }, placesLine(event)),
    el("p", { class: "who" }, partiesLine(event, (id) => app.atlas.party(id))),
    outcome && outcomeLine(app, outcome),
    ...event.claims.map((claim) => quoteOf(app.atlas, claim)),
  ].filter((node) => node !== null);
}

/** Forces told of in the chosen cells; planned ones are with the plans. @param {App} app @param {number[]} cells */
function presenceDetail(app, cells) {
  const found = app.presences.filter((item) => item.stance !== "planned" && item.cells.some((cell) => cells.includes(cell)));
  if (found.length === 0) return [];
  return [el("h3", {}, t("forces.title")), ...found.map((item) => el("section", { class: "part" },
    el("p", { class: "who" }, t("forces.where", { who: item.words || app.atlas.party(item.actor), place: item.text })),
    el("p", { class: "when" }, stayOf(item)),
    ...item.claims.map((claim) => quoteOf(app.atlas, claim))))];
}

/** From when until when forces are told of, each bound as exactly as it is known. @param {import("./data.js").Presence} item */
function stayOf({ start, end, from, to, last }) {
  return [
    start === null ? null : t("forces.from", { date: sayBound(start, from) }),
    end === null ? null : t("forces.until", { date: sayBound(end, to) }),
    last === null ? null : t("forces.last", { date: sayEdtf(last) }),
  ].filter((part) => part !== null).join(", ") || t("forces.undated");
}

/** Plans for the chosen cells. @param {App} app @param {number[]} cells */
function planDetail(app, cells) {
  const found = app.plans.filter((plan) => plan.cells.some((cell) => cells.includes(cell)));
  if (found.length === 0) return [];
  const claims = [...new Set(found.flatMap((plan) => plan.claims))];
  return [el("h3", {}, t("plans.title")), ...claims.map((claim) => quoteOf(app.atlas, claim))];
}
