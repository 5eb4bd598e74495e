// The list of areas with their states on the day shown: the twin of the map for those who do not use a pointer.

import { el, plain } from "./dom.js";
import { lookOf } from "./look.js";
import { sayState } from "./say.js";
import { areaSelection } from "./selections.js";
import { swatch } from "./swatch.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Areas for the list. @param {App} app */
export const listed = (app) => app.data.areas.filter((area) => area.cells.length > 0);

/** @param {App} app */
export function areaList(app) {
  const areas = listed(app);
  if (areas.length === 0) return el("p", { class: "none" }, t("panel.no-areas"));
  const rows = areas.map((area) => {
    const looks = el("span", { class: "looks" });
    const words = el("span", { class: "who" });
    const name = el("span", { class: "what" });
    const onclick = () => app.select(areaSelection(area));
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
  for (const topic of /** @type {const} */ (["day", "theme", "known"])) app.on(topic, mark);
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
