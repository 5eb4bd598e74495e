// A small piece of the map: the look of a state on a canvas, for legend, lists and history.

import { el, sharpen } from "./dom.js";

/** @param {import("./app.js").App} app @param {import("./look.js").Look} look @param {number} [width] @param {number} [height] */
export function swatch(app, look, width = 34, height = 20) {
  const canvas = el("canvas", { class: "swatch", "aria-hidden": "true" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const { ctx, density } = sharpen(canvas, width, height);
  ctx.fillStyle = app.patterns.fill(ctx, look, density);
  ctx.fillRect(0, 0, width, height);
  return canvas;
}
