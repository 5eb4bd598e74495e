// The axis of time, and over it how many reports were published when.

import { ink, mix } from "./colours.js";
import { sharpen } from "./dom.js";
import { histogram, unitFor } from "./histogram.js";
import { ticks } from "./ticks.js";
import { number, t } from "./words.js";

/** @typedef {import("./scale.js").Scale} Scale */

export const AXIS = 20;
const REPORTS = 22;

/** @param {HTMLCanvasElement} canvas @param {Scale} scale */
export function drawAxis(canvas, scale) {
  const { ctx } = sharpen(canvas, scale.width, AXIS);
  ctx.font = "12px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  let edge = -Infinity;
  for (const { day, text } of ticks(scale.start, scale.end, scale.width)) {
    const at = scale.x(day);
    ctx.fillStyle = ink("rule");
    ctx.fillRect(Math.round(at), 1, 1, 5);
    const half = ctx.measureText(text).width / 2;
    const middle = Math.max(half, Math.min(scale.width - half, at));
    if (middle - half < edge + 8) continue;
    ctx.fillStyle = ink("ink-soft");
    ctx.fillText(text, middle, AXIS - 3);
    edge = middle + half;
  }
}

/** Bars of reports; those whose day is not known are paler and spread over their interval. @param {import("./app.js").App} app @param {HTMLCanvasElement} canvas @param {Scale} scale @returns {string} what the highest bar stands for */
export function drawReports(app, canvas, scale) {
  const { ctx } = sharpen(canvas, scale.width, REPORTS);
  const unit = unitFor(scale.width / (scale.end - scale.start));
  const seen = counted(app, unit).filter(({ start, end }) => end > scale.start && start < scale.end);
  const most = seen.reduce((high, { sure, spread }) => Math.max(high, sure + spread), 1);
  const [strong, pale] = [ink("ink-faint"), mix(ink("ink-faint"), ink("card"), 0.5)];
  for (const { start, end, sure, spread } of seen) {
    const [left, right] = [scale.x(start), scale.x(end)];
    const width = Math.max(2, right - left - (right - left > 5 ? 1 : 0));
    const [low, high] = [bar(sure, most), bar(sure + spread, most)];
    ctx.fillStyle = pale;
    ctx.fillRect(left, REPORTS - high, width, high);
    ctx.fillStyle = strong;
    ctx.fillRect(left, REPORTS - low, width, low);
  }
  ctx.fillStyle = ink("rule");
  ctx.fillRect(0, REPORTS - 1, scale.width, 1);
  return seen.length ? t("time.reports-most", { n: number(Math.ceil(most)), unit: t(`unit.${unit}`) }) : t("time.reports");
}

/** What was counted last, since a window is moved many times over the same counts. @type {{unit: string, step: number, bins: import("./histogram.js").Bin[]}} */
let last = { unit: "", step: -1, bins: [] };

/** @param {import("./app.js").App} app @param {import("./histogram.js").Unit} unit */
function counted({ data, knowledge, step }, unit) {
  if (last.unit !== unit || last.step !== step) last = { unit, step, bins: histogram(data.articles.filter((_, i) => knowledge.knows(i, step)).map(({ span }) => span), unit) };
  return last.bins;
}

/** @param {number} count @param {number} most */
const bar = (count, most) => (count === 0 ? 0 : Math.max(2, (count / most) * (REPORTS - 2)));
