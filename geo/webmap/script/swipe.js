// Two dates side by side: the earlier one to the left of a divider, the later one to the right, when a reader compares
// two dates and wants to see both. What is drawn on each side is drawn as on its own date.

import { ControlLog } from "./control.js";
import { longDay } from "./days.js";
import { byId, el } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./canvas_layer.js").View} View */

/** Layers that differ from day to day. */
export const OF_A_DAY = ["control", "presence", "events", "places"];

/** A second log beside each, so that neither is moved for the other. @type {WeakMap<ControlLog, ControlLog>} */
const beside = new WeakMap();

/** The two dates in their order, or null where one is shown. @param {App} app */
function datesOf({ swipe, compared, day }) {
  return swipe === null || compared === null || compared === day ? null : [compared, day].sort((a, b) => a - b);
}

/** Look at the page's state as on another day. @template T @param {App} app @param {number} day @param {() => T} look @returns {T} */
function asOn(app, day, look) {
  const { told, day: shown } = app;
  if (day === shown) return look();
  const log = beside.get(told.log) ?? new ControlLog(told.log.current.length, app.knowledge.intervals(app.step));
  beside.set(told.log, log);
  log.moveTo(day);
  app.told = { ...told, log };
  app.day = day;
  try {
    return look();
  } finally {
    app.told = told;
    app.day = shown;
  }
}

/** Draw each side of the divider as on its date. @param {App} app @param {View} view @param {() => void} draw */
export function onBothSides(app, view, draw) {
  const dates = datesOf(app);
  if (!dates) return draw();
  const { ctx, frame, seen } = view;
  const at = seen.left + /** @type {number} */ (app.swipe) * (seen.right - seen.left);
  const sides = [[frame.left, at], [at, frame.right]];
  sides.forEach(([from, to], i) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(from, frame.top, Math.max(0, to - from), frame.bottom - frame.top);
    ctx.clip();
    asOn(app, dates[i], draw);
    ctx.restore();
  });
}

/** Look as on the date that is under a place of the map, told as a share of its width. @template T @param {App} app @param {number} share @param {() => T} look @returns {T} */
export function asUnder(app, share, look) {
  const dates = datesOf(app);
  return dates ? asOn(app, dates[share < /** @type {number} */ (app.swipe) ? 0 : 1], look) : look();
}

/** The way to see both dates. @param {App} app */
export function swipeSwitch(app) {
  const onclick = () => {
    app.swipeTo(app.swipe === null ? 0.5 : null);
    if (app.swipe !== null) byId("stage").scrollIntoView({ block: "nearest" }); // on a phone the map is out of sight
  };
  const button = el("button", { type: "button", id: "side-by-side", "aria-pressed": "false", onclick }, t("swipe.show"));
  app.on("swipe", () => button.setAttribute("aria-pressed", String(app.swipe !== null)));
  return button;
}

/** The divider on the map, with both dates. @param {App} app @param {() => void} redraw  the layers of a day */
export function divider(app, redraw) {
  const handle = el("input", { type: "range", id: "swipe", min: "0", max: "100", step: "1", "aria-label": t("swipe.divider"), oninput: () => app.swipeTo(Number(handle.value) / 100) });
  const [left, right] = ["first", "last"].map((side) => el("span", { class: `side ${side}` }));
  const line = el("div", { class: "line", "aria-hidden": "true" }, left, right, el("span", { class: "grip" }, "\u2194"));
  const box = el("div", { id: "divider", hidden: true }, line, handle);
  let drawn = false;
  const show = () => {
    if (app.compared === null && app.swipe !== null) return app.swipeTo(null); // who leaves the comparison leaves both sides
    const dates = datesOf(app);
    box.hidden = !dates;
    if (dates) {
      const [first, last] = dates.map(longDay);
      const n = Math.round(100 * /** @type {number} */ (app.swipe));
      [left.textContent, right.textContent, handle.value, line.style.left] = [first, last, String(n), `${n}%`];
      handle.setAttribute("aria-valuetext", t("swipe.value", { first, last, n }));
    }
    if (dates || drawn) redraw();
    drawn = dates !== null;
  };
  for (const topic of /** @type {const} */ (["swipe", "compare", "day", "known"])) app.on(topic, show);
  byId("stage").append(box);
  app.keep("divider", ["swipe"], {
    write: () => (app.swipe === null ? null : String(Math.round(100 * app.swipe))),
    read: (text) => {
      const share = text === null ? null : Number(text) / 100;
      if (share === null || (share >= 0 && share <= 1 && app.compared !== null)) app.swipeTo(share);
    },
  });
}
