// The state of the page: a day, a window of time, a selection; and who wants to know when it changes.

import { Address } from "./address.js";
import { frontiersOf } from "./base_map.js";
import { Colours } from "./colours.js";
import { Atlas } from "./data.js";
import { iso } from "./days.js";
import { briefOn } from "./events.js";
import { Filters } from "./filters.js";
import { outlineOf, Shapes } from "./geometry.js";
import { Knowledge, writeChoice } from "./known.js";
import { lazyList } from "./lazy.js";
import { applyNames } from "./naming.js";
import { Patterns } from "./patterns.js";
import { Looks } from "./looks.js";
import { isOvertaken, isPlannedOn } from "./plans.js";
import { holding } from "./scale.js";
import { onlyCells } from "./points.js";
import { toldAt } from "./told.js";
import { UNTOLD, Viewpoint } from "./viewpoint.js";

/** @typedef {{key: string, title: () => string, cells: number[], event: import("./events.js").Event | null, place?: import("./finder.js").Entry | null}} Selection  `key`: see selections.js; `place`: the one that was looked for */
/** @typedef {"day" | "window" | "selection" | "theme" | "names" | "known" | "filters" | "viewpoint" | "chart" | "compare" | "swipe"} Topic */

export class App {
  /** @param {import("./data.js").Data} data */
  constructor(data) {
    this.data = data;
    this.naming = data.naming.shown;
    applyNames(data, this.choiceOf(this.naming));
    this.atlas = new Atlas(data);
    this.shapes = new Shapes(data.geometry);
    /** The base map's shapes, on the same plane. */
    this.ground = new Shapes({ ...data.base, bounds: data.geometry.bounds });
    /** Whether pictures from the network stand for the offline land. */
    this.online = false;
    this.frontiers = frontiersOf(data.base);
    this.colours = new Colours(data.parties, data.unknown);
    this.patterns = new Patterns(this.colours);
    this.looks = new Looks(data.states);
    this.knowledge = new Knowledge(data);
    /** What is shown: all that is reported, or what was known then. @type {import("./known.js").Choice} */
    this.known = "all";
    this.step = this.knowledge.all;
    this.told = toldAt(this.atlas, this.knowledge, this.step, this.known);
    /** @type {WeakMap<number[], number[]>} */
    this.outlines = new WeakMap();
    this.day = data.time.last ?? data.time.end;
    /** The day that the one shown is compared with. @type {number | null} */
    this.compared = null;
    /** Where the divider between the two dates stands, as a share of the map's width. @type {number | null} */
    this.swipe = null;
    /** Cells that are otherwise on that day. @type {number[]} */
    this.changed = [];
    this.window = { start: data.time.start, end: data.time.end };
    /** @type {Selection | null} */
    this.selection = null;
    /** @type {Map<Topic, ((changed: Set<number>) => void)[]>} */
    this.listeners = new Map();
    this.address = new Address(window);
    /** Whether the page is led, by a story: then it takes the reader nowhere by itself. */
    this.guided = false;
    this.filters = new Filters(this);
    this.on("known", () => this.filters.forget());
    this.viewpoint = new Viewpoint(data);
    this.log.moveTo(this.day);
  }

  get log() { return this.told.log; }
  get events() { return this.told.events; }
  get plans() { return this.told.plans; }
  get presences() { return this.told.presences; }
  get unplaced() { return this.told.unplaced; }
  get time() { return this.told.time; }

  /** @param {Topic} topic @param {(changed: Set<number>) => void} listener */
  on(topic, listener) {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  /** Keep a piece of the state in the address: its name there, and the topics on which it may change. @param {string} name @param {Topic[]} topics @param {import("./address.js").Piece} piece @param {{step?: boolean}} [how]  `step`: a reader can go back */
  keep(name, topics, piece, { step = false } = {}) {
    this.address.keep(name, piece);
    for (const topic of topics) this.on(topic, () => this.address.changed(step));
  }

  /** @param {Topic} topic @param {Set<number>} [changed] */
  tell(topic, changed = new Set()) {
    for (const listener of this.listeners.get(topic) ?? []) listener(changed);
    this.publish();
  }

  /** Go to a day of the slider's whole span; the window of time follows. @param {number} day */
  goTo(day) {
    const { start, end } = this.time;
    const next = Math.max(start, Math.min(end, Math.round(day)));
    if (next < this.window.start || next > this.window.end) this.setWindow(holding(this.window, this.data.time, next));
    if (next !== this.day) this.arrive(next);
  }

  /** @param {number} day  of the slider's span */
  arrive(day) {
    const { step } = this;
    this.day = day;
    const changed = this.follow();
    if (this.step !== step) this.tellKnown(changed);
    this.tell("day", changed);
  }

  /** Show what was known on a day, on the date shown, or by all reports. @param {import("./known.js").Choice} choice */
  knowOn(choice) {
    this.known = choice;
    const changed = this.follow();
    this.told.time = this.knowledge.time(this.step, choice);
    this.tellKnown(changed);
    this.goTo(this.day);
    this.address.changed(true); // an act of the reader; that knowledge follows the date is none
  }

  /** Bring control to the day shown, as it was known. @returns {Set<number>} the cells whose state is another one now */
  follow() {
    const step = this.knowledge.stepOf(this.known, this.day);
    if (step === this.step) return this.log.moveTo(this.day);
    const before = this.log.current;
    this.step = step;
    this.told = toldAt(this.atlas, this.knowledge, step, this.known);
    this.log.moveTo(this.day);
    return new Set([...before.keys()].filter((cell) => before[cell] !== this.log.current[cell]));
  }

  /** A chosen event stays chosen as it is known now, if it is. @param {Set<number>} changed */
  tellKnown(changed) {
    const key = this.selection?.event?.key;
    const event = this.events.find((one) => one.key === key);
    if (event && this.selection) this.selection = { ...this.selection, event, cells: event.cells };
    this.tell("known", changed);
    if (key !== undefined && !event) this.select(null);
  }

  /** The last day of the slider to which anything is known. */
  get end() {
    return Math.min(this.window.end, this.time.end);
  }

  /** The day after which nothing is drawn, since nobody could know it then. */
  get horizon() {
    return { all: Infinity, shown: this.day }[String(this.known)] ?? this.time.end;
  }

  /** @param {number | null} share  or null, to see one date */
  swipeTo(share) {
    this.swipe = share;
    this.tell("swipe");
  }

  /** @param {number | null} day  or null, to compare no longer */
  compareWith(day) {
    this.compared = day;
    this.tell("compare");
  }

  /** @param {{start: number, end: number}} window */
  setWindow(window) {
    this.window = window;
    if (this.day < window.start || this.day > window.end) this.arrive(Math.max(window.start, Math.min(this.end, this.day)));
    this.tell("window");
  }

  /** @param {Selection | null} selection */
  select(selection) {
    this.selection = selection;
    this.tell("selection");
  }

  /** Colour only what one viewpoint tells: see viewpoint.js. @param {string | null} viewpoint */
  seeBy(viewpoint) {
    this.viewpoint.choose(viewpoint);
    this.tell("viewpoint");
  }

  /** How a state is drawn, as the chosen viewpoint tells of it. @param {number} state  its number */
  lookAt(state) {
    return this.viewpoint.tells(state) ? this.looks.on(state, this.day) : UNTOLD;
  }

  /** Show the names of another choice. @param {string} tag */
  showNames(tag) {
    this.naming = tag;
    applyNames(this.data, this.choiceOf(tag));
    this.tell("names");
  }

  /** @param {string} tag */
  choiceOf(tag) {
    return Math.max(0, this.data.naming.choices.findIndex((choice) => choice.tag === tag));
  }

  /** The nearest change before or after the day shown, or null. @param {1 | -1} direction */
  nextChange(direction) {
    const { days } = this.log;
    const { start, end } = this.time;
    const found = direction > 0 ? days.find((day) => day > this.day) : days.findLast((day) => day < this.day);
    return found === undefined || found < start || found > end ? null : found;
  }

  /** @param {number} cell @returns {import("./data.js").State | undefined} */
  stateOf(cell) {
    return this.data.states[this.log.current[cell]];
  }

  /** Every state that some cell is in on some day, as far as is known. */
  statesKnown() {
    const numbers = Int32Array.from(new Set(this.log.state)).sort();
    return lazyList(numbers.length, (i) => this.data.states[numbers[i]]);
  }

  /** Presences told of for the day shown, that have cells to be drawn on; denied ones are only listed. */
  presencesNow() {
    return this.presences.filter(
      (item) =>
        item.cells.length > 0 && (item.stance === "asserted" || item.stance === "claimed") &&
        (item.start ?? -Infinity) <= this.day && this.day < (item.end ?? Infinity),
    );
  }

  plansNow() {
    return this.plans.filter((plan) => isPlannedOn(plan, this.day) && !isOvertaken(plan, (cell) => this.stateOf(cell)));
  }

  /** Where the chosen event, or else the events of the day shown, took place; those of many years are only listed. */
  eventPointsNow() {
    const chosen = this.selection?.event;
    const now = chosen ? [chosen] : briefOn(this.events, this.day).filter((event) => this.filters.passes(event));
    return now.flatMap((event) => event.points);
  }

  chosenCells() {
    return onlyCells(this, this.selection?.cells ?? []);
  }

  /** Arcs around a set of cells, the same list for the same set, since paths are kept by it. @param {number[]} cells */
  outline(cells) {
    let arcs = this.outlines.get(cells);
    if (!arcs) {
      arcs = outlineOf(cells.map((cell) => this.data.geometry.cells[cell]));
      this.outlines.set(cells, arcs);
    }
    return arcs;
  }

  /** What tests and scripts may read, on the root element. */
  publish() {
    const { dataset } = document.documentElement;
    dataset.on = iso(this.day);
    dataset.from = iso(this.window.start);
    dataset.to = iso(this.window.end);
    dataset.selection = this.selection?.title() ?? "";
    dataset.names = this.naming;
    dataset.known = writeChoice(this.known);
  }
}

