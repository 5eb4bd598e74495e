import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeOf, sayOutcome } from "../outcomes.js";

const plan = (/** @type {object} */ values = {}) => /** @type {any} */ ({ stance: "planned", claims: [0], cells: [0], gained: "north", lost: "south", ...values });
const app = (/** @type {object} */ state) => /** @type {any} */ ({
  data: { states: [{ status: "held", controller: "south", claims: [3], start: null }, { status: "held", controller: "north", becomes: null, claims: [1, 0], start: "2020-11-25", ...state }] },
  log: { rows: [[{ start: -Infinity, end: 18591, state: 0 }, { start: 18591, end: Infinity, state: 1 }]] },
});

test("a plan is tied to the change that it is among the grounds of", () => {
  const came = outcomeOf(app({}), plan());
  assert.deepEqual(came, { day: 18591, edtf: "2020-11-25" });
  assert.equal(sayOutcome(/** @type {any} */ (came)), "Came on 25 Nov 2020");
});

test("a change of uncertain date counts by who has it afterwards", () => {
  assert.deepEqual(outcomeOf(app({ status: "date_uncertain", controller: null, becomes: "north" }), plan()), { day: 18591, edtf: "2020-11-25" });
});

test("what came otherwise, or was never decided by the plan, is not tied to it", () => {
  assert.equal(outcomeOf(app({ controller: "west" }), plan()), null);
  assert.equal(outcomeOf(app({ claims: [1] }), plan()), null);
  assert.equal(outcomeOf(app({}), plan({ stance: "asserted" })), null);
});

test("a plan of which nothing is told is said to be so", () => {
  const unknown = outcomeOf(app({ status: "in_doubt", controller: "south" }), plan());
  assert.equal(unknown, "unknown");
  assert.equal(sayOutcome("unknown"), "No report tells whether it came");
});

test("a withdrawal came where somebody else holds it", () => {
  assert.deepEqual(outcomeOf(app({}), plan({ gained: null })), { day: 18591, edtf: "2020-11-25" });
});
