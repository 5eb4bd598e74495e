import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Rules } from "../rules.js";
import { speak } from "../words.js";

const party = (/** @type {string} */ id, /** @type {string} */ name, /** @type {Record<string, string>} */ names = {}) => ({ id, name, names });
const article = (/** @type {string} */ source) => ({ id: `id of ${source}`, source });
const DATA = /** @type {any} */ ({
  parties: [party("red", "Red side", { ru: "Красная сторона" }), party("blue", "Blue", { ru: "Синие" }), party("green", "Green")],
  articles: ["Wire", "Post", "Echo", "Bluepress", "A. Name (analyst)", "Sons and Co"].map(article),
});
const rules = new Rules(DATA);

/** What docs/rules.md says that readers see. */
const TOLD = readFileSync(new URL("../../../../docs/rules.md", import.meta.url), "utf8").split("\n")
  .filter((line) => line.startsWith("| `")).map((line) => /** @type {string} */ (line.split(" | ").at(-1)).replace(/ \|$/, ""));

test("every rule of the list is understood by its own wording, to the letter", () => {
  assert.ok(TOLD.length > 30);
  for (const rule of TOLD) assert.equal(rules.again(rule), rule);
});

test("every rule of the list is said in every language, and no English is left but what is quoted", () => {
  for (const tag of ["az", "hy", "ru", "tr"]) {
    speak(tag);
    for (const rule of TOLD) {
      const said = new Rules(DATA).say(rule);
      assert.ok(said, rule);
      assert.doesNotMatch(said, /\b(held|taken|report|reports|since|between|the day|source)\b/, said);
    }
  }
  speak("en");
});

test("names, days and numbers are put in the reader's language, and what is quoted is left", () => {
  speak("ru");
  const own = new Rules(DATA);
  assert.equal(own.say("Taken by the Red side on 1993-05-01. One source: Wire."), "Взято стороной: Красная сторона; 1 мая 1993. Один источник: Wire.");
  assert.equal(own.say("Held by Blue. Unrelated sources agree: Wire, Post and 3 others."), "Контроль: Синие. Независимые источники согласны: Wire, Post и ещё 3.");
  assert.match(String(own.say("Last reported held by Blue in 1994, in doubt since 2020-09-27: reports tell of gains by the Red side between 2020-09-27 and 2020-11-11 that they do not place (“several cities”, “some of it” and 1 other). Held by Blue.")), /\(“several cities”, “some of it” и ещё 1\)/);
  speak("en");
});

test("a full stop, a semicolon or an and within a name ends no sentence", () => {
  for (const rule of ["Held by Blue. Stated, not reported, by A. Name (analyst).", "Held by Blue. One source: Sons and Co.", "Held by Blue. Blue's side admits it; one source: Wire; said also by those who speak for the Red side."]) {
    assert.equal(rules.again(rule), rule);
  }
});

test("what is no rule of ours, or names a party that nobody knows, is left as it is", () => {
  for (const rule of ["An analyst said so.", "Taken by strangers on 1993-05-01.", "Held by Blue. <img src=x>", "", "constructor", "."]) {
    assert.equal(rules.say(rule) || null, null);
  }
});

test("in English a rule keeps its words, and its dates are those of the page; a date within a quote stays", () => {
  assert.equal(rules.dated("Taken by the Red side between 1993-05-01 and 1993-05-03, the day not reported. One source: Wire."), "Taken by the Red side between 1 May 1993 and 3 May 1993, the day not reported. One source: Wire.");
  assert.match(String(rules.dated("Last reported held by Blue in 1994, in doubt since 2020-09-27: reports tell of gains by the Red side in 2020-11 that they do not place (“on 2020-10-01”).")), /in doubt since 27 September 2020: .* in November 2020 that .*\(“on 2020-10-01”\)/);
  for (const rule of TOLD) assert.equal(String(rules.dated(rule)).replace(/\d.*/, ""), rule.replace(/\d.*/, "").replace(/-$/, ""));
  assert.equal(rules.dated("No such rule."), null);
});
