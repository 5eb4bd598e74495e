// What the layers of control, borders and events draw.

import { ink } from "./colours.js";
import { borderStyle, lineStyle } from "./kinds.js";
import { rasterOf } from "./raster.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */

/** Cells in the colour and pattern of their state. @param {App} app @param {View} view @param {Iterable<number>} cells */
export function drawControl(app, view, cells) {
  const { ctx, density } = view;
  const { cells: rings } = app.data.geometry;
  const { current } = app.log;
  const raster = app.swipe === null && rasterOf(view, app.shapes, rings);
  if (raster) return raster.paint(ctx, cells, tilesOf(app, density));
  /** @type {Map<import("./look.js").Look, string | CanvasPattern>} */
  const fills = new Map();
  /** @type {import("./look.js").Look | undefined} */
  let shown;
  ctx.lineWidth = 0.8;
  ctx.lineJoin = "round";
  for (const cell of cells) {
    if (cell >= rings.length) continue; // a point, which points.js draws
    const look = app.lookAt(current[cell]);
    if (look !== shown) {
      const fill = fills.get(look) ?? app.patterns.fill(ctx, look, density);
      fills.set(look, fill);
      ctx.fillStyle = fill;
      ctx.strokeStyle = fill;
      shown = look;
    }
    const path = app.shapes.polygon(rings[cell]);
    ctx.fill(path, "evenodd");
    ctx.stroke(path);
  }
}

/** The tile of each cell's look. @param {App} app @param {number} density */
function tilesOf(app, density) {
  const { current } = app.log;
  /** @type {Map<import("./look.js").Look, import("./raster.js").Tile>} */
  const tiles = new Map();
  return (/** @type {number} */ cell) => {
    const look = app.lookAt(current[cell]);
    let tile = tiles.get(look);
    if (!tile) {
      tile = app.patterns.tile(look, density);
      tiles.set(look, tile);
    }
    return tile;
  };
}

/** Borders: districts and the oblast with equal weight; lines of the past and schematic ones broken. @param {App} app @param {View} view */
export function drawBorders(app, { ctx }) {
  const { areas, geometry } = app.data;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  areas.forEach((area) => {
    const border = borderStyle(area);
    if (border) stroke(ctx, app.shapes.lines(app.outline(area.cells)), ink("border"), border);
  });
  for (const line of geometry.lines) stroke(ctx, app.shapes.lines(line.arcs), ink("border"), lineStyle(line));
  if (app.changed.length) {
    const path = app.shapes.lines(app.outline(app.changed));
    stroke(ctx, path, ink("paper"), { width: 4.5, dash: [] });
    stroke(ctx, path, ink("accent"), { width: 2.6, dash: [] });
  }
  const chosen = app.chosenCells();
  if (chosen.length) {
    const path = app.shapes.lines(app.outline(chosen));
    stroke(ctx, path, ink("paper"), { width: 5, dash: [] });
    stroke(ctx, path, ink("ink"), { width: 2.4, dash: [] });
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path @param {string} colour @param {import("./kinds.js").Stroke} style */
export function stroke(ctx, path, colour, { width, dash }) {
  if (width === 0) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke(path);
  ctx.setLineDash([]);
}

/** Rings that would stand this close to another, in pixels, are not drawn again: it could not be seen. */
const NEAR = 2;

/** A ring where an event of this date is told of. @param {App} app @param {View} view */
export function drawEvents(app, { ctx }) {
  const taken = new Set();
  for (const [lon, lat] of app.eventPointsNow()) {
    const [x, y] = app.shapes.at(lon, lat);
    const place = `${Math.round(x / NEAR)} ${Math.round(y / NEAR)}`;
    if (taken.has(place)) continue;
    taken.add(place);
    for (const [radius, colour] of /** @type {[number, string][]} */ ([[8, ink("paper")], [6.5, ink("ink")], [4, ink("paper")]])) {
      ctx.fillStyle = colour;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
}
