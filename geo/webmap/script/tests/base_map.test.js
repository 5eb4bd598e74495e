import assert from "node:assert/strict";
import { test } from "node:test";
import { frontiersOf } from "../base_map.js";

/** @param {[string, number[][]][]} land */
const base = (land) => /** @type {any} */ ({ land: land.map(([name, rings]) => ({ name, rings })) });

test("a border is what two countries share, and not a coast", () => {
  assert.deepEqual(frontiersOf(base([["A", [[0, 1]]], ["B", [[~1, 2]]]])), [1]);
});

test("the edge of the region's own land is its areas' to draw", () => {
  assert.deepEqual(frontiersOf(base([["A", [[0, 1]]], ["", [[~1, 2]]]])), []);
});
