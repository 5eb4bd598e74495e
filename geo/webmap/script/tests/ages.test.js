import assert from "node:assert/strict";
import { test } from "node:test";
import { Ages, ageOn, palingDays } from "../ages.js";
import { Looks } from "../looks.js";
import { iso, parseIso } from "../days.js";

/** @param {string | null} last @param {string} [status] @returns {any} */
const state = (last, status = "held") => ({ status, others: [], lastBy: last === null ? null : parseIso(last) });
/** @param {string} text */
const day = (text) => /** @type {number} */ (parseIso(text));

test("a state is paler from the day on after one year, and paler still after five", () => {
  assert.deepEqual(palingDays(state("1994-12-31")).map(iso), ["1996-01-01", "2000-01-01"]);
  assert.deepEqual(palingDays(state("2020-02-29")).map(iso), ["2021-03-02", "2025-03-02"]);
  assert.deepEqual(["1990-01-01", "1995-12-31", "1996-01-01", "1999-12-31", "2000-01-01"].map((text) => ageOn(state("1994-12-31"), day(text))), [0, 0, 1, 1, 2]);
});

test("what has no last report, or says its doubt anyway, does not fade", () => {
  for (const one of [state(null), state("1994-12-31", "in_doubt"), state("1994-12-31", "unknown")]) assert.deepEqual(palingDays(one), []);
  assert.equal(ageOn(undefined, 0), 0);
});

test("only cells whose state crosses a step are drawn anew, on the way there and back", () => {
  const ages = new Ages(new Looks([state("2000-01-01"), state("2001-01-01")]));
  const current = Int32Array.from([0, 1, 0, -1]);
  const seen = ["2000-06-01", "2001-01-01", "2001-01-02", "2001-06-01", "2002-01-02", "2000-06-01"].map((text) => ages.moveTo(day(text), current));
  assert.deepEqual(seen, [[], [], [0, 2], [], [1], [0, 1, 2]]);
});
