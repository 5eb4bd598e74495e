// The ribbon over the slider: a row a history, in the colours of the map. A start that is not known to the day fades in,
// and what was planned is tied to what came of it.

import { palingDays } from "./ages.js";
import { ink } from "./colours.js";
import { el, sharpen } from "./dom.js";
import { lookOf } from "./look.js";
import { SIGN } from "./patterns.js";
import { rowSelection } from "./selections.js";
import { tiesOf } from "./ties.js";
import { UNTOLD } from "./viewpoint.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./control.js").Row} Row */
/** @typedef {import("./scale.js").Scale} Scale */

const ROW = 13;
const GAP = 3;
/** Rows that are shown at once: fewer in a low window, where the map needs the room. */
const MOST_ROWS = window.innerHeight < 850 ? 6 : 8;
/** Room over a row for its name, where the window has none beside it. */
const NAME = 16;
/** Steps in which an uncertain start fades in. */
const FADE = 24;
/** Pixels between two days that cannot be told apart. */
const CLOSE = 6;

export class Ribbon {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Cells with one history, as far as is known, share a row; the largest first. @type {number[][]} */
    this.all = [];
    this.expanded = false;
    /** What is chosen, as a list and as a set. @type {number[]} */
    this.lastChosen = [];
    /** @type {Set<number>} */
    this.chosen = new Set();
    this.canvas = el("canvas", { class: "ribbon", "aria-hidden": "true" });
    this.labels = el("div", { class: "row-labels" });
    this.narrow = window.matchMedia("(max-width: 900px)");
    this.find();
    this.name();
  }

  /** Find the rows. */
  find() {
    const { log, data, atlas } = this.app;
    this.all = log.groups(data.cells.keys()).filter((group) => log.rows[group[0]].length > 0);
    const sizes = new Map(this.all.map((group) => [group, atlas.km2(group)]));
    this.all.sort((a, b) => Number(sizes.get(b)) - Number(sizes.get(a)));
  }

  /** The rows shown: those of what is chosen and the largest others, so many that the map keeps its room; or all. */
  get groups() {
    if (this.expanded) return this.all;
    const chosen = this.all.filter((group) => this.isChosen(group)).slice(0, MOST_ROWS);
    const others = this.all.filter((group) => !chosen.includes(group)).slice(0, MOST_ROWS - chosen.length);
    return this.all.filter((group) => chosen.includes(group) || others.includes(group));
  }

  get hidden() {
    return this.all.length - this.groups.length;
  }

  /** @param {number[]} group */
  isChosen(group) {
    const cells = this.app.chosenCells();
    if (cells !== this.lastChosen) [this.lastChosen, this.chosen] = [cells, new Set(cells)];
    return cells.length > 0 && cells.length < this.app.data.cells.length && group.some((cell) => this.chosen.has(cell));
  }

  /** Names stand beside the rows, or over them where the style sheet puts them there. */
  get over() {
    return this.narrow.matches ? NAME : 0;
  }

  get pitch() {
    return this.over + ROW + GAP;
  }

  get height() {
    return this.groups.length * this.pitch;
  }

  /** @param {number[]} group */
  namesOf(group) {
    return this.app.atlas.labelOf(group).map((name) => name.split(" / ")[0]);
  }

  /** Names beside the rows, those of what is chosen marked. */
  name() {
    this.labels.replaceChildren(...this.groups.map((group) => {
      const names = this.namesOf(group);
      const words = names.slice(0, 2).join(", ") + (names.length > 2 ? ` +${names.length - 2}` : "");
      return el("button", { type: "button", title: this.app.atlas.nameOf(group).join(", "), "aria-current": this.isChosen(group) && "true", onclick: () => this.choose(group) }, words);
    }));
  }

  /** @param {number[]} group */
  choose(group) {
    this.app.select(rowSelection(this.app, group));
  }

  /** The row at a height in the canvas. @param {number} y */
  groupAt(y) {
    return this.groups[Math.floor(y / this.pitch)];
  }

  /** @param {Scale} scale */
  draw(scale) {
    const { height } = this;
    this.canvas.style.height = `${height}px`;
    this.canvas.style.width = `${scale.width}px`;
    const { ctx, density } = sharpen(this.canvas, scale.width, height);
    this.groups.forEach((group, i) => {
      const top = i * this.pitch + this.over;
      const rows = this.app.log.rows[group[0]];
      rows.forEach((_, k) => this.drawRow(ctx, density, scale, rows, k, top));
      for (const tie of tiesOf(this.app.data, this.app.plans, rows, group)) if (tie.came < this.app.horizon) drawTie(ctx, scale, tie, top);
      if (!this.isChosen(group)) return;
      ctx.strokeStyle = ink("ink");
      ctx.lineWidth = 2;
      ctx.strokeRect(1, top, scale.width - 2, ROW - 0.5);
    });
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} density @param {Scale} scale @param {Row[]} rows @param {number} i @param {number} top */
  drawRow(ctx, density, scale, rows, i, top) {
    const { app } = this;
    const row = rows[i];
    const state = app.data.states[row.state];
    const edge = (/** @type {number} */ day) => Math.max(0, Math.min(scale.width, day === -Infinity ? 0 : day === Infinity ? scale.width : scale.x(day)));
    const [from, to] = [edge(row.start), edge(Math.min(row.end, app.horizon))];
    if (to <= 0 || from >= scale.width || row.start >= app.horizon) return;
    const fill = (/** @type {import("./look.js").Look} */ look, /** @type {number} */ left, /** @type {number} */ right) => {
      ctx.fillStyle = app.patterns.fill(ctx, look, density);
      const shift = top + ROW / 2 - SIGN;
      ctx.translate(0, shift);
      ctx.fillRect(left, top - shift, right - left, ROW);
      ctx.translate(0, -shift);
    };
    const paint = () => {
      const end = Math.min(row.end, app.horizon);
      const cuts = [row.start, ...palingDays(state).filter((day) => row.start < day && day < end), end];
      cuts.slice(1).forEach((last, k) => {
        const age = palingDays(state).filter((day) => day <= cuts[k]).length;
        const [left, right] = [edge(cuts[k]), edge(last)];
        fill(lookOf(state, age), left, Math.max(left + 1, right));
      });
    };
    const sure = Math.round(edge(Math.min((state.startBy ?? -Infinity) + 1, row.end, app.horizon)));
    const earlier = rows[i - 1]?.end === row.start ? app.data.states[rows[i - 1].state] : undefined;
    if (!app.viewpoint.tells(row.state)) fill(UNTOLD, from, Math.max(from + 1, to));
    else if (state.status === "date_uncertain") {
      const fade = ctx.createLinearGradient(scale.x(row.start), 0, scale.x(row.end), 0);
      fade.addColorStop(0, app.colours.of(state.controller ?? state.others[0]));
      fade.addColorStop(1, state.becomes ? app.colours.of(state.becomes) : app.colours.none);
      ctx.fillStyle = fade;
      ctx.fillRect(from, top, to - from, ROW);
    } else {
      paint();
      if (Number.isFinite(row.start) && earlier?.status !== "date_uncertain" && !(earlier && !app.viewpoint.tells(rows[i - 1].state)) && sure - from > 2) fadeIn(ctx, Math.round(from), sure, (left, right) => fill(lookOf(earlier), left, right));
    }
  }
}

/** What was before is left over what comes after, less and less of it. @param {CanvasRenderingContext2D} ctx @param {number} from @param {number} to  pixels @param {(left: number, right: number) => void} before */
function fadeIn(ctx, from, to, before) {
  const step = Math.max(1, Math.round((to - from) / FADE));
  for (let left = from; left < to; left += step) {
    ctx.globalAlpha = 1 - (left + step / 2 - from) / (to - from + step);
    before(left, Math.min(to, left + step));
  }
  ctx.globalAlpha = 1;
}

/** A broken mark at the last day that was planned, a line from there to the day on which it came; nothing where they lie too close to be told apart. @param {CanvasRenderingContext2D} ctx @param {Scale} scale @param {import("./ties.js").Tie} tie @param {number} top */
function drawTie(ctx, scale, { by, came }, top) {
  const [planned, actual] = [scale.x(by + 0.5), scale.x(came)].map(Math.round);
  if (Math.abs(planned - actual) < CLOSE) return;
  const middle = Math.round(top + ROW / 2);
  for (const [colour, width] of /** @type {[string, number][]} */ ([["paper", 4], ["ink", 1.6]])) {
    ctx.strokeStyle = ink(colour);
    ctx.lineWidth = width;
    line(ctx, planned, middle, actual, middle, []);
    line(ctx, actual, top + 2, actual, top + ROW - 2, []);
    line(ctx, planned, top - 1, planned, top + ROW + 1, colour === "ink" ? [3, 2] : []);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} toX @param {number} toY @param {number[]} dash */
function line(ctx, x, y, toX, toY, dash) {
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(toX, toY);
  ctx.stroke();
  ctx.setLineDash([]);
}
