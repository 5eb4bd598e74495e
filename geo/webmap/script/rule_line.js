// The rule behind a state, as readers see it: in the language of the page, where it can be said in it.

import { el } from "./dom.js";
import { Rules } from "./rules.js";
import { spoken } from "./words.js";

/** @type {WeakMap<import("./data.js").Data, Rules>} */
const made = new WeakMap();

/** @param {import("./app.js").App} app @param {string} rule  in English */
export function ruleLine({ data }, rule) {
  const rules = made.get(data) ?? new Rules(data);
  made.set(data, rules);
  const said = spoken() === "en" ? rules.dated(rule) : rules.say(rule);
  return el("p", { class: "rule", lang: said === null ? "en" : spoken() }, said ?? rule);
}
