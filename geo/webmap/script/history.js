// The history of a choice of cells: each part with its states over time, the one of the day shown marked, each with its
// rule and the sentences behind it.

import { isBoundIn, longDay, sayBound, sayEdtf, shortDay } from "./days.js";
import { el } from "./dom.js";
import { quoteOf } from "./evidence.js";
import { lookOf } from "./look.js";
import { namesOf, pointAt } from "./points.js";
import { ruleLine } from "./rule_line.js";
import { sayGrounds, sayState } from "./say.js";
import { swatch } from "./swatch.js";
import { number, parts, t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {number[]} cells */
export function historyOf(app, cells) {
  const groups = app.log.groups(cells).sort((a, b) => app.atlas.km2(b) - app.atlas.km2(a));
  return groups.map((group) => part(app, group, groups.length > 1));
}

/** @param {App} app @param {number[]} cells @param {boolean} several */
function part(app, cells, several) {
  const rows = app.log.rows[cells[0]];
  const isPoint = pointAt(app, cells[0]) !== undefined;
  const size = isPoint ? "" : `${number(Math.round(app.atlas.km2(cells)))} km\u00b2`;
  const now = rows.find((row) => row.start <= app.day && app.day < row.end);
  return el("section", { class: "part" },
    several ? el("h4", {}, namesOf(app, cells).slice(0, 3).join(", "), " ", el("small", {}, size)) : !isPoint && el("p", { class: "meta" }, size, layersOf(app, cells)),
    now ? el("div", { class: "current" }, el("p", { class: "label" }, t("history.now")), ...interval(app, now, true))
      : el("p", { class: "none" }, t("history.none")),
    rows.length > 1 && el("details", { class: "whole", open: !several },
      el("summary", {}, t("history.whole", { n: rows.length })),
      el("ol", { class: "history" }, ...rows.map((row) =>
        el("li", { class: row === now ? "now" : null, "aria-current": row === now ? "true" : null }, ...interval(app, row, false))))),
  );
}

/** Areas that reach beyond the district and hold all these cells. @param {App} app @param {number[]} cells */
function layersOf(app, cells) {
  const district = app.atlas.district(cells[0]);
  const layers = app.atlas.areasOf[cells[0]].filter(
    (area) => area.cells.some((cell) => !district.cells.includes(cell)) && cells.every((cell) => area.cells.includes(cell)),
  );
  return layers.length ? ` \u00b7 ${t("history.within", { areas: layers.map((area) => area.name).join(", ") })}` : "";
}

/** @param {App} app @param {import("./control.js").Row} row @param {boolean} open  whether its quotes are shown at once */
function interval(app, row, open) {
  const state = app.data.states[row.state];
  const count = state.claims.length;
  return [
    el("div", { class: "state" },
      swatch(app, lookOf(state)),
      el("div", {},
        el("p", { class: "when" }, ...dates(app, row, state)),
        el("p", { class: "who" }, sayState(state, (id) => app.atlas.party(id))),
        el("p", { class: "grounds" }, sayGrounds(state, state.claims.map((claim) => app.data.claims[claim]))),
      )),
    state.rule && ruleLine(app, state.rule),
    count > 0 && el("details", { class: "claims", open },
      el("summary", {}, t("history.behind", { n: count })),
      ...state.claims.map((claim) => quoteOf(app.atlas, claim))),
  ].filter((node) => node instanceof Node);
}

/** From when until when, each a way to go there. @param {App} app @param {import("./control.js").Row} row @param {import("./data.js").State} state */
function dates(app, row, state) {
  if (state.status === "date_uncertain" && Number.isFinite(row.start) && Number.isFinite(row.end)) {
    return parts("history.between", { start: way(app, row.start, shortDay(row.start)), end: way(app, row.end - 1, shortDay(row.end - 1)) });
  }
  const bound = (/** @type {number} */ day, /** @type {string | null} */ edtf) => way(app, day, edtf && isBoundIn(day, edtf) ? sayBound(day, edtf) : shortDay(day)); // else only its grounds change
  const start = row.start === -Infinity ? t("history.before") : bound(row.start, state.start);
  const period = row.end <= app.time.end
    ? parts("history.from-until", { start, end: bound(row.end, state.end) })
    : parts("history.from", { start });
  return [...period, state.last ? ` \u00b7 ${t("history.last", { date: sayEdtf(state.last) })}` : ""];
}

/** @param {App} app @param {number} day @param {string} words */
const way = (app, day, words) =>
  el("button", { type: "button", class: "go", title: t("time.go-to-day", { date: longDay(day) }), onclick: () => app.goTo(day) }, words);
