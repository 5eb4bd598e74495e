// What a reader wants to see of the reports: each kind of choice with how many there are of it beside the other choices.
// It acts on the lists and on the rings of events, never on who is shown to control what.

import { fold } from "./finder.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */
/** @typedef {"kind" | "stance" | "side" | "source" | "area"} Facet */
/** @typedef {{event: Event | null, claims: number[], unplaced: import("./data.js").Unplaced | null}} Entry */
/** @typedef {{counts: Record<Facet, Map<string, number>>, events: Event[], unplaced: import("./data.js").Unplaced[], shown: Set<Event>}} Found */

export const FACETS = /** @type {const} */ (["kind", "stance", "side", "source", "area"]);

/** Sides of outlets that speak for none: known ones, and those of which nothing is on record. */
export const NO_SIDE = "-";
export const NOT_ON_RECORD = "?";

export class Filters {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Record<Facet, Set<string>>} what is wanted; nothing chosen is all */
    this.wanted = { kind: new Set(), stance: new Set(), side: new Set(), source: new Set(), area: new Set() };
    this.inPeriod = false;
    this.text = "";
    /** @type {Map<number, string>} folded words of each claim */
    this.words = new Map();
    /** @type {Found | null} worked out once somebody asks */
    this.found = null;
  }

  /** What there is to choose from is another. */
  forget() {
    this.found = null;
  }

  /** How many kinds of choice are in force. */
  get count() {
    return FACETS.filter((facet) => this.wanted[facet].size > 0).length + Number(this.inPeriod) + Number(this.sought.length > 0);
  }

  /** All that is chosen, as one text. */
  get mark() {
    return JSON.stringify([...FACETS.map((facet) => [...this.wanted[facet]]), this.inPeriod, this.text]);
  }

  /** The words looked for, folded. */
  get sought() {
    return fold(this.text).split(" ").filter((word) => word !== "");
  }

  /** @param {Facet} facet @param {string} value @param {boolean} on */
  want(facet, value, on) {
    if (on) this.wanted[facet].add(value);
    else this.wanted[facet].delete(value);
    this.change();
  }

  clear() {
    for (const facet of FACETS) this.wanted[facet].clear();
    this.inPeriod = false;
    this.text = "";
    this.change();
  }

  change() {
    this.found = null;
    this.app.atlas.sought = this.sought;
    this.app.tell("filters");
  }

  /** Find what passes; what fails one choice alone would be there without it, and is counted beside that choice. @returns {Found} */
  find() {
    const { sought, app } = this;
    /** @type {Found} */
    const found = { counts: { kind: new Map(), stance: new Map(), side: new Map(), source: new Map(), area: new Map() }, events: [], unplaced: [], shown: new Set() };
    const chosen = FACETS.filter((facet) => this.wanted[facet].size > 0);
    /** @param {Entry} entry */
    const passes = (entry) => {
      if (!this.isInPeriod(entry) || !this.has(entry, sought)) return false;
      const values = this.valuesOf(entry);
      const failed = chosen.filter((facet) => !values[facet].some((value) => this.wanted[facet].has(value)));
      if (failed.length > 1) return false;
      for (const facet of failed.length === 1 ? failed : FACETS) {
        const counts = found.counts[facet];
        for (const value of new Set(values[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return failed.length === 0;
    };
    found.events = app.events.filter((event) => passes({ event, claims: event.claims, unplaced: null }));
    found.unplaced = app.unplaced.filter((unplaced) => passes({ event: null, claims: unplaced.claim === null ? [] : [unplaced.claim], unplaced }));
    found.shown = new Set(found.events);
    return found;
  }

  get results() {
    return (this.found ??= this.find());
  }

  get counts() {
    return this.results.counts;
  }

  /** @param {Event} event */
  passes(event) {
    return this.count === 0 || this.results.shown.has(event);
  }

  get events() {
    return this.count === 0 ? this.app.events : this.results.events;
  }

  get unplaced() {
    return this.count === 0 ? this.app.unplaced : this.results.unplaced;
  }

  /** @param {Entry} entry @returns {Record<Facet, string[]>} */
  valuesOf({ claims }) {
    const { data, atlas } = this.app;
    const told = claims.map((claim) => data.claims[claim]);
    const outlets = told.map((claim) => atlas.outletOf(claim));
    const areas = new Set(claims.flatMap((claim) => data.claimCells[claim].flatMap((cell) => atlas.areasOf[cell])));
    return {
      kind: told.map(({ kind }) => kind),
      stance: told.map(({ stance }) => stance),
      side: outlets.map((outlet) => (outlet?.side ?? (outlet?.listed ? NO_SIDE : NOT_ON_RECORD))),
      source: outlets.map((outlet) => outlet?.name ?? ""),
      area: [...areas].map(({ id }) => id),
    };
  }

  /** @param {Entry} entry */
  isInPeriod({ event, claims }) {
    if (!this.inPeriod) return true;
    const [first, last] = event ? [event.first, event.last] : this.app.data.claims[claims[0]]?.span ?? [null, null];
    if (first === null && last === null) return false;
    const { start, end } = this.app.window;
    return (first ?? -Infinity) <= end && start <= (last ?? first ?? Infinity);
  }

  /** Whether an entry has all words looked for, each as the beginning of one of its own. @param {Entry} entry @param {string[]} sought */
  has({ claims, unplaced }, sought) {
    if (sought.length === 0) return true;
    const words = claims.length > 0 ? claims.map((claim) => this.wordsOf(claim)).join("") : ` ${fold(unplaced?.quote ?? "")}`;
    return sought.every((word) => words.includes(` ${word}`));
  }

  /** Folded words of a claim's quote, places, title and outlet. @param {number} number */
  wordsOf(number) {
    let words = this.words.get(number);
    if (words === undefined) {
      const claim = this.app.data.claims[number];
      const article = this.app.data.articles[claim.article ?? -1];
      words = ` ${fold([claim.quote, ...claim.places.map(({ text }) => text), article?.title, article?.source].filter(Boolean).join(" \n "))}`;
      this.words.set(number, words);
    }
    return words;
  }
}
