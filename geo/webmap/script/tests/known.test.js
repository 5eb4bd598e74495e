import assert from "node:assert/strict";
import { test } from "node:test";
import { Knowledge, readChoice, writeChoice } from "../known.js";

/** Two days of knowledge, an undated report, and one cell whose state each report changes. */
const data = /** @type {any} */ ({
  time: { start: 0, last: 20, told: "c", end: 20 },
  articles: [
    { span: [10, 10], published: "a" },
    { span: [15, 20], published: "b" },
    { span: [null, null], published: null },
  ],
  claims: [{ article: 0 }, { article: 1 }, { article: 2 }],
  intervals: { cell: [0, 0, 1], start: [0, 5, 0], end: [5, null, null], state: [0, 3, 0] },
  presences: [{ actor: "x" }],
  known: {
    days: [10, 20], pace: "day", since: [1, 3, 0], presencesSince: [2],
    intervals: { cell: [0, 0, 0], start: [0, 5, 5], end: [null, null, null], state: [0, 1, 2], since: [0, 1, 2], until: [1, 2, 3] },
    presences: [{ actor: "y", since: 1, until: 2 }],
  },
});
const knowledge = new Knowledge(data);
const statesOf = (/** @type {number} */ step) => knowledge.intervals(step).state;

test("a day comes to the last day of knowledge that it has reached", () => {
  assert.deepEqual([9, 10, 19, 20, 99].map((day) => knowledge.stepOf(day, 0)), [0, 1, 1, 2, 2]);
  assert.deepEqual([9, 20].map((day) => knowledge.stepOf("shown", day)), [0, 2]);
  assert.equal(knowledge.stepOf("all", 0), 3);
});

test("each step has the rows that were known then, by cell and by time", () => {
  assert.deepEqual([0, 1, 2, 3].map(statesOf), [[0, 0], [0, 1, 0], [0, 2, 0], [0, 3, 0]]);
  assert.deepEqual(knowledge.intervals(1).cell, [0, 0, 1]);
});

test("forces were known from the step on that told of them", () => {
  assert.deepEqual([0, 1, 2, 3].map((step) => knowledge.presences(step).map(({ actor }) => actor)), [[], ["y"], ["x"], ["x"]]);
});

test("a report counts from the last day on which it can have been published; an undated one among all only", () => {
  assert.deepEqual([0, 1, 2, 3].map((step) => knowledge.reports(step)), [0, 1, 2, 3]);
});

test("time ends with the last report known, but for who follows the date shown", () => {
  assert.deepEqual(knowledge.time(1, 10), { start: 0, last: 10, told: "a", end: 10 });
  assert.deepEqual(knowledge.time(1, "shown"), { start: 0, last: 10, told: "a", end: 20 });
  assert.deepEqual(knowledge.time(0, 3), { start: 0, last: null, told: null, end: 1 });
  assert.equal(knowledge.time(3, "all"), data.time);
});

test("a choice survives an address, and what is none is null", () => {
  for (const choice of /** @type {const} */ (["all", "shown", 18280])) assert.equal(readChoice(writeChoice(choice)), choice);
  assert.equal(readChoice("yesterday"), null);
  assert.equal(readChoice(null), null);
});
