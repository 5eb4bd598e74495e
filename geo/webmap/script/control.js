// Control over time as a log of changes that runs both ways: a step touches only the cells that change.

import { ints, NONE } from "./columns.js";
import { lazyList } from "./lazy.js";

/** @typedef {{start: number, end: number, state: number}} Row  half-open; -Infinity and Infinity are open ends */
/** @typedef {{cell: ArrayLike<number>, start: ArrayLike<number | null>, end: ArrayLike<number | null>, state: ArrayLike<number>}} Columns  by cell, then time */

export class ControlLog {
  /** @param {number} cellCount @param {Columns} columns */
  constructor(cellCount, columns) {
    this.start = ints(columns.start);
    this.end = ints(columns.end);
    this.state = ints(columns.state);
    /** Of each cell the place of its first row, and one more. */
    this.firstRow = startsOf(cellCount, columns.cell);
    /** Rows of each cell, by time. */
    this.rows = lazyList(cellCount, (cell) => this.rowsOf(cell));
    this.current = new Int32Array(cellCount).fill(-1);
    this.changes = this.changesOf(cellCount);
    /** Days on which something changes, ascending. */
    this.days = [...new Set(this.changes.day)];
    this.position = 0;
    this.before = new Int32Array(cellCount);
    this.isTouched = new Uint8Array(cellCount);
  }

  /** @param {number} cell @returns {Row[]} */
  rowsOf(cell) {
    /** @type {Row[]} */
    const found = [];
    for (let i = this.firstRow[cell]; i < this.firstRow[cell + 1]; i += 1) {
      found.push({ start: this.start[i] === NONE ? -Infinity : this.start[i], end: this.end[i] === NONE ? Infinity : this.end[i], state: this.state[i] });
    }
    return found;
  }

  /** Go to a day. @param {number} day @returns {Set<number>} the cells whose state is another one now */
  moveTo(day) {
    const { changes, current, before, isTouched } = this;
    /** @type {number[]} */
    const touched = [];
    /** @param {number} cell @param {number} state */
    const set = (cell, state) => {
      if (isTouched[cell] === 0) {
        isTouched[cell] = 1;
        before[cell] = current[cell];
        touched.push(cell);
      }
      current[cell] = state;
    };
    for (; this.position < changes.day.length && changes.day[this.position] <= day; this.position += 1) {
      set(changes.cell[this.position], changes.after[this.position]);
    }
    for (; this.position > 0 && changes.day[this.position - 1] > day; this.position -= 1) {
      set(changes.cell[this.position - 1], changes.before[this.position - 1]);
    }
    for (const cell of touched) isTouched[cell] = 0;
    return new Set(touched.filter((cell) => before[cell] !== current[cell]));
  }

  /** Cells with a change on a day. @param {number} day */
  changedOn(day) {
    const { day: days, cell } = this.changes;
    return [...cell.subarray(lowest(days, day), lowest(days, day + 1))];
  }

  /** What changes on a day. @param {number} day */
  on(day) {
    const { day: days, cell, before, after } = this.changes;
    const first = lowest(days, day);
    return Array.from({ length: lowest(days, day + 1) - first }, (_, i) => ({ cell: cell[first + i], before: before[first + i], after: after[first + i] }));
  }

  /** Cells with one and the same history, as lists. @param {Iterable<number>} cells @returns {number[][]} */
  groups(cells) {
    /** @type {Map<number, number[][]>} */
    const found = new Map();
    for (const cell of cells) {
      const key = this.hashOf(cell);
      const alike = found.get(key);
      const group = alike?.find(([other]) => this.isAlike(cell, other));
      if (group) group.push(cell);
      else if (alike) alike.push([cell]);
      else found.set(key, [[cell]]);
    }
    return [...found.values()].flat();
  }

  /** @param {number} cell */
  hashOf(cell) {
    let hash = 0;
    for (let i = this.firstRow[cell]; i < this.firstRow[cell + 1]; i += 1) {
      for (const value of [this.start[i], this.end[i], this.state[i]]) hash = (Math.imul(hash, 31) + value) | 0;
    }
    return hash;
  }

  /** @param {number} one @param {number} other */
  isAlike(one, other) {
    const [first, second] = [this.firstRow[one], this.firstRow[other]];
    const count = this.firstRow[one + 1] - first;
    if (count !== this.firstRow[other + 1] - second) return false;
    for (let i = 0; i < count; i += 1) {
      for (const column of [this.start, this.end, this.state]) if (column[first + i] !== column[second + i]) return false;
    }
    return true;
  }

  /** All changes by day, then by cell; the states before the first ones become the current ones. @param {number} cellCount */
  changesOf(cellCount) {
    const { start, end, state, firstRow, current } = this;
    /** @type {number[][]} */
    const [days, cells, befores, afters] = [[], [], [], []];
    const put = (/** @type {number} */ day, /** @type {number} */ cell, /** @type {number} */ before, /** @type {number} */ after) => {
      days.push(day);
      cells.push(cell);
      befores.push(before);
      afters.push(after);
    };
    for (let cell = 0; cell < cellCount; cell += 1) {
      let shown = -1;
      for (let i = firstRow[cell]; i < firstRow[cell + 1]; i += 1) {
        if (start[i] === NONE) current[cell] = state[i];
        else put(start[i], cell, shown, state[i]);
        shown = state[i];
        const isFollowed = i + 1 < firstRow[cell + 1] && start[i + 1] <= end[i];
        if (end[i] === NONE || isFollowed) continue;
        put(end[i], cell, shown, -1);
        shown = -1;
      }
    }
    const order = orderOf(days);
    const [day, cell, before, after] = [days, cells, befores, afters].map((column) => Int32Array.from(order, (i) => column[i]));
    return { day, cell, before, after };
  }
}

/** Of each group the place of its first row, and one more; rows are by group. @param {number} count @param {ArrayLike<number>} groups */
function startsOf(count, groups) {
  const starts = new Int32Array(count + 1);
  for (const group of ints(groups)) starts[group + 1] += 1;
  for (let group = 0; group < count; group += 1) starts[group + 1] += starts[group];
  return starts;
}

/** The order that sorts some days, the same days as they stand. @param {number[]} days @returns {Float64Array} */
export function orderOf(days) {
  const count = days.length;
  let least = Infinity;
  for (const day of days) least = Math.min(least, day);
  const keys = Float64Array.from(days, (day, i) => (day - least) * count + i).sort();
  return keys.map((key) => key % count);
}

/** The place of the first of some sorted values that is not below a bound. @param {ArrayLike<number>} values @param {number} bound */
export function lowest(values, bound) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
