// Towns and villages with a state of their own: drawn as discs over the cells, chosen by a click. In the log of control
// they stand after the cells, so that a point is a number that no cell has.

import { ink } from "./colours.js";
import { calledIn, idOf } from "./finder.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./finder.js").Entry} Entry */
/** @typedef {{cell: number, entry: Entry, x: number, y: number, radius: number}} Disc */

/** Radius of a disc in pixels, by zoom: small where many stand close. */
const RADII = [{ zoom: 8.5, radius: 4.5 }, { zoom: 10, radius: 6 }, { zoom: Infinity, radius: 7.5 }];
/** How much room a disc wants, and how far off a click may be, in pixels. */
const APART = 2;
const NEAR = 5;

/** The larger a place is, the sooner it is drawn. @type {Record<string, number>} */
const SIZES = { capital: 0, city: 1, town: 2 };

/** The number under which the log has a place, or null for one without a state of its own. @param {App} app @param {Entry} entry */
export const cellOfPoint = (app, entry) => (entry.state === undefined ? null : app.data.cells.length + entry.state);

/** The place that a number of the log stands for, if it is no cell. @param {App} app @param {number} cell @returns {Entry | undefined} */
export const pointAt = (app, cell) => app.atlas.points[cell - app.data.cells.length];

/** The id of a place among those of cells, as the files of a build have it. @param {App} app @param {number} cell */
export const pointId = (app, cell) => `place:${idOf(app.atlas.points[cell - app.data.cells.length])}`;

/** The number that the log has for such an id. @param {App} app @param {string} id */
export function pointBy(app, id) {
  const found = app.atlas.points.find((entry) => `place:${idOf(entry)}` === id);
  return found && (cellOfPoint(app, found) ?? undefined);
}

/** Those of some numbers that are cells. @param {App} app @param {number[]} cells */
export const onlyCells = (app, cells) => cells.filter((cell) => cell < app.data.cells.length);

/** What cells and places are called in full. @param {App} app @param {number[]} cells */
export const namesOf = (app, cells) => [...app.atlas.nameOf(onlyCells(app, cells)), ...pointNames(app, cells)];

/** What places among some numbers are called. @param {App} app @param {number[]} cells */
export const pointNames = (app, cells) => cells.flatMap((cell) => {
  const entry = pointAt(app, cell);
  return entry ? [calledIn(app, entry)] : [];
});

/** Ids of the places that have a disc instead of a dot. @param {App} app */
export const withDisc = (app) => new Set(app.atlas.points.filter(({ at }) => at).map(idOf));

/** The discs at a zoom, on the plane of the shapes: of two that would cover each other the larger place's. @param {App} app @param {number} zoom @returns {Disc[]} */
export function discsAt(app, zoom) {
  const { radius } = RADII.find((step) => zoom < step.zoom) ?? RADII[RADII.length - 1];
  const chosen = new Set(app.selection?.cells);
  /** @type {Disc[]} */
  const found = [];
  const rank = (/** @type {{cell: number, entry: Entry}} */ { cell, entry }) => (chosen.has(cell) ? -1 : SIZES[entry.kind ?? ""] ?? 3);
  const places = app.atlas.points.flatMap((entry, i) => (entry.at ? [{ cell: app.data.cells.length + i, entry, at: entry.at }] : []));
  for (const place of places.sort((a, b) => rank(a) - rank(b) || a.cell - b.cell)) {
    const [x, y] = app.shapes.at(...place.at);
    if (found.every((other) => Math.hypot(other.x - x, other.y - y) > 2 * radius + APART)) found.push({ cell: place.cell, entry: place.entry, x, y, radius });
  }
  return found;
}

/** Each disc in the look of its state, with a rim that stands out from the land around it. @param {App} app @param {import("./canvas_layer.js").View} view */
export function drawPoints(app, { ctx, density, zoom }) {
  const chosen = new Set(app.selection?.cells);
  for (const { cell, x, y, radius } of discsAt(app, zoom)) {
    for (const [size, fill] of rims(radius, chosen.has(cell))) disc(ctx, x, y, size, fill);
    disc(ctx, x, y, radius, app.colours.paper);
    ctx.save();
    ctx.translate(x, y); // a pattern begins at the disc's middle, so that both colours show
    disc(ctx, 0, 0, radius, app.patterns.fill(ctx, app.lookAt(app.log.current[cell]), density));
    ctx.restore();
  }
}

/** @param {number} radius @param {boolean} chosen @returns {[number, string][]} */
const rims = (radius, chosen) => (chosen
  ? [[radius + 5.5, ink("paper")], [radius + 4.2, ink("ink")], [radius + 1.8, ink("paper")]]
  : [[radius + 2.4, ink("paper")], [radius + 1.3, ink("ink")]]);

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius @param {string | CanvasPattern} fill */
function disc(ctx, x, y, radius, fill) {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** The place whose disc is at a position, or null. @param {App} app @param {number} zoom @param {number} lat @param {number} lng */
export function discAt(app, zoom, lat, lng) {
  const [x, y] = app.shapes.at(lng, lat);
  const near = discsAt(app, zoom)
    .map((one) => ({ one, off: Math.hypot(one.x - x, one.y - y) }))
    .filter(({ one, off }) => off <= one.radius + NEAR)
    .sort((a, b) => a.off - b.off);
  return near[0]?.one ?? null;
}
