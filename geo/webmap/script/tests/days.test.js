import assert from "node:assert/strict";
import { test } from "node:test";
import { iso, isBoundIn, longDay, parseIso, sayBound, sayEdtf, sayLatest } from "../days.js";

test("a day number and its ISO day are each other's inverse, far back and far ahead", () => {
  for (const text of ["-9999-12-31", "-0500-03-01", "0000-02-29", "0001-01-01", "0099-12-31", "1970-01-01", "1988-02-29", "2020-11-10", "9999-12-31"]) {
    assert.equal(iso(/** @type {number} */ (parseIso(text))), text);
  }
  assert.equal(parseIso("1970-01-02"), 1);
  assert.equal(parseIso("0001-01-01"), -719162);
  assert.equal(parseIso("-0500-01-01"), -902149);
  for (const text of ["tomorrow", "2020-02-30", "2020-13-01", "-0001-02-29"]) assert.equal(parseIso(text), null);
});

test("a date keeps its precision in words", () => {
  assert.equal(sayEdtf("2020"), "2020");
  assert.equal(sayEdtf("2020-11"), "November 2020");
  assert.equal(sayEdtf("2020-11-10"), "10 November 2020");
  assert.equal(sayEdtf("2020-11~"), "about November 2020");
  assert.equal(longDay(0), "1 January 1970");
});

test("years before the common era are said as people count them, not as the calendar does", () => {
  assert.equal(sayEdtf("0000"), "1 BC");
  assert.equal(sayEdtf("-0500-03-01"), "1 March 501 BC");
  assert.equal(sayEdtf("-0043-03-15~"), "about 15 March 44 BC");
  assert.equal(sayEdtf("-0500-03/-0500-04"), "March \u2013 April 501 BC");
  assert.equal(sayEdtf("-0026/0014"), "27 BC \u2013 14");
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

test("an interval says once what both its dates share, and keeps what makes one of them uncertain", () => {
  assert.equal(sayEdtf("2022-08-31/2022-11-30"), "31 August \u2013 30 November 2022");
  assert.equal(sayEdtf("2020-09-21/2020-09-30"), "21 \u2013 30 September 2020");
  assert.equal(sayEdtf("2020-11/2020-12"), "November \u2013 December 2020");
  assert.equal(sayEdtf("2020-11-10/2021-11-10"), "10 November 2020 \u2013 10 November 2021");
  assert.equal(sayEdtf("2020-09-21~/2020-09-30"), "about 21 September 2020 \u2013 30 September 2020");
  assert.equal(sayEdtf("2020/2020-12"), "2020 \u2013 December 2020");
  assert.equal(sayEdtf("2020-11-10/2020-11-10"), "10 November 2020");
});

test("the latest day of an interval is its last date", () => {
  assert.equal(sayLatest("2022-08-31/2022-11-30"), "30 November 2022");
  assert.equal(sayLatest("2022-11"), "November 2022");
});

test("a bound of a period is told by an interval only where it lies in it, or on the day after", () => {
  const within = (/** @type {string} */ day, /** @type {string} */ edtf) => isBoundIn(Number(parseIso(day)), edtf);
  assert.deepEqual(["1993-03-26", "1993-03-27", "1993-04-03", "1993-04-04", "1993-04-05"].map((day) => within(day, "1993-03-27/1993-04-03")), [false, true, true, true, false]);
  assert.ok(within("1993-05-31", "1993-05") && within("1993-06-01", "1993-05") && !within("1993-06-02", "1993-05~"));
  assert.ok(within("1988-01-01", "../1988-01-01") && within("2020-01-01", "1994/..") && !within("1993-12-31", "1994/.."));
  assert.ok(!within("1994-05-01", "2020-11-25"));
  assert.ok(within("-0479-03-01", "-0480/-0478") && !within("-0482-03-01", "-0480/-0478"));
});
