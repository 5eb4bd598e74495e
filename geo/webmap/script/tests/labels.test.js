import assert from "node:assert/strict";
import { test } from "node:test";
import { Stays, roomiest } from "../country_labels.js";
import { around, beside, boxesOf, inside, placeLabels } from "../labels.js";
import { alongCourse } from "../river_labels.js";

const FRAME = { left: 0, top: 0, right: 400, bottom: 300 };
const SIZE = { width: 70, height: 12 };

/** @param {number} x @param {number} y @param {object} [changes] */
const town = (x, y, changes = {}) =>
  ({ text: "x", key: `${x} ${y}`, lines: ["x"], style: "town", rank: 1, ...SIZE, spots: beside(x, y, 70, 12), dot: /** @type {[number, number]} */ ([x, y]), ...changes });
const overlap = (/** @type {any} */ a, /** @type {any} */ b) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

test("no label covers another, nor another's dot", () => {
  const wishes = Array.from({ length: 120 }, (_, i) => town((i * 37) % 400, (i * 53) % 300, { rank: i }));
  const placed = placeLabels(wishes);
  assert.ok(placed.length > 10);
  placed.forEach((a, i) => {
    placed.slice(i + 1).forEach((b) => {
      assert.ok(!a.boxes.some((one) => b.boxes.some((other) => overlap(one, other))));
      const dot = { left: b.dot?.[0] ?? 0, top: b.dot?.[1] ?? 0, width: 1, height: 1 };
      assert.ok(!a.boxes.some((one) => overlap(one, dot)));
    });
  });
});

test("the more important label comes first, and a name is said once", () => {
  const wishes = [town(100, 100, { key: "village", rank: 9 }), town(104, 100, { key: "capital", rank: 0 }), town(300, 100, { key: "capital", rank: 1 })];
  assert.deepEqual(placeLabels(wishes).map(({ key, rank }) => [key, rank]), [["capital", 0]]);
});

test("where a label stands does not depend on what lies far away", () => {
  const near = [town(100, 100, { rank: 2 }), town(150, 104, { rank: 3 })];
  const far = Array.from({ length: 50 }, (_, i) => town(5000 + 90 * i, 100));
  const spots = (/** @type {any[]} */ wishes) => placeLabels(wishes).filter(({ rank }) => rank > 1).map(({ spot }) => spot);
  assert.deepEqual(spots(near), spots([...far, ...near]));
});

test("a name that stands on an area moves no further than the area has room", () => {
  for (const { x, y } of around(50, 60, 10)) assert.ok(Math.abs(x - 50) <= 10 && Math.abs(y - 60) <= 10);
});

test("a turned label takes the room that its text covers", () => {
  const boxes = boxesOf(SIZE, { x: 0, y: 0, angle: Math.PI / 4 });
  const reach = (SIZE.width / 2) * Math.SQRT1_2;
  assert.ok(boxes.some((box) => overlap(box, { left: reach - 3, top: reach - 3, width: 1, height: 1 })));
  assert.ok(!boxes.some((box) => overlap(box, { left: reach - 3, top: -reach, width: 3, height: 3 })));
});

test("a river's name stands beside straight stretches of its course, turned with it, and is said again far off", () => {
  const course = Array.from({ length: 200 }, (_, i) => [i * 12, i * 6]).flat();
  const stretches = alongCourse(course, 60, 12);
  assert.equal(stretches.length, 3);
  for (const { x, y, angle } of stretches.flat()) {
    assert.ok(Math.abs(angle - Math.atan2(6, 12)) < 1e-9);
    assert.ok(Math.abs(y - x / 2) > 5, "beside the line, not on it");
  }
});

test("where a course winds or runs upright, no name stands", () => {
  const winding = Array.from({ length: 400 }, (_, i) => [i * 2, 14 * Math.sin(i / 2)]).flat();
  assert.deepEqual(alongCourse(winding, 60, 12).flat(), []);
  assert.deepEqual(alongCourse([0, 0, 0, 500], 60, 12).flat(), []);
});

test("a country's name stands where the country has room in the window", () => {
  const at = roomiest((x) => x > 250, FRAME, { width: 60, height: 18 });
  assert.ok(at && at[0] > 280 && at[0] < 370);
  assert.equal(roomiest((x) => x > 390, FRAME, { width: 60, height: 18 }), null);
});

test("a country's name stays where it is while it can, and moves when it must", () => {
  const stays = new Stays();
  const land = (/** @type {number} */ x) => x > 100;
  const label = { width: 60, height: 18 };
  const first = stays.find("A", 7, land, FRAME, label);
  const moved = { left: 40, top: 20, right: 440, bottom: 320 };
  assert.deepEqual(stays.find("A", 7, land, moved, label), first);
  const away = stays.find("A", 7, land, { left: 900, top: 0, right: 1300, bottom: 300 }, label);
  assert.ok(away && away[0] > 900);
});

test("a label is shown where the window has all of it", () => {
  assert.ok(inside({ left: 1, top: 1, width: 10, height: 10 }, FRAME));
  assert.ok(!inside({ left: 395, top: 1, width: 10, height: 10 }, FRAME));
});
