import assert from "node:assert/strict";
import { test } from "node:test";
import { tiesOf } from "../ties.js";

const parties = [{ id: "south-army", side: "south" }, { id: "north", side: "north" }];
const states = [{ status: "held", controller: "north" }, { status: "held", controller: "south" }, { status: "date_uncertain", controller: null }];
/** @param {object} claim */
const data = (claim) => /** @type {any} */ ({ parties, states, articles: [{ span: [90, 90] }], claims: [{ kind: "handover", gained: null, lost: null, article: 0, span: [100, 110], ...claim }] });
/** @type {any} */
const plan = { party: "north", cells: [3], start: 100, end: 111, claims: [0] };
const rows = [{ start: -Infinity, end: 118, state: 0 }, { start: 118, end: 120, state: 2 }, { start: 120, end: Infinity, state: 1 }];

test("the day that was planned is tied to the day on which the gainer is reported to hold it", () => {
  assert.deepEqual(tiesOf(data({ gained: "south-army" }), [plan], rows, [3]), [{ by: 110, came: 120 }]);
});

test("where only the loser is told, it came when another held it", () => {
  assert.deepEqual(tiesOf(data({ lost: "north" }), [plan], rows, [3, 4]), [{ by: 110, came: 120 }]);
});

test("nothing is tied to what never came, was so before, lies elsewhere or had no last day", () => {
  const gained = data({ gained: "south-army" });
  assert.deepEqual(tiesOf(gained, [plan], rows.slice(0, 1), [3]), []);
  assert.deepEqual(tiesOf(gained, [plan], [{ start: 50, end: 95, state: 1 }, { start: 95, end: Infinity, state: 1 }], [3]), []);
  assert.deepEqual(tiesOf(gained, [plan], rows, [4]), []);
  assert.deepEqual(tiesOf(gained, [{ ...plan, end: null }], rows, [3]), []);
  assert.deepEqual(tiesOf(data({ gained: "south-army", kind: "hold" }), [plan], rows, [3]), []);
  assert.deepEqual(tiesOf(gained, [plan], rows.map((row) => ({ ...row, start: row.start + 900, end: row.end + 900 })), [3]), []);
});
