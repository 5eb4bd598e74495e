// Polygons in degrees from shared arcs, as RFC 7946 wants them: outer rings anticlockwise, holes clockwise. Coordinates
// are whole steps of the arcs' grid until they are written.

/** @typedef {number[]} Ring  flat: x, y, x, y ..., the first point last again */
/** @typedef {[number, number]} Position */

/** Arcs by difference to points on their grid, flat. @param {number[][]} deltas */
export const gridArcs = (deltas) => deltas.map((delta) => {
  let [x, y] = [0, 0];
  return delta.map((step, i) => (i % 2 === 0 ? (x += step) : (y += step)));
});

/** The union of polygons that share no inside, as GeoJSON; null where nothing is left. @param {number[][][]} polygons  rings of arc numbers, `~n` backwards @param {number[][]} arcs  by {@link gridArcs} @param {number} steps  a degree */
export function unionOf(polygons, arcs, steps) {
  const rings = ringsOf(edgesOf(polygons), arcs).filter((ring) => doubleArea(ring) !== 0);
  const depths = rings.map((ring) => rings.filter((other) => other !== ring && holds(other, ring)));
  const parts = rings.flatMap((ring, i) => {
    if (depths[i].length % 2 === 1) return [];
    const holes = rings.filter((_, k) => depths[k].length === depths[i].length + 1 && depths[k].includes(ring));
    return [[written(ring, 1, steps), ...holes.map((hole) => written(hole, -1, steps))]];
  });
  if (parts.length === 0) return null;
  return parts.length === 1 ? { type: "Polygon", coordinates: parts[0] } : { type: "MultiPolygon", coordinates: parts };
}

/** Arcs that an odd number of rings use, each once; they are the edge of the union. @param {number[][][]} polygons */
function edgesOf(polygons) {
  /** @type {Set<number>} */
  const open = new Set();
  for (const arc of polygons.flat(2)) {
    const number = arc < 0 ? ~arc : arc;
    if (!open.delete(number)) open.add(number);
  }
  return open;
}

/** Arcs put end to end; where rings touch, each is closed on its own. @param {Set<number>} edges @param {number[][]} arcs */
function ringsOf(edges, arcs) {
  /** @type {Map<string, Set<number>>} */
  const at = new Map();
  const ends = (/** @type {number} */ arc) => [arcs[arc].slice(0, 2).join(), arcs[arc].slice(-2).join()];
  for (const arc of edges) for (const end of ends(arc)) at.set(end, (at.get(end) ?? new Set()).add(arc));
  /** @type {Ring[]} */
  const rings = [];
  while (edges.size > 0) {
    const [first] = edges;
    /** @type {{from: string, points: number[]}[]} */
    const path = [];
    let here = ends(first)[0];
    for (;;) {
      const begun = path.findIndex(({ from }) => from === here);
      if (begun >= 0) rings.push(joined(path.splice(begun).map(({ points }) => points)));
      const [next] = at.get(here) ?? [];
      if (next === undefined) break; // an end without a way on is no edge of a polygon
      const [start, end] = ends(next);
      edges.delete(next);
      at.get(start)?.delete(next);
      at.get(end)?.delete(next);
      path.push({ from: here, points: start === here ? arcs[next] : backwards(arcs[next]) });
      here = start === here ? end : start;
    }
  }
  return rings;
}

/** @param {number[][]} pieces @returns {Ring} */
const joined = (pieces) => pieces.flatMap((points, i) => (i === 0 ? points : points.slice(2)));

/** @param {number[]} points */
const backwards = (points) => points.map((_, i) => points[points.length - 2 - i + 2 * (i % 2)]);

/** Twice the area, positive where the ring runs anticlockwise. @param {Ring} ring */
function doubleArea(ring) {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
  return sum;
}

/** Whether a ring lies inside another; they may touch, and cross nowhere. @param {Ring} outer @param {Ring} inner */
function holds(outer, inner) {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]; // the middle of an edge lies on no other ring
  let inside = false;
  for (let i = 0; i + 3 < outer.length; i += 2) {
    const [ax, ay, bx, by] = outer.slice(i, i + 4);
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Positions in degrees, anticlockwise (1) or clockwise (-1). @param {Ring} ring @param {1 | -1} turn @param {number} steps @returns {Position[]} */
function written(ring, turn, steps) {
  const points = Math.sign(doubleArea(ring)) === turn ? ring : backwards(ring);
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i] / steps, points[2 * i + 1] / steps]);
}
