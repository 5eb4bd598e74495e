// What became of a plan: the change that followed it, or that no report tells of one. Only what control was decided by is
// told: a period whose grounds include the plan.

import { longDay, sayBound } from "./days.js";
import { el } from "./dom.js";
import { parts, t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./events.js").Event} Event */
/** @typedef {{day: number, edtf: string | null} | "unknown"} Outcome  the first day of the change, as exactly as it is known */

/** @param {App} app @param {Event} event @returns {Outcome | null} null for what is no plan, or of which nothing is decided */
export function outcomeOf(app, event) {
  if (event.stance !== "planned") return null;
  const plans = new Set(event.claims);
  const periods = event.cells.flatMap((cell) => app.log.rows[cell]).map((row) => ({ row, state: app.data.states[row.state] }));
  const about = periods.filter(({ state }) => state?.claims.some((claim) => plans.has(claim)));
  const came = about.filter(({ state }) => isDone(state, event)).sort((a, b) => a.row.start - b.row.start)[0];
  if (came && Number.isFinite(came.row.start)) return { day: came.row.start, edtf: came.state.start };
  return about.some(({ state }) => state.status === "in_doubt") ? "unknown" : null;
}

/** Whether a state is what was planned, or the change to it. @param {import("./data.js").State} state @param {Event} event */
function isDone({ status, controller, becomes }, { gained, lost }) {
  if (status !== "held" && status !== "date_uncertain") return false;
  const holder = status === "held" ? controller : becomes;
  return holder !== null && (gained === null ? holder !== lost : holder === gained);
}

/** What became of a plan, in words. @param {Outcome} outcome */
export const sayOutcome = (outcome) => (outcome === "unknown" ? t("outcome.unknown") : t("outcome.came", { date: sayBound(outcome.day, outcome.edtf) }));

/** The same with a way to that day. @param {App} app @param {Outcome} outcome */
export function outcomeLine(app, outcome) {
  if (outcome === "unknown") return el("p", { class: "outcome" }, sayOutcome(outcome));
  const way = el("button", { type: "button", class: "go", title: t("time.go-to-day", { date: longDay(outcome.day) }), onclick: () => app.goTo(outcome.day) }, sayBound(outcome.day, outcome.edtf));
  return el("p", { class: "outcome" }, ...parts("outcome.came", { date: way }));
}
