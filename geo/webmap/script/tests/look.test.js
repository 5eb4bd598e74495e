import assert from "node:assert/strict";
import { test } from "node:test";
import { mix } from "../colours.js";
import { lookOf } from "../look.js";
import { sayState } from "../say.js";

/** @param {object} changes */
const state = (changes) => ({ controller: null, others: [], becomes: null, status: "held", basis: "stated", support: "single", start: null, end: null, last: null, rule: "", claims: [], ...changes });

test("status and support choose the pattern, the parties its colours", () => {
  const cases = [
    [state({ controller: "a" }), "solid", ["a"]],
    [state({ controller: "a", support: "one_side" }), "hatch", ["a"]],
    [state({ controller: "a", basis: "baseline", support: null }), "tint", ["a"]],
    [state({ status: "date_uncertain", others: ["b"], becomes: "a" }), "stripes", ["b", "a"]],
    [state({ status: "contested", others: ["b", "a"] }), "checks", ["b", "a"]],
    [state({ status: "divided", controller: "a", others: ["b"] }), "bands", ["a", "b"]],
    [state({ status: "in_doubt", controller: "a", others: ["b"] }), "query", ["a"]],
    [state({ status: "unknown", others: ["b"] }), "none", []],
    [undefined, "none", []],
  ];
  for (const [given, pattern, parties] of cases) assert.deepEqual(lookOf(/** @type {any} */ (given)), { pattern, parties });
});

test("a state is said in words, in the order in which control passed", () => {
  const party = (/** @type {string} */ id) => id.toUpperCase();
  assert.equal(sayState(state({ status: "date_uncertain", others: ["b"], becomes: "a" }), party), "B \u2192 A; the day is not reported");
  assert.equal(sayState(state({ status: "in_doubt", controller: "a" }), party), "In doubt; last reported A");
  assert.equal(sayState(undefined, party), "No report");
});

test("colours mix by share", () => {
  assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
  assert.equal(mix("#75639f", "#ffffff", 1), "#75639f");
});
