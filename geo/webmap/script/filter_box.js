// The reader's choice among the reports: a search in their words, kinds of choice with counts, and a way back to all.

import { el } from "./dom.js";
import { FACETS, NO_SIDE, NOT_ON_RECORD } from "./filters.js";
import { shortDay } from "./days.js";
import { number, t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./filters.js").Facet} Facet */

/** Values of a choice that are shown at once. */
const FEW = 8;

/** Milliseconds after the last letter until the lists follow. */
const PAUSE = 150;

/** @param {App} app @param {HTMLElement | null} more  what else stands among the choices */
export function filterBox(app, more) {
  const { filters } = app;
  const groups = el("div", { class: "choices" });
  const period = periodChoice(app);
  const box = el("details", { class: "filters" },
    el("summary", {}, t("filter.title")),
    searchField(app), groups, period.label,
    el("p", { class: "none" }, t("filter.note")), more);
  const said = el("p", { id: "filtered", role: "status" });
  const clear = el("button", { type: "button", class: "go", onclick: () => { filters.clear(); /** @type {HTMLElement} */ (box.querySelector("summary")).focus(); } }, t("filter.clear"));
  const line = el("div", { class: "filtered", hidden: true }, said, clear);
  const fill = () => { if (box.open) keepFocus(groups, () => groups.replaceChildren(...FACETS.map((facet) => group(app, facet)).filter((node) => node !== null))); };
  const show = () => {
    const events = filters.events.length;
    line.hidden = filters.count === 0;
    said.textContent = filters.count === 0 ? "" : t("filter.shown", { n: events, all: app.events.length, unplaced: filters.unplaced.length, every: app.unplaced.length });
    period.show();
    fill();
  };
  box.addEventListener("toggle", fill);
  for (const topic of /** @type {const} */ (["filters", "known"])) app.on(topic, show);
  app.on("names", fill);
  app.on("window", () => { if (filters.inPeriod) filters.change(); else period.show(); });
  show();
  return el("div", {}, box, line);
}

/** @param {App} app */
function searchField(app) {
  let timer = 0;
  const look = () => {
    app.filters.text = input.value;
    app.filters.change();
  };
  const input = el("input", { type: "search", id: "search", placeholder: t("filter.search"), "aria-label": t("filter.search"), autocomplete: "off", spellcheck: "false", oninput: () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  } });
  app.on("filters", () => { if (document.activeElement !== input || app.filters.text === "") input.value = app.filters.text; });
  return input;
}

/** @param {App} app */
function periodChoice(app) {
  const input = el("input", { type: "checkbox", id: "in-period", onchange: () => {
    app.filters.inPeriod = input.checked;
    app.filters.change();
  } });
  const words = el("span", {});
  const show = () => {
    input.checked = app.filters.inPeriod;
    words.textContent = t("filter.period", { start: shortDay(app.window.start), end: shortDay(app.window.end) });
  };
  return { label: el("label", { class: "choice" }, input, words), show };
}

/** The values of one kind of choice; null where there is nothing to choose. @param {App} app @param {Facet} facet */
function group(app, facet) {
  const { counts, wanted } = app.filters;
  const values = [...new Set([...counts[facet].keys(), ...wanted[facet]])];
  if (values.length < 2 && wanted[facet].size === 0) return null;
  const rows = values.map((value) => ({ value, name: nameOf(app, facet, value), n: counts[facet].get(value) ?? 0 }));
  if (facet === "area") return areaChoice(app, rows.sort((a, b) => (a.name < b.name ? -1 : 1)));
  rows.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
  const choices = rows.map((row) => choice(app, facet, row));
  const rest = choices.slice(FEW);
  return el("fieldset", {}, el("legend", {}, wordOf("filter", facet)), ...choices.slice(0, FEW),
    rest.length > 0 && el("details", { open: rows.slice(FEW).some(({ value }) => wanted[facet].has(value)) }, el("summary", {}, t("filter.more", { n: rest.length })), ...rest));
}

/** @param {App} app @param {Facet} facet @param {{value: string, name: string, n: number}} row */
function choice(app, facet, { value, name, n }) {
  const input = el("input", { type: "checkbox", "data-choice": `${facet} ${value}`, checked: app.filters.wanted[facet].has(value), onchange: () => app.filters.want(facet, value, input.checked) });
  return el("label", { class: "choice" }, input, el("span", {}, name, " ", el("span", { class: "count" }, number(n))));
}

/** One area, from a list that may be long. @param {App} app @param {{value: string, name: string, n: number}[]} rows */
function areaChoice(app, rows) {
  const { wanted } = app.filters;
  const select = el("select", { "data-choice": "area", onchange: () => {
    wanted.area.clear();
    if (select.value) wanted.area.add(select.value);
    app.filters.change();
  } }, el("option", { value: "" }, t("filter.any-area")), ...rows.map(({ value, name, n }) => el("option", { value, selected: wanted.area.has(value) }, t("filter.counted", { name, n }))));
  return el("label", { class: "area-choice" }, el("span", {}, t("filter.area")), select);
}

/** @param {App} app @param {Facet} facet @param {string} value */
export function nameOf(app, facet, value) {
  if (facet === "kind" || facet === "stance") return wordOf(facet, value);
  if (facet === "area") return app.data.areas.find(({ id }) => id === value)?.name ?? value;
  if (facet === "source") return value || t("quote.outlet-unknown");
  if (value === NO_SIDE) return t("side.none");
  return value === NOT_ON_RECORD ? t("side.unknown") : app.atlas.party(value);
}

/** Do something to an element's children, and leave the focus on what stands for the one that had it. @param {HTMLElement} parent @param {() => void} act */
function keepFocus(parent, act) {
  const focused = document.activeElement instanceof HTMLElement && parent.contains(document.activeElement) ? document.activeElement.dataset.choice : undefined;
  act();
  /** @type {HTMLElement[]} */ ([...parent.querySelectorAll("[data-choice]")]).find((node) => node.dataset.choice === focused)?.focus();
}
