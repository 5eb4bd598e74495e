// Where a river's name may stand: beside straight stretches of its course, turned as the course runs.

/** @typedef {import("./labels.js").Spot} Spot */

const STEP = 12;
const REACH = 900;
const BEND = 7;
/** How much shorter than the course the straight way may be. */
const STRAIGHT = 0.9;
const STEEP = (70 * Math.PI) / 180;
const MOST = 12;
/** How far apart spots of one stretch are: where one is taken, the next is mostly taken too. */
const APART = 5;

/**
 * Spots for the name, in stretches of the course that are apart enough for the name to be said again.
 * @param {ArrayLike<number>} course  points in pixels, flat
 * @param {number} width  of the name
 * @param {number} height
 * @returns {Spot[][]}  for each stretch, the straightest first
 */
export function alongCourse(course, width, height) {
  const points = even(course);
  const span = Math.ceil(width / STEP) + 1;
  const stretches = Math.ceil((points.length - span) / (REACH / STEP));
  return Array.from({ length: Math.max(0, stretches) }, (_, i) => {
    const first = (i * REACH) / STEP;
    const last = Math.min(points.length - span, first + REACH / STEP);
    return spotsBetween(points, first, last, span, height);
  });
}

/** @param {[number, number][]} points @param {number} first @param {number} last @param {number} span @param {number} height */
function spotsBetween(points, first, last, span, height) {
  /** @type {{at: number, bend: number, spots: Spot[]}[]} */
  const found = [];
  for (let i = first; i < last; i += 1) {
    const [a, b] = [points[i], points[i + span - 1]];
    const [dx, dy] = a[0] <= b[0] ? [b[0] - a[0], b[1] - a[1]] : [a[0] - b[0], a[1] - b[1]];
    const length = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx);
    if (length < STRAIGHT * (span - 1) * STEP || Math.abs(angle) > STEEP) continue;
    const off = points.slice(i, i + span).map(([x, y]) => ((x - a[0]) * -dy + (y - a[1]) * dx) / length);
    const [above, below] = [Math.min(...off), Math.max(...off)];
    if (below - above > 2 * BEND) continue;
    const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const at = (/** @type {number} */ away) => ({ x: middle[0] - (dy / length) * away, y: middle[1] + (dx / length) * away, angle });
    found.push({ at: i, bend: below - above, spots: [at(above - height / 2 - 1), at(below + height / 2 + 1)] });
  }
  /** @type {typeof found} */
  const kept = [];
  for (const one of found.sort((a, b) => a.bend - b.bend)) {
    if (kept.length < MOST && kept.every((other) => Math.abs(other.at - one.at) >= APART)) kept.push(one);
  }
  return kept.flatMap(({ spots }) => spots);
}

/** A course as points at even steps. @param {ArrayLike<number>} course @returns {[number, number][]} */
function even(course) {
  /** @type {[number, number][]} */
  const points = [];
  let rest = 0;
  for (let i = 0; i + 3 < course.length; i += 2) {
    const [x, y, dx, dy] = [course[i], course[i + 1], course[i + 2] - course[i], course[i + 3] - course[i + 1]];
    const length = Math.hypot(dx, dy);
    for (; rest < length; rest += STEP) points.push([x + (dx * rest) / length, y + (dy * rest) / length]);
    rest -= length;
  }
  return points;
}
