// Ground of many small cells: each pixel knows its cell, so that a jump that gives ten thousand cells another colour is
// one pass over the pixels, where as many paths take a tenth of a second to be filled and edged.

/** @typedef {{side: number, pixels: Uint32Array}} Tile  what a look is painted with: a square that repeats, as the canvas keeps pixels */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box  pixels of a canvas */
/** @typedef {{key?: string, of?: object, raster?: Raster | null}} Own  what a canvas keeps from one drawing to the next */
/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./geometry.js").Shapes} Shapes */

/** Fewer cells than this are painted as paths, and so are cells larger than this on average, in pixels of the canvas: only under a border that is as wide as a cell nobody sees that an edge is not smooth. */
const MANY = 1000;
const SMALL = 250;
/** A share of the cells up to which each is painted by itself. */
const SOME = 0.02;
/** Pixels that are painted at once. */
const PIECE = 1 << 16;
/** Further than any canvas is wide: one number tells the row and the place in it. */
const ROW = 1 << 20;

/** The ground of a view, or null where its cells are painted as paths; that of the view before where it fits. @param {View} view @param {Shapes} shapes @param {number[][][]} cells  rings of arcs of each @returns {Raster | null} */
export function rasterOf(view, shapes, cells) {
  const { own } = view;
  if (!own || cells.length < MANY) return null;
  const key = [view.density, ...Object.values(view.frame)].join();
  if (own.raster === undefined || own.key !== key || own.of !== shapes.thinned) {
    const box = boxOf(view, shapes);
    const isFine = (box.right - box.left) * (box.bottom - box.top) <= SMALL * cells.length;
    Object.assign(own, { key, of: shapes.thinned, raster: isFine ? new Raster(view, shapes, cells, box) : null });
  }
  return own.raster ?? null;
}

/** The part of a canvas, in its pixels, that shapes can be in. @param {View} view @param {Shapes} shapes @returns {Box} */
function boxOf({ frame, density }, { thinned: { points } }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    top = Math.min(top, points[i + 1]);
    bottom = Math.max(bottom, points[i + 1]);
  }
  const within = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ to) => Math.round((Math.max(from, Math.min(to, at)) - from) * density);
  return {
    left: within(Math.floor(left), frame.left, frame.right), right: within(Math.ceil(right), frame.left, frame.right),
    top: within(Math.floor(top), frame.top, frame.bottom), bottom: within(Math.ceil(bottom), frame.top, frame.bottom),
  };
}

export class Raster {
  /** @param {Pick<View, "frame" | "density">} view @param {Pick<Shapes, "thinned">} shapes @param {number[][][]} cells @param {Box} box  the pixels of the canvas that it has */
  constructor({ frame, density }, { thinned }, cells, box) {
    this.box = box;
    this.width = Math.max(0, box.right - box.left);
    this.height = Math.max(0, box.bottom - box.top);
    /** Where the tiles' corners lie: at the zero of the paths' plane, as those of patterns do. */
    this.shift = [frame.left, frame.top].map((at, i) => Math.round(at * density) + [box.left, box.top][i]);
    /** Of each pixel its cell, from 1 on; 0 is none. */
    this.cells = new (cells.length < ROW >> 4 ? Uint16Array : Uint32Array)(this.width * this.height);
    /** Of each cell its first and last row and column, and one more. */
    this.bounds = new Int32Array(4 * cells.length);
    /** Of each cell, from 1 on, its tile. */
    this.tileAt = new Uint16Array(cells.length + 1);
    /** @type {Tile[]} */
    this.tiles = [{ side: 1, pixels: new Uint32Array(1) }];
    /** @type {Map<Tile, number>} */
    this.numbers = new Map();
    const crossings = new Crossings(thinned, density, frame.left * density + box.left, frame.top * density + box.top, this.height);
    cells.forEach((rings, cell) => this.bounds.set(this.put(cell + 1, crossings.of(rings)), 4 * cell));
  }

  /** Give a cell the pixels between its crossings. @param {number} cell @param {Float64Array} crossings  two for each stretch */
  put(cell, crossings) {
    let [left, top, right, bottom] = [this.width, this.height, 0, 0];
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const row = Math.floor(crossings[i] / ROW);
      const [from, to] = [crossings[i], crossings[i + 1]].map((at) => Math.max(0, Math.min(this.width, Math.ceil(at - row * ROW - MIDDLE - 0.5))));
      if (from >= to) continue;
      this.cells.fill(cell, row * this.width + from, row * this.width + to);
      left = Math.min(left, from);
      right = Math.max(right, to);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
    }
    return [left, top, right, bottom];
  }

  /** Paint cells; the others keep what they were painted with. @param {CanvasRenderingContext2D} ctx @param {Iterable<number>} cells @param {(cell: number) => Tile} tileOf */
  paint(ctx, cells, tileOf) {
    /** @type {number[]} */
    const painted = [];
    for (const cell of cells) {
      if (cell + 1 >= this.tileAt.length) continue; // a point, which points.js draws
      this.tileAt[cell + 1] = this.numberOf(tileOf(cell));
      painted.push(cell);
    }
    if (painted.length > SOME * this.tileAt.length) return this.fill(ctx, 0, 0, this.width, this.height);
    for (const cell of painted) this.fill(ctx, ...this.boundsOf(cell));
  }

  /** @param {number} cell @returns {[number, number, number, number]} */
  boundsOf(cell) {
    const [left, top, right, bottom] = this.bounds.subarray(4 * cell, 4 * cell + 4);
    return [left, top, right, bottom];
  }

  /** @param {Tile} tile */
  numberOf(tile) {
    const known = this.numbers.get(tile);
    if (known !== undefined) return known;
    const number = this.tiles.push(tile) - 1;
    this.numbers.set(tile, number);
    return number;
  }

  /** Bring a part to the canvas, piece by piece. @param {CanvasRenderingContext2D} ctx @param {number} left @param {number} top @param {number} right @param {number} bottom */
  fill(ctx, left, top, right, bottom) {
    const width = right - left;
    if (width <= 0 || bottom <= top) return;
    const rows = Math.max(1, Math.min(bottom - top, Math.floor(PIECE / width)));
    const image = ctx.createImageData(width, rows);
    const pixels = new Uint32Array(image.data.buffer);
    for (let from = top; from < bottom; from += rows) {
      const to = Math.min(bottom, from + rows);
      for (let row = from; row < to; row += 1) this.fillRow(pixels, (row - from) * width, row, left, right);
      ctx.putImageData(image, this.box.left + left, this.box.top + from, 0, 0, width, to - from);
    }
  }

  /** @param {Uint32Array} pixels @param {number} at  where the row begins in them @param {number} row @param {number} left @param {number} right */
  fillRow(pixels, at, row, left, right) {
    const { cells, tileAt, tiles, shift } = this;
    const first = row * this.width - left;
    const begun = at - left;
    for (let column = left; column < right; column += 1) {
      const { side, pixels: tile } = tiles[tileAt[cells[first + left + column]]];
      pixels[begun + column] = side === 1 ? tile[0] : tile[within(row + shift[1], side) * side + within(column + shift[0], side)];
    }
  }
}

/** @param {number} at @param {number} side */
const within = (at, side) => ((at % side) + side) % side;

/** Keeps places left of the canvas on their own row. */
const MIDDLE = ROW / 2;

/** Where the edges of cells cross the middles of the rows of pixels. An edge is followed downwards whichever way it runs, so that two cells which share it share no pixel and leave none between them. */
class Crossings {
  /** @param {import("./geometry.js").Arcs} arcs @param {number} density @param {number} left @param {number} top  of the first pixel, in pixels of the plane @param {number} height */
  constructor({ points, first }, density, left, top, height) {
    this.points = points;
    this.first = first;
    this.density = density;
    this.left = left;
    this.top = top;
    this.height = height;
    this.found = new Float64Array(1 << 10);
    this.count = 0;
  }

  /** Those of a cell, by row and then from left to right. @param {number[][]} rings */
  of(rings) {
    this.count = 0;
    for (const ring of rings) for (const arc of ring) this.follow(arc < 0 ? ~arc : arc);
    return this.found.subarray(0, this.count).sort();
  }

  /** @param {number} arc */
  follow(arc) {
    const { points, first, density, left, top } = this;
    for (let i = first[arc]; i + 2 < first[arc + 1]; i += 2) {
      const [x, y, toX, toY] = [points[i] * density - left, points[i + 1] * density - top, points[i + 2] * density - left, points[i + 3] * density - top];
      if (y < toY) this.cross(x, y, toX, toY);
      else this.cross(toX, toY, x, y);
    }
  }

  /** @param {number} x @param {number} y @param {number} toX @param {number} toY  not above y */
  cross(x, y, toX, toY) {
    const last = Math.min(this.height, Math.ceil(toY - 0.5));
    for (let row = Math.max(0, Math.ceil(y - 0.5)); row < last; row += 1) {
      if (this.count === this.found.length) this.found = doubled(this.found);
      this.found[this.count] = row * ROW + MIDDLE + x + ((row + 0.5 - y) / (toY - y)) * (toX - x);
      this.count += 1;
    }
  }
}

/** @param {Float64Array} values */
function doubled(values) {
  const found = new Float64Array(2 * values.length);
  found.set(values);
  return found;
}
