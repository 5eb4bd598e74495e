// A story told on the map: steps of words, each with a date, a view and what is open, gone through in their order. The
// reader may look around at any step, and leave.

import { byId, el } from "./dom.js";
import { selectionBy } from "./selections.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Step} Step */
/** @typedef {{west: number, below: number}} Room  pixels of the map that the legend takes */

export class StoryTeller {
  /** @param {App} app @param {L.Map} map @param {import("./data.js").Story} story @param {() => Room} taken */
  constructor(app, map, story, taken) {
    this.app = app;
    this.map = map;
    this.story = story;
    this.taken = taken;
    /** The step told, from 0 on; -1 where the story is not being told. */
    this.at = -1;
    this.words = el("div", { class: "words", "aria-live": "polite", lang: story.language, tabindex: "0" });
    this.count = el("p", { class: "count" });
    this.previous = this.button("previous", "\u2039", () => this.go(this.at - 1));
    this.next = this.button("next", "\u203a", () => this.go(this.at + 1));
    this.leave = this.button("leave", "\u00d7", () => this.stop());
    this.begin = el("button", { type: "button", id: "story-start", onclick: () => this.go(0) }, t("story.start"));
    this.steps = el("div", { class: "steps" }, this.previous, this.count, this.next, this.leave);
    this.box = el("section", { id: "story", "aria-labelledby": "story-title", onkeydown: (/** @type {KeyboardEvent} */ event) => this.press(event) },
      el("div", { class: "bar" }, el("h2", { id: "story-title", lang: story.language }, story.title), this.begin, this.steps), this.words);
    this.show();
  }

  /** @param {"previous" | "next" | "leave"} what @param {string} sign @param {() => void} onclick */
  button(what, sign, onclick) {
    const words = t(`story.${what}`);
    return el("button", { type: "button", id: `story-${what}`, class: "round", "aria-label": words, title: words, onclick }, sign);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (this.at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.stop();
    else if (way) this.go(this.at + way);
    else return;
    event.preventDefault();
  }

  /** Tell a step, where there is one, and show what it is about. @param {number} step */
  go(step) {
    if (!this.story.steps[step]) return;
    const from = document.activeElement;
    this.at = step;
    this.show();
    this.look();
    if (from === this.begin) this.next.focus();
    else if (from instanceof HTMLButtonElement && from.disabled) this.words.focus();
    this.app.address.changed(true);
  }

  stop() {
    this.at = -1;
    this.show();
    this.begin.focus();
    this.app.address.changed(true);
  }

  /** The words of the step. */
  show() {
    const { steps } = this.story;
    const step = steps[this.at];
    this.begin.hidden = Boolean(step);
    this.steps.hidden = this.words.hidden = !step;
    document.documentElement.dataset.story = step ? String(this.at + 1) : "";
    if (!step) return;
    this.previous.disabled = this.at === 0;
    this.next.disabled = this.at === steps.length - 1;
    this.count.textContent = t("story.count", { n: this.at + 1, all: steps.length });
    this.words.replaceChildren(el("h3", {}, step.title), ...step.text.split(/\n\s*\n/).filter((text) => text.trim()).map((text) => el("p", {}, text)));
    this.words.scrollTop = 0;
  }

  /** The map and what stands beside it, as the step has them; the reader stays with its words. */
  look() {
    const { app } = this;
    const { day, open, known } = this.story.steps[this.at];
    app.guided = true;
    if (known !== app.known) app.knowOn(known);
    app.goTo(day);
    app.select(open === null ? null : selectionBy(app, open));
    app.guided = false;
    this.turn(this.story.steps[this.at]);
  }

  /** @param {Step} step */
  turn({ bbox, at }) {
    if (at) this.map.setView([at[1], at[0]], at[2], { animate: false });
    if (!bbox) return;
    const { west, below } = this.taken();
    this.map.fitBounds([[bbox[1], bbox[0]], [bbox[3], bbox[2]]], { animate: false, paddingTopLeft: [west, 0], paddingBottomRight: [0, below] });
  }

  /** The step in the address; one that stands there alone brings what it shows. */
  keep() {
    this.app.keep("story", [], {
      write: () => (this.at < 0 ? null : String(this.at + 1)),
      read: (text) => {
        const step = Number(text ?? 0) - 1;
        if (text !== null && !this.story.steps[step]) return;
        this.at = step;
        this.show();
        const told = new URLSearchParams(this.app.address.hash());
        if (step >= 0 && [...told.keys()].every((name) => name === "story" || name === "lang")) this.look();
      },
    });
  }
}

/** The story of this page, over what stands beside the map; null where there is none. @param {App} app @param {L.Map} map @param {() => Room} taken */
export function tellStory(app, map, taken) {
  const { story } = app.data;
  if (!story) return null;
  const teller = new StoryTeller(app, map, story, taken);
  const stage = byId("stage");
  stage.after(teller.box);
  stage.parentElement?.classList.add("told");
  return teller;
}
