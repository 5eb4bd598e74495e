// Unpacks the data of a large page: columns of numbers and texts (geo/webmap/packing.py says how they are written). What
// is too long to be built whole stays columns, and its items are made while they are looked at.

import { NONE } from "./columns.js";
import { iso } from "./days.js";
import { lazyList } from "./lazy.js";

/** @typedef {{length: number, at: (i: number) => any, whole?: (i: number) => any, code?: (i: number) => number, columns?: Record<string, Column>, ints?: () => Int32Array}} Column  `whole`: a value that is built whole, where `at` makes one that still reads columns; `code`: the same for the same value; `columns`: of rows */
/** @typedef {any} Told  a column as the head tells it */

/** @param {ArrayBuffer} buffer  what is left of the packed data once it is no longer compressed @returns {any} */
export function unpack(buffer) {
  const size = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, size)));
  return unpacked(head, new Uint8Array(buffer, 4 + size));
}

/** @param {any} value @param {Uint8Array} bytes @returns {any} */
function unpacked(value, bytes) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const isTable = Object.values(value).every((item) => item?.$);
  if (isTable && !value.$) return mapped(tableOf(mapped(value, (item) => item.$), bytes), (column) => listOf(column, true));
  return value.$ ? listOf(columnOf(value.$, bytes), value.$.z === 1) : mapped(value, (item) => unpacked(item, bytes));
}

/** @template T, U @param {Record<string, T>} items @param {(item: T) => U} turn @returns {Record<string, U>} */
const mapped = (items, turn) => Object.fromEntries(Object.entries(items).map(([name, item]) => [name, turn(item)]));

/** @param {Column} column @param {boolean} isLazy */
const listOf = (column, isLazy) => (isLazy ? lazyList(column.length, column.at, { column }) : Array.from({ length: column.length }, (_, i) => whole(column, i)));

/** A value that holds no more columns. @param {Column} column @param {number} i */
const whole = (column, i) => (column.whole ?? column.at)(i);

/** Columns of one table, of which one may be told by another before it. @param {Record<string, Told>} told @param {Uint8Array} bytes */
function tableOf(told, bytes) {
  /** @type {Record<string, Column>} */
  const found = {};
  for (const [name, column] of Object.entries(told)) found[name] = columnOf(column, bytes, found);
  return found;
}

/** @param {Told} told @param {Uint8Array} bytes @param {Record<string, Column>} [others] @returns {Column} */
function columnOf(told, bytes, others = {}) {
  const column = KINDS[told.k](told, bytes, others);
  if (!told.p) return column;
  const there = columnOf(told.p, bytes);
  const { at } = column;
  return { ...column, at: (i) => (there.at(i) ? at(i) : undefined), whole: (i) => (there.at(i) ? whole(column, i) : undefined) };
}

/** @type {Record<string, (told: Told, bytes: Uint8Array, others: Record<string, Column>) => Column>} */
const KINDS = {
  i: (told, bytes, others) => numbersOf(told, bytes, others, (value) => value),
  b: (told, bytes, others) => numbersOf(told, bytes, others, (value) => value === 1),
  f: (told, bytes, others) => numbersOf(told, bytes, others, (value) => value / told.by),
  e: (told, bytes, others) => numbersOf(told, bytes, others, iso),
  t: textsOf,
  u: (told, bytes) => {
    const [values, codes] = [columnOf(told.v, bytes), columnOf(told.c, bytes)];
    const isShared = told.v.k !== "d" && told.v.n <= FEW;
    const at = isShared || told.v.k === "j" ? keptOf(values) : values.at;
    return { length: told.n, code: codes.at, at: (i) => at(codes.at(i)), whole: (i) => (isShared ? at(codes.at(i)) : whole(values, codes.at(i))) };
  },
  h: ({ n, at, w }, bytes) => {
    const kept = bytes.slice(at, at + n * w);
    return { length: n, at: (i) => Array.from(kept.subarray(i * w, (i + 1) * w), (byte) => byte.toString(16).padStart(2, "0")).join("") };
  },
  l: listsOf,
  d: (told, bytes) => {
    const [there, columns] = [columnOf(told.c, bytes), tableOf(told.f, bytes)];
    const Row = rowOf(columns);
    const makers = Object.entries(columns).map(([name, column]) => /** @type {const} */ ([name, column.whole ?? column.at]));
    const built = (/** @type {number} */ i) => {
      /** @type {Record<string, unknown>} */
      const row = {};
      for (const [name, make] of makers) {
        const value = make(i);
        if (value !== undefined) row[name] = value;
      }
      return row;
    };
    return { length: told.n, columns, at: (i) => (there.at(i) ? new Row(i) : null), whole: (i) => (there.at(i) ? built(i) : null) };
  },
  j: (told) => ({ length: told.v.length, at: (i) => told.v[i] }),
};

/** So many distinct values are kept once made. */
const FEW = 20000;

const SIZES = /** @type {const} */ ({ 1: Int8Array, 2: Int16Array, 4: Int32Array });

/** @param {Told} told @param {Uint8Array} bytes @param {Record<string, Column>} others @param {(value: number) => unknown} turn @returns {Column} */
function numbersOf({ n, at, w, t, m, o }, bytes, others, turn) {
  const values = new SIZES[/** @type {1 | 2 | 4} */ (t)](n);
  const none = t === 4 ? NONE : -(2 ** (8 * t - 1));
  const other = o === undefined ? null : /** @type {any} */ (others[o]).filled();
  const codes = codesOf(bytes, at, n, w);
  let last = 0;
  for (let i = 0; i < n; i += 1) {
    const code = codes[i];
    if (code === 0) {
      values[i] = none;
      continue;
    }
    const from = m === "d" ? last : m === "r" ? other[i] : m === "x" ? other[i + 1] ?? 0 : 0;
    last = (code % 2 === 1 ? (code - 1) / 2 : -code / 2) + from;
    values[i] = last;
  }
  return /** @type {Column} */ ({
    length: n,
    at: (i) => (values[i] === none ? null : turn(values[i])),
    ints: () => Int32Array.from(values, (value) => (value === none ? NONE : value)),
    /** With the value before in the place of null. */
    filled: () => {
      let before = 0;
      return Int32Array.from(values, (value) => (before = value === none ? before : value));
    },
  });
}

/** Codes that stand by plane. @param {Uint8Array} bytes @param {number} at @param {number} n @param {number} width */
function codesOf(bytes, at, n, width) {
  if (width === 1) return bytes.subarray(at, at + n);
  const codes = new Uint32Array(n);
  for (let plane = width - 1; plane >= 0; plane -= 1) {
    const from = at + plane * n;
    for (let i = 0; i < n; i += 1) codes[i] = codes[i] * 256 + bytes[from + i];
  }
  return codes;
}

/** @param {Told} told @param {Uint8Array} bytes @returns {Column} */
function textsOf({ n, at, l }, bytes) {
  const lengths = columnOf(l, bytes);
  const starts = startsOf(lengths);
  const texts = bytes.slice(at, at + starts[n]);
  const decoder = new TextDecoder();
  return { length: n, at: (i) => (lengths.at(i) === null ? null : decoder.decode(texts.subarray(starts[i], starts[i + 1]))) };
}

/** @param {Told} told @param {Uint8Array} bytes @returns {Column} */
function listsOf({ n, c, e }, bytes) {
  const counts = columnOf(c, bytes);
  const items = columnOf(e, bytes);
  const starts = startsOf(counts);
  const list = (/** @type {number} */ i, /** @type {(k: number) => any} */ make) => {
      if (counts.at(i) === null) return null;
      const items = [];
      for (let k = starts[i]; k < starts[i + 1]; k += 1) items.push(make(k));
      return items;
    };
  const makeWhole = items.whole ?? items.at;
  return { length: n, at: (i) => list(i, items.at), whole: (i) => list(i, makeWhole) };
}

/** Where each begins, and the last ends. @param {Column} lengths */
function startsOf(lengths) {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i += 1) starts[i + 1] = starts[i] + (lengths.at(i) ?? 0);
  return starts;
}

/** Keeps what was once made: values of which many rows have the same. @param {Column} column */
function keptOf(column) {
  /** @type {unknown[]} */
  const kept = [];
  return (/** @type {number} */ i) => (kept[i] === undefined ? (kept[i] = column.at(i)) : kept[i]);
}

const ROW = Symbol("row");

/** A class of rows over some columns: a property is read from its column when it is asked for, and kept where it is set. @param {Record<string, Column>} columns */
function rowOf(columns) {
  class Row {
    /** @param {number} row */
    constructor(row) {
      this[ROW] = row;
    }

    toJSON() {
      return mapped(columns, (column) => column.at(this[ROW]));
    }
  }
  for (const [name, { at }] of Object.entries(columns)) {
    Object.defineProperty(Row.prototype, name, {
      enumerable: true,
      get() { return at(this[ROW]); },
      set(value) { Object.defineProperty(this, name, { value, writable: true, enumerable: true }); },
    });
  }
  return Row;
}
