// The switch `as known on`: all reports, or those published by the date shown, or by a day; and a banner while it is not
// all, so that nobody takes what was known once for what is known.

import { longDay, shortDay } from "./days.js";
import { byId, el } from "./dom.js";
import { readChoice, writeChoice } from "./known.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** The way to choose; words where there is too much to go back, and nothing where there is nothing. @param {App} app */
export function knownSwitch(app) {
  const { known } = app.data;
  if (!known) return null;
  if (known.pace === null) return el("p", { class: "known" }, t("known.too-many"));
  const all = app.knowledge.reports(app.knowledge.all);
  const days = known.days.map((day, i) => option(day, t("known.day", { date: shortDay(day), n: app.knowledge.reports(i + 1), all })));
  const select = el("select", { id: "known", "aria-describedby": "known-banner", onchange: () => app.knowOn(readChoice(select.value) ?? "all") },
    option("all", t("known.all")), option("shown", t("known.shown")),
    el("optgroup", { label: t(PACES[known.pace]) }, ...days));
  const show = () => { select.value = writeChoice(heldOn(app)); };
  app.on("known", show);
  show();
  byId("notices").append(banner(app));
  keepKnown(app);
  return el("p", { class: "known" }, el("label", { for: "known" }, t("known.label")), " ", select);
}

const PACES = /** @type {const} */ ({ day: "known.by-day", month: "known.by-month", year: "known.by-year" });

/** In the address, and before the date, which knowledge may bound. @param {App} app */
function keepKnown(app) {
  app.keep("known", ["known"], {
    write: () => (app.known === "all" ? null : writeChoice(app.known)),
    read: (text) => {
      const choice = text === null ? "all" : readChoice(text);
      if (choice !== null && choice !== app.known && (text === null || writeChoice(choice) === text)) app.knowOn(choice);
    },
  });
}

/** @param {import("./known.js").Choice} choice @param {string} words */
const option = (choice, words) => el("option", { value: writeChoice(choice) }, words);

/** A day of an address as the day of knowledge that it comes to. @param {App} app */
const heldOn = ({ known, knowledge, step }) => (typeof known === "number" ? knowledge.days[step - 1] ?? knowledge.days[0] : known);

/** @param {App} app */
function banner(app) {
  const words = el("span");
  const box = el("div", { id: "known-banner", class: "notice", role: "status", hidden: true }, words,
    el("button", { type: "button", onclick: () => { app.knowOn("all"); byId("known").focus(); } }, t("known.back")));
  const show = () => {
    box.hidden = app.known === "all";
    const counts = { n: app.knowledge.reports(app.step), all: app.knowledge.reports(app.knowledge.all) };
    words.textContent = typeof app.known === "number" ? t("known.on-day", { date: longDay(app.known), ...counts }) : t("known.on-shown", counts);
  };
  app.on("known", show);
  show();
  return box;
}
