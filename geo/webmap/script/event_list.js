// The list of what happened, by time; what the date shown lies in is marked.

import { sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { firstFrom, isOn, kindOf, partiesLine, placesLine, stanceWord } from "./events.js";
import { onceSeen, pagedList } from "./paging.js";
import { outcomeOf, sayOutcome } from "./outcomes.js";
import { eventSelection } from "./selections.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */

/** Milliseconds for which time stands still before a long list turns to its page. */
const CALM = 200;

/** @param {App} app */
export function eventList(app) {
  /** @type {Map<Element, Event>} the rows that are built */
  let built = new Map();
  const row = (/** @type {number} */ index) => {
    const event = app.filters.events[index];
    const item = eventItem(app, event);
    built.set(item, event);
    markRow(app, item, event);
    return item;
  };
  const list = pagedList({ count: () => app.filters.events.length, row, tag: "ol", name: "events", kept: { app, name: "event" }, none: () => t(app.events.length === 0 ? "panel.no-events" : "filter.nothing") });
  const turn = () => {
    if (!list.element.contains(document.activeElement)) list.show(firstFrom(app.filters.events, app.day));
    mark();
  };
  const mark = () => {
    built = new Map([...built].filter(([item]) => item.isConnected || !list.isLong()));
    for (const [item, event] of built) markRow(app, item, event);
  };
  const calm = whenCalm(turn);
  const follow = onceSeen(list.element, calm.ask);
  list.element.addEventListener("click", calm.forget); // who turns the pages by hand is not turned back
  app.on("day", () => {
    if (list.isLong()) follow();
    else mark();
  });
  for (const topic of /** @type {const} */ (["known", "filters"])) app.on(topic, () => {
    built.clear();
    list.refill();
  });
  if (list.isLong()) follow();
  return list.element;
}

/** Marks what the date shown lies in, and what is yet to come. @param {App} app @param {Element} item @param {Event} event */
function markRow(app, item, event) {
  item.classList.toggle("now", isOn(event, app.day));
  item.classList.toggle("later", event.first !== null && event.first > app.day);
}

/** What is done once nobody has asked for it again for a moment. @param {() => void} act */
function whenCalm(act) {
  let timer = 0;
  const forget = () => window.clearTimeout(timer);
  return { forget, ask: () => { forget(); timer = window.setTimeout(act, CALM); } };
}

/** @param {App} app @param {Event} event */
function eventItem(app, event) {
  const onclick = () => {
    const day = event.first ?? event.last;
    if (day !== null && app.known !== "shown") app.goTo(day); // on its day it may not yet have been known
    app.select(eventSelection(app, event));
  };
  const outcome = outcomeOf(app, event);
  const parties = partiesLine(event, (id) => app.atlas.party(id));
  return el("li", { class: event.stance === "planned" ? "planned" : null }, el("button", { type: "button", onclick },
    el("span", { class: "when" }, sayEdtf(event.when)),
    el("span", { class: "what" }, [kindOf(event), placesLine(event)].filter(Boolean).join(event.places.length ? ": " : " ")),
    el("span", { class: "who" }, parties !== "" && el("span", {}, parties),
      event.stance !== "asserted" && el("span", { class: "chip" }, stanceWord(event)),
      event.claims.every((claim) => app.data.claims[claim].review?.own) && el("span", { class: "chip" }, t("quote.own")),
      outcome && el("span", { class: "outcome" }, sayOutcome(outcome)),
      event.claims.length > 1 && el("span", { class: "chip" }, t("panel.reports", { n: event.claims.length }))),
  ));
}
