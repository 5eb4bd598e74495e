// Unpacks the data of a large page: columns of numbers and texts (geo/webmap/packing.py says how they are written). What
// is too long to be built whole stays columns, and its items are made while they are looked at.

import { NONE } from "./columns.js";
import { iso } from "./days.js";
import { lazyList } from "./lazy.js";

/** @typedef {{length: number, at: (i: number) => any, whole?: (i: number) => any, code?: (i: number) => number, flat?: () => {starts: Int32Array, items: Int32Array}, columns?: Record<string, Column>, ints?: () => Int32Array}} Column  `whole`: a value that is built whole, where `at` makes one that still reads columns; `code`: the same for the same value; `columns`: of rows */
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
  w: wordedOf,
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
    const [there, columns] = [presenceOf(told.c, bytes), tableOf(told.f, bytes)];
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

/** Whether each row is there; mostly all are. @param {Told} told @param {Uint8Array} bytes */
function presenceOf(told, bytes) {
  const column = columnOf(told, bytes);
  for (let i = 0; i < column.length; i += 1) if (!column.at(i)) return column;
  return { at: () => 1 };
}

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
  if (n > 0 && values.every((value) => value === values[0])) return constantOf(n, values[0] === none ? null : values[0], turn);
  return /** @type {Column} */ ({
    length: n,
    at: (i) => (values[i] === none ? null : turn(values[i])),
    ints: () => {
      if (values instanceof Int32Array) return values;
      const found = Int32Array.from(values);
      for (let i = 0; i < n; i += 1) if (values[i] === none) found[i] = NONE;
      return found;
    },
    /** With the value before in the place of null. */
    filled: () => {
      const found = Int32Array.from(values);
      for (let i = 0; i < n; i += 1) if (values[i] === none) found[i] = i > 0 ? found[i - 1] : 0;
      return found;
    },
  });
}

/** A column that says the same in each row, as some of a large table do. @param {number} length @param {number | null} value @param {(value: number) => unknown} turn @returns {Column} */
function constantOf(length, value, turn) {
  const filled = () => new Int32Array(length).fill(value ?? 0);
  return /** @type {Column} */ ({ length, at: () => (value === null ? null : turn(value)), ints: () => (value === null ? new Int32Array(length).fill(NONE) : filled()), filled });
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
  const pieces = piecesOf(columnOf(l, bytes), bytes, at);
  const decoder = new TextDecoder();
  return { length: n, at: (i) => { const piece = pieces(i); return piece && decoder.decode(piece); } };
}

/** Texts in words, of which many return: so they take a fifth of the room. @param {Told} told @param {Uint8Array} bytes @returns {Column} */
function wordedOf({ n, at, l, v }, bytes) {
  const pieces = piecesOf(columnOf(l, bytes), bytes, at);
  const word = keptOf(columnOf(v, bytes));
  const text = (/** @type {Uint8Array} */ codes) => {
    let [said, number, shift] = ["", 0, 0];
    for (const code of codes) {
      number |= (code & 127) << shift;
      shift += 7;
      if (code > 127) continue;
      said += word(number);
      [number, shift] = [0, 0];
    }
    return said;
  };
  return { length: n, at: (i) => { const piece = pieces(i); return piece && text(piece); } };
}

/** The bytes of each text, or null. @param {Column} lengths @param {Uint8Array} bytes @param {number} at @returns {(i: number) => Uint8Array | null} */
function piecesOf(lengths, bytes, at) {
  const start = startsOf(lengths);
  const kept = bytes.slice(at, at + start(lengths.length));
  return (i) => (lengths.at(i) === null ? null : kept.subarray(start(i), start(i + 1)));
}

/** @param {Told} told @param {Uint8Array} bytes @returns {Column} */
function listsOf({ n, c, e }, bytes) {
  const counts = columnOf(c, bytes);
  const items = columnOf(e, bytes);
  const start = startsOf(counts);
  const list = (/** @type {number} */ i, /** @type {(k: number) => any} */ make) => {
      if (counts.at(i) === null) return null;
      const [from, to] = [start(i), start(i + 1)];
      const items = new Array(to - from); // as long as it is: what grows keeps room for more
      for (let k = from; k < to; k += 1) items[k - from] = make(k);
      return items;
    };
  const makeWhole = items.whole ?? items.at;
  return {
    length: n,
    at: (i) => list(i, items.at),
    whole: (i) => list(i, makeWhole),
    flat: items.ints && (() => ({ starts: Int32Array.from({ length: n + 1 }, (_, i) => start(i)), items: /** @type {() => Int32Array} */ (items.ints)() })),
  };
}

/** Where each begins, and the last ends. @param {Column} lengths @returns {(i: number) => number} */
function startsOf(lengths) {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i += 1) starts[i + 1] = starts[i] + (lengths.at(i) ?? 0);
  const [first] = starts.subarray(1);
  return starts.every((start, i) => start === i * first) ? (i) => i * first : (i) => starts[i];
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
