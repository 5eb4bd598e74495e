// The base map: land, borders, lakes and rivers around the areas. It says where one is, and nothing of control.

import { ink } from "./colours.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Base} Base */

/** From this zoom on, rivers are drawn a little stronger: there is less else to find one's way by. */
const CLOSE = 9;

/** Land with its borders, lakes on it. @param {App} app @param {View} view */
export function drawLand(app, { ctx, zoom, frame }) {
  const { base } = app.data;
  app.ground.setZoom(zoom);
  drawSheet(app, ctx, frame);
  ctx.lineJoin = "round";
  ctx.fillStyle = ink("land");
  for (const { rings } of base.land) ctx.fill(app.ground.polygon(rings), "evenodd");
  for (const border of base.borders) {
    if (zoom >= shownFrom(border.zoom)) line(ctx, app.ground.lines(border.arcs), ink("province"), 0.7);
  }
  drawWaters(app, { ctx, zoom });
  line(ctx, app.ground.lines(app.frontiers), ink("land-edge"), 1.1);
}

/** The sea under the land, as far as the base map goes: its edge is that of a sheet, and no coast. @param {App} app @param {CanvasRenderingContext2D} ctx @param {View["frame"]} frame */
function drawSheet(app, ctx, frame) {
  const { extent } = app.data.base;
  const [left, top] = extent ? app.ground.at(extent[0], extent[3]) : [frame.left, frame.top];
  const [right, bottom] = extent ? app.ground.at(extent[2], extent[1]) : [frame.right, frame.bottom];
  ctx.fillStyle = ink("water");
  ctx.fillRect(left, top, right - left, bottom - top);
  if (!extent) return;
  ctx.strokeStyle = ink("rule");
  ctx.lineWidth = 2;
  ctx.strokeRect(left, top, right - left, bottom - top);
}

/** Lakes and rivers; over the areas too, faintly there, since people tell places by them. @param {App} app @param {{ctx: CanvasRenderingContext2D, zoom: number}} view */
export function drawWaters(app, { ctx, zoom }) {
  const { base } = app.data;
  if (app.online) return;
  app.ground.setZoom(zoom);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  for (const river of base.rivers) {
    if (zoom >= river.zoom) line(ctx, app.ground.lines(river.arcs), ink("river"), zoom >= CLOSE ? 1.5 : 1);
  }
  for (const lake of base.lakes) {
    if (zoom < lake.zoom - 0.5) continue;
    const path = app.ground.polygon(lake.rings);
    ctx.fillStyle = ink("lake");
    ctx.fill(path, "evenodd");
    line(ctx, path, ink("river"), 0.8);
  }
}

/** A province is drawn sooner than on the maps of the world that its zoom was made for. @param {number} zoom */
export const shownFrom = (zoom) => zoom - 1.5;

/** Arcs between two countries: those that two pieces of land use, and neither is the region's own. @param {Base} base */
export function frontiersOf(base) {
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const { name, rings } of base.land) {
    for (const arc of rings.flat()) {
      const number = arc < 0 ? ~arc : arc;
      uses.set(number, (uses.get(number) ?? 0) + (name ? 1 : NaN));
    }
  }
  return [...uses].filter(([, count]) => count === 2).map(([arc]) => arc);
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path @param {string} colour @param {number} width */
function line(ctx, path, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}
