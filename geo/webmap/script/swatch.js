// A small piece of the map: the look of a state on a canvas, for legend, lists and history.

import { ink } from "./colours.js";
import { el, sharpen } from "./dom.js";
import { stroke } from "./drawing.js";
import { PLAN_DASH } from "./forces.js";
import { SIGN } from "./patterns.js";

/** @param {import("./app.js").App} app @param {import("./look.js").Look} look @param {number} [width] @param {number} [height] */
export function swatch(app, look, width = 34, height = 20) {
  const canvas = el("canvas", { class: "swatch", "aria-hidden": "true" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const { ctx, density } = sharpen(canvas, width, height);
  ctx.fillStyle = app.patterns.fill(ctx, look, density);
  const [x, y] = [width / 2 - SIGN, height / 2 - SIGN];
  ctx.translate(x, y);
  ctx.fillRect(-x, -y, width, height);
  return canvas;
}

/** A line as the map draws it. @param {import("./kinds.js").Stroke} style */
export function lineKey(style) {
  const { canvas, ctx } = blank(34, 8);
  ctx.lineCap = "round";
  const path = new Path2D();
  path.moveTo(2, 4);
  path.lineTo(32, 4);
  stroke(ctx, path, ink("border"), style);
  return canvas;
}

/** The broken outline of a party's plans. @param {import("./app.js").App} app @param {string} party */
export function planKey(app, party) {
  const { canvas, ctx } = blank(34, 20);
  const path = new Path2D();
  path.rect(2, 2, 30, 16);
  stroke(ctx, path, app.colours.of(party), { width: 2.2, dash: PLAN_DASH });
  return canvas;
}

/** @param {number} width @param {number} height */
function blank(width, height) {
  const canvas = el("canvas", { class: "key", "aria-hidden": "true" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return { canvas, ctx: sharpen(canvas, width, height).ctx };
}
