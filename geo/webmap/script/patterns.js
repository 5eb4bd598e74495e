// Paints looks: one small seamless tile a look, made once a theme and pixel density. Every tile is opaque, so a new
// state simply overpaints the old one.

import { mix } from "./colours.js";
import { lookKey } from "./look.js";

/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./colours.js").Colours} Colours */

/** Question marks and the dots of presence stand on one lattice, each in the other's gaps, so that both can be read. */
export const LATTICE = 32;
/** Where the first question mark has its middle, right and down from a tile's corner. */
export const SIGN = 0.25 * LATTICE;
/** What is left of a colour where the last report is old, step by step. */
const PALER = [0.84, 0.68];
const PERIOD = /** @type {Record<string, number>} */ ({ stripes: 16, hatch: 7, checks: 16, bands: 10, query: LATTICE, untold: 12 });

export class Patterns {
  /** @param {Colours} colours */
  constructor(colours) {
    this.colours = colours;
    /** @type {Map<string, string | CanvasPattern>} */
    this.made = new Map();
    /** Tiles as pixels. @type {Map<string, import("./raster.js").Tile>} */
    this.tiles = new Map();
    /** Addresses of pictures drawn with them. @type {Map<string, string>} */
    this.pictures = new Map();
  }

  /** Forget the tiles, after a change of theme. */
  clear() {
    this.made.clear();
    this.tiles.clear();
    this.pictures.clear();
  }

  /** The fill of a look, for a context whose unit is one CSS pixel. @param {CanvasRenderingContext2D} ctx @param {Look} look @param {number} density */
  fill(ctx, look, density) {
    const key = `${lookKey(look)} ${density}`;
    let fill = this.made.get(key);
    if (fill === undefined) {
      fill = this.make(ctx, look, density);
      this.made.set(key, fill);
    }
    return fill;
  }

  /** The same as pixels: one where it is plain. @param {Look} look @param {number} density @returns {import("./raster.js").Tile} */
  tile(look, density) {
    const key = `${lookKey(look)} ${density}`;
    let tile = this.tiles.get(key);
    if (!tile) {
      const side = Math.round((PERIOD[look.pattern] ?? 0) * density) || 1;
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = side;
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
      pen.scale(density, density);
      pen.fillStyle = this.fill(pen, look, density);
      pen.fillRect(0, 0, side, side);
      tile = { side, pixels: new Uint32Array(pen.getImageData(0, 0, side, side).data.buffer) };
      this.tiles.set(key, tile);
    }
    return tile;
  }

  /** The address of a picture, drawn once a theme. @param {string} key @param {() => string} draw */
  kept(key, draw) {
    const address = this.pictures.get(key) ?? draw();
    this.pictures.set(key, address);
    return address;
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Look} look @param {number} density */
  make(ctx, look, density) {
    const fade = (/** @type {string} */ colour) => (look.age ? mix(colour, this.colours.paper, PALER[look.age - 1]) : colour);
    const first = look.parties.length ? fade(this.colours.of(look.parties[0])) : this.colours.none;
    const second = look.parties.length > 1 ? fade(this.colours.of(look.parties[1])) : this.colours.none;
    if (look.pattern === "solid" || look.pattern === "none") return first;
    if (look.pattern === "tint") return mix(first, this.colours.paper, 0.5);
    return repeated(ctx, PERIOD[look.pattern], density, (pen, side) => PAINTERS[look.pattern](pen, side, first, second, this.colours));
  }

  /** Dots of a party that is present, on clear ground. @param {CanvasRenderingContext2D} ctx @param {string} party @param {number} density */
  dots(ctx, party, density) {
    const key = `dots ${party} ${density}`;
    const made = this.made.get(key) ?? repeated(ctx, LATTICE, density, (pen, side) => {
      for (const [radius, fill] of /** @type {[number, string][]} */ ([[4.2, this.colours.paper], [3, this.colours.of(party)]])) {
        pen.fillStyle = fill;
        for (const [x, y] of [[0.75, 0.25], [0.25, 0.75]]) disc(pen, x * side, y * side, radius * density);
      }
    });
    this.made.set(key, made);
    return made;
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} period @param {number} density @param {(pen: CanvasRenderingContext2D, side: number) => void} paint */
function repeated(ctx, period, density, paint) {
  const { tile: repeat } = /** @type {Partial<import("./svg_context.js").SvgContext>} */ (ctx);
  if (repeat) return repeat(period, paint);
  const side = Math.round(period * density);
  const tile = document.createElement("canvas");
  tile.width = side;
  tile.height = side;
  paint(/** @type {CanvasRenderingContext2D} */ (tile.getContext("2d")), side);
  const pattern = /** @type {CanvasPattern} */ (ctx.createPattern(tile, "repeat"));
  pattern.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} radius */
function disc(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** @type {Record<string, (pen: CanvasRenderingContext2D, side: number, first: string, second: string, colours: Colours) => void>} */
const PAINTERS = {
  stripes(pen, side, first, second) {
    ground(pen, side, first);
    pen.fillStyle = second;
    polygon(pen, [0, 0, side / 2, 0, 0, side / 2]);
    polygon(pen, [side, 0, side, side / 2, side / 2, side, 0, side]);
  },
  hatch(pen, side, first, _second, { paper }) {
    ground(pen, side, first);
    pen.strokeStyle = mix(first, paper, 0.35);
    pen.lineWidth = side * 0.2;
    pen.beginPath();
    for (const shift of [-side, 0, side]) {
      pen.moveTo(shift - side, -side);
      pen.lineTo(shift + 2 * side, 2 * side);
    }
    pen.stroke();
  },
  checks(pen, side, first, second) {
    ground(pen, side, first);
    pen.fillStyle = second;
    pen.fillRect(0, 0, side / 2, side / 2);
    pen.fillRect(side / 2, side / 2, side / 2, side / 2);
  },
  bands(pen, side, first, second) {
    ground(pen, side, first);
    pen.fillStyle = second;
    pen.fillRect(0, 0, side, side / 2);
  },
  untold(pen, side, _first, _second, { paper, none }) {
    ground(pen, side, mix(none, paper, 0.3));
    pen.fillStyle = mix(none, paper, 0.75);
    pen.fillRect(side * 0.3, side * 0.45, side * 0.4, side * 0.1);
  },
  query(pen, side, first, _second, { paper, dark }) {
    ground(pen, side, mix(first, paper, 0.42));
    pen.fillStyle = dark ? mix(first, "#ffffff", 0.6) : mix(first, "#000000", 0.9);
    pen.font = `700 ${side * 0.4}px system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText("?", side * 0.25, side * 0.26);
    pen.fillText("?", side * 0.75, side * 0.76);
  },
};

/** @param {CanvasRenderingContext2D} pen @param {number} side @param {string} colour */
function ground(pen, side, colour) {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, side, side);
}

/** @param {CanvasRenderingContext2D} pen @param {number[]} flat */
function polygon(pen, flat) {
  pen.beginPath();
  for (let i = 0; i < flat.length; i += 2) pen.lineTo(flat[i], flat[i + 1]);
  pen.fill();
}
