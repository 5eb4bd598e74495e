// A small piece of the map: the look of a state as a picture, for legend, lists and history. Pictures of one look are one
// and the same; a canvas for each would be a layer of its own in each frame that the browser puts together.

import { ink } from "./colours.js";
import { el, sharpen } from "./dom.js";
import { stroke } from "./drawing.js";
import { PLAN_DASH } from "./forces.js";
import { lookKey } from "./look.js";
import { SIGN } from "./patterns.js";
import { SvgPath } from "./svg_path.js";

/** @typedef {(ctx: CanvasRenderingContext2D, app: import("./app.js").App, density: number) => void} Paint */

/** How each key is drawn, so that it can be drawn elsewhere too. @type {WeakMap<Element, {height: number, draw: Paint}>} */
export const painters = new WeakMap();

/** @param {import("./app.js").App} app @param {import("./look.js").Look} look @param {number} [width] @param {number} [height] */
export const swatch = (app, look, width = 34, height = 20) => key(app, "swatch", lookKey(look), width, height, (ctx, of, density) => {
  ctx.fillStyle = of.patterns.fill(ctx, look, density);
  const [x, y] = [width / 2 - SIGN, height / 2 - SIGN];
  ctx.translate(x, y);
  ctx.fillRect(-x, -y, width, height);
});

/** A line as the map draws it. @param {import("./app.js").App} app @param {import("./kinds.js").Stroke} style */
export const lineKey = (app, style) => key(app, "key", `line ${style.width} ${style.dash}`, 34, 8, (ctx) => {
  ctx.lineCap = "round";
  const path = new SvgPath();
  path.moveTo(2, 4);
  path.lineTo(32, 4);
  stroke(ctx, path, ink("border"), style);
});

/** The broken outline of a party's plans. @param {import("./app.js").App} app @param {string} party */
export const planKey = (app, party) => key(app, "key", `plan ${party}`, 34, 20, (ctx, of) => {
  const path = new SvgPath();
  path.rect(2, 2, 30, 16);
  stroke(ctx, path, of.colours.of(party), { width: 2.2, dash: PLAN_DASH });
});

/** The dots of forces that are present. @param {import("./app.js").App} app @param {string} party */
export const forceKey = (app, party) => key(app, "key", `force ${party}`, 34, 20, (ctx, of) => {
  ctx.fillStyle = of.colours.of(party);
  for (const x of [9, 25]) {
    ctx.beginPath();
    ctx.arc(x, 10, 3, 0, 2 * Math.PI);
    ctx.fill();
  }
});

/** @param {import("./app.js").App} app @param {string} name @param {string} what  that is drawn: the same for the same picture @param {number} width @param {number} height @param {Paint} draw */
function key(app, name, what, width, height, draw) {
  const picture = el("img", { class: name, alt: "", "aria-hidden": "true" });
  picture.decoding = "sync";
  picture.src = app.patterns.kept(`${name} ${what} ${width} ${height} ${window.devicePixelRatio}`, () => drawn(app, width, height, draw));
  picture.style.width = `${width}px`;
  picture.style.height = `${height}px`;
  painters.set(picture, { height, draw });
  return picture;
}

/** @param {import("./app.js").App} app @param {number} width @param {number} height @param {Paint} draw */
function drawn(app, width, height, draw) {
  const canvas = document.createElement("canvas");
  const { ctx, density } = sharpen(canvas, width, height);
  draw(ctx, app, density);
  return canvas.toDataURL();
}
