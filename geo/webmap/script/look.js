// How a state is drawn: a pattern and the parties whose colours it takes. Status and support are told by the pattern,
// the controller by the colour, so neither needs the other to be read.

/** @typedef {"solid"|"tint"|"hatch"|"stripes"|"checks"|"bands"|"query"|"untold"|"none"} Pattern */
/** @typedef {{pattern: Pattern, parties: string[], age?: number}} Look  `age`: steps paler, for the age of the last report */
/** @typedef {{controller: string|null, others: string[], becomes?: string|null, status: string, basis: string|null, support: string|null}} StateLike */

/** @type {Record<string, Pattern>} */
const OF_STATUS = { date_uncertain: "stripes", contested: "checks", divided: "bands", in_doubt: "query" };

/** @type {Look} */
export const NONE = { pattern: "none", parties: [] };

/** @param {StateLike | undefined} state @param {number} [age]  in steps @returns {Look} */
export const lookOf = (state, age = 0) => (age ? { ...freshLook(state), age } : freshLook(state));

/** @param {StateLike | undefined} state @returns {Look} */
function freshLook(state) {
  if (!state || state.status === "unknown") return NONE;
  const parties = [...new Set([state.controller, ...state.others, state.becomes].filter((party) => typeof party === "string"))];
  if (parties.length === 0) return NONE;
  if (state.status !== "held") {
    const pattern = OF_STATUS[state.status] ?? "solid";
    return { pattern, parties: pattern === "query" ? parties.slice(0, 1) : parties.slice(0, 2) };
  }
  const held = parties.slice(0, 1);
  if (state.basis === "baseline") return { pattern: "tint", parties: held };
  return { pattern: state.support === "one_side" ? "hatch" : "solid", parties: held };
}

/** @param {Look} look */
export const lookKey = (look) => `${look.pattern} ${look.age ?? 0} ${look.parties.join(" ")}`;
