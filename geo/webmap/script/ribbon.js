// The ribbon over the slider: a row a history, in the colours of the map, and the days on which reports were published.

import { ink } from "./colours.js";
import { el, sharpen } from "./dom.js";
import { monthNames, toDate, yearOf, yearStart } from "./days.js";
import { lookOf } from "./look.js";
import { SIGN } from "./patterns.js";
import { rowSelection } from "./selections.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

const ROW = 13;
const GAP = 3;
const AXIS = 20;
const REPORTS = 14;
const MOST_ROWS = 8;
/** Room over a row for its name, where the window has none beside it. */
const NAME = 16;

export class Ribbon {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Cells with one history, as far as is known, share a row; the largest have one. @type {number[][]} */
    this.groups = [];
    this.hidden = 0;
    this.group();
    this.canvas = el("canvas", { class: "ribbon", "aria-hidden": "true" });
    this.labels = el("div", { class: "row-labels" });
    app.on("names", () => this.name());
    app.on("known", () => {
      this.group();
      this.name();
    });
    this.name();
    this.canvas.addEventListener("click", (event) => this.click(event));
  }

  /** Find the rows. */
  group() {
    const { log, data, atlas } = this.app;
    const all = log.groups(data.cells.keys()).filter((group) => log.rows[group[0]].length > 0);
    const sizes = new Map(all.map((group) => [group, atlas.km2(group)]));
    all.sort((a, b) => Number(sizes.get(b)) - Number(sizes.get(a)));
    this.groups = all.slice(0, MOST_ROWS);
    this.hidden = all.length - this.groups.length;
  }

  /** Names stand beside the rows, or over them where the style sheet hides those beside. */
  get over() {
    return this.labels.offsetParent === null ? NAME : 0;
  }

  get height() {
    return REPORTS + this.groups.length * (this.over + ROW + GAP) + AXIS;
  }

  /** @param {number[]} group */
  namesOf(group) {
    return this.app.atlas.labelOf(group).map((name) => name.split(" / ")[0]);
  }

  /** @param {number[]} group */
  wordsOf(group) {
    const names = this.namesOf(group);
    return names.slice(0, 2).join(", ") + (names.length > 2 ? ` +${names.length - 2}` : "");
  }

  /** Names beside the rows. */
  name() {
    const rows = this.groups.map((group) => this.label(group));
    this.labels.replaceChildren(el("span", { class: "reports-label" }, t("time.reports")), ...rows);
    this.draw();
  }

  /** @param {number[]} group */
  label(group) {
    return el("button", { type: "button", title: this.namesOf(group).join(", "), onclick: () => this.choose(group) }, this.wordsOf(group));
  }

  /** @param {number[]} group */
  choose(group) {
    this.app.select(rowSelection(this.app, group));
  }

  /** To the day under the pointer, and to the history; a finger, which hits no thin row for certain, only goes to the day. @param {MouseEvent} event */
  click(event) {
    const box = this.canvas.getBoundingClientRect();
    const { start, end } = this.app.window;
    this.app.goTo(start + ((event.clientX - box.left) / box.width) * (end - start));
    if (window.matchMedia("(pointer: coarse)").matches) return;
    const group = this.groups[Math.floor((event.clientY - box.top - REPORTS) / (this.over + ROW + GAP))];
    if (group) this.choose(group);
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (width === 0) return;
    const { height } = this;
    this.canvas.style.height = `${height}px`;
    const { ctx, density } = sharpen(this.canvas, width, height);
    const { start, end } = this.app.window;
    const x = (/** @type {number} */ day) => ((day - start) / (end - start)) * width;
    this.drawRows(ctx, density, x, width);
    this.drawReports(ctx, x, ink("ink-faint"));
    drawAxis(ctx, { start, end }, x, height, ink("ink-soft"), ink("rule"));
    const at = x(this.app.day);
    ctx.fillStyle = ink("ink");
    ctx.fillRect(Math.round(at) - 1, 0, 2, height - AXIS + 4);
    if (this.over) this.drawNames(ctx, at, width);
  }

  /** Over the mark of the day, so that it strikes none out. @param {CanvasRenderingContext2D} ctx @param {number} at @param {number} width */
  drawNames(ctx, at, width) {
    ctx.font = "12px system-ui, sans-serif";
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    this.groups.forEach((group, i) => {
      const middle = REPORTS + i * (NAME + ROW + GAP) + NAME / 2;
      const words = this.wordsOf(group);
      ctx.fillStyle = ink("card");
      if (at < ctx.measureText(words).width + 4) ctx.fillRect(0, middle - 7, Math.min(width, ctx.measureText(words).width + 4), 14);
      ctx.fillStyle = ink("ink-soft");
      ctx.fillText(words, 0, middle);
    });
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} density @param {(day: number) => number} x @param {number} width */
  drawRows(ctx, density, x, width) {
    this.groups.forEach((group, i) => {
      const top = REPORTS + i * (this.over + ROW + GAP) + this.over;
      for (const row of this.app.log.rows[group[0]]) {
        const from = Math.max(0, row.start === -Infinity ? 0 : x(row.start));
        const to = Math.min(width, x(Math.min(row.end, this.app.horizon)));
        if (to <= 0 || from >= width || row.start >= this.app.horizon) continue;
        ctx.fillStyle = this.app.patterns.fill(ctx, lookOf(this.app.data.states[row.state]), density);
        const shift = top + ROW / 2 - SIGN;
        ctx.translate(0, shift);
        ctx.fillRect(from, top - shift, Math.max(1, to - from), ROW);
        ctx.translate(0, -shift);
      }
    });
  }

  /** A mark where a report was published, a bar where only an interval is known. @param {CanvasRenderingContext2D} ctx @param {(day: number) => number} x @param {string} colour */
  drawReports(ctx, x, colour) {
    ctx.fillStyle = colour;
    const { data, knowledge, step } = this.app;
    for (const { span } of data.articles.filter((_, i) => knowledge.knows(i, step))) {
      const first = span[0] ?? span[1];
      const last = span[1] ?? span[0];
      if (first === null || last === null) continue;
      const [from, to] = [x(first), x(last + 1)];
      if (to - from < 4) {
        ctx.beginPath();
        ctx.moveTo((from + to) / 2 - 4, 2);
        ctx.lineTo((from + to) / 2 + 4, 2);
        ctx.lineTo((from + to) / 2, 9);
        ctx.fill();
      } else ctx.fillRect(from, 4, to - from, 3);
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {{start: number, end: number}} window @param {(day: number) => number} x
 * @param {number} height @param {string} ink @param {string} rule
 */
function drawAxis(ctx, { start, end }, x, height, ink, rule) {
  ctx.font = "12px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  const width = x(end);
  let edge = -Infinity;
  for (const { day, text } of ticks(start, end, width)) {
    const at = x(day);
    ctx.fillStyle = rule;
    ctx.fillRect(Math.round(at), height - AXIS + 1, 1, 5);
    const half = ctx.measureText(text).width / 2;
    const middle = Math.max(half, Math.min(width - half, at));
    if (middle - half < edge + 8) continue;
    ctx.fillStyle = ink;
    ctx.fillText(text, middle, height - 2);
    edge = middle + half;
  }
}

/** Years, or months where the window is short; about one every 70 pixels. @param {number} start @param {number} end @param {number} width */
export function ticks(start, end, width) {
  const most = Math.max(2, width / 70);
  const years = (end - start) / 365.25;
  const found = [];
  if (years * 12 <= most * 6) {
    const months = [1, 2, 3, 6].find((step) => (years * 12) / step <= most) ?? 6;
    for (let year = yearOf(start); year <= yearOf(end); year += 1) {
      for (let month = 0; month < 12; month += months) {
        const day = Math.round(Date.UTC(year, month, 1) / 86400000);
        if (day >= start && day <= end) found.push({ day, text: month === 0 ? String(year) : monthNames("months.short")[toDate(day).getUTCMonth()] });
      }
    }
    return found;
  }
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((candidate) => years / candidate <= most) ?? 5000;
  for (let year = Math.ceil(yearOf(start) / step) * step; year <= yearOf(end); year += step) {
    if (year > 0 && yearStart(year) >= start) found.push({ day: yearStart(year), text: String(year) });
  }
  return found;
}
