import assert from "node:assert/strict";
import { test } from "node:test";
import { iso, parseIso } from "../days.js";
import { histogram, unitFor } from "../histogram.js";

/** @param {string} text */
const day = (text) => /** @type {number} */ (parseIso(text));
/** @param {string} first @param {string} [last] */
const span = (first, last = first) => [day(first), day(last)];

test("reports are counted by month, each in its own", () => {
  const bins = histogram([span("2020-11-01"), span("2020-11-30"), span("2020-12-01")], "month");
  assert.deepEqual(bins.map(({ start, end, sure }) => [iso(start), iso(end), sure]), [["2020-11-01", "2020-12-01", 2], ["2020-12-01", "2021-01-01", 1]]);
});

test("a report whose day is not known is spread over its interval, and counts once in all", () => {
  const bins = histogram([span("2020-01-01", "2020-12-31")], "month");
  assert.equal(bins.length, 12);
  assert.ok(bins.every(({ sure, spread }) => sure === 0 && spread > 0.07 && spread < 0.09));
  assert.ok(Math.abs(bins.reduce((sum, { spread }) => sum + spread, 0) - 1) < 1e-9);
});

test("within one stretch an unknown day is a whole report, but no sure one", () => {
  assert.deepEqual(histogram([span("2020-11-03", "2020-11-20")], "month").map(({ sure, spread }) => [sure, spread]), [[0, 1]]);
});

test("one bound is a day, none is nowhere", () => {
  assert.equal(histogram([[null, day("2020-11-03")]], "day")[0].sure, 1);
  assert.deepEqual(histogram([[null, null]], "day"), []);
});

test("stretches tile time without gap, in every unit and before the common era", () => {
  for (const unit of /** @type {const} */ (["day", "week", "month", "quarter", "year", "decade", "century"])) {
    for (const at of ["-0043-03-15", "1969-12-31", "2020-02-29"]) {
      const [bin] = histogram([span(at)], unit);
      assert.ok(bin.start <= day(at) && day(at) < bin.end, `${unit} ${at}`);
      const [before] = histogram([[bin.start - 1, bin.start - 1]], unit);
      assert.equal(before.end, bin.start, `${unit} ${at}`);
    }
  }
});

test("the more room a day has, the shorter the stretches", () => {
  assert.deepEqual([1000 / 13000, 1000 / 700, 10].map(unitFor), ["quarter", "week", "day"]);
});
