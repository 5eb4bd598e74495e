import assert from "node:assert/strict";
import { test } from "node:test";
import { ageOn } from "../ages.js";
import { parseIso } from "../days.js";
import { NONE, lookOf } from "../look.js";
import { Looks } from "../looks.js";

/** @param {object} changes @returns {any} */
const state = (changes) => ({ controller: "a", others: [], becomes: null, status: "held", basis: "stated", support: "single", lastBy: parseIso("2000-01-01"), ...changes });
const DAYS = ["1999-01-01", "2001-01-01", "2001-01-02", "2005-01-01", "2005-01-02", "2030-01-01"].map((text) => Number(parseIso(text)));

test("a kept look is that of the state at its age, asked in any order", () => {
  const states = [state({}), state({ support: "one_side" }), state({ status: "in_doubt" }), state({ lastBy: null }), state({ status: "unknown" }), state({ controller: "b" })];
  const looks = new Looks(states);
  for (const day of [...DAYS, ...DAYS.toReversed()]) {
    states.forEach((one, i) => assert.deepEqual(looks.on(i, day), lookOf(one, ageOn(one, day)), `${i} on ${day}`));
  }
});

test("states that look alike have one look, and those of another age another one", () => {
  const looks = new Looks([state({}), state({ support: "several" }), state({ lastBy: parseIso("1990-01-01") })]);
  assert.equal(looks.on(0, DAYS[0]), looks.on(1, DAYS[0]));
  assert.notEqual(looks.on(0, DAYS[0]), looks.on(2, DAYS[0]));
  assert.equal(looks.on(0, DAYS[4]), looks.on(2, DAYS[4]));
});

test("where there is no state there is no look", () => {
  assert.deepEqual(new Looks([]).on(-1, 0), NONE);
  assert.deepEqual(new Looks([]).on(3, 0), NONE);
});
