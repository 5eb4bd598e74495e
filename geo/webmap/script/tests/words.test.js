import assert from "node:assert/strict";
import { test } from "node:test";
import WORDS from "../words.json" with { type: "json" };
import { LANGUAGES, listed, number, parts, some, speak, spoken, t, wordOf } from "../words.js";

/** @param {unknown} wording @returns {string[]} */
const wordings = (wording) => (typeof wording === "string" ? [wording] : Object.values(/** @type {Record<string, string>} */ (wording)));
const slotsOf = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].filter((slot) => slot !== "{n}").sort();

test("each phrase is there in English, and has the same slots in every language that has it", () => {
  for (const [key, phrase] of Object.entries(WORDS)) {
    assert.ok("en" in phrase, key);
    const expected = slotsOf(wordings(phrase.en).at(-1) ?? "");
    for (const [tag, wording] of Object.entries(phrase)) {
      assert.ok(tag in LANGUAGES, `${key}: ${tag}`);
      for (const text of wordings(wording)) assert.deepEqual(slotsOf(text), expected, `${key}: ${tag}`);
    }
  }
});

test("a number chooses its plural, and is written as the language writes it", () => {
  assert.equal(t("panel.reports", { n: 1 }), "1 report");
  assert.equal(t("panel.reports", { n: 1200 }), "1,200 reports");
  assert.equal(number(0.5), "0.5");
});

test("what is put into a slot is not looked at for slots", () => {
  assert.equal(t("panel.to", { party: "{party}" }), "to {party}");
});

test("a phrase with an element in it is a list", () => {
  const node = { made: true };
  assert.deepEqual(parts("history.from", { start: node }), ["From ", node]);
});

test("a word that no table has stays as it is, and a language that nobody has is English", () => {
  assert.equal(wordOf("kind", "capture"), "Capture");
  assert.equal(wordOf("kind", "siege"), "siege");
  speak("xx");
  assert.equal(spoken(), "en");
});

test("a long list names the first and counts the rest", () => {
  assert.equal(some(["a", "b"]), "a, b");
  assert.equal(some(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
});

test("lists and numbers are set as the language does, whether or not the browser knows it", () => {
  assert.equal(listed(["A"]), "A");
  assert.equal(listed(["A", "B", "C"]), "A, B and C");
  speak("az");
  assert.equal(listed(["A", "B"]), "A və B");
  assert.equal(number(1823), "1.823");
  speak("en");
  assert.equal(number(1823), "1,823");
});
