// What each canvas layer draws.

import { lookOf } from "./look.js";
import { placeLabels } from "./labels.js";
import { roomiest } from "./country_labels.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */

/** Answers whether a point lies in a path, on a plane without scale. */
const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** Colours of the ground, from the style sheet, so that light and dark are told in one place. @param {string} name */
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Neighbouring land. @param {App} app @param {View} view */
export function drawLand(app, { ctx }) {
  ctx.lineJoin = "round";
  for (const land of app.data.geometry.neighbours) {
    const path = app.shapes.polygon(land.rings);
    ctx.fillStyle = ink("land");
    ctx.fill(path, "evenodd");
    ctx.strokeStyle = ink("land-edge");
    ctx.lineWidth = 1;
    ctx.stroke(path);
  }
}

/** Cells in the colour and pattern of their state. @param {App} app @param {View} view @param {Iterable<number>} cells */
export function drawControl(app, { ctx, density }, cells) {
  ctx.lineWidth = 0.8;
  ctx.lineJoin = "round";
  for (const cell of cells) {
    const path = app.shapes.polygon(app.data.geometry.cells[cell]);
    const fill = app.patterns.fill(ctx, lookOf(app.stateOf(cell)), density);
    ctx.fillStyle = fill;
    ctx.strokeStyle = fill;
    ctx.fill(path, "evenodd");
    ctx.stroke(path);
  }
}

/** Forces present, over the control: a grid of dots in the party's colour. @param {App} app @param {View} view */
export function drawPresence(app, { ctx }) {
  for (const presence of app.presencesNow()) {
    const colour = app.colours.of(presence.actor);
    const area = new Path2D();
    for (const cell of presence.cells) area.addPath(app.shapes.polygon(app.data.geometry.cells[cell]));
    ctx.save();
    ctx.clip(area, "evenodd");
    ctx.fillStyle = dots(ctx, colour, ink("paper"));
    ctx.fill(area, "evenodd");
    ctx.restore();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour @param {string} halo */
function dots(ctx, colour, halo) {
  const density = window.devicePixelRatio || 1;
  const side = Math.round(18 * density);
  const tile = document.createElement("canvas");
  tile.width = side;
  tile.height = side;
  const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  for (const [x, y] of [[0.25, 0.25], [0.75, 0.75]]) {
    for (const [radius, fill] of /** @type {[number, string][]} */ ([[3.1, halo], [2.2, colour]])) {
      pen.fillStyle = fill;
      pen.beginPath();
      pen.arc(x * side, y * side, radius * density, 0, 2 * Math.PI);
      pen.fill();
    }
  }
  const pattern = /** @type {CanvasPattern} */ (ctx.createPattern(tile, "repeat"));
  pattern.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
}

/** Borders: districts and the oblast with equal weight; lines of the past and schematic ones broken. @param {App} app @param {View} view */
export function drawBorders(app, { ctx }) {
  const { areas, geometry } = app.data;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  areas.forEach((area, i) => {
    const line = BORDER[area.kind];
    if (line) stroke(ctx, app.shapes.lines(geometry.borders[i]), ink("border"), line.width, area.schematic ? [5, 4] : line.dash);
  });
  for (const line of geometry.lines) {
    const style = LINE[line.kind] ?? { width: 1, dash: line.schematic ? [5, 4] : [] };
    stroke(ctx, app.shapes.lines(line.arcs), ink("border"), style.width, style.dash);
  }
  const chosen = app.chosenCells();
  if (chosen.length) {
    const path = app.shapes.lines(app.outline(chosen));
    stroke(ctx, path, ink("paper"), 5, []);
    stroke(ctx, path, ink("ink"), 2.4, []);
  }
}

/** @type {Record<string, {width: number, dash: number[]}>} */
const BORDER = { district: { width: 1, dash: [] }, corridor: { width: 1, dash: [5, 4] } };

/** @type {Record<string, {width: number, dash: number[]}>} */
const LINE = { "oblast-outline": { width: 1, dash: [] }, "ceasefire-line": { width: 2, dash: [0.1, 5] }, "corridor-axis": { width: 0, dash: [] } };

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path @param {string} colour @param {number} width @param {number[]} dash */
function stroke(ctx, path, colour, width, dash) {
  if (width === 0) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke(path);
  ctx.setLineDash([]);
}

/** A ring where an event of this date is told of. @param {App} app @param {View} view */
export function drawEvents(app, { ctx }) {
  for (const [lon, lat] of app.eventPointsNow()) {
    const [x, y] = app.shapes.at(lon, lat);
    for (const [radius, colour] of /** @type {[number, string][]} */ ([[8, ink("paper")], [6.5, ink("ink")], [4, ink("paper")]])) {
      ctx.fillStyle = colour;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
}

/** Names, none over another. @param {App} app @param {View} view */
export function drawLabels(app, { ctx, zoom, seen }) {
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  const inset = { left: seen.left + 4, top: seen.top + 4, right: seen.right - 4, bottom: seen.bottom - 4 };
  const measure = (/** @type {import("./labels.js").Wish} */ wish) => {
    setFont(ctx, wish.style);
    return ctx.measureText(wish.text).width;
  };
  for (const label of placeLabels(wishes(app, ctx, zoom, inset), measure, inset, covered(seen))) {
    setFont(ctx, label.style);
    const colour = ink(label.style === "country" ? "ink-faint" : "ink");
    if (label.beside) dot(ctx, label.x, label.y, colour);
    const [left, middle] = [Math.round(label.left), Math.round(label.top + label.height / 2)];
    if (label.style !== "country") {
      ctx.strokeStyle = ink("halo");
      ctx.lineWidth = 3.2;
      ctx.strokeText(label.text, left, middle);
    }
    ctx.fillStyle = colour;
    ctx.fillText(label.text, left, middle);
  }
}

/** What stands over the map, on the paths' plane. @param {{left: number, top: number}} seen */
function covered(seen) {
  const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
  const origin = stage.getBoundingClientRect();
  return [...stage.querySelectorAll("#legend, .leaflet-control")].map((item) => {
    const { left, top, width, height } = item.getBoundingClientRect();
    return { left: left - origin.left + seen.left, top: top - origin.top + seen.top, width, height };
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {string} colour */
function dot(ctx, x, y, colour) {
  for (const [radius, fill] of /** @type {[number, string][]} */ ([[3.4, ink("paper")], [2.2, colour]])) {
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

const FONTS = /** @type {Record<string, [string, string]>} */ ({
  country: ["600 15px ui-serif, Georgia, serif", "0.22em"],
  area: ["600 12px system-ui, sans-serif", "0.02em"],
  layer: ["italic 600 14px ui-serif, Georgia, serif", "0.04em"],
  town: ["500 11.5px system-ui, sans-serif", "0"],
});

/** @param {CanvasRenderingContext2D} ctx @param {string} style */
function setFont(ctx, style) {
  const [font, spacing] = FONTS[style];
  ctx.font = font;
  ctx.letterSpacing = spacing === "0" ? "0px" : `${parseFloat(spacing) * 14}px`;
}

const TOWN_RANK = /** @type {Record<string, number>} */ ({ capital: 0, city: 2, town: 6 });
const TOWN_ZOOM = /** @type {Record<string, number>} */ ({ capital: 0, city: 7, town: 8 });

/** @param {App} app @param {CanvasRenderingContext2D} ctx @param {number} zoom @param {{left: number, top: number, right: number, bottom: number}} inset */
function wishes(app, ctx, zoom, inset) {
  const { areas, places, geometry } = app.data;
  /** @type {import("./labels.js").Wish[]} */
  const found = [];
  for (const { name, rings } of geometry.neighbours) {
    const text = name.toUpperCase();
    setFont(ctx, "country");
    const label = { width: ctx.measureText(text).width, height: 18 };
    const path = app.shapes.polygon(rings);
    const at = roomiest((x, y) => probe.isPointInPath(path, x, y, "evenodd"), inset, label);
    if (at) found.push({ text, x: at[0], y: at[1], rank: 1, height: 18, dot: false, style: "country" });
  }
  areas.forEach((area, i) => {
    const anchor = geometry.anchors[i];
    const style = LABEL[area.kind];
    if (!anchor || !style) return;
    const [x, y] = app.shapes.at(anchor[0], anchor[1]);
    found.push({ text: area.label, x, y, rank: style.rank - Math.min(anchor[2], 0.9), height: 15, dot: false, style: style.style });
  });
  for (const place of places) {
    if (zoom < (TOWN_ZOOM[place.kind] ?? 9.5)) continue;
    const [x, y] = app.shapes.at(place.lon, place.lat);
    found.push({ text: place.name, x, y, rank: TOWN_RANK[place.kind] ?? 8, height: 14, dot: true, style: "town" });
  }
  return found;
}

const LABEL = /** @type {Record<string, {rank: number, style: string}>} */ ({
  oblast: { rank: 1.5, style: "layer" }, district: { rank: 4, style: "area" }, corridor: { rank: 5, style: "town" },
});
