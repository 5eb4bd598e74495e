// The state of the page: a day, a window of time, a selection; and who wants to know when it changes.

import { Address } from "./address.js";
import { frontiersOf } from "./base_map.js";
import { Colours } from "./colours.js";
import { ControlLog } from "./control.js";
import { Atlas } from "./data.js";
import { iso } from "./days.js";
import { eventsOf, isBrief, isOn } from "./events.js";
import { outlineOf, Shapes } from "./geometry.js";
import { applyNames } from "./naming.js";
import { Patterns } from "./patterns.js";
import { isPlannedOn, plansOf } from "./plans.js";

/** @typedef {{key: string, title: () => string, cells: number[], event: import("./events.js").Event | null, place?: import("./finder.js").Entry | null}} Selection  `key`: see selections.js; `place`: the one that was looked for */
/** @typedef {"day" | "window" | "selection" | "theme" | "names"} Topic */

export class App {
  /** @param {import("./data.js").Data} data */
  constructor(data) {
    this.data = data;
    this.naming = data.naming.shown;
    applyNames(data, this.choiceOf(this.naming));
    this.atlas = new Atlas(data);
    this.log = new ControlLog(data.cells.length, data.intervals);
    this.shapes = new Shapes(data.geometry);
    /** The base map's shapes, on the same plane. */
    this.ground = new Shapes({ ...data.base, bounds: data.geometry.bounds });
    /** Whether pictures from the network stand for the offline land. */
    this.online = false;
    this.frontiers = frontiersOf(data.base);
    this.colours = new Colours(data.parties, data.unknown);
    this.patterns = new Patterns(this.colours);
    this.events = eventsOf(this.atlas);
    this.plans = plansOf(data);
    /** @type {WeakMap<number[], number[]>} */
    this.outlines = new WeakMap();
    this.day = data.time.last ?? data.time.end;
    this.window = { start: data.time.start, end: data.time.end };
    /** @type {Selection | null} */
    this.selection = null;
    /** @type {Map<Topic, ((changed: Set<number>) => void)[]>} */
    this.listeners = new Map();
    this.address = new Address(window);
    this.log.moveTo(this.day);
  }

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
    const { start, end } = this.data.time;
    const next = Math.max(start, Math.min(end, Math.round(day)));
    if (next < this.window.start || next > this.window.end) this.setWindow({ start, end });
    if (next === this.day) return;
    this.day = next;
    this.tell("day", this.log.moveTo(next));
  }

  /** @param {{start: number, end: number}} window */
  setWindow(window) {
    this.window = window;
    if (this.day < window.start || this.day > window.end) {
      this.day = Math.max(window.start, Math.min(window.end, this.day));
      this.tell("day", this.log.moveTo(this.day));
    }
    this.tell("window");
  }

  /** @param {Selection | null} selection */
  select(selection) {
    this.selection = selection;
    this.tell("selection");
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
    const { start, end } = this.data.time;
    const found = direction > 0 ? days.find((day) => day > this.day) : days.findLast((day) => day < this.day);
    return found === undefined || found < start || found > end ? null : found;
  }

  /** @param {number} cell @returns {import("./data.js").State | undefined} */
  stateOf(cell) {
    return this.data.states[this.log.current[cell]];
  }

  /** Presences told of for the day shown, that have cells to be drawn on; denied ones are only listed. */
  presencesNow() {
    return this.data.presences.filter(
      (item) =>
        item.cells.length > 0 && (item.stance === "asserted" || item.stance === "claimed") &&
        (item.start ?? -Infinity) <= this.day && this.day < (item.end ?? Infinity),
    );
  }

  plansNow() {
    return this.plans.filter((plan) => isPlannedOn(plan, this.day));
  }

  /** Where the chosen event, or else the events of the day shown, took place; those of many years are only listed. */
  eventPointsNow() {
    const chosen = this.selection?.event;
    const now = chosen ? [chosen] : this.events.filter((event) => isOn(event, this.day) && isBrief(event));
    return now.flatMap((event) => event.points);
  }

  chosenCells() {
    return this.selection?.cells ?? [];
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
  }
}

