// The ribbon over the slider: a row a history, in the colours of the map, and the days on which reports were published.

import { el, sharpen } from "./dom.js";
import { toDate, yearOf, yearStart } from "./days.js";
import { lookOf } from "./look.js";

/** @typedef {import("./app.js").App} App */

const ROW = 13;
const GAP = 3;
const AXIS = 20;
const REPORTS = 14;
const MOST_ROWS = 8;

export class Ribbon {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const all = app.log.groups(app.data.cells.keys()).filter((group) => app.log.rows[group[0]].length > 0);
    all.sort((a, b) => app.atlas.km2(b) - app.atlas.km2(a));
    this.groups = all.slice(0, MOST_ROWS);
    this.hidden = all.length - this.groups.length;
    this.canvas = el("canvas", { class: "ribbon", "aria-hidden": "true" });
    this.labels = el("div", { class: "row-labels" }, el("span", { class: "reports-label" }, "Reports"), ...this.groups.map((group) => this.label(group)));
    this.height = REPORTS + this.groups.length * (ROW + GAP) + AXIS;
    this.canvas.style.height = `${this.height}px`;
    this.canvas.addEventListener("click", (event) => this.click(event));
  }

  /** @param {number[]} group */
  label(group) {
    const names = this.app.atlas.labelOf(group).map((name) => name.split(" / ")[0]);
    const words = names.slice(0, 2).join(", ") + (names.length > 2 ? ` +${names.length - 2}` : "");
    const onclick = () => this.choose(group);
    return el("button", { type: "button", title: names.join(", "), onclick }, words);
  }

  /** @param {number[]} group */
  choose(group) {
    const names = this.app.atlas.nameOf(group);
    this.app.select({ title: names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : ""), cells: group, event: null });
  }

  /** @param {MouseEvent} event */
  click(event) {
    const box = this.canvas.getBoundingClientRect();
    const { start, end } = this.app.window;
    this.app.goTo(start + ((event.clientX - box.left) / box.width) * (end - start));
    const group = this.groups[Math.floor((event.clientY - box.top - REPORTS) / (ROW + GAP))];
    if (group) this.choose(group);
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (width === 0) return;
    const { ctx, density } = sharpen(this.canvas, width, this.height);
    const style = getComputedStyle(document.documentElement);
    const ink = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    const { start, end } = this.app.window;
    const x = (/** @type {number} */ day) => ((day - start) / (end - start)) * width;
    this.drawRows(ctx, density, x, width);
    this.drawReports(ctx, x, ink("ink-faint"));
    drawAxis(ctx, { start, end }, x, this.height, ink("ink-soft"), ink("rule"));
    const at = x(this.app.day);
    ctx.fillStyle = ink("ink");
    ctx.fillRect(Math.round(at) - 1, 0, 2, this.height - AXIS + 4);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} density @param {(day: number) => number} x @param {number} width */
  drawRows(ctx, density, x, width) {
    this.groups.forEach((group, i) => {
      const top = REPORTS + i * (ROW + GAP);
      for (const row of this.app.log.rows[group[0]]) {
        const from = Math.max(0, row.start === -Infinity ? 0 : x(row.start));
        const to = Math.min(width, row.end === Infinity ? width : x(row.end));
        if (to <= 0 || from >= width) continue;
        ctx.fillStyle = this.app.patterns.fill(ctx, lookOf(this.app.data.states[row.state]), density);
        ctx.fillRect(from, top, Math.max(1, to - from), ROW);
      }
    });
  }

  /** A mark where a report was published, a bar where only an interval is known. @param {CanvasRenderingContext2D} ctx @param {(day: number) => number} x @param {string} colour */
  drawReports(ctx, x, colour) {
    ctx.fillStyle = colour;
    for (const { span } of this.app.data.articles) {
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
  ctx.font = "11px system-ui, sans-serif";
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
        if (day >= start && day <= end) found.push({ day, text: month === 0 ? String(year) : MONTHS[toDate(day).getUTCMonth()] });
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

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
