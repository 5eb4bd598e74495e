// Towns and villages with a state of their own as rows for files, as geo/export/towns.py has them. What an export has and
// the page has not, is left out.

import { stateProperties } from "./control_rows.js";
import { calledIn, idOf } from "./finder.js";
import { cellOfPoint } from "./points.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{id: string, at: [number, number] | null, start: number | null, end: number | null, properties: Record<string, unknown>}} TownRow */

/** By place, then by time. @param {App} app @returns {TownRow[]} */
export function townRows(app) {
  const { areas, states } = app.data;
  const towns = app.atlas.points.map((entry) => ({ entry, id: idOf(entry) })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return towns.flatMap(({ entry, id }) => app.log.rows[Number(cellOfPoint(app, entry))].map((row, i) => {
    const [start, end] = [row.start, row.end].map((day) => (Number.isFinite(day) ? day : null));
    const around = entry.area === undefined ? null : areas[entry.area];
    const place = { place: id, name: calledIn(app, entry), kind: entry.kind, district: around?.id ?? null, district_name: around?.name ?? null };
    return { id: `${id}.${i + 1}`, at: entry.at ?? null, start, end, properties: { ...place, ...stateProperties(app, [states[row.state]], start, end) } };
  }));
}
