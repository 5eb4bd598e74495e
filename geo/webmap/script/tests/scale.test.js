import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, holding, moved, Scale, SHORTEST, zoomed } from "../scale.js";

const WHOLE = { start: 0, end: 1000 };

test("a day and where it stands are told from each other", () => {
  const scale = new Scale({ start: 100, end: 300 }, 400);
  assert.equal(scale.x(150), 100);
  assert.equal(scale.dayAt(100), 150);
});

test("what is zoomed at stays where it is", () => {
  assert.deepEqual(zoomed({ start: 0, end: 400 }, WHOLE, 0.5, 100), { start: 50, end: 250 });
  assert.deepEqual(zoomed({ start: 50, end: 250 }, WHOLE, 2, 100), { start: 0, end: 400 });
});

test("no window is longer than the whole, none shorter than the shortest", () => {
  assert.deepEqual(zoomed({ start: 0, end: 800 }, WHOLE, 9, 10), WHOLE);
  const { start, end } = zoomed({ start: 500, end: 508 }, WHOLE, 0.1, 504);
  assert.equal(end - start, SHORTEST);
  assert.deepEqual(zoomed({ start: 0, end: 3 }, { start: 0, end: 3 }, 0.5, 1), { start: 0, end: 3 }, "a whole that is shorter stays");
});

test("a window is moved as far as the whole goes", () => {
  assert.deepEqual(moved({ start: 100, end: 300 }, WHOLE, -500), { start: 0, end: 200 });
  assert.deepEqual(moved({ start: 100, end: 300 }, WHOLE, 5000), { start: 800, end: 1000 });
});

test("a window follows a day with its length, and stays where it holds it", () => {
  assert.deepEqual(holding({ start: 100, end: 300 }, WHOLE, 300), { start: 100, end: 300 });
  assert.deepEqual(holding({ start: 100, end: 300 }, WHOLE, 500), { start: 350, end: 550 });
  assert.deepEqual(holding({ start: 100, end: 300 }, WHOLE, 2), { start: 0, end: 200 });
});

test("a period is chosen from either end, and is never too short to be seen", () => {
  assert.deepEqual(chosen(300.4, 100.2, WHOLE), { start: 100, end: 300 });
  assert.deepEqual(chosen(500, 500, WHOLE), { start: 497, end: 504 });
});
