import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeArcs, outlineOf, project, thin } from "../geometry.js";

test("arcs by difference come back as the projected points", () => {
  const { points: arc } = decodeArcs([[450000, 390000, 10000, 0, 0, 10000]], 10000, [1, 2]);
  const points = [[45, 39], [46, 39], [46, 40]].flatMap(([lon, lat]) => project(lon, lat).map((value, i) => Math.fround(value - [1, 2][i])));
  assert.deepEqual([...arc], points);
});

test("the world is 256 pixels wide at zoom 0, with the equator in its middle", () => {
  assert.deepEqual(project(-180, 0), [0, 128]);
  assert.ok(Math.abs(project(180, 0)[0] - 256) < 1e-9);
});

test("thinning keeps both ends and drops what cannot be seen", () => {
  const points = Float32Array.from([0, 0, 0.01, 0, 0.02, 0, 5, 0, 5.25, 0.25, 7, 7, 7.25, 7.25]);
  const thinned = thin({ points, first: Int32Array.from([0, 10, 14]) }, 1);
  assert.deepEqual([...thinned.points], [0, 0, 5, 0, 5.25, 0.25, 7, 7, 7.25, 7.25]);
  assert.deepEqual([...thinned.first], [0, 6, 10]);
});

test("the outline of a union leaves out what lies inside, in whichever direction it is walked, and keeps holes", () => {
  const [left, right, island] = [[[0, 1]], [[~1, 2]], [[3]]];
  assert.deepEqual(outlineOf([left]), [0, 1]);
  assert.deepEqual(outlineOf([left, right]), [0, 2]);
  const around = [[4], [~3]];
  assert.deepEqual(outlineOf([around]), [4, 3]);
  assert.deepEqual(outlineOf([around, island]), [4]);
});
