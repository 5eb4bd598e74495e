import assert from "node:assert/strict";
import { test } from "node:test";
import { decided, hits, pieces } from "../marks.js";

const DATA = /** @type {any} */ ({ roles: ["gained", "lost", "place"] });
const QUOTE = "Yerevan transferred Lachin to Baku.";

test("marks name their words by start, length and role", () => {
  const spans = decided(DATA, /** @type {any} */ ({ marks: [0, 7, 1, 20, 6, 2, 30, 4, 0] }));
  assert.deepEqual(spans.map(({ start, end, roles }) => [QUOTE.slice(start, end), roles]), [["Yerevan", ["lost"]], ["Lachin", ["place"]], ["Baku", ["gained"]]]);
  assert.deepEqual(decided(DATA, /** @type {any} */ ({})), []);
});

test("the pieces of a text are the text, whatever spans lie over it and over each other", () => {
  const spans = [{ start: 0, end: 12, roles: ["lost"], hit: false }, { start: 8, end: 19, roles: ["place"], hit: false }, { start: 8, end: 12, roles: [], hit: true }];
  const cut = pieces(QUOTE, spans);
  assert.equal(cut.map(({ text }) => text).join(""), QUOTE);
  assert.deepEqual(cut.find(({ text }) => text === QUOTE.slice(8, 12)), { text: QUOTE.slice(8, 12), roles: ["lost", "place"], hit: true });
});

test("a span that reaches beyond the text is left out, as in a quote that is cut", () => {
  assert.deepEqual(pieces("Yerevan", [{ start: 3, end: 9, roles: ["lost"], hit: false }]), [{ text: "Yerevan", roles: [], hit: false }]);
  assert.deepEqual(pieces("", []), []);
});

test("words are found by their beginning, in any spelling", () => {
  const found = (/** @type {string} */ text, /** @type {string[]} */ sought) => hits(text, sought).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found("A\u011fdam, and Agdam\u2019s villages near Nagorno-Karabakh", ["agdam", "kara"]), ["A\u011fdam", "Agdam\u2019s", "Karabakh"]);
  assert.deepEqual(found("disagdam", ["agdam"]), []);
});
