// The look of each state by its age, worked out once: a jump on a large map asks for ten thousand of them, and of few
// different ones.

import { palingDays } from "./ages.js";
import { lookKey, lookOf } from "./look.js";

/** @typedef {import("./look.js").Look} Look */

/** Ages that a state can have, in steps: none, and one more for each of its paling days. */
const AGES = 3;
/** The day of a step that a state does not come to. */
const NEVER = 2 ** 31 - 1;

export class Looks {
  /** @param {{length: number, [state: number]: import("./data.js").State}} states */
  constructor(states) {
    this.states = states;
    /** Different looks, each once; the first stands for one that is not worked out yet. @type {Look[]} */
    this.looks = [lookOf(undefined)];
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    this.known = new Uint16Array(states.length * AGES);
    this.turns = new Int32Array(states.length * (AGES - 1));
  }

  /** The look of a state on a day: one and the same object for all that look alike. @param {number} state  its number; -1 where there is none @param {number} day */
  on(state, day) {
    if (!(state >= 0 && state < this.states.length)) return this.looks[0];
    const first = state * AGES;
    if (this.known[first] === 0) this.find(state);
    const turn = state * (AGES - 1);
    const age = Number(this.turns[turn] <= day) + Number(this.turns[turn + 1] <= day);
    return this.looks[this.known[first + age]];
  }

  /** @param {number} number */
  find(number) {
    const state = this.states[number];
    const days = palingDays(state);
    for (let age = 0; age < AGES; age += 1) {
      this.known[number * AGES + age] = this.numberOf(lookOf(state, Math.min(age, days.length)));
      if (age < AGES - 1) this.turns[number * (AGES - 1) + age] = days[age] ?? NEVER;
    }
  }

  /** @param {Look} look */
  numberOf(look) {
    const key = lookKey(look);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.looks.push(look) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}
