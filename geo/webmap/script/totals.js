// km² by side over time: what a side holds for certain, and what it may hold at most. The same figures as `geo totals`
// (geo/figures/totals.py), to the last digit: cells are counted in whole thousandths of a km².

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./control.js").Row} Row */
/** @typedef {{controller: string, low: number, high: number}} Held  in km² */
/** @typedef {{status: string, km2: number}} Open */
/** @typedef {{start: number, end: number, km2: number, held: Held[], open: Open[]}} Totals  half-open days in which no figure changes */
/** @typedef {{sure: string | null, status: string, perhaps: string[]}} Share  how a cell counts: for certain, or by which status, and to whose highest figures */

const THOUSANDTHS = 1000;
/** What can be open, in the order in which it is told. */
export const OPEN = ["date_uncertain", "contested", "divided", "in_doubt", "unknown", "untold"];
/** Among those who may hold a cell: every side, since nothing is reported of it. */
const ANYBODY = "";

/** @type {Share} */
const UNKNOWN = { sure: null, status: "unknown", perhaps: [ANYBODY] };
/** What the chosen viewpoint does not tell. @type {Share} */
const UNTOLD = { ...UNKNOWN, status: "untold" };

/**
 * The figures of some cells from the first day until after `last`; none where nothing is known.
 * @param {Data} data @param {Row[][]} rows  of each cell, by time @param {number[]} cells @param {{start: number, last: number | null}} time @param {(state: number) => boolean} [tells]  whether a state counts, by its number
 * @returns {Totals[]}
 */
export function totals(data, rows, cells, { start, last }, tells = () => true) {
  if (last === null || last < start) return [];
  const end = last + 1;
  const changes = changesOf(data, rows, cells, start, end, tells);
  const days = [...changes.keys()].sort((a, b) => a - b);
  const book = new Book(data, cells, [...changes.values()].flat().map(([, share]) => share));
  /** @type {Totals[]} */
  const found = [];
  days.forEach((day, i) => {
    for (const [cell, share] of changes.get(day) ?? []) book.turn(cell, share);
    const before = days[i + 1] ?? end;
    const figures = book.read();
    const same = found.at(-1);
    if (same && same.held.every((side, k) => side.low === figures.held[k].low && side.high === figures.held[k].high) && isSame(same.open, figures.open)) same.end = before;
    else found.push({ start: day, end: before, ...figures });
  });
  return found;
}

/** The figures of a day, or undefined for one outside them. @param {Totals[]} periods @param {number} day */
export const totalsOn = (periods, day) => periods.find(({ start, end }) => start <= day && day < end);

/** @param {Open[]} a @param {Open[]} b */
const isSame = (a, b) => a.length === b.length && a.every(({ status, km2 }, i) => status === b[i].status && km2 === b[i].km2);

/** By day: the cells that count otherwise from then on. A gap counts as unknown. @param {Data} data @param {Row[][]} rows @param {number[]} cells @param {number} first @param {number} end @param {(state: number) => boolean} tells */
function changesOf(data, rows, cells, first, end, tells) {
  /** @type {Map<number, [number, Share][]>} */
  const changes = new Map([[first, []]]);
  const put = (/** @type {number} */ day, /** @type {number} */ cell, /** @type {Share} */ share) => {
    const known = changes.get(day);
    if (known) known.push([cell, share]);
    else changes.set(day, [[cell, share]]);
  };
  const shares = data.states.map((state, i) => (tells(i) ? shareOf(data, state) : UNTOLD));
  for (const cell of cells) {
    const spans = rows[cell].map((row) => ({ start: Math.max(row.start, first), stop: Math.min(row.end, end), share: shares[row.state] })).filter((span) => span.start < span.stop);
    spans.forEach(({ start, stop, share }, i) => {
      put(start, cell, share);
      if (stop < (spans[i + 1]?.start ?? end)) put(stop, cell, UNKNOWN);
    });
  }
  return changes;
}

/**
 * In a change of uncertain date the former holder or the taker may hold a cell; in a contest all who claim it; in doubt
 * the last holder and those whose gains are not placed; of what is unknown, every side.
 * @param {Data} data @param {import("./data.js").State} state @returns {Share}
 */
function shareOf(data, { status, controller, others, becomes, claims }) {
  if (status === "held" && controller) return { sure: controller, status, perhaps: [controller] };
  if (status === "held" || status === "unknown") return UNKNOWN;
  const named = new Set([...others, controller, status === "date_uncertain" ? becomes : null]);
  if (status === "in_doubt") {
    for (const claim of claims) named.add(data.parties.find(({ id }) => id === data.claims[claim].gained)?.side ?? null);
  }
  const perhaps = [...named].filter((side) => typeof side === "string" && side !== "");
  return { sure: null, status, perhaps: perhaps.length ? /** @type {string[]} */ (perhaps) : [ANYBODY] };
}

/** The figures of the day to which it was turned, in thousandths of a km². */
class Book {
  /** At first nothing is known of any cell. @param {Data} data @param {number[]} cells @param {Share[]} shares */
  constructor(data, cells, shares) {
    this.sizes = data.cells.map(({ km2 }) => Math.round(km2 * THOUSANDTHS));
    this.all = 0;
    /** @type {Map<number, Share>} */
    this.now = new Map();
    /** @type {Record<"low" | "high" | "open", Map<string, number>>} */
    this.sums = { low: new Map(), high: new Map(), open: new Map() };
    this.sides = inOrder(data, shares);
    for (const cell of cells) {
      this.all += this.sizes[cell];
      this.now.set(cell, UNKNOWN);
      this.count(cell, UNKNOWN, 1);
    }
  }

  /** From here on a cell counts so. @param {number} cell @param {Share} share */
  turn(cell, share) {
    this.count(cell, /** @type {Share} */ (this.now.get(cell)), -1);
    this.count(cell, share, 1);
    this.now.set(cell, share);
  }

  /** @param {number} cell @param {Share} share @param {1 | -1} sign */
  count(cell, { sure, status, perhaps }, sign) {
    const size = sign * this.sizes[cell];
    const add = (/** @type {Map<string, number>} */ sums, /** @type {string} */ key) => sums.set(key, (sums.get(key) ?? 0) + size);
    if (sure === null) add(this.sums.open, status);
    else add(this.sums.low, sure);
    for (const side of perhaps) add(this.sums.high, side);
  }

  read() {
    const { low, high, open } = this.sums;
    const anybody = high.get(ANYBODY) ?? 0;
    return {
      km2: this.all / THOUSANDTHS,
      held: this.sides.map((controller) => ({ controller, low: (low.get(controller) ?? 0) / THOUSANDTHS, high: ((high.get(controller) ?? 0) + anybody) / THOUSANDTHS })),
      open: OPEN.flatMap((status) => (open.get(status) ? [{ status, km2: (open.get(status) ?? 0) / THOUSANDTHS }] : [])),
    };
  }
}

/** The sides that may hold something: those of the region in its order, then others by id. @param {Data} data @param {Share[]} shares */
function inOrder(data, shares) {
  const order = new Map(data.parties.map(({ id }, i) => [id, i]));
  const rank = (/** @type {string} */ side) => order.get(side) ?? order.size;
  const sides = new Set(shares.flatMap(({ perhaps }) => perhaps));
  sides.delete(ANYBODY);
  return [...sides].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
