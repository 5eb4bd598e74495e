import assert from "node:assert/strict";
import { test } from "node:test";
import { iso, longDay, parseIso, sayBound, sayEdtf } from "../days.js";

test("a day number and its ISO day are each other's inverse, far back and far ahead", () => {
  for (const text of ["0001-01-01", "0099-12-31", "1970-01-01", "1988-02-29", "2020-11-10", "9999-12-31"]) {
    assert.equal(iso(/** @type {number} */ (parseIso(text))), text);
  }
  assert.equal(parseIso("1970-01-02"), 1);
  assert.equal(parseIso("tomorrow"), null);
});

test("a date keeps its precision in words", () => {
  assert.equal(sayEdtf("2020"), "2020");
  assert.equal(sayEdtf("2020-11"), "November 2020");
  assert.equal(sayEdtf("2020-11-10"), "10 November 2020");
  assert.equal(sayEdtf("2020-11~"), "about November 2020");
  assert.equal(longDay(0), "1 January 1970");
});

test("an interval names both bounds, and an open end as open", () => {
  assert.equal(sayEdtf("2020-11-10/2021-01-18"), "10 November 2020 \u2013 18 January 2021");
  assert.equal(sayEdtf("../1994"), "until 1994");
  assert.equal(sayEdtf("2020-11-10/.."), "from 10 November 2020");
  assert.equal(sayEdtf(null), "date not told");
});

test("a bound says how exactly it is known", () => {
  const day = /** @type {number} */ (parseIso("2020-11-10"));
  assert.equal(sayBound(day, "2020-11-10"), "10 Nov 2020");
  assert.equal(sayBound(day, "2020-11-10/2021-01-18"), "some day in 10 Nov 2020 \u2013 18 Jan 2021");
  assert.equal(sayBound(day, "../2020-11-10"), "10 Nov 2020 or earlier");
});
