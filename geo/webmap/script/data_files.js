// What the page holds, as files for others: GeoJSON by RFC 7946, and CSV by RFC 4180 with nothing in it that a
// spreadsheet would run. Both as geo/export has them.

import { controlRows } from "./control_rows.js";
import { iso } from "./days.js";
import { gridArcs, unionOf } from "./rings.js";
import { townRows } from "./town_rows.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./control_rows.js").ControlRow} ControlRow */

const BYTE_ORDER_MARK = "\ufeff";
const BETWEEN = " | ";

/** Characters that make a spreadsheet run a cell as a formula. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Control over time, or on one day, with its polygons. @param {App} app @param {number | null} [day] */
export function geojson(app, day = null) {
  const { arcs, cells, steps } = app.data.geometry;
  const grid = gridArcs(arcs);
  const rows = controlRows(app).filter((row) => day === null || isOn(row, day));
  return collection(rows.map(({ id, cells: held, properties }) =>
    ({ type: "Feature", id, geometry: unionOf(held.map((cell) => cells[cell]), grid, steps), properties })));
}

/** Towns with a state of their own over time, as points. @param {App} app */
export const townsGeojson = (app) => collection(townRows(app).map(({ id, at, properties }) =>
  ({ type: "Feature", id, geometry: at && { type: "Point", coordinates: at }, properties })));

/** @param {{type: string, id: string, geometry: {type: string, coordinates: any[]} | null, properties: Record<string, unknown>}[]} features */
function collection(features) {
  const box = boxOf(features.flatMap(({ geometry }) => (geometry ? /** @type {number[]} */ (geometry.coordinates.flat(9)) : [])));
  const lines = features.map((feature) => JSON.stringify(feature, readable).replace(ENDS, escaped));
  const head = box ? `"bbox": ${JSON.stringify(box)},\n` : "";
  return `{"type": "FeatureCollection",\n${head}"features": [\n${lines.join(",\n")}\n]}\n`;
}

/** Control over time as a table, without polygons. @param {App} app */
export const csv = (app) => table(controlRows(app).map(({ id, properties }) => ({ id, ...properties })));

/** The same of towns. @param {App} app */
export const townsCsv = (app) => table(townRows(app).map(({ id, at, properties }) => ({ id, ...properties, lon: at?.[0], lat: at?.[1] })));

/** km² by side over time, the rows that `geo totals` gives. @param {import("./totals.js").Totals[]} periods */
export const totalsCsv = (periods) => table(periods.flatMap(({ start, end, held, open }) => {
  const days = { start: iso(start), end: iso(end) };
  return [
    ...held.map(({ controller, low, high }) => ({ ...days, controller, status: "held", low_km2: low, high_km2: high })),
    ...open.map(({ status, km2 }) => ({ ...days, controller: null, status, low_km2: km2, high_km2: km2 })),
  ];
}));

/** @param {Record<string, unknown>[]} rows */
function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map((value) => quoted(cellOf(value))).join(",")}\r\n`).join("");
}

/** @param {ControlRow} row @param {number} day */
const isOn = ({ start, end }, day) => (start ?? -Infinity) <= day && day < (end ?? Infinity);

/** West, south, east, north of positions, flat. @param {number[]} flat */
function boxOf(flat) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  flat.forEach((value, i) => {
    box[i % 2] = Math.min(box[i % 2], value);
    box[2 + (i % 2)] = Math.max(box[2 + (i % 2)], value);
  });
  return flat.length ? box : null;
}

/** Where some readers end a line. */
const ENDS = /[\u0085\u2028\u2029]/g;

/** @param {string} char */
const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text without NUL, at which some readers end it, and without halves of letters. @param {string} _ @param {unknown} value */
const readable = (_, value) => (typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\ufffd") : value);

/** @param {unknown} value @returns {string} */
function cellOf(value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return cellOf(value.join(BETWEEN));
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
}

/** @param {string} text */
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
