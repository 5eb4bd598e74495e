import assert from "node:assert/strict";
import test from "node:test";
import { applyNames, noteOn, wordsFor } from "../naming.js";

const data = (names = ["Agdam / Akna", "Ակնա", "Ağdam"]) => /** @type {any} */ ({
  areas: [{ names: names.map((name) => `${name}, all`), labels: names }],
  places: [{ names }],
  base: { land: [], lakes: [], rivers: [{ names: ["Aras", "Արաքս", "Araz"] }], provinces: [], towns: [{ names: "Fürth" }] },
  naming: { shown: "both", choices: [{ tag: "both", known: 4 }, { tag: "hy", known: 3 }, { tag: "az", known: 4 }], all: 4 },
});

test("areas, places and the base map are called as was chosen", () => {
  const some = data();
  applyNames(some, 1);
  assert.deepEqual([some.areas[0].name, some.areas[0].label, some.places[0].name], ["Ակնա, all", "Ակնա", "Ակնա"]);
  assert.deepEqual([some.base.rivers[0].name, some.base.towns[0].name], ["Արաքս", "Fürth"]);
});

test("a language is named in English, and what both means is shown by an example", () => {
  assert.equal(wordsFor(data(), "hy"), "Armenian");
  assert.equal(wordsFor(data(), "both"), "Both: Agdam / Akna");
  assert.equal(wordsFor(data(["Kyiv"]), "both"), "As the map has them");
});

test("a language that lacks names says how many", () => {
  assert.equal(noteOn(data(), "hy"), "1 of 4 in English: none on record");
  assert.equal(noteOn(data(), "az"), "");
});
