// Says a state of control in words, for those who do not see its colour.

import { t, wordOf } from "./words.js";

/** @typedef {import("./data.js").State} State */

/** @param {State | undefined} state @param {(id: string) => string} party */
export function sayState(state, party) {
  if (!state || state.status === "unknown") return t("state.none");
  const holder = state.controller === null ? null : party(state.controller);
  const all = [holder, ...state.others.map(party)].filter((name) => name !== null);
  const parties = all.length === 0 ? "" : all.reduce((one, other) => t("state.and", { one, other }));
  switch (state.status) {
    case "held": return holder ?? t("state.none");
    case "date_uncertain": return state.becomes ? t("state.changing", { holder: parties, taker: party(state.becomes) }) : t("state.lost", { holder: parties });
    case "contested": return t("state.contested", { parties });
    case "divided": return t("state.divided", { parties });
    case "in_doubt": return holder ? t("state.in-doubt-last", { holder }) : t("state.in-doubt");
    default: return `${state.status}: ${parties}`;
  }
}

/** Basis and support in a line. @param {State} state @param {import("./data.js").Claim[]} claims  those behind it */
export function sayGrounds(state, claims) {
  if (claims.length > 0 && claims.every((claim) => claim.review?.own)) return t("basis.own");
  const basis = state.basis && wordOf("basis", state.basis);
  const support = state.basis === "baseline" ? null : supportOf(state, claims);
  return [basis, support].filter(Boolean).join("; ");
}

/** Who says so: of several reports how many there are, and how many of them are unrelated. @param {State} state @param {import("./data.js").Claim[]} claims */
function supportOf({ support, sources }, claims) {
  const n = new Set(claims.flatMap((claim) => (claim.review?.own ? [] : [claim.article]))).size;
  const said = support && wordOf("support", support);
  if (n < 2) return said;
  const counted = t("support.counted", { reports: t("panel.reports", { n }), sources: t("support.sources", { n: sources }) });
  const told = support === "independent" || (support === "single" && sources === 1);
  return told || !said ? counted : `${said}: ${counted}`;
}
