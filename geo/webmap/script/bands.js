// km² by side over time, in the same axis as the ribbon: what each holds for certain in its colour, what is open hatched
// between them. Of what is chosen, or else of the whole region; the figures are those of `geo totals`.

import { el, sharpen } from "./dom.js";
import { longDay, shortDay } from "./days.js";
import { swatch } from "./swatch.js";
import { totals, totalsOn } from "./totals.js";
import { UNTOLD } from "./viewpoint.js";
import { number, t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./totals.js").Totals} Totals */

const HEIGHT = 112;
/** Sides that the key names; the table has them all. */
const MOST_SIDES = 4;

export class Bands {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.height = HEIGHT;
    this.canvas = el("canvas", { class: "bands", "aria-hidden": "true" });
    this.key = el("div", { class: "bands-key" });
    /** @type {Totals[]} */
    this.periods = [];
    /** What the periods were added up of. @type {unknown[]} */
    this.of = [];
    this.title = () => t("km2.region");
  }

  /** Add up anew where something else is chosen, or known. */
  find() {
    const { log, data, selection, time, viewpoint } = this.app;
    const cells = this.app.chosenCells().length ? this.app.chosenCells() : null;
    if (this.of[0] === log && this.of[1] === cells && this.of[2] === time.last && this.of[3] === viewpoint.chosen) return;
    this.of = [log, cells, time.last, viewpoint.chosen];
    this.periods = totals(data, log.rows, cells ?? [...data.cells.keys()], time, (state) => viewpoint.tells(state));
    this.title = cells && selection ? selection.title : () => t("km2.region");
  }

  /** The figures of the day shown, where they are others than those that stand there. */
  follow() {
    this.find();
    if (totalsOn(this.periods, this.app.day) !== this.told) this.name();
  }

  /** The figures of the day shown beside the bands. */
  name() {
    this.find();
    const { app } = this;
    const now = totalsOn(this.periods, app.day);
    this.told = now;
    if (!now) return this.key.replaceChildren(el("p", { class: "none" }, t("km2.nothing")));
    const sides = now.held.filter(({ high }) => high > 0).sort((a, b) => b.low - a.low || b.high - a.high);
    const line = (/** @type {Look} */ look, /** @type {string} */ name, /** @type {string} */ km2) =>
      el("p", {}, swatch(app, look, 12, 12), el("span", {}, name), el("b", {}, km2));
    this.key.replaceChildren(
      el("p", { class: "of" }, el("span", {}, this.title()), el("b", {}, t("km2.km2", { km2: said(now.km2) }))),
      ...sides.slice(0, MOST_SIDES).map(({ controller, low, high }) => line(sideLook(controller), app.atlas.party(controller), range(low, high))),
      ...now.open.map(({ status, km2 }) => line(openLook(status), wordOf("open", status), said(km2))),
    );
  }

  /** @param {import("./scale.js").Scale} scale */
  draw(scale) {
    this.find();
    this.canvas.style.width = `${scale.width}px`;
    this.canvas.style.height = `${HEIGHT}px`;
    const { ctx, density } = sharpen(this.canvas, scale.width, HEIGHT);
    for (const period of this.periods) {
      const [left, right] = [scale.x(period.start), scale.x(period.end)].map((x) => Math.round(Math.max(0, Math.min(scale.width, x))));
      if (right <= 0 || left >= scale.width) continue;
      for (const { look, from, to } of stack(period)) {
        ctx.fillStyle = this.app.patterns.fill(ctx, look, density);
        const [top, bottom] = [from, to].map((share) => Math.round(share * HEIGHT * density) / density);
        ctx.fillRect(left, top, Math.max(1, right - left), bottom - top);
      }
    }
  }

  /** All figures as a table. */
  table() {
    this.find();
    const { app, periods } = this;
    const sides = periods[0]?.held.map(({ controller }) => controller) ?? [];
    const statuses = [...new Set(periods.flatMap(({ open }) => open.map(({ status }) => status)))];
    const head = [t("km2.from"), t("km2.until"), ...sides.map((side) => app.atlas.party(side)), ...statuses.map((status) => wordOf("open", status))];
    return el("table", {},
      el("caption", {}, t("km2.caption", { name: this.title(), date: longDay((periods.at(-1)?.end ?? app.day + 1) - 1) })),
      el("thead", {}, el("tr", {}, ...head.map((words) => el("th", { scope: "col" }, words)))),
      el("tbody", {}, ...periods.map((period) => el("tr", { "aria-current": period.start <= app.day && app.day < period.end && "true" },
        el("th", { scope: "row" }, shortDay(period.start)), el("td", {}, shortDay(period.end - 1)),
        ...period.held.map(({ low, high }) => el("td", {}, range(low, high))),
        ...statuses.map((status) => el("td", {}, said(period.open.find((open) => open.status === status)?.km2 ?? 0)))))));
  }
}

/** The bands of a period from the top, as shares: the first side lies at the bottom, what is open under the others. @param {Totals} period @returns {{look: Look, from: number, to: number}[]} */
function stack({ km2, held, open }) {
  const [first, ...others] = held;
  const parts = [
    ...others.reverse().map(({ controller, low }) => ({ look: sideLook(controller), km2: low })),
    ...open.map(({ status, km2: size }) => ({ look: openLook(status), km2: size })),
    ...(first ? [{ look: sideLook(first.controller), km2: first.low }] : []),
  ];
  let from = 0;
  return parts.map(({ look, km2: size }) => {
    const to = from + size / km2;
    const part = { look, from, to };
    from = to;
    return part;
  });
}

/** @param {string} side @returns {Look} */
const sideLook = (side) => ({ pattern: "solid", parties: [side] });

/** What is open has nobody's colour. @param {string} status @returns {Look} */
const openLook = (status) => (status === "untold" ? UNTOLD : { pattern: status === "unknown" ? "none" : "hatch", parties: [] });

/** Whole km². @param {number} km2 */
const said = (km2) => number(km2, { maximumFractionDigits: 0 });

/** @param {number} low @param {number} high */
const range = (low, high) => (said(low) === said(high) ? said(low) : `${said(low)}\u2013${said(high)}`);
