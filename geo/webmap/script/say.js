// Says a state of control in words, for those who do not see its colour.

import { STRINGS } from "./strings.js";

/** @typedef {import("./data.js").State} State */

/** @param {State | undefined} state @param {(id: string) => string} party */
export function sayState(state, party) {
  if (!state || state.status === "unknown") return "No report";
  const others = state.others.map(party);
  const holder = state.controller === null ? null : party(state.controller);
  const all = [holder, ...others].filter((name) => name !== null).join(" and ");
  switch (state.status) {
    case "held": return holder ?? "No report";
    case "date_uncertain": return `${state.becomes ? `${all} \u2192 ${party(state.becomes)}` : `${all} lost it`}; the day is not reported`;
    case "contested": return `Contested: ${all}`;
    case "divided": return `Divided: ${all}`;
    case "in_doubt": return holder ? `In doubt; last reported ${holder}` : "In doubt";
    default: return `${state.status}: ${all}`;
  }
}

/** Basis and support in a line. @param {State} state @param {import("./data.js").Claim[]} claims  those behind it */
export function sayGrounds(state, claims) {
  if (claims.length > 0 && claims.every((claim) => claim.review?.own)) return STRINGS.basis.own;
  const basis = STRINGS.basis[/** @type {keyof typeof STRINGS.basis} */ (state.basis)];
  const support = STRINGS.support[/** @type {keyof typeof STRINGS.support} */ (state.support)];
  return [basis, state.basis === "baseline" ? null : support].filter(Boolean).join("; ");
}
