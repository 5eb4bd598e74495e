import assert from "node:assert/strict";
import { test } from "node:test";
import { Atlas } from "../data.js";
import { parseIso } from "../days.js";
import { eventsOf, isOn, placesLine } from "../events.js";
import { busyPeriods } from "../periods.js";

const claim = (/** @type {object} */ changes) => ({ id: "c", article: null, quote: "q", kind: "capture", places: [{ text: "Shusha", extent: "whole", at: null }], gained: "a", lost: null, actor: null, when: "2020-11-08", span: [10, 10], basis: "explicit", stance: "asserted", claimant: null, ...changes });
const atlas = (/** @type {object[]} */ claims) => new Atlas(/** @type {any} */ ({ claims, claimCells: claims.map((_, i) => [i]), parties: [], cells: [{ id: "x", km2: 1 }, { id: "y", km2: 1 }, { id: "z", km2: 1 }], areas: [], finder: [] }));

test("reports of the same thing are one event with all their cells; another stance is another event", () => {
  const events = eventsOf(atlas([claim({}), claim({ quote: "other words" }), claim({ stance: "denied" })]));
  assert.deepEqual(events.map(({ claims, cells, stance }) => [claims, cells, stance]), [[[0, 1], [0, 1], "asserted"], [[2], [2], "denied"]]);
});

test("what an analyst rejected is no event", () => {
  const review = { decision: "reject", who: "A", why: "b", on: null, own: false, changed: [] };
  assert.deepEqual(eventsOf(atlas([claim({ review }), claim({})])).map(({ claims }) => claims), [[1]]);
});

test("events stand in the order of time, undated ones last, and hold on their own days only", () => {
  const [first, second, last] = eventsOf(atlas([claim({ when: null, span: [null, null] }), claim({ when: "2020-12", span: [20, 25] }), claim({ span: [3, 3] })]));
  assert.deepEqual([first.first, second.first, last.first], [3, 20, null]);
  assert.deepEqual([19, 20, 25, 26].map((day) => isOn(second, day)), [false, true, true, false]);
  assert.equal(isOn(last, 20), false);
});

test("periods worth zooming to come from the days on which something happens", () => {
  const day = (/** @type {string} */ text) => /** @type {number} */ (parseIso(text));
  const span = { start: day("1988-01-01"), end: day("2022-11-30") };
  const days = ["1988-02-01", "1991-01-01", "1994-12-31", "2020-09-27", "2021-02-17", "2022-11-30"].map(day);
  assert.deepEqual(busyPeriods(days, span).map(({ label }) => label), ["1988\u20131994", "2020\u20132022"]);
  assert.deepEqual(busyPeriods([span.start], span), []);
});

test("what must be somewhere and is not told where says so; an agreement needs no place", () => {
  assert.equal(placesLine({ kind: "hold", places: [] }), "(no place named)");
  assert.equal(placesLine({ kind: "agreement", places: [] }), "");
  assert.equal(placesLine({ kind: "hold", places: ["Shusha", "Lachin (part)"] }), "Shusha, Lachin (part)");
});
