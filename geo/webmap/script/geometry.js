// Shapes of the page: arcs are projected once, thinned once a zoom, and joined to paths.

const WORLD = 256;
const EQUATOR_KM = 40075;
const CLOSE = 0.5;

/** Web Mercator in pixels of zoom 0. @param {number} lon @param {number} lat @returns {[number, number]} */
export const project = (lon, lat) => {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
};

/** Arcs by difference to projected points, flat. @param {number[][]} deltas @param {number} steps a degree */
export const decodeArcs = (deltas, steps) =>
  deltas.map((delta) => {
    const points = new Float64Array(delta.length);
    let [x, y] = [0, 0];
    for (let i = 0; i < delta.length; i += 2) {
      x += delta[i];
      y += delta[i + 1];
      points.set(project(x / steps, y / steps), i);
    }
    return points;
  });

/** Points of an arc in pixels, without those too close to be seen. @param {Float64Array} arc @param {number} scale @param {[number, number]} origin */
export function thin(arc, scale, origin) {
  const kept = [];
  const last = arc.length - 2;
  let [px, py] = [NaN, NaN];
  for (let i = 0; i <= last; i += 2) {
    const x = (arc[i] - origin[0]) * scale;
    const y = (arc[i + 1] - origin[1]) * scale;
    if (i === 0 || i === last || Math.abs(x - px) > CLOSE || Math.abs(y - py) > CLOSE) {
      kept.push(x, y);
      [px, py] = [x, y];
    }
  }
  return kept;
}

/** Arcs around a union of polygons: those that an odd number of its rings use. @param {number[][][]} polygons  rings of arcs of each */
export function outlineOf(polygons) {
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const arc of polygons.flat(2)) {
    const number = arc < 0 ? ~arc : arc;
    uses.set(number, (uses.get(number) ?? 0) + 1);
  }
  return [...uses].filter(([, count]) => count % 2 === 1).map(([arc]) => arc);
}

export class Shapes {
  /** @param {{steps: number, arcs: number[][], bounds: number[] | null}} geometry */
  constructor(geometry) {
    this.arcs = decodeArcs(geometry.arcs, geometry.steps);
    const [west, south, east, north] = geometry.bounds ?? [0, 0, 0, 0];
    /** Where paths have their zero, so that their numbers stay small. */
    this.origin = project((west + east) / 2, (south + north) / 2);
    this.latitude = (south + north) / 2;
    this.zoom = NaN;
    /** @type {number[][]} */
    this.thinned = [];
    /** @type {Map<object, Path2D>} */
    this.paths = new Map();
  }

  /** Paths are good for one zoom. @param {number} zoom */
  setZoom(zoom) {
    if (zoom === this.zoom) return;
    this.zoom = zoom;
    this.thinned = this.arcs.map((arc) => thin(arc, 2 ** zoom, this.origin));
    this.paths.clear();
  }

  /** In the middle of the region, at the zoom that paths are made for. */
  get pixelsPerKm() {
    return (WORLD * 2 ** this.zoom) / (EQUATOR_KM * Math.cos((this.latitude * Math.PI) / 180));
  }

  /** A polygon's path; made once a zoom. @param {number[][]} rings */
  polygon(rings) {
    return this.cached(rings, (path) => {
      for (const ring of rings) {
        ring.forEach((arc, i) => this.follow(path, arc, i > 0));
        path.closePath();
      }
    });
  }

  /** Arcs as lines; made once a zoom. @param {number[]} arcs */
  lines(arcs) {
    return this.cached(arcs, (path) => arcs.forEach((arc) => this.follow(path, arc, false)));
  }

  /** @param {object} key @param {(path: Path2D) => void} draw */
  cached(key, draw) {
    let path = this.paths.get(key);
    if (!path) {
      path = new Path2D();
      draw(path);
      this.paths.set(key, path);
    }
    return path;
  }

  /** @param {Path2D} path @param {number} arc @param {boolean} joined */
  follow(path, arc, joined) {
    const points = this.thinned[arc < 0 ? ~arc : arc];
    const count = points.length / 2;
    for (let k = 0; k < count; k += 1) {
      const i = 2 * (arc < 0 ? count - 1 - k : k);
      if (k > 0 || joined) path.lineTo(points[i], points[i + 1]);
      else path.moveTo(points[i], points[i + 1]);
    }
  }

  /** A place on the paths' plane. @param {number} lon @param {number} lat @returns {[number, number]} */
  at(lon, lat) {
    const [x, y] = project(lon, lat);
    const scale = 2 ** this.zoom;
    return [(x - this.origin[0]) * scale, (y - this.origin[1]) * scale];
  }
}
