// Whose word counts: areas whose state on the day shown no report of a viewpoint stands behind are drawn as not told by
// it. The states themselves stay those that all reports together give.

import { el } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./look.js").Look} Look */

/** The viewpoint of those who speak for no side. */
export const THIRD = "-";

/** @type {Look} */
export const UNTOLD = { pattern: "untold", parties: [] };

export class Viewpoint {
  /** @param {import("./data.js").Data} data */
  constructor(data) {
    this.data = data;
    /** @type {string | null} a side's id, THIRD, or null for everybody's */
    this.chosen = null;
    /** @type {Map<number, boolean>} by state */
    this.known = new Map();
  }

  /** Sides on whose word some state stands, and THIRD where one stands on another's. */
  get choices() {
    return this.data.voices;
  }

  /** @param {string | null} chosen */
  choose(chosen) {
    this.chosen = chosen;
    this.known.clear();
  }

  /** On whose word a claim stands; null for an analyst's own statement, which is no source. @param {number} claim */
  voiceOf(claim) {
    const { voice, review } = this.data.claims[claim];
    return review?.own ? null : voice ?? THIRD;
  }

  /** Whether a report of the chosen viewpoint stands behind a state. @param {number} state  its number */
  tells(state) {
    if (this.chosen === null) return true;
    let told = this.known.get(state);
    if (told === undefined) {
      told = this.data.states[state]?.claims.some((claim) => this.voiceOf(claim) === this.chosen) ?? false;
      this.known.set(state, told);
    }
    return told;
  }
}

/** Who a viewpoint is, in words. @param {App} app @param {string} chosen */
export const viewpointName = (app, chosen) => (chosen === THIRD ? t("viewpoint.third") : t("viewpoint.side", { party: app.atlas.party(chosen) }));

/** The choice of a viewpoint; null where there is but one. @param {App} app */
export function viewpointChoice(app) {
  const choices = app.viewpoint.choices;
  if (choices.length < 2) return null;
  const select = el("select", { id: "viewpoint", onchange: () => app.seeBy(select.value || null) },
    el("option", { value: "" }, t("viewpoint.all")), ...choices.map((id) => el("option", { value: id }, viewpointName(app, id))));
  app.on("viewpoint", () => { select.value = app.viewpoint.chosen ?? ""; });
  return el("div", { class: "viewpoint" }, el("label", {}, el("span", {}, t("viewpoint.title")), select), el("p", { class: "none" }, t("viewpoint.note")));
}

/** Says over the map that it shows one viewpoint, and takes it back. @param {App} app @param {HTMLElement} notices */
export function viewpointNotice(app, notices) {
  const words = el("span", {});
  const back = el("button", { type: "button", onclick: () => app.seeBy(null) }, t("viewpoint.back"));
  const note = el("div", { class: "notice", id: "viewpoint-notice", role: "status", hidden: true }, words, back);
  const show = () => {
    const { chosen } = app.viewpoint;
    note.hidden = chosen === null;
    words.textContent = chosen === null ? "" : t("viewpoint.notice", { who: viewpointName(app, chosen) });
  };
  app.on("viewpoint", show);
  notices.append(note);
}
