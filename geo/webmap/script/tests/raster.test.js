import assert from "node:assert/strict";
import { test } from "node:test";
import { Raster, rasterOf } from "../raster.js";

/** Two cells beside each other, with a slanting edge between them that one follows downwards and the other upwards. */
const points = Float32Array.from([4.3, 0, 2.1, 6, /* left */ 2.1, 6, 0, 6, 0, 0, 4.3, 0, /* right */ 4.3, 0, 8, 0, 8, 6, 2.1, 6]);
const thinned = { points, first: Int32Array.from([0, 4, 12, 20]) };
const cells = [[[0, 1]], [[~0, 2]]];
const box = { left: 0, top: 0, right: 8, bottom: 6 };
const frame = { left: 0, top: 0, right: 8, bottom: 6 };

/** A canvas that keeps what is put on it, and how often. */
function canvas(width = 8, height = 6) {
  const kept = { pixels: new Uint32Array(width * height), puts: 0 };
  const ctx = {
    createImageData: (/** @type {number} */ across, /** @type {number} */ down) => ({ width: across, data: new Uint8ClampedArray(4 * across * down) }),
    putImageData(/** @type {any} */ { width: across, data }, /** @type {number} */ x, /** @type {number} */ y, _x = 0, _y = 0, wide = 0, high = 0) {
      const from = new Uint32Array(data.buffer);
      for (let row = 0; row < high; row += 1) for (let column = 0; column < wide; column += 1) kept.pixels[(y + row) * width + x + column] = from[row * across + column];
      kept.puts += 1;
    },
  };
  return { kept, ctx: /** @type {any} */ (ctx) };
}

const plain = (/** @type {number} */ colour) => ({ side: 1, pixels: Uint32Array.from([colour]) });

test("two cells that share an edge leave no pixel between them and share none", () => {
  const raster = new Raster({ frame, density: 1 }, { thinned }, cells, box);
  const rows = Array.from({ length: 6 }, (_, row) => [...raster.cells.subarray(8 * row, 8 * row + 8)].join(""));
  assert.deepEqual(rows, ["11112222", "11112222", "11122222", "11122222", "11122222", "11222222"]);
});

test("on a dense screen a cell has as many more pixels", () => {
  const raster = new Raster({ frame, density: 2 }, { thinned }, cells, { left: 0, top: 0, right: 16, bottom: 12 });
  assert.equal(raster.cells.filter((cell) => cell === 0).length, 0);
  assert.equal([...raster.cells.subarray(0, 16)].join(""), "1111111122222222");
});

test("what lies outside the canvas is left out, on every side", () => {
  const within = { left: 3, top: 2, right: 5, bottom: 4 };
  const raster = new Raster({ frame: within, density: 1 }, { thinned }, cells, { left: 0, top: 0, right: 2, bottom: 2 });
  assert.deepEqual([...raster.cells], [2, 2, 2, 2]);
});

test("a cell that changes is painted anew, and its neighbour keeps its colour", () => {
  const raster = new Raster({ frame, density: 1 }, { thinned }, cells, box);
  const { kept, ctx } = canvas();
  raster.paint(ctx, [0, 1], (cell) => plain(cell + 7));
  raster.paint(ctx, [1], () => plain(99));
  assert.deepEqual([...kept.pixels.subarray(0, 8)], [7, 7, 7, 7, 99, 99, 99, 99]);
});

test("of many cells, one is painted within its own bounds", () => {
  const more = [...cells, ...Array.from({ length: 200 }, () => [])];
  const raster = new Raster({ frame, density: 1 }, { thinned }, more, box);
  const { kept, ctx } = canvas();
  raster.paint(ctx, [0], () => plain(5));
  assert.equal(kept.puts, 1);
  assert.deepEqual([...kept.pixels.subarray(0, 8)], [5, 5, 5, 5, 0, 0, 0, 0]);
  assert.equal(kept.pixels[5], 0);
});

test("a pattern begins where the paths' plane has its zero, wherever the canvas stands", () => {
  const tile = { side: 3, pixels: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]) };
  const moved = { left: -2, top: -1, right: 8, bottom: 6 };
  const raster = new Raster({ frame: moved, density: 1 }, { thinned }, cells, { left: 2, top: 1, right: 10, bottom: 7 });
  const { kept, ctx } = canvas(10, 7);
  raster.paint(ctx, [0, 1], () => tile);
  assert.deepEqual([...kept.pixels.subarray(10, 20)], [0, 0, 0, 1, 2, 0, 1, 2, 0, 1]);
  assert.deepEqual([...kept.pixels.subarray(0, 10)], Array(10).fill(0));
});

test("few cells, large ones, and a sheet of paper are painted as paths", () => {
  const shapes = /** @type {any} */ ({ thinned });
  const many = Array.from({ length: 1000 }, () => cells[0]);
  const view = /** @type {any} */ ({ frame, density: 1, own: {} });
  assert.ok(rasterOf(view, shapes, many));
  assert.equal(rasterOf(view, shapes, many), rasterOf(view, shapes, many));
  assert.equal(rasterOf({ ...view, own: {} }, shapes, cells), null);
  assert.equal(rasterOf({ ...view, own: undefined }, shapes, many), null);
  const wide = { left: 0, top: 0, right: 1000, bottom: 1000 };
  const large = { points: Float32Array.from([0, 0, 1000, 0, 1000, 1000, 0, 0]), first: Int32Array.from([0, 8]) };
  assert.equal(rasterOf({ ...view, own: {}, frame: wide }, /** @type {any} */ ({ thinned: large }), many), null);
});
