import assert from "node:assert/strict";
import { test } from "node:test";
import { Filters, NOT_ON_RECORD } from "../filters.js";
import { THIRD, Viewpoint } from "../viewpoint.js";

const claim = (/** @type {object} */ values) => ({ kind: "capture", stance: "asserted", quote: "", places: [], span: [10, 12], article: 0, ...values });

function make() {
  const data = {
    claims: [claim({ quote: "They took A\u011fdam." }), claim({ article: 1, kind: "hold", quote: "It holds Lachin.", span: [50, 50] }), claim({ article: 2, stance: "denied", quote: "Not so.", span: [null, null] })],
    claimCells: [[0], [1], []],
    articles: [{ title: "The day", source: "Wire", outlet: 0 }, { title: null, source: "North Press", outlet: 1 }, { title: null, source: null, outlet: 2 }],
    outlets: [{ name: "Wire", side: null, listed: true }, { name: "North Press", side: "north", listed: true }, { name: "", side: null, listed: false }],
    unplaced: [{ claim: 2, text: null, quote: "Not so." }],
  };
  const areas = [{ id: "one" }, { id: "two" }];
  const events = [0, 1].map((i) => ({ claims: [i], places: [], first: data.claims[i].span[0], last: data.claims[i].span[1] }));
  const told = /** @type {string[]} */ ([]);
  const app = { data, events, unplaced: data.unplaced, window: { start: 0, end: 100 }, tell: (/** @type {string} */ topic) => told.push(topic),
    atlas: { sought: [], areasOf: areas.map((area) => [area]), outletOf: (/** @type {any} */ { article }) => data.outlets[data.articles[article].outlet] } };
  return { app, events, told, filters: new Filters(/** @type {any} */ (app)) };
}

test("without a choice everything is shown, and counted", () => {
  const { filters, events } = make();
  assert.deepEqual(filters.events, events);
  assert.equal(filters.unplaced.length, 1);
  assert.deepEqual(Object.fromEntries(filters.counts.kind), { capture: 2, hold: 1 });
  assert.deepEqual(Object.fromEntries(filters.counts.side), { "-": 1, north: 1, [NOT_ON_RECORD]: 1 });
});

test("a choice keeps what has it, and counts beside each other choice what would be there with that one", () => {
  const { filters, events, told } = make();
  filters.want("side", "north", true);
  assert.deepEqual(told, ["filters"]);
  assert.deepEqual(filters.events, [events[1]]);
  assert.deepEqual(filters.unplaced, []);
  assert.deepEqual(Object.fromEntries(filters.counts.kind), { hold: 1 });
  assert.deepEqual(Object.fromEntries(filters.counts.side), { "-": 1, north: 1, [NOT_ON_RECORD]: 1 }, "its own kind is counted as if nothing of it were chosen");
  filters.clear();
  assert.deepEqual(filters.events, events);
});

test("two values of one kind are either, two kinds are both", () => {
  const { filters, events } = make();
  filters.want("kind", "capture", true);
  filters.want("kind", "hold", true);
  assert.deepEqual(filters.events, events);
  filters.want("area", "two", true);
  assert.deepEqual(filters.events, [events[1]]);
});

test("words are looked for in quotes, titles and outlets, in any spelling, all of them", () => {
  const { filters, events, app } = make();
  const find = (/** @type {string} */ text) => {
    filters.text = text;
    filters.change();
    return [...filters.events.map((event) => events.indexOf(event)), ...filters.unplaced.map(() => "unplaced")];
  };
  assert.deepEqual(find("agdam"), [0]);
  assert.deepEqual(find("the da"), [0]);
  assert.deepEqual(find("north lach"), [1]);
  assert.deepEqual(find("gdam"), []);
  assert.deepEqual(find("NOT"), ["unplaced"]);
  assert.deepEqual(app.atlas.sought, ["not"]);
});

test("only the period shown: what is dated in it, and nothing undated", () => {
  const { filters, events, app } = make();
  app.window = { start: 11, end: 20 };
  filters.inPeriod = true;
  filters.change();
  assert.deepEqual(filters.events, [events[0]]);
  assert.deepEqual(filters.unplaced, []);
});

test("a viewpoint tells a state where its word stands behind it, an analyst's own is nobody's", () => {
  const data = { claims: [{ voice: "north" }, {}, { review: { own: true } }], states: [{ claims: [0] }, { claims: [0, 1] }, { claims: [] }, { claims: [2] }] };
  const viewpoint = new Viewpoint(/** @type {any} */ (data));
  const told = (/** @type {string | null} */ who) => {
    viewpoint.choose(who);
    return [0, 1, 2, 3].map((state) => viewpoint.tells(state));
  };
  assert.deepEqual(told(null), [true, true, true, true]);
  assert.deepEqual(told("north"), [true, true, false, false]);
  assert.deepEqual(told(THIRD), [false, true, false, false]);
});
