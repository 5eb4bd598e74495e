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
    /** The looks of a kind of state by its age, and whether it ages: most of a hundred thousand states are of few kinds. @type {Map<string, {looks: number[], ages: boolean}>} */
    this.kinds = new Map();
    this.kindAt = kindsOf(states);
    /** Paling days by the day of the last report. @type {Map<number, number[]>} */
    this.days = new Map();
    this.known = new Uint16Array(states.length * AGES);
    this.turning = new Int32Array(states.length * (AGES - 1));
  }

  /** The look of a state on a day: one and the same object for all that look alike. @param {number} state  its number; -1 where there is none @param {number} day */
  on(state, day) {
    if (!this.isKnown(state)) return this.looks[0];
    const turn = state * (AGES - 1);
    const age = Number(this.turning[turn] <= day) + Number(this.turning[turn + 1] <= day);
    return this.looks[this.known[state * AGES + age]];
  }

  /** Whether a state that lasts becomes paler after one day and until another. @param {number} state @param {number} from @param {number} to */
  turns(state, from, to) {
    if (from === to || !this.isKnown(state)) return false;
    const { turning } = this;
    const turn = state * (AGES - 1);
    return (from < turning[turn] && turning[turn] <= to) || (from < turning[turn + 1] && turning[turn + 1] <= to);
  }

  /** Whether there is such a state; its looks are worked out then. @param {number} state */
  isKnown(state) {
    if (!(state >= 0 && state < this.states.length)) return false;
    if (this.known[state * AGES] === 0) this.find(state);
    return true;
  }

  /** @param {number} number */
  find(number) {
    const { kind, last } = this.kindAt(number);
    let known = this.kinds.get(kind);
    if (!known) {
      const state = this.states[number];
      const ages = palingDays(state).length > 0;
      known = { ages, looks: Array.from({ length: AGES }, (_, age) => this.numberOf(lookOf(state, ages ? age : 0))) };
      this.kinds.set(kind, known);
    }
    this.known.set(known.looks, number * AGES);
    const turn = number * (AGES - 1);
    this.turning.fill(NEVER, turn, turn + AGES - 1);
    if (known.ages && last !== null) this.turning.set(this.palingOn(last), turn);
  }

  /** @param {number} last  the last day on which a state can have been reported */
  palingOn(last) {
    let days = this.days.get(last);
    if (!days) {
      days = palingDays({ lastBy: last });
      this.days.set(last, days);
    }
    return days;
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

/** What decides how a state looks, and when it was last reported; in a short way, where states are columns with a code for each value. @param {{length: number, [state: number]: import("./data.js").State, column?: import("./unpack.js").Column}} states @returns {(state: number) => {kind: string, last: number | null}} */
function kindsOf(states) {
  const columns = states.column?.columns;
  if (!columns) return (i) => {
    const { controller, others, becomes, status, basis, support, lastBy } = states[i];
    return { kind: JSON.stringify([controller, others, becomes, status, basis, support, hasDay(lastBy)]), last: lastBy };
  };
  const codes = ["controller", "others", "becomes", "status", "basis", "support"].map((name) => columns[name].code ?? columns[name].at);
  return (i) => {
    const last = columns.lastBy.at(i);
    let kind = String(hasDay(last));
    for (const code of codes) kind += ` ${code(i)}`;
    return { kind, last };
  };
}

/** @param {number | null | undefined} day */
const hasDay = (day) => day !== null && day !== undefined;
