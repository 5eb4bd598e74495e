import assert from "node:assert/strict";
import { test } from "node:test";
import { roomiest } from "../country_labels.js";
import { placeLabels } from "../labels.js";

const FRAME = { left: 0, top: 0, right: 400, bottom: 300 };
const wish = (/** @type {object} */ changes) => ({ text: "x", x: 100, y: 100, rank: 1, height: 12, dot: true, style: "town", ...changes });
const overlap = (/** @type {any} */ a, /** @type {any} */ b) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

test("no label covers another, and none leaves the frame", () => {
  const wishes = Array.from({ length: 120 }, (_, i) => wish({ text: `place ${i}`, x: (i * 37) % 400, y: (i * 53) % 300, rank: i }));
  const placed = placeLabels(wishes, () => 70, FRAME);
  assert.ok(placed.length > 10);
  placed.forEach((a, i) => {
    assert.ok(a.left >= 0 && a.top >= 0 && a.left + a.width <= 400 && a.top + a.height <= 300);
    placed.slice(i + 1).forEach((b) => assert.ok(!overlap(a, b), `${a.text} over ${b.text}`));
  });
});

test("the more important label keeps its place, and a name is said once", () => {
  const wishes = [wish({ text: "village", rank: 9 }), wish({ text: "capital", rank: 0 }), wish({ text: "capital", x: 300, rank: 1 })];
  const placed = placeLabels(wishes, () => 150, { left: 0, top: 80, right: 260, bottom: 120 });
  assert.deepEqual(placed.map(({ text }) => text), ["capital"]);
});

test("labels keep off what stands over the map", () => {
  const taken = { left: 0, top: 0, width: 400, height: 300 };
  assert.deepEqual(placeLabels([wish({})], () => 20, FRAME, [taken]), []);
});

test("a country's name stands where the country has room in the window", () => {
  const at = roomiest((x) => x > 250, FRAME, { width: 60, height: 18 });
  assert.ok(at && at[0] > 280 && at[0] < 370);
  assert.equal(roomiest((x) => x > 390, FRAME, { width: 60, height: 18 }), null);
});
