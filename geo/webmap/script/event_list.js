// The list of what happened, by time; what the date shown lies in is marked.

import { sayEdtf } from "./days.js";
import { el } from "./dom.js";
import { isOn, kindOf, partiesLine, placesLine, stanceWord } from "./events.js";
import { eventSelection } from "./selections.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */

/** @param {App} app */
export function eventList(app) {
  /** @type {{event: Event, item: HTMLElement}[]} */
  let items = [];
  const box = el("div");
  const mark = () => items.forEach(({ event, item }) => {
    item.classList.toggle("now", isOn(event, app.day));
    item.classList.toggle("later", event.first !== null && event.first > app.day);
  });
  const fill = () => {
    items = app.events.map((event) => ({ event, item: eventItem(app, event) }));
    box.replaceChildren(items.length ? el("ol", { class: "events" }, ...items.map(({ item }) => item)) : el("p", { class: "none" }, t("panel.no-events")));
    mark();
  };
  app.on("day", mark);
  app.on("known", fill);
  fill();
  return box;
}

/** @param {App} app @param {Event} event */
function eventItem(app, event) {
  const onclick = () => {
    const day = event.first ?? event.last;
    if (day !== null && app.known !== "shown") app.goTo(day); // on its day it may not yet have been known
    app.select(eventSelection(app, event));
  };
  const parties = partiesLine(event, (id) => app.atlas.party(id));
  return el("li", { class: event.stance === "planned" ? "planned" : null }, el("button", { type: "button", onclick },
    el("span", { class: "when" }, sayEdtf(event.when)),
    el("span", { class: "what" }, [kindOf(event), placesLine(event)].filter(Boolean).join(event.places.length ? ": " : " ")),
    el("span", { class: "who" }, parties !== "" && el("span", {}, parties),
      event.stance !== "asserted" && el("span", { class: "chip" }, stanceWord(event)),
      event.claims.every((claim) => app.data.claims[claim].review?.own) && el("span", { class: "chip" }, t("quote.own")),
      event.claims.length > 1 && el("span", { class: "chip" }, t("panel.reports", { n: event.claims.length }))),
  ));
}
