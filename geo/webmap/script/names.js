// The layer of names: which ones are wished for, and how they are drawn.

import { ink } from "./colours.js";
import { roomiest } from "./country_labels.js";
import { calledIn } from "./finder.js";
import { areaStyle, placeStyle } from "./kinds.js";
import { placeLabels } from "./labels.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */

/** What the reports name comes before everything else. */
const NAMED = 20;

/** Answers whether a point lies in a path, on a plane without scale. */
const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** Names, none over another. @param {App} app @param {View} view @returns {import("./labels.js").Placed[]} where they stand, on the paths' plane */
export function drawLabels(app, { ctx, zoom, seen }) {
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  const inset = { left: seen.left + 4, top: seen.top + 4, right: seen.right - 4, bottom: seen.bottom - 4 };
  const measure = (/** @type {import("./labels.js").Wish} */ wish) => {
    setFont(ctx, wish.style);
    return ctx.measureText(wish.text).width;
  };
  const placed = placeLabels(wishes(app, ctx, zoom, inset), measure, inset, covered(seen));
  for (const label of placed) {
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
  return placed;
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
  passage: ["italic 600 12px system-ui, sans-serif", "0"],
  town: ["500 12px system-ui, sans-serif", "0"],
});

/** @param {CanvasRenderingContext2D} ctx @param {string} style */
function setFont(ctx, style) {
  const [font, spacing] = FONTS[style];
  ctx.font = font;
  ctx.letterSpacing = spacing === "0" ? "0px" : `${parseFloat(spacing) * 14}px`;
}

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
    const { label } = areaStyle(area);
    if (!anchor || !label) return;
    const [x, y] = app.shapes.at(anchor[0], anchor[1]);
    const rank = label.rank - Math.min(anchor[2], 0.9) - (area.named ? NAMED : 0);
    found.push({ text: area.label, x, y, rank, height: 15, dot: false, style: label.style });
  });
  for (const place of places) {
    const style = placeStyle(place);
    if (zoom < style.zoom && !place.named) continue;
    const [x, y] = app.shapes.at(...place.at);
    found.push({ text: place.name, x, y, rank: style.rank - (place.named ? NAMED : 0), height: 14, dot: true, style: "town" });
  }
  const sought = app.selection?.place;
  if (sought?.at) {
    const [x, y] = app.shapes.at(...sought.at);
    found.push({ text: calledIn(app, sought), x, y, rank: -2 * NAMED, height: 14, dot: true, style: "town" });
  }
  return found;
}
