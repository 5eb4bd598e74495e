// What reports say is planned: it never changes control, and is drawn as an outline on the dates that it is about.

/** @typedef {import("./data.js").Data} Data */
/** @typedef {{party: string, cells: number[], start: number | null, end: number | null, claims: number[]}} Plan  half-open */

/** Kinds of claims that would change or keep control; planned deployments come as presences. */
const OF_CONTROL = new Set(["capture", "handover", "withdrawal", "loss", "hold"]);

/** Plans that have cells to be drawn on. @param {Data} data @param {import("./data.js").Presence[]} [presences] @param {(claim: import("./data.js").Claim) => boolean} [knows]  which claims are known @returns {Plan[]} */
export function plansOf(data, presences = data.presences, knows = () => true) {
  const forces = presences
    .filter((item) => item.stance === "planned" && item.cells.length > 0 && (item.end === null || item.start === null || item.start < item.end))
    .map(({ actor, cells, start, end, claims }) => ({ party: actor, cells, start, end, claims }));
  const changes = data.claims.flatMap((claim, i) => {
    if (claim.stance !== "planned") return [];
    const party = claim.gained ?? claim.actor ?? claim.lost;
    const cells = data.claimCells[i];
    if (!knows(claim) || !OF_CONTROL.has(claim.kind) || party === null || cells.length === 0) return [];
    return [{ party, cells, ...datesOf(data, claim), claims: [i] }];
  });
  return [...forces, ...changes];
}

/** The days of a plan; one without a date is about some day after it was told. @param {Data} data @param {import("./data.js").Claim} claim */
function datesOf(data, claim) {
  const [first, last] = claim.span;
  if (first === null && last === null) {
    const told = claim.article === null ? null : data.articles[claim.article].span[0];
    return { start: told, end: null };
  }
  return { start: first, end: last === null ? null : last + 1 };
}

/** @param {Plan} plan @param {number} day */
export const isPlannedOn = (plan, day) => (plan.start ?? -Infinity) <= day && day < (plan.end ?? Infinity);

/** Whether a plan without an end is over all the same: all its cells are firmly held since some day after it was made. @param {Plan} plan @param {(cell: number) => import("./data.js").State | undefined} stateOf */
export const isOvertaken = ({ cells, start, end }, stateOf) => end === null && start !== null && cells.every((cell) => {
  const state = stateOf(cell);
  return state?.status === "held" && state.startBy !== null && state.startBy >= start;
});
