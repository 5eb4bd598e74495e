// The view as a picture of pixels (PNG) or of lines (SVG).

import { Patterns } from "./patterns.js";
import { layOut } from "./sheet.js";
import { svgContext, svgElement } from "./svg_context.js";
import { SvgPath } from "./svg_path.js";
import { spoken } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {() => import("./sheet.js").Shown} Shown */

/** A pixel of the page is so many of the picture at least, so that it can be printed. */
const FINE = 2;

/** What XML cannot hold. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** @param {App} app @param {Shown} shown @returns {Promise<Blob | null>} */
export function png(app, shown) {
  const { width, height, draw } = layOut(app, shown());
  const density = Math.max(FINE, window.devicePixelRatio || 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(density, density);
  draw(ctx, app, density);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** The sheet as an SVG element. @param {App} app @param {Shown} shown */
export function drawing(app, shown) {
  const { width, height, draw } = layOut(app, shown());
  const svg = svgElement("svg", { viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, width: Math.round(width), height: Math.round(height), lang: spoken() });
  const [title, defs, home] = ["title", "defs", "g"].map((name) => svgElement(name));
  title.textContent = document.title;
  svg.append(title, defs, home);
  draw(svgContext(home, defs), drawn(app), 1);
  return svg;
}

/** @param {App} app @param {Shown} shown */
export function svg(app, shown) {
  const text = new XMLSerializer().serializeToString(drawing(app, shown));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(NO_XML, "\ufffd")}\n`;
}

/** The app as it is, with shapes and patterns that can be told in SVG. @param {App} app @returns {App} */
function drawn(app) {
  return Object.assign(Object.create(app), {
    online: false,
    shapes: app.shapes.withPaths(SvgPath),
    ground: app.ground.withPaths(SvgPath),
    patterns: new Patterns(app.colours),
  });
}
