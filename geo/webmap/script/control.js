// Control over time as a log of changes that runs both ways: a step touches only the cells that change.

/** @typedef {{start: number, end: number, state: number}} Row  half-open; -Infinity and Infinity are open ends */
/** @typedef {{cell: number[], start: (number|null)[], end: (number|null)[], state: number[]}} Columns  by cell, then time */

export class ControlLog {
  /**
   * @param {number} cellCount
   * @param {Columns} columns
   */
  constructor(cellCount, columns) {
    /** @type {Row[][]} */
    this.rows = Array.from({ length: cellCount }, () => []);
    columns.cell.forEach((cell, i) => {
      this.rows[cell].push({ start: columns.start[i] ?? -Infinity, end: columns.end[i] ?? Infinity, state: columns.state[i] });
    });
    this.current = new Int32Array(cellCount).fill(-1);
    const entries = this.rows.flatMap((rows, cell) => changesOf(rows, cell, this.current));
    entries.sort((a, b) => a.day - b.day || a.cell - b.cell);
    this.entries = entries;
    this.position = 0;
    /** Days on which something changes, ascending. */
    this.days = [...new Set(entries.map((entry) => entry.day))];
  }

  /** Go to a day. @param {number} day @returns {Set<number>} the cells whose state is another one now */
  moveTo(day) {
    /** @type {Map<number, number>} */
    const before = new Map();
    /** @param {number} cell @param {number} state */
    const set = (cell, state) => {
      if (!before.has(cell)) before.set(cell, this.current[cell]);
      this.current[cell] = state;
    };
    for (; this.position < this.entries.length && this.entries[this.position].day <= day; this.position += 1) {
      set(this.entries[this.position].cell, this.entries[this.position].after);
    }
    for (; this.position > 0 && this.entries[this.position - 1].day > day; this.position -= 1) {
      set(this.entries[this.position - 1].cell, this.entries[this.position - 1].before);
    }
    return new Set([...before].filter(([cell, state]) => this.current[cell] !== state).map(([cell]) => cell));
  }

  /** Cells with one and the same history, as lists. @param {Iterable<number>} cells @returns {number[][]} */
  groups(cells) {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const cell of cells) {
      const key = this.rows[cell].map((row) => `${row.start}:${row.end}:${row.state}`).join("|");
      const group = found.get(key);
      if (group) group.push(cell);
      else found.set(key, [cell]);
    }
    return [...found.values()];
  }
}

/**
 * @param {Row[]} rows  of one cell, by time
 * @param {number} cell
 * @param {Int32Array} initial  gets the state before the first change
 */
function changesOf(rows, cell, initial) {
  /** @type {{day: number, cell: number, before: number, after: number}[]} */
  const changes = [];
  let state = -1;
  rows.forEach((row, i) => {
    if (row.start === -Infinity) initial[cell] = row.state;
    else changes.push({ day: row.start, cell, before: state, after: row.state });
    state = row.state;
    const next = rows[i + 1];
    if (row.end !== Infinity && (!next || next.start > row.end)) {
      changes.push({ day: row.end, cell, before: state, after: -1 });
      state = -1;
    }
  });
  return changes;
}
