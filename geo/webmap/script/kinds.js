// How each kind of area, line and place is drawn and labelled. A kind that is not here is drawn like a district, a plain
// line or a small place, so that a region may use words of its own.

/** @typedef {{width: number, dash: number[]}} Stroke */
/** @typedef {{border: Stroke | null, label: {rank: number, style: string} | null}} AreaStyle */

const PLAIN = { width: 1, dash: [] };
const BROKEN = { width: 1, dash: [5, 4] };

/** @type {AreaStyle} */
const DISTRICT = { border: PLAIN, label: { rank: 4, style: "area" } };
/** @type {AreaStyle} */
const UNDRAWN = { border: null, label: null };

/** @type {Record<string, AreaStyle>} */
const AREAS = {
  district: DISTRICT,
  corridor: { border: BROKEN, label: { rank: 5, style: "passage" } },
  oblast: { border: null, label: { rank: 1.5, style: "layer" } },
  city: UNDRAWN, "held-area": UNDRAWN, part: UNDRAWN,
};

/** @type {Record<string, Stroke>} */
const LINES = {
  "oblast-outline": { width: 1.3, dash: [9, 3, 1.5, 3] },
  "ceasefire-line": { width: 2, dash: [0.1, 5] },
  "corridor-axis": { width: 0, dash: [] },
};

/** @type {Record<string, {zoom: number, style: string}>} */
const PLACES = { capital: { zoom: 0, style: "capital" }, city: { zoom: 7, style: "city" }, town: { zoom: 8.2, style: "town" } };

/** @param {{kind: string}} area */
export const areaStyle = (area) => AREAS[area.kind] ?? DISTRICT;

/** Width 0 is not drawn. @param {{kind: string, schematic: boolean}} line @returns {Stroke} */
export const lineStyle = (line) => LINES[line.kind] ?? (line.schematic ? BROKEN : PLAIN);

/** An area's border, broken where the area is schematic; null where it has none. @param {{kind: string, schematic: boolean}} area */
export const borderStyle = (area) => {
  const { border } = areaStyle(area);
  return border && area.schematic ? BROKEN : border;
};

/** How a place is labelled, and the zoom from which on it is. @param {{kind: string}} place */
export const placeStyle = (place) => PLACES[place.kind] ?? { zoom: 9.5, style: "village" };

export { BROKEN, PLAIN };
