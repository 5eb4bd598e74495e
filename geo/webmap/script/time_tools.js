// The small tools of the time instrument: rows or km², closer and farther, a period by its dates, and what keys do.

import { dayField } from "./day_field.js";
import { iso, parseIso } from "./days.js";
import { totalsCsv } from "./data_files.js";
import { el } from "./dom.js";
import { CSV_TYPE } from "./files.js";
import { save } from "./saving.js";
import { chosen, moved, zoomed } from "./scale.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./instrument.js").Instrument} Instrument */

const CLOSER = 0.5;

/** @param {App} app @param {Instrument} instrument */
export function timeTools(app, instrument) {
  const views = [false, true].map((km2) => el("button", { type: "button", id: km2 ? "show-km2" : "show-areas", onclick: () => instrument.show(km2) }, t(km2 ? "km2.view" : "panel.areas")));
  const mark = () => {
    views.forEach((button, i) => button.setAttribute("aria-pressed", String(instrument.showsKm2 === (i === 1))));
  };
  app.on("chart", mark);
  mark();
  const zoom = (/** @type {string} */ id, /** @type {string} */ sign, /** @type {string} */ words, /** @type {number} */ factor) =>
    el("button", { type: "button", id, "aria-label": words, title: words, onclick: () => zoomAtDay(app, instrument, factor) }, sign);
  const help = sheet("time-help", t("help.title"), () => [helpList()], "?");
  return el("div", { class: "tools" },
    el("div", { class: "views", role: "group", "aria-label": t("km2.views") }, ...views),
    el("div", { class: "zoom" }, zoom("zoom-out", "\u2212", t("time.farther"), 1 / CLOSER), zoom("zoom-in", "+", t("time.closer"), CLOSER)),
    help.button, help.node);
}

/** The figures of km² as a table, and the way to it. @param {import("./bands.js").Bands} bands */
export const tableSheet = (bands) => sheet("km2-table", t("km2.table"), () => [
  el("div", { class: "scroll", tabindex: "0" }, bands.table()),
  el("button", { type: "button", class: "go", id: "save-km2", onclick: () => save(`${bands.app.data.region.id}-km2.csv`, new Blob([totalsCsv(bands.periods)], { type: CSV_TYPE })) }, t("km2.save"))]);

/** @param {App} app @param {Instrument} instrument @param {number} factor */
function zoomAtDay(app, instrument, factor) {
  app.setWindow(zoomed(app.window, app.data.time, factor, app.day));
  instrument.say();
}

/** Keys on the slider beyond its own. @param {App} app @param {Instrument} instrument @param {KeyboardEvent} event @returns {boolean} whether the key was one of these */
export function followKey(app, instrument, event) {
  const { start, end } = app.data.time;
  const tenth = Math.max(1, Math.round((app.window.end - app.window.start) / 10));
  const act = {
    "+": () => app.setWindow(zoomed(app.window, app.data.time, CLOSER, app.day)),
    "=": () => app.setWindow(zoomed(app.window, app.data.time, CLOSER, app.day)),
    "-": () => app.setWindow(zoomed(app.window, app.data.time, 1 / CLOSER, app.day)),
    0: () => app.setWindow({ start, end }),
    ArrowLeft: event.shiftKey && (() => app.setWindow(moved(app.window, app.data.time, -tenth))),
    ArrowRight: event.shiftKey && (() => app.setWindow(moved(app.window, app.data.time, tenth))),
  }[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return false;
  act();
  instrument.say();
  return true;
}

/** A period by its first and last day, for those who do not draw it. @param {App} app @param {Instrument} instrument */
export function periodFields(app, instrument) {
  const { start, end } = app.data.time;
  const field = (/** @type {string} */ id) => dayField(app, { id, min: iso(start), max: iso(end), required: true });
  const [from, until] = [field("period-from"), field("period-until")];
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const [first, last] = [from, until].map((input) => parseIso(input.value));
    if (first === null || last === null) return;
    app.setWindow(chosen(first, last, app.data.time));
    made.node.hidePopover();
    instrument.say();
  };
  const form = el("form", { onsubmit },
    el("label", { for: from.id }, t("time.first-day")), from, el("label", { for: until.id }, t("time.last-day")), until,
    el("button", { type: "submit" }, t("time.show-period")));
  const made = sheet("period", t("time.other-period"), () => {
    from.value = iso(app.window.start);
    until.value = iso(app.window.end);
    return [form];
  }, "\u2026");
  return made;
}

/** A button and what it opens: filled when it opens, closed by Escape or a click elsewhere. @param {string} id @param {string} title @param {() => Node[]} fill @param {string} [sign]  on the button, in place of the title */
function sheet(id, title, fill, sign) {
  const body = el("div", {});
  const close = el("button", { type: "button", class: "close", popovertarget: id, popovertargetaction: "hide", "aria-label": t("time.close") }, "\u00d7");
  const node = el("div", { id, class: "sheet", popover: "auto", role: "dialog", "aria-label": title }, close, el("h2", {}, title), body);
  node.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") body.replaceChildren(...fill());
  });
  return { node, button: el("button", { type: "button", id: `open-${id}`, popovertarget: id, "aria-label": sign && title, title: sign && title }, sign ?? title) };
}

/** @type {[string, import("./words.js").Key][]} */
const KEYS = [
  ["\u2190 \u2192", "help.day"], ["PageUp PageDown", "help.change"], ["+ \u2212", "help.zoom"], ["0", "help.all"],
  ["Shift \u2190 \u2192", "help.move"], ["Home End", "help.ends"], ["Esc", "help.escape"],
];
/** @type {import("./words.js").Key[]} */
const HANDS = ["help.draw", "help.pull", "help.wheel", "help.fade", "help.ties", "help.reports"];

function helpList() {
  return el("div", {},
    el("p", {}, t("help.slider")),
    el("dl", {}, ...KEYS.flatMap(([keys, words]) => [el("dt", {}, ...keys.split(" ").flatMap((key) => [el("kbd", {}, key), " "])), el("dd", {}, t(words))])),
    el("ul", {}, ...HANDS.map((words) => el("li", {}, t(words)))));
}
