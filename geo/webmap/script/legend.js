// The legend shows what occurs in the data and nothing else: colours of parties, patterns of status, lines, presence.

import { translated } from "./data.js";
import { YEARS, palingDays } from "./ages.js";
import { el } from "./dom.js";
import { BROKEN, PLAIN, lineStyle } from "./kinds.js";
import { NONE, lookKey, lookOf } from "./look.js";
import { forceKey, lineKey, planKey, swatch } from "./swatch.js";
import { UNTOLD } from "./viewpoint.js";
import { t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./look.js").Look} Look */

/** @param {App} app @param {HTMLElement} rows */
export function fillLegend(app, rows) {
  const fill = () => rows.replaceChildren(...entries(app));
  for (const topic of /** @type {const} */ (["theme", "known", "viewpoint"])) app.on(topic, fill);
  fill();
}

/** Whether the legend is open, in the address where it is not as the page opens. @param {App} app @param {HTMLDetailsElement} legend @param {() => void} ontoggle */
export function keepLegend(app, legend, ontoggle) {
  const opened = legend.open;
  legend.addEventListener("toggle", () => {
    ontoggle();
    app.address.changed();
  });
  app.keep("legend", [], {
    write: () => (legend.open === opened ? null : legend.open ? "open" : "folded"),
    read: (text) => { legend.open = text === null ? opened : text === "open"; },
  });
}

/** The looks of all states, each once, as they first come. @param {App} app */
function looksOf(app) {
  /** @type {Map<string, Look>} */
  const found = new Map();
  app.statesKnown().forEach((state) => {
    const look = lookOf(state);
    const key = lookKey(look);
    if (!found.has(key)) found.set(key, look);
  });
  return [...found.values()];
}

/** @param {App} app */
function entries(app) {
  const looks = looksOf(app);
  const parties = [...new Set(looks.flatMap((look) => look.parties))];
  const colours = parties.map((party) => entry(swatch(app, { pattern: "solid", parties: [party] }), app.atlas.party(party)));
  /** @type {Map<string, Look>} */
  const patterns = new Map();
  for (const look of looks) if (look.pattern !== "solid" && !patterns.has(look.pattern)) patterns.set(look.pattern, look);
  if (app.viewpoint.chosen !== null) patterns.set("untold", UNTOLD);
  if (!patterns.has("none")) patterns.set("none", NONE);
  const ways = [...patterns].map(([pattern, look]) => entry(swatch(app, look), wordOf("look", pattern)));
  const actors = [...new Set(app.presences.filter((item) => item.cells.length).map((item) => item.actor))];
  const forces = actors.map((actor) => entry(forceKey(app, actor), t("legend.present", { party: app.atlas.party(actor) })));
  const planners = [...new Set(app.plans.map((plan) => plan.party))];
  const plans = planners.map((party) => entry(planKey(app, party), t("legend.planned", { party: app.atlas.party(party) })));
  const places = app.atlas.points.some(({ at }) => at) ? [entry(el("span", { class: "key place" }), t("legend.place"))] : [];
  return [...colours, ...ways, ...paler(app), ...places, ...forces, ...plans, ...lines(app)];
}

/** How the age of the last report is drawn, where some report is so old. @param {App} app */
function paler(app) {
  const old = app.statesKnown().find((state) => palingDays(state)[0] <= app.time.end && state.status === "held");
  if (!old) return [];
  const steps = el("span", { class: "ages" }, ...[0, ...YEARS].map((_, i, steps) => swatch(app, lookOf(old, i), 34 / steps.length, 20)));
  return [entry(steps, t("legend.paler", { one: YEARS[0], other: YEARS[1] }))];
}

/** @param {App} app */
function lines(app) {
  const found = app.data.geometry.lines.map((line) => {
    const style = lineStyle(line);
    return entry(lineKey(app, style.width > 0 ? style : BROKEN), translated(app.data, line.name));
  });
  return [entry(lineKey(app, PLAIN), t("legend.district")), ...found];
}

/** @param {HTMLElement} key @param {string} words */
function entry(key, words) {
  return el("p", { class: "entry" }, key, el("span", {}, words));
}
