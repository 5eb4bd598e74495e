import assert from "node:assert/strict";
import { test } from "node:test";
import { isOvertaken, isPlannedOn, plansOf } from "../plans.js";

const claim = (/** @type {object} */ changes) => ({ kind: "handover", stance: "planned", gained: "a", lost: "b", actor: null, article: 0, span: [10, 12], ...changes });
const presence = (/** @type {object} */ changes) => ({ actor: "guards", stance: "planned", cells: [1], start: 5, end: null, claims: [0], ...changes });
const plans = (/** @type {object[]} */ claims, /** @type {object[]} */ presences = []) =>
  plansOf(/** @type {any} */ ({ claims, claimCells: claims.map(() => [0]), articles: [{ span: [7, 8] }], presences }));

test("a planned change is of the party that is to gain, on the days that it is about, the last one too", () => {
  const [plan] = plans([claim({})]);
  assert.deepEqual(plan, { party: "a", cells: [0], start: 10, end: 13, claims: [0] });
  assert.deepEqual([9, 10, 12, 13].map((day) => isPlannedOn(plan, day)), [false, true, true, false]);
});

test("a plan without a date is about some day after it was told", () => {
  const [plan] = plans([claim({ span: [null, null] })]);
  assert.deepEqual([plan.start, plan.end], [7, null]);
});

test("a planned withdrawal is of the party that is to leave, and planned forces are plans", () => {
  assert.equal(plans([claim({ kind: "withdrawal", gained: null })])[0].party, "b");
  assert.deepEqual(plans([], [presence({})]), [{ party: "guards", cells: [1], start: 5, end: null, claims: [0] }]);
});

test("what is not planned, tells no change of control or has no cells is no plan", () => {
  assert.deepEqual(plans([claim({ stance: "asserted" }), claim({ kind: "agreement" })], [presence({ stance: "claimed" }), presence({ cells: [] })]), []);
});

test("a plan without an end is over once all its cells are firmly held since some later day; one with an end is not asked", () => {
  const [plan] = plans([claim({ span: [10, null] })]);
  const over = (/** @type {object} */ state, made = plan) => isOvertaken(made, () => /** @type {any} */ (state));
  assert.ok(over({ status: "held", startBy: 10 }));
  assert.ok(!over({ status: "held", startBy: 9 }));
  assert.ok(!over({ status: "held", startBy: null }));
  assert.ok(!over({ status: "date_uncertain", startBy: 30 }));
  assert.ok(!over({ status: "held", startBy: 30 }, { ...plan, cells: [0], end: 40 }));
  assert.ok(!isOvertaken({ ...plan, cells: [0, 1] }, (cell) => /** @type {any} */ ({ status: "held", startBy: cell === 0 ? 12 : 3 })));
});
