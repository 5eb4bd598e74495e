// What changed between the day shown and another: a list of areas, each from what to what, the same as `geo diff` gives,
// and their outline on the map.

import { difference, km2Of } from "./difference.js";
import { iso, longDay, parseIso } from "./days.js";
import { dayChoice } from "./day_field.js";
import { el } from "./dom.js";
import { lookOf } from "./look.js";
import { sayState } from "./say.js";
import { cellSelection } from "./selections.js";
import { swatch } from "./swatch.js";
import { swipeSwitch } from "./swipe.js";
import { number, t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./difference.js").Change} Change */

const YEAR = 365;

/** The way to compare, and the comparison. @param {App} app */
export function comparison(app) {
  const opening = el("button", { type: "button", class: "go", id: "compare", onclick: () => {
    app.compareWith(usual(app));
    input.focus();
  } }, t("compare.open"));
  const { input, show: showDay } = dayChoice(app, { id: "compared" }, { choose: (day) => app.compareWith(day), shown: () => app.compared });
  const leave = () => {
    app.compareWith(null);
    opening.focus();
  };
  const said = el("p", { class: "sum", role: "status" });
  const list = el("ul", { class: "changes" });
  const box = el("section", { id: "comparison", "aria-label": t("compare.title") },
    el("h2", {}, t("compare.title")),
    el("p", { class: "dates" }, el("label", { for: input.id }, t("compare.with")), " ", input, " ", swipeSwitch(app), " ", el("button", { type: "button", id: "leave-compare", onclick: leave }, t("compare.leave"))),
    said, list);
  const show = () => {
    const { compared } = app;
    box.hidden = compared === null;
    opening.hidden = compared !== null;
    const changes = compared === null ? [] : difference(app.atlas, app.log.rows, Math.min(compared, app.day), Math.max(compared, app.day));
    app.changed = changes.flatMap(({ cells }) => cells);
    if (compared === null) return list.replaceChildren();
    showDay();
    said.textContent = summary(app, compared);
    list.replaceChildren(...changes.map((change) => row(app, change)));
  };
  app.on("compare", show);
  for (const topic of /** @type {const} */ (["day", "known", "names", "theme"])) app.on(topic, () => { if (app.compared !== null) app.tell("compare"); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || app.compared === null || app.selection || document.querySelector(":popover-open")) return;
    leave();
  }, { capture: true }); // before a choice is left, which comes first
  app.keep("compare", ["compare"], {
    write: () => (app.compared === null ? null : iso(app.compared)),
    read: (text) => {
      const day = within(app, parseIso(text ?? ""));
      if (text === null ? app.compared !== null : day !== null && day !== app.compared) app.compareWith(day);
    },
  });
  show();
  return el("div", { class: "comparing" }, opening, box);
}

/** A year before the day shown, or as far before it as time goes. @param {App} app */
const usual = (app) => Math.max(app.time.start, app.day - YEAR);

/** @param {App} app @param {number | null} day */
const within = (app, day) => (day !== null && day >= app.time.start && day <= app.time.end ? day : null);

/** @param {App} app @param {number} compared */
function summary(app, compared) {
  const { atlas, changed, data } = app;
  const [first, last] = [compared, app.day].sort((a, b) => a - b).map(longDay);
  if (changed.length === 0) return t("compare.none", { first, last });
  return t("compare.sum", { first, last, km2: whole(km2Of(atlas, changed)), all: whole(km2Of(atlas, data.cells.keys())) });
}

/** @param {App} app @param {Change} change */
function row(app, { area, cells, km2, before, after }) {
  const name = app.data.areas.find(({ id }) => id === area)?.name ?? area;
  const [was, is] = [before, after].map((state) => sayState(state, (id) => app.atlas.party(id)));
  return el("li", {}, el("button", { type: "button", onclick: () => app.select(cellSelection(app, cells[0])) },
    el("span", { class: "looks" }, swatch(app, lookOf(before), 17), swatch(app, lookOf(after), 17)),
    el("span", { class: "what" }, name, " ", el("small", {}, t("km2.km2", { km2: whole(km2) }))),
    el("span", { class: "who" }, t("compare.row", { before: was, after: is }))));
}

/** @param {number} km2 */
const whole = (km2) => number(km2, { maximumFractionDigits: km2 < 10 ? 1 : 0 });
