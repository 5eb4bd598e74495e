// What is otherwise on one day than on an earlier one: the same rows as `geo diff` (geo/answers/differences.py).

/** @typedef {import("./data.js").State} State */
/** @typedef {{area: string, cells: number[], km2: number, before: State | undefined, after: State | undefined}} Change  cells of one district; no state where nothing is said */

/**
 * Cells whose holder or status on the later day is not that of the earlier one, by district, the largest first.
 * @param {import("./data.js").Atlas} atlas @param {import("./control.js").Row[][]} rows  of each cell @param {number} first @param {number} last  days, in order
 * @returns {Change[]}
 */
export function difference(atlas, rows, first, last) {
  const { areas, cells, states } = atlas.data;
  /** @type {Map<string, {area: string, was: number, now: number, cells: number[]}>} */
  const groups = new Map();
  cells.forEach(({ id, district }, cell) => {
    const [was, now] = [first, last].map((day) => stateOn(rows[cell], day));
    if (saysOf(states[was]) === saysOf(states[now])) return;
    const area = district === null ? id : areas[district].id;
    const key = JSON.stringify([area, was, now]);
    const known = groups.get(key);
    if (known) known.cells.push(cell);
    else groups.set(key, { area, was, now, cells: [cell] });
  });
  const changes = [...groups.values()].map(({ cells: found, area, was, now }) => ({ area, cells: found, km2: km2Of(atlas, found), before: states[was], after: states[now] }));
  const begin = (/** @type {Change} */ change) => cells[change.cells[0]].id;
  return changes.sort((a, b) => b.km2 - a.km2 || (begin(a) < begin(b) ? -1 : 1));
}

/** km² of cells, to a thousandth. @param {import("./data.js").Atlas} atlas @param {Iterable<number>} cells */
export const km2Of = (atlas, cells) => Math.round(atlas.km2(cells) * 1000) / 1000;

/** @param {import("./control.js").Row[]} rows @param {number} day */
const stateOn = (rows, day) => rows.find(({ start, end }) => start <= day && day < end)?.state ?? -1;

/** Who holds it, and how surely: what must differ for a change. @param {State | undefined} state */
const saysOf = (state) => JSON.stringify(state ? [state.controller, state.others, state.status] : [null, [], "unknown"]);
