import assert from "node:assert/strict";
import { test } from "node:test";
import { iso, parseIso } from "../days.js";
import { ticks } from "../ticks.js";

/** @param {string} from @param {string} to @param {number} [width] */
const marks = (from, to, width = 1000) => ticks(/** @type {number} */ (parseIso(from)), /** @type {number} */ (parseIso(to)), width);
/** @param {string} from @param {string} to @param {number} [width] */
const said = (from, to, width) => marks(from, to, width).map(({ text }) => text);

test("decades are marked by years", () => {
  assert.deepEqual(said("1988-01-01", "2022-11-30"), ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]);
});

test("a year is marked by months, the first of them with its year", () => {
  assert.deepEqual(said("2020-08-20", "2021-03-20"), ["Sep 2020", "Oct", "Nov", "Dec", "2021", "Feb", "Mar"]);
});

test("weeks are marked by days, each month begun with its name", () => {
  assert.deepEqual(said("2020-10-29", "2020-11-05"), ["29 Oct 2020", "30", "31", "1 Nov", "2", "3", "4", "5"]);
  assert.deepEqual(said("2020-12-20", "2021-01-12", 500), ["21 Dec 2020", "26", "1 Jan 2021", "6", "11"]);
});

test("each mark stands on the day that it names, at any length of window", () => {
  const start = /** @type {number} */ (parseIso("2019-12-31"));
  for (let length = 3; length < 20000; length = Math.round(length * 1.3)) {
    const found = ticks(start, start + length, 900);
    assert.ok(found.length >= 1 && found.length <= 22, `${length} days: ${found.length} marks`);
    assert.deepEqual([...found].sort((a, b) => a.day - b.day), found);
    for (const { day, text } of found) {
      if (/^\d{4}$/.test(text)) assert.equal(iso(day), `${text}-01-01`);
      else if (/^\d{1,2}\b/.test(text)) assert.equal(Number(iso(day).slice(-2)), Number.parseInt(text, 10));
      else assert.equal(iso(day).slice(-2), "01");
    }
  }
});

test("years before the common era are marked where their own names are round", () => {
  assert.deepEqual(said("-0500-01-01", "0999-12-31", 1600), ["500 BC", "400 BC", "300 BC", "200 BC", "100 BC", "100", "200", "300", "400", "500", "600", "700", "800", "900"]);
  assert.equal(iso(marks("-0500-01-01", "0999-12-31", 1600)[0].day), "-0499-01-01");
  assert.deepEqual(said("-0002-01-01", "0003-01-01", 500), ["3 BC", "2 BC", "1 BC", "1", "2", "3"]);
  assert.equal(said("0000-12-28", "0001-01-04")[0], "28 Dec 1 BC");
});
