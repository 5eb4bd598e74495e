// A plan and what came of it: by when a change was to be, and the day on which it is reported to have come.

/** @typedef {{by: number, came: number}} Tie  the last day that was planned, and the first on which it was so */

/** Days between a plan and a change that can still be what was planned. */
const NEAR = 400;
const CHANGES = new Set(["capture", "handover", "withdrawal", "loss"]);

/** The ties of some cells with one history, each once, by time. @param {import("./data.js").Data} data @param {import("./plans.js").Plan[]} plans @param {import("./control.js").Row[]} rows  of these cells @param {number[]} cells @returns {Tie[]} */
export function tiesOf(data, plans, rows, cells) {
  const here = new Set(cells);
  /** @type {Map<string, Tie>} */
  const found = new Map();
  for (const plan of plans) {
    if (plan.end === null || !plan.cells.some((cell) => here.has(cell))) continue;
    for (const number of plan.claims) {
      const claim = data.claims[number];
      const [by, came] = [plan.end - 1, CHANGES.has(claim.kind) ? dayOf(data, claim, rows) : null];
      if (came !== null && Math.abs(came - by) < NEAR) found.set(`${by} ${came}`, { by, came });
    }
  }
  return [...found.values()].sort((a, b) => a.by - b.by || a.came - b.came);
}

/** The first day after a plan was told on which it was so. @param {import("./data.js").Data} data @param {import("./data.js").Claim} claim @param {import("./control.js").Row[]} rows */
function dayOf(data, claim, rows) {
  const told = (claim.article === null ? null : data.articles[claim.article].span[0]) ?? claim.span[0];
  if (told === null) return null;
  const sideOf = (/** @type {string | null} */ party) => data.parties.find(({ id }) => id === party)?.side ?? null;
  const [gainer, loser] = [sideOf(claim.gained), sideOf(claim.lost)];
  const isSo = (/** @type {string | null} */ holder) => (gainer ? holder === gainer : loser !== null && holder !== null && holder !== loser);
  const row = rows.find(({ start, state }, i) =>
    start >= told && data.states[state].status === "held" && isSo(data.states[state].controller) && !(i > 0 && isSo(data.states[rows[i - 1].state].controller)));
  return row && Number.isFinite(row.start) ? row.start : null;
}
