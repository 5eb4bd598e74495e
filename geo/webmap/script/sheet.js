// The view as a sheet of paper: title, date, map with its scale, legend, what must be said with it, and sources. It is
// drawn on a canvas for a picture, or by the same code as SVG.

import { ink } from "./colours.js";
import { longDay } from "./days.js";
import { byId } from "./dom.js";
import { painters } from "./swatch.js";
import { number, t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {{opacity: number, draw: (app: App, view: View) => void}} Layer */
/** @typedef {{map: L.Map, layers: Layer[], told: string}} Shown  layers from the bottom up; `told`: by how many reports */
/** @typedef {(ctx: CanvasRenderingContext2D, app: App, density: number) => void} Draw */
/** @typedef {{width: number, height: number, draw: Draw}} Sheet */
/** @typedef {{height: number, draw: (ctx: CanvasRenderingContext2D, x: number, y: number, app: App, density: number) => void}} Block */

const MARGIN = 18;
const GAP = 10;
const COLUMN = 240;
const KEY = { width: 34, height: 20 };
const SANS = "system-ui, sans-serif";
const SERIF = "ui-serif, Georgia, serif";
const NARROWEST = 360;

/** @param {App} app @param {Shown} shown @returns {Sheet} */
export function layOut(app, { map, layers, told }) {
  const size = map.getSize();
  const width = Math.max(size.x, NARROWEST);
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const words = (/** @type {string | null} */ text, /** @type {string} */ font, /** @type {number} */ height, colour = "ink") => wordsBlock(pen, text ?? "", font, height, width, colour);
  const blocks = [
    words(byId("title").textContent, `600 22px ${SERIF}`, 28),
    words(longDay(app.day), `600 16px ${SANS}`, 22),
    ...remarks().map((remark) => words(remark, `600 13px ${SANS}`, 18)),
    words(told, `400 13px ${SANS}`, 18, "ink-soft"),
    mapBlock(map, layers),
    legendBlock(pen, width),
    words(t("page.disclaimer"), `600 12px ${SANS}`, 16),
    words([byId("accuracy"), ...document.querySelectorAll("#sources li")].map((item) => item.textContent).join(". ").replaceAll("..", "."), `400 12px ${SANS}`, 16, "ink-soft"),
  ].filter(({ height }) => height > 0);
  const height = blocks.reduce((sum, block) => sum + block.height + GAP, 0) - GAP + 2 * MARGIN;
  /** @type {Draw} */
  const draw = (ctx, of, density) => {
    ctx.fillStyle = ink("card");
    ctx.fillRect(0, 0, width + 2 * MARGIN, height);
    let y = MARGIN;
    for (const block of blocks) {
      block.draw(ctx, MARGIN, y, of, density);
      y += block.height + GAP;
    }
  };
  return { width: width + 2 * MARGIN, height, draw };
}

/** What the page says over its map, such as that it shows what was known once. */
const remarks = () => [...document.querySelectorAll("#empty:not([hidden]), #notices .notice:not([hidden]) > span")].map((item) => item.textContent ?? "").filter(Boolean);

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {string} font @param {number} height  of a line @param {number} width @param {string} colour @returns {Block} */
function wordsBlock(pen, text, font, height, width, colour) {
  const lines = linesOf(pen, text, font, width);
  return {
    height: lines.length * height,
    draw: (ctx, x, y) => writeLines(ctx, lines, font, x, y, height, colour),
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {string[]} lines @param {string} font @param {number} x @param {number} y @param {number} height @param {string} colour */
function writeLines(ctx, lines, font, x, y, height, colour) {
  ctx.font = font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink(colour);
  lines.forEach((line, i) => ctx.fillText(line, x, y + (i + 0.5) * height));
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {string} font @param {number} width */
function linesOf(pen, text, font, width) {
  pen.font = font;
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** @param {L.Map} map @param {Layer[]} layers @returns {Block} */
function mapBlock(map, layers) {
  const { x: width, y: height } = map.getSize();
  return {
    height,
    draw: (ctx, x, y, app, density) => {
      const zoom = map.getZoom();
      for (const shapes of [app.shapes, app.ground]) shapes.setZoom(zoom);
      const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
      const [left, top] = [corner.x, corner.y].map((at, i) => Math.round(at - app.shapes.origin[i] * 2 ** zoom));
      const frame = { left, top, right: left + width, bottom: top + height };
      for (const { opacity, draw } of layers) {
        onSheet(ctx, { x, y, width, height }, opacity, density, (pen) => {
          pen.translate(-left, -top);
          draw(app, { ctx: pen, density, zoom, frame, seen: frame, over: [] });
        });
      }
      drawScale(ctx, app, x + width, y + height);
      ctx.strokeStyle = ink("rule");
      ctx.lineWidth = 1;
      ctx.strokeRect(x, y, width, height);
    },
  };
}

/** One layer of the map, cut at the map's edge; a layer may rub out what is its own alone. @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number, width: number, height: number}} box @param {number} opacity @param {number} density @param {(pen: CanvasRenderingContext2D) => void} draw */
function onSheet(ctx, { x, y, width, height }, opacity, density, draw) {
  const { group } = /** @type {Partial<import("./svg_context.js").SvgContext>} */ (ctx);
  if (group) {
    return group({ opacity: String(opacity) }, () => {
      ctx.beginPath();
      ctx.rect(x, y, width, height);
      ctx.clip();
      ctx.translate(x, y);
      draw(ctx);
    });
  }
  const layer = document.createElement("canvas");
  layer.width = Math.round(width * density);
  layer.height = Math.round(height * density);
  const pen = /** @type {CanvasRenderingContext2D} */ (layer.getContext("2d"));
  pen.scale(density, density);
  draw(pen);
  ctx.globalAlpha = opacity;
  ctx.drawImage(layer, x, y, width, height);
  ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {App} app @param {number} right @param {number} bottom */
function drawScale(ctx, app, right, bottom) {
  const most = 120 / app.shapes.pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * (/** @type {number} */ ([5, 2, 1].find((step) => step * power <= most)));
  const length = km * app.shapes.pixelsPerKm;
  ctx.fillStyle = ink("card");
  ctx.fillRect(right - length - 22, bottom - 36, length + 16, 30);
  ctx.fillStyle = ink("ink");
  ctx.fillRect(right - length - 14, bottom - 13, length, 2);
  for (const end of [right - length - 14, right - 15]) ctx.fillRect(end, bottom - 18, 1, 5);
  ctx.font = `400 12px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(`${number(km)} km`, right - 14 - length / 2, bottom - 25);
}

/** The legend's entries in columns. @param {CanvasRenderingContext2D} pen @param {number} width @returns {Block} */
function legendBlock(pen, width) {
  const columns = Math.max(1, Math.floor(width / COLUMN));
  const font = `400 12px ${SANS}`;
  const room = width / columns - KEY.width - 2 * GAP;
  const entries = [...document.querySelectorAll("#legend-rows .entry")].map((entry) => {
    const lines = linesOf(pen, entry.textContent ?? "", font, room);
    return { key: entry.firstElementChild, lines, height: Math.max(KEY.height, lines.length * 15) + 5 };
  });
  const total = entries.reduce((sum, { height }) => sum + height, 0);
  let [column, y, tallest] = [0, 0, 0];
  const placed = entries.map((entry) => {
    if (y > 0 && y + entry.height / 2 > total / columns && column < columns - 1) [column, y] = [column + 1, 0];
    const at = { ...entry, x: (column * width) / columns, y };
    y += entry.height;
    tallest = Math.max(tallest, y);
    return at;
  });
  const title = 24;
  return {
    height: title + tallest,
    draw: (ctx, x, top, app, density) => {
      writeLines(ctx, [t("legend.title")], `600 15px ${SERIF}`, x, top, title - 4, "ink");
      for (const { key, lines, height, ...at } of placed) {
        const middle = top + title + at.y + (height - 5) / 2;
        const paint = key && painters.get(key);
        if (paint) {
          ctx.save();
          ctx.translate(x + at.x, middle - paint.height / 2);
          paint.draw(ctx, app, density);
          ctx.restore();
        }
        writeLines(ctx, lines, font, x + at.x + KEY.width + GAP, middle - lines.length * 7.5, 15, "ink");
      }
    },
  };
}
