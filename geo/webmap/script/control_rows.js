// Control as rows for files: cells of one district in one state over one time, with the words that say so, as
// geo/export/rows.py and geo/export/control.py have them. What an export has and the page has not, is left out.

import { byTime, iso, sayEdtf } from "./days.js";
import { t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").State} State */
/** @typedef {{area: string, cells: number[], states: State[], start: number | null, end: number | null}} Group */
/** @typedef {{id: string, cells: number[], start: number | null, end: number | null, properties: Record<string, unknown>}} ControlRow */

const WEAKEST_LAST = ["stated", "inferred", "baseline", null];

/** By area, then by time. @param {App} app @returns {ControlRow[]} */
export function controlRows(app) {
  const groups = [...groupsOf(app).values()].map((group) => ({ group, key: orderOf(group) }));
  groups.sort((a, b) => compare(a.key, b.key));
  /** @type {Map<string, number>} */
  const count = new Map();
  return groups.map(({ group }) => {
    const number = (count.get(group.area) ?? 0) + 1;
    count.set(group.area, number);
    return { id: `${group.area}.${number}`, cells: group.cells, start: group.start, end: group.end, properties: propertiesOf(app, group) };
  });
}

/** @param {App} app */
function groupsOf(app) {
  /** @type {Map<string, Group>} */
  const found = new Map();
  app.log.rows.forEach((rows, cell) => {
    if (cell >= app.data.cells.length) return; // a point has no surface
    for (const row of rows) {
      const state = app.data.states[row.state];
      const [start, end] = [row.start, row.end].map((day) => (Number.isFinite(day) ? day : null));
      const { id, district } = app.data.cells[cell];
      const area = district === null ? id : app.data.areas[district].id;
      const key = JSON.stringify([area, state.controller, state.others, state.status, state.support, start, end, state.start, state.end]);
      const group = found.get(key) ?? { area, cells: [], states: [], start, end };
      group.cells.push(cell);
      if (!group.states.includes(state)) group.states.push(state);
      found.set(key, group);
    }
  });
  return found;
}

/** @param {App} app @param {Group} group */
function propertiesOf(app, { area, cells, states, start, end }) {
  const { atlas, data } = app;
  const { district } = data.cells[cells[0]];
  return {
    area,
    area_name: district === null ? area : data.areas[district].name,
    whole: district === null || cells.length === data.cells.filter((cell) => cell.district === district).length,
    cells: cells.map((cell) => data.cells[cell].id).sort(),
    km2: Math.round(1000 * atlas.km2(cells)) / 1000,
    ...stateProperties(app, states, start, end),
  };
}

/** What cells or a town are in, over a time, and the words that say so. @param {App} app @param {State[]} states  that differ in their claims and rules alone @param {number | null} start @param {number | null} end */
export function stateProperties(app, states, start, end) {
  const { atlas, data } = app;
  const [one] = states;
  const claims = [...new Set(states.flatMap((state) => state.claims))].map((claim) => data.claims[claim]);
  const lasts = states.flatMap(({ last }) => (last === null ? [] : [last]));
  return {
    controller: one.controller,
    controller_name: one.controller && atlas.party(one.controller),
    others: one.others,
    other_names: one.others.map((party) => atlas.party(party)),
    status: one.status,
    basis: states.map(({ basis }) => basis).sort((a, b) => WEAKEST_LAST.indexOf(b) - WEAKEST_LAST.indexOf(a))[0],
    support: one.support,
    start: dayOf(start),
    end: dayOf(end),
    start_edtf: one.start,
    end_edtf: one.end,
    last_reported: lasts.sort((a, b) => compare(latenessOf(b), latenessOf(a)))[0] ?? null,
    rule: [...new Set(states.map(({ rule }) => rule))].sort().join("; "),
    claims: claims.map(({ id }) => id),
    quotes: claims.map(({ quote }) => quote),
    sources: claims.map((claim) => sourceOf(app, claim)),
    ...momentsOf(app, start, end),
  };
}

/** Outlet and day, and what an analyst decided about the claim. @param {App} app @param {import("./data.js").Claim} claim */
function sourceOf(app, { article, review }) {
  const { source, id, published } = article === null ? { source: null, id: "", published: null } : app.data.articles[article];
  const credit = [source ?? id, published].filter(Boolean).join(", ");
  if (!review) return credit;
  const { decision, who, on, own } = review;
  const values = { decision: wordOf("decision", decision), who };
  const decided = on ? t("decision.by-on", { ...values, date: sayEdtf(on) }) : t("decision.by", values);
  return own ? decided : `${credit} (${decided})`;
}

/** For time sliders, which need an end: cut to the days that the reports cover. @param {App} app @param {number | null} start @param {number | null} end */
function momentsOf(app, start, end) {
  const { time } = app;
  const opens = start ?? Math.min(time.start, end === null ? time.start : end - 1);
  const closes = end ?? Math.max(Math.max(time.start, time.last ?? time.start - 1) + 1, opens + 1);
  return { start_time: momentOf(opens), end_time: momentOf(closes) };
}

/** Years before 0 with six digits, as ECMAScript reads them. @param {number} day */
const momentOf = (day) => `${iso(day).replace(/^-/, "-00")}T00:00:00Z`;

/** @param {number | null} day */
const dayOf = (day) => (day === null ? null : iso(day));

/** @param {Group} group @returns {(string | number | string[])[]} */
const orderOf = ({ area, states: [one], start, end }) =>
  [area, start ?? -Infinity, one.start ?? "", end ?? Infinity, one.end ?? "~", one.status, one.controller ?? "", one.others, one.support ?? ""];

/** Orders EDTF dates by the last day that each may mean, then by the first: of a year and a day in it, the year. @param {string} edtf */
function latenessOf(edtf) {
  const [first, last = first] = edtf.split("/").map((text) => text.replace(/[~?%]$/, ""));
  const bound = (/** @type {string} */ text, /** @type {string} */ rest) => byTime(text + rest.slice(text.startsWith("-") ? text.length - 1 : text.length));
  return [last === ".." || last === "" ? "~" : bound(last, "0000-12-31"), bound(first === ".." ? "" : first, "0000-01-01")];
}

/** @param {unknown[]} a @param {unknown[]} b @returns {number} */
function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    const order = Array.isArray(x) && Array.isArray(y) ? compare(x, y) : x === y ? 0 : /** @type {string} */ (x) < /** @type {string} */ (y) ? -1 : 1;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
