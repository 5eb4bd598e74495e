import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOn } from "../changes.js";
import { ControlLog } from "../control.js";

const state = (/** @type {string | null} */ controller, more = {}) => ({ controller, others: [], becomes: null, status: controller ? "held" : "unknown", basis: "stated", support: "single", claims: [], ...more });

const STATES = [state("north"), state("south"), state("south", { support: "one_side" }), state("north", { rule: "another" })];

const app = /** @type {any} */ ({
  data: { states: STATES, cells: [{ km2: 5 }, { km2: 7 }, { km2: 100 }, { km2: 1 }] },
  log: new ControlLog(4, { cell: [0, 0, 1, 1, 2, 2, 3, 3], start: [null, 10, null, 10, null, 10, null, 20], end: [10, null, 10, null, 10, null, 20, null], state: [0, 1, 0, 1, 0, 3, 1, 2] }),
});

test("cells that go from one state to another together are one change", () => {
  const { changes, restated } = changesOn(app, 10);
  assert.deepEqual(changes, [{ before: 0, after: 1, cells: [0, 1], km2: 12 }]);
  assert.deepEqual(restated, [2], "the same state on other reports is no change");
});

test("a state of which less is sure is a change", () => {
  assert.deepEqual(changesOn(app, 20).changes, [{ before: 1, after: 2, cells: [3], km2: 1 }]);
});

test("most days bring nothing", () => {
  for (const day of [9, 11, 19, 21]) assert.deepEqual(changesOn(app, day), { changes: [], restated: [] });
});
