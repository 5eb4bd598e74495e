import assert from "node:assert/strict";
import { test } from "node:test";
import { ControlLog } from "../control.js";

// Cell 0 changes on days 10 and 20; cell 1 has a gap from 15 to 20; cell 2 is never told of.
const columns = {
  cell: [0, 0, 0, 1, 1],
  start: [null, 10, 20, 5, 20],
  end: [10, 20, null, 15, null],
  state: [1, 2, 1, 3, 4],
};

/** @param {ControlLog} log */
const now = (log) => [...log.current];

test("each day has the states of the intervals that hold it, ends not included", () => {
  const log = new ControlLog(3, columns);
  const expected = [[0, [1, -1, -1]], [5, [1, 3, -1]], [10, [2, 3, -1]], [14, [2, 3, -1]], [15, [2, -1, -1]], [20, [1, 4, -1]]];
  for (const [day, states] of expected) {
    log.moveTo(/** @type {number} */ (day));
    assert.deepEqual(now(log), states, `day ${day}`);
  }
});

test("the way back gives the same states as the way there", () => {
  const log = new ControlLog(3, columns);
  const there = new Map();
  for (let day = 0; day <= 25; day += 1) {
    log.moveTo(day);
    there.set(day, now(log));
  }
  for (let day = 25; day >= 0; day -= 1) {
    log.moveTo(day);
    assert.deepEqual(now(log), there.get(day), `day ${day}`);
  }
});

test("only cells that end up different are named as changed", () => {
  const log = new ControlLog(3, columns);
  log.moveTo(0);
  assert.deepEqual([...log.moveTo(12)].sort(), [0, 1]);
  assert.deepEqual([...log.moveTo(13)], []);
  assert.deepEqual([...log.moveTo(30)].sort(), [0, 1]);
  assert.deepEqual(log.days, [5, 10, 15, 20]);
});

test("cells with one and the same history are one group", () => {
  const log = new ControlLog(3, { cell: [0, 1, 2], start: [1, 1, 2], end: [null, null, null], state: [0, 0, 0] });
  assert.deepEqual(log.groups([0, 1, 2]), [[0, 1], [2]]);
});
