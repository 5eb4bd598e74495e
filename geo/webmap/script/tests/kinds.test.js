import assert from "node:assert/strict";
import { test } from "node:test";
import { areaStyle, borderStyle, lineStyle, placeStyle } from "../kinds.js";

test("an area of a kind that nobody foresaw has a border and a label, as a district has", () => {
  assert.deepEqual(areaStyle({ kind: "governorate" }), areaStyle({ kind: "district" }));
  assert.ok(areaStyle({ kind: "governorate" }).label);
  assert.deepEqual(borderStyle({ kind: "governorate", schematic: false })?.dash, []);
});

test("what is schematic is broken, whatever its kind", () => {
  assert.notDeepEqual(borderStyle({ kind: "district", schematic: true })?.dash, []);
  assert.notDeepEqual(lineStyle({ kind: "front", schematic: true }).dash, []);
  assert.equal(borderStyle({ kind: "part", schematic: true }), null);
});

test("a line of an unknown kind is drawn, and a place of one is labelled once the map is near", () => {
  assert.ok(lineStyle({ kind: "front", schematic: false }).width > 0);
  assert.ok(placeStyle({ kind: "hamlet" }).zoom > placeStyle({ kind: "town" }).zoom);
});
