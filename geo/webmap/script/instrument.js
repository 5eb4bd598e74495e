// The time instrument: reports, then a row for each history or km² by side, then the axis and the slider, all on one
// scale. A day's mark is an element over them, so that time moves without anything being drawn anew.

import { drawAxis, drawReports } from "./axis.js";
import { Bands } from "./bands.js";
import { longDay, shortDay } from "./days.js";
import { byId, el } from "./dom.js";
import { followBrush, followPulls, followWheel } from "./gestures.js";
import { Ribbon } from "./ribbon.js";
import { Scale } from "./scale.js";
import { tableSheet } from "./time_tools.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

export class Instrument {
  /** @param {App} app @param {HTMLElement} slider @param {(instrument: Instrument) => HTMLElement} tools */
  constructor(app, slider, tools) {
    this.app = app;
    this.ribbon = new Ribbon(app);
    this.bands = new Bands(app);
    this.showsKm2 = false;
    this.width = 0;
    this.reports = el("canvas", { class: "reports", "aria-hidden": "true" });
    this.axis = el("canvas", { class: "axis", "aria-hidden": "true", title: t("time.draw") });
    this.reportsLabel = el("span", { class: "reports-label" }, t("time.reports"));
    this.now = el("div", { class: "now-mark" });
    this.other = el("div", { class: "now-mark other-mark", hidden: true });
    this.drawn = el("div", { class: "drawn", hidden: true });
    const { ribbon, bands } = this;
    this.rows = el("div", { class: "rows" }, el("div", {}, ribbon.labels, bands.key, ribbon.canvas, bands.canvas));
    this.track = el("div", { class: "track" }, this.axis, slider);
    this.marks = el("div", { class: "marks", "aria-hidden": "true" }, this.drawn, this.other, this.now);
    this.node = el("div", { class: "instrument" }, this.reportsLabel, this.reports, this.rows, tools(this), this.track, this.marks);
    this.table = tableSheet(bands);
    this.toggle = el("button", { type: "button", class: "go", id: "all-rows", onclick: () => this.expand(!ribbon.expanded) });
    this.note = el("span", {});
    this.table.button.classList.add("go");
    this.more = el("div", { class: "more" }, this.note, this.toggle, this.table.button, this.table.node);
    this.follow();
  }

  follow() {
    const { app } = this;
    const measure = () => this.scale;
    const mark = () => (app.horizon === app.day ? this.draw() : this.mark());
    const draw = () => this.draw();
    const name = () => this.name();
    app.on("day", mark);
    app.on("window", draw);
    app.on("theme", name);
    app.on("names", name);
    app.on("selection", name);
    app.on("viewpoint", name);
    app.on("known", () => {
      this.ribbon.find();
      name();
    });
    app.on("compare", mark);
    new ResizeObserver(() => { if (this.track.clientWidth !== this.wide) name(); }).observe(this.track);
    app.keep("chart", ["chart"], {
      write: () => (this.showsKm2 ? "km2" : null),
      read: (text) => { if ((text === "km2") !== this.showsKm2) this.show(text === "km2"); },
    });
    app.keep("rows", ["chart"], {
      write: () => (this.ribbon.expanded ? "all" : null),
      read: (text) => { if ((text === "all") !== this.ribbon.expanded) this.expand(text === "all"); },
    });
    followWheel(app, this.node, this.axis, measure);
    const click = (/** @type {PointerEvent} */ event, /** @type {number} */ x) => this.click(event, x);
    for (const canvas of [this.ribbon.canvas, this.bands.canvas, this.reports]) followPulls(app, canvas, measure, click);
    followBrush(app, this.axis, measure, (period) => this.showDrawn(period));
  }

  /** As wide as when it was drawn: to ask at each step would make the browser lay out the page. */
  get scale() {
    return new Scale(this.app.window, this.width);
  }

  /** @param {boolean} km2  the chart of km², or the rows */
  show(km2) {
    this.showsKm2 = km2;
    this.name();
    this.app.tell("chart");
  }

  /** @param {boolean} all */
  expand(all) {
    this.ribbon.expanded = all;
    this.name();
    this.app.tell("chart");
  }

  /** The words beside what is drawn, and then that. */
  name() {
    const { ribbon, bands, showsKm2 } = this;
    ribbon.labels.hidden = ribbon.canvas.hidden = showsKm2;
    bands.key.hidden = bands.canvas.hidden = !showsKm2;
    if (showsKm2) bands.name();
    else ribbon.name();
    this.tellMore();
    this.draw();
  }

  /** Rows that are not shown, and the way to them; under km² the way to the table. */
  tellMore() {
    const { ribbon, showsKm2, table } = this;
    table.button.hidden = !showsKm2;
    this.toggle.hidden = showsKm2 || (ribbon.hidden === 0 && !ribbon.expanded);
    this.toggle.setAttribute("aria-expanded", String(ribbon.expanded));
    this.toggle.textContent = t(ribbon.expanded ? "time.fewer-rows" : "time.all-rows");
    this.note.textContent = showsKm2 ? t("km2.note") : ribbon.hidden ? t("time.smaller", { n: ribbon.hidden }) : "";
    this.more.hidden = !showsKm2 && this.toggle.hidden;
  }

  draw() {
    this.wide = this.track.clientWidth;
    this.width = this.axis.clientWidth;
    const { scale } = this;
    if (scale.width <= 0) return;
    if (this.showsKm2) this.bands.draw(scale);
    else this.ribbon.draw(scale);
    this.reportsLabel.textContent = drawReports(this.app, this.reports, scale);
    drawAxis(this.axis, scale);
    this.mark();
  }

  /** The day shown, and the one that it is compared with. */
  mark() {
    const { app, scale } = this;
    if (scale.width <= 0) return;
    place(this.now, scale.x(app.day));
    const { compared } = app;
    this.other.hidden = compared === null || compared < scale.start || compared > scale.end;
    if (compared !== null) place(this.other, scale.x(compared));
    if (this.showsKm2) this.bands.follow();
  }

  /** To the day, and to the history; a finger, which hits no thin row for certain, only goes to the day. @param {PointerEvent} event @param {number} x */
  click(event, x) {
    this.app.goTo(this.scale.dayAt(x));
    if (event.target !== this.ribbon.canvas || event.pointerType === "touch") return;
    const group = this.ribbon.groupAt(event.clientY - this.ribbon.canvas.getBoundingClientRect().top);
    if (group) this.ribbon.choose(group);
  }

  /** A period while it is drawn. @param {{from: number, to: number} | null} period */
  showDrawn(period) {
    this.drawn.hidden = period === null;
    if (!period) return;
    const { scale } = this;
    const [first, last] = [Math.min(period.from, period.to), Math.max(period.from, period.to)];
    place(this.drawn, scale.x(first));
    this.drawn.style.width = `${scale.x(last) - scale.x(first)}px`;
    this.drawn.replaceChildren(el("span", {}, `${shortDay(Math.round(first))} \u2013 ${shortDay(Math.round(last))}`));
  }

  /** The window in words, for those who do not see it. */
  say() {
    const { start, end } = this.app.window;
    byId("said").textContent = t("time.shown", { start: longDay(start), end: longDay(end) });
  }
}

/** @param {HTMLElement} mark @param {number} x */
function place(mark, x) {
  mark.style.transform = `translateX(${x}px)`;
}
