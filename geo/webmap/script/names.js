// The layer of names: places them once a zoom, and draws those that the window shows whole.

import { ink } from "./colours.js";
import { Stays } from "./country_labels.js";
import { Room, boxesOf, inside, meet, placeLabels } from "./labels.js";
import { COUNTRIES, SETTINGS, wishes } from "./wishes.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */
/** @typedef {import("./labels.js").Placed} Placed */

/** Answers whether a point lies in a path, on a plane without scale. */
const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** How far names stay from the edge of the window. */
const EDGE = 3;

export class Names {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.stays = new Stays();
    /** @type {{zoom: number, naming: string, density: number, sought: unknown}} */
    this.made = { zoom: NaN, naming: "", density: NaN, sought: undefined };
    /** @type {Placed[]} */
    this.placed = [];
    /** @type {Placed[]} */
    this.standing = [];
  }

  /** @param {View} view */
  draw({ ctx, zoom, density, seen, over = covered(seen) }) {
    ctx.lineJoin = "round";
    ctx.textBaseline = "middle";
    ctx.textAlign = "center";
    this.place(ctx, zoom, density);
    const frame = { left: seen.left + EDGE, top: seen.top + EDGE, right: seen.right - EDGE, bottom: seen.bottom - EDGE };
    const shown = this.placed.filter(({ boxes }) => boxes.every((box) => inside(box, frame) && !over.some((other) => meet(box, other))));
    const countries = this.countries(ctx, zoom, frame, [...over, ...shown.filter(({ rank }) => rank < COUNTRIES).flatMap(({ boxes }) => boxes)]);
    const room = new Room();
    for (const { boxes } of countries) boxes.forEach((box) => room.take(box));
    this.standing = [...countries, ...shown.filter(({ rank, boxes }) => rank < COUNTRIES || boxes.every((box) => room.isFree(box)))];
    for (const label of this.standing) if (label.dot && !label.bare) dot(ctx, label);
    for (const label of this.standing) write(ctx, label);
  }

  /** Places all names of a zoom; it does not matter what the window shows. @param {CanvasRenderingContext2D} ctx @param {number} zoom @param {number} density */
  place(ctx, zoom, density) {
    const { naming, selection } = this.app;
    const made = { zoom, naming, density, sought: selection?.place };
    if (Object.entries(made).every(([key, value]) => this.made[/** @type {keyof typeof made} */ (key)] === value)) return;
    this.made = made;
    this.app.ground.setZoom(zoom);
    this.placed = placeLabels(wishes(this.app, zoom, (text, style) => measure(ctx, text, style)));
  }

  /** Names of countries, each where its land in the window has most room. @param {CanvasRenderingContext2D} ctx @param {number} zoom @param {{left: number, top: number, right: number, bottom: number}} frame @param {import("./labels.js").Box[]} taken @returns {Placed[]} */
  countries(ctx, zoom, frame, taken) {
    const { height } = SETTINGS.country;
    const room = new Room();
    taken.forEach((box) => room.take(box));
    const { land, lakes } = this.app.data.base;
    const water = lakes.map((lake) => this.app.ground.polygon(lake.rings));
    return land.flatMap(({ name, rings }) => {
      if (!name) return [];
      const text = name.toUpperCase();
      const width = measure(ctx, text, "country");
      const path = this.app.ground.polygon(rings);
      const free = (/** @type {number} */ x, /** @type {number} */ y) =>
        room.isFree({ left: x, top: y, width: 0, height: 0 }) && isIn(path, x, y) && !water.some((lake) => isIn(lake, x, y));
      const at = this.stays.find(name, zoom, free, frame, { width, height });
      if (!at) return [];
      const spot = { x: at[0], y: at[1], angle: 0 };
      return [{ text, lines: [text], style: "country", rank: COUNTRIES, key: name, width, height, spots: [spot], dot: null, spot, boxes: boxesOf({ width, height }, spot) }];
    });
  }
}

/** @param {Path2D} path @param {number} x @param {number} y */
const isIn = (path, x, y) => probe.isPointInPath(path, x, y, "evenodd");

/** What stands over the map, on the paths' plane. @param {{left: number, top: number}} seen */
function covered(seen) {
  const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
  const origin = stage.getBoundingClientRect();
  return [...stage.querySelectorAll("#legend, #online, .notice, .leaflet-control")].map((item) => {
    const { left, top, width, height } = item.getBoundingClientRect();
    return { left: left - origin.left + seen.left, top: top - origin.top + seen.top, width, height };
  });
}

/** @type {Record<string, number>} */
const DOTS = { capital: 3, city: 2.6, town: 2.1, village: 1.8, small: 1.7 };

/** @param {CanvasRenderingContext2D} ctx @param {Placed} label */
function dot(ctx, { dot: at, style }) {
  if (!at) return;
  const radius = DOTS[style];
  for (const [size, fill] of /** @type {[number, string][]} */ ([[radius + 1.2, "paper"], [radius, SETTINGS[style].colour]])) {
    ctx.fillStyle = ink(fill);
    ctx.beginPath();
    ctx.arc(at[0], at[1], size, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Placed} label */
function write(ctx, { lines, style, spot }) {
  const { colour, halo, height } = SETTINGS[style];
  setFont(ctx, style);
  ctx.save();
  ctx.translate(Math.round(spot.x), Math.round(spot.y));
  if (spot.angle) ctx.rotate(spot.angle);
  lines.forEach((line, i) => {
    const y = (i - (lines.length - 1) / 2) * height;
    if (halo) {
      ctx.strokeStyle = ink("halo");
      ctx.lineWidth = 3;
      ctx.strokeText(line, 0, y);
    }
    ctx.fillStyle = ink(colour);
    ctx.fillText(line, 0, y);
  });
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {string} style */
function setFont(ctx, style) {
  const { font, spacing } = SETTINGS[style];
  ctx.font = font;
  ctx.letterSpacing = `${spacing}px`;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {string} style */
function measure(ctx, text, style) {
  setFont(ctx, style);
  return ctx.measureText(text).width;
}
