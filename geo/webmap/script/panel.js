// Beside the map: what was reported, area by area and event by event, and what could not be placed.

import { sayBound, sayEdtf } from "./days.js";
import { byId, el, plain } from "./dom.js";
import { quoted, quoteOf } from "./evidence.js";
import { isOn, isRejected, partiesLine, placesLine } from "./events.js";
import { finderBox, placeLine } from "./finder.js";
import { historyOf } from "./history.js";
import { lookOf } from "./look.js";
import { sayState } from "./say.js";
import { swatch } from "./swatch.js";
import { t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */

/** @param {App} app @param {HTMLElement} panel */
export function fillPanel(app, panel) {
  const detail = el("div", { id: "detail", hidden: true });
  const tabs = [
    { id: "events", title: t("panel.events"), count: app.events.length, body: eventList(app) },
    { id: "areas", title: t("panel.areas"), count: listed(app).length, body: areaList(app) },
    { id: "unplaced", title: t("panel.unplaced"), count: app.data.unplaced.length, body: unplacedList(app) },
  ];
  const lists = el("div", { id: "lists" }, finderBox(app), tabBar(tabs), ...tabs.map(({ id, body }, i) =>
    el("div", { role: "tabpanel", id: `tab-${id}`, "aria-labelledby": `tabbutton-${id}`, tabindex: "0", hidden: i > 0 }, body)));
  panel.append(detail, lists);
  const [narrow, calm] = ["(max-width: 900px)", "(prefers-reduced-motion: reduce)"].map((query) => window.matchMedia(query));
  const show = () => showDetail(app, detail, lists);
  app.on("selection", () => {
    show();
    panel.scrollTop = 0;
    if (narrow.matches) (app.selection ? panel : byId("stage")).scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "start" });
    if (app.selection) /** @type {HTMLElement} */ (detail.querySelector("h2")).focus({ preventScroll: true });
  });
  app.on("day", (changed) => { if (app.selection?.cells.some((cell) => changed.has(cell))) show(); });
  for (const topic of /** @type {const} */ (["theme", "names"])) app.on(topic, show);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape" && app.selection) app.select(null); });
}

/** @param {{id: string, title: string, count: number}[]} tabs */
function tabBar(tabs) {
  const buttons = tabs.map(({ id, title, count }, i) =>
    el("button", { type: "button", role: "tab", id: `tabbutton-${id}`, "aria-controls": `tab-${id}`, "aria-selected": i === 0 ? "true" : "false", tabindex: i === 0 ? "0" : "-1", onclick: () => choose(i) },
      title, " ", el("span", { class: "count" }, String(count))));
  const choose = (/** @type {number} */ index) => buttons.forEach((button, i) => {
    button.setAttribute("aria-selected", String(i === index));
    button.tabIndex = i === index ? 0 : -1;
    const body = document.getElementById(`tab-${tabs[i].id}`);
    if (body) body.hidden = i !== index;
  });
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (buttons.indexOf(/** @type {any} */ (document.activeElement)) + step + buttons.length) % buttons.length;
    choose(next);
    buttons[next].focus();
  };
  return el("div", { role: "tablist", "aria-label": t("page.panel"), onkeydown }, ...buttons);
}

/** @param {App} app */
function eventList(app) {
  if (app.events.length === 0) return el("p", { class: "none" }, t("panel.no-events"));
  const items = app.events.map((event) => ({ event, item: eventItem(app, event) }));
  const mark = () => items.forEach(({ event, item }) => {
    item.classList.toggle("now", isOn(event, app.day));
    item.classList.toggle("later", event.first !== null && event.first > app.day);
  });
  app.on("day", mark);
  mark();
  return el("ol", { class: "events" }, ...items.map(({ item }) => item));
}

/** @param {App} app @param {Event} event */
function eventItem(app, event) {
  const onclick = () => {
    const day = event.first ?? event.last;
    if (day !== null) app.goTo(day);
    app.select({ title: () => kindOf(event), cells: event.cells, event });
  };
  const parties = partiesLine(event, (id) => app.atlas.party(id));
  return el("li", { class: event.stance === "planned" ? "planned" : null }, el("button", { type: "button", onclick },
    el("span", { class: "when" }, sayEdtf(event.when)),
    el("span", { class: "what" }, [kindOf(event), placesLine(event)].filter(Boolean).join(event.places.length ? ": " : " ")),
    el("span", { class: "who" }, parties !== "" && el("span", {}, parties),
      event.stance !== "asserted" && el("span", { class: "chip" }, stanceWord(event)),
      event.claims.every((claim) => app.data.claims[claim].review?.own) && el("span", { class: "chip" }, t("quote.own")),
      event.claims.length > 1 && el("span", { class: "chip" }, t("panel.reports", { n: event.claims.length }))),
  ));
}

/** @param {{kind: string}} event */
const kindOf = (event) => wordOf("kind", event.kind);
/** @param {Event} event */
const stanceWord = (event) => wordOf("stance", event.stance);

/** Areas for the list, the twin of the map for those who do not use a pointer. @param {App} app */
const listed = (app) => app.data.areas.filter((area) => area.cells.length > 0);

/** @param {App} app */
function areaList(app) {
  const areas = listed(app);
  if (areas.length === 0) return el("p", { class: "none" }, t("panel.no-areas"));
  const rows = areas.map((area) => {
    const looks = el("span", { class: "looks" });
    const words = el("span", { class: "who" });
    const name = el("span", { class: "what" });
    const onclick = () => app.select({ title: () => area.name, cells: area.cells, event: null });
    const item = el("li", {}, el("button", { type: "button", onclick }, looks, name, words));
    return { area, looks, name, words, item };
  });
  const mark = () => rows.forEach(({ area, looks, words }) => {
    const states = statesNow(app, area.cells);
    looks.replaceChildren(...states.slice(0, 3).map((state) => swatch(app, lookOf(state), 34 / Math.min(3, states.length), 20)));
    const said = [...new Set(states.map((state) => sayState(state, (id) => app.atlas.party(id))))];
    words.textContent = said.slice(0, 3).join(" \u00b7 ") + (said.length > 3 ? " \u2026" : "");
  });
  const call = () => rows.forEach(({ area, name }) => { name.textContent = plain(area.schematic ? t("list.schematic", { name: area.name }) : area.name); });
  for (const topic of /** @type {const} */ (["day", "theme"])) app.on(topic, mark);
  app.on("names", call);
  mark();
  call();
  return el("ul", { class: "areas" }, ...rows.map(({ item }) => item));
}

/** Distinct states of cells on the day shown, the one with most km² first. @param {App} app @param {number[]} cells */
function statesNow(app, cells) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const cell of cells) {
    const state = app.log.current[cell];
    sizes.set(state, (sizes.get(state) ?? 0) + app.data.cells[cell].km2);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]).map(([state]) => app.data.states[state]);
}

/** @param {App} app */
function unplacedList(app) {
  if (app.data.unplaced.length === 0) return el("p", { class: "none" }, t("panel.all-placed"));
  const items = app.data.unplaced.map((item) => el("li", {},
    el("p", { class: "what" }, item.text ? `\u201c${item.text}\u201d` : titleOf(app, item.claim)),
    isRejectedHere(app, item) ? null : el("p", { class: "rule", lang: "en" }, item.reason),
    item.claim === null
      ? el("figure", { class: "quote" }, quoted(item.quote), el("figcaption", {}, t("quote.source-published", { source: item.source ?? t("quote.outlet-unknown"), date: sayEdtf(item.published) })))
      : quoteOf(app.atlas, item.claim)));
  return el("div", {},
    el("p", { class: "none" }, t(app.data.unplaced.some((item) => isRejectedHere(app, item)) ? "panel.not-drawn-or-rejected" : "panel.not-drawn")),
    el("ul", { class: "unplaced" }, ...items));
}

/** Whether what is not drawn was rejected; its quote says so. @param {App} app @param {import("./data.js").Unplaced} item */
const isRejectedHere = (app, item) => item.claim !== null && isRejected(app.data.claims[item.claim]);

/** What a claim without a place tells: what, and who. @param {App} app @param {number | null} index */
function titleOf(app, index) {
  if (index === null) return t("panel.no-place");
  const claim = app.data.claims[index];
  const parties = partiesLine(claim, (id) => app.atlas.party(id));
  return parties ? t("panel.titled", { kind: kindOf(claim), rest: parties }) : kindOf(claim);
}

/** The selection that an element shows, so that what a reader has opened in it stays open. @type {WeakMap<HTMLElement, import("./app.js").Selection>} */
const shownIn = new WeakMap();

/** @param {App} app @param {HTMLElement} detail @param {HTMLElement} lists */
function showDetail(app, detail, lists) {
  const { selection } = app;
  detail.hidden = selection === null;
  lists.hidden = selection !== null;
  if (!selection) return detail.replaceChildren();
  const open = new Set([...detail.querySelectorAll("details")].flatMap((item, i) => (item.open ? [i] : [])));
  const same = shownIn.get(detail) === selection;
  shownIn.set(detail, selection);
  const shown = [
    el("button", { type: "button", class: "back", onclick: () => app.select(null) }, `\u2190 ${t("panel.back")}`),
    el("h2", { tabindex: "-1" }, selection.title()),
    selection.place && el("p", { class: "meta" }, placeLine(app, selection.place)),
    ...(selection.event ? eventDetail(app, selection.event) : []),
    ...(selection.cells.length ? [selection.event && el("h3", {}, t("panel.about")), ...historyOf(app, selection.cells)] : []),
    ...(selection.event ? [] : [...presenceDetail(app, selection.cells), ...planDetail(app, selection.cells)]),
  ];
  detail.replaceChildren(...shown.filter((node) => node instanceof Node));
  if (same) detail.querySelectorAll("details").forEach((item, i) => { if (open.has(i)) item.open = true; });
}

/** @param {App} app @param {Event} event */
function eventDetail(app, event) {
  return [
    el("p", { class: "when" }, sayEdtf(event.when)),
    el("p", { class: "what" }, placesLine(event)),
    el("p", { class: "who" }, partiesLine(event, (id) => app.atlas.party(id))),
    ...event.claims.map((claim) => quoteOf(app.atlas, claim)),
  ].filter((node) => node !== null);
}

/** Forces told of in the chosen cells; planned ones are with the plans. @param {App} app @param {number[]} cells */
function presenceDetail(app, cells) {
  const found = app.data.presences.filter((item) => item.stance !== "planned" && item.cells.some((cell) => cells.includes(cell)));
  if (found.length === 0) return [];
  return [el("h3", {}, t("forces.title")), ...found.map((item) => el("section", { class: "part" },
    el("p", { class: "who" }, t("forces.where", { who: item.words || app.atlas.party(item.actor), place: item.text })),
    el("p", { class: "when" }, stayOf(item)),
    ...item.claims.map((claim) => quoteOf(app.atlas, claim))))];
}

/** From when until when forces are told of, each bound as exactly as it is known. @param {import("./data.js").Presence} item */
function stayOf({ start, end, from, to, last }) {
  return [
    start === null ? null : t("forces.from", { date: sayBound(start, from) }),
    end === null ? null : t("forces.until", { date: sayBound(end, to) }),
    last === null ? null : t("forces.last", { date: sayEdtf(last) }),
  ].filter((part) => part !== null).join(", ") || t("forces.undated");
}

/** Plans for the chosen cells. @param {App} app @param {number[]} cells */
function planDetail(app, cells) {
  const found = app.plans.filter((plan) => plan.cells.some((cell) => cells.includes(cell)));
  if (found.length === 0) return [];
  const claims = [...new Set(found.flatMap((plan) => plan.claims))];
  return [el("h3", {}, t("plans.title")), ...claims.map((claim) => quoteOf(app.atlas, claim))];
}
