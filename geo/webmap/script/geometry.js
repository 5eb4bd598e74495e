// Shapes of the page: arcs are projected and thinned once a zoom, and joined to paths.

const WORLD = 256;
const EQUATOR_KM = 40075;
const CLOSE = 0.5;

/** Web Mercator in pixels of zoom 0. @param {number} lon @param {number} lat @returns {[number, number]} */
export const project = (lon, lat) => {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
};

/**
 * Many arcs in one array: the coordinates of all, and of each the place of its first, and one more.
 * @typedef {{points: Float32Array, first: Int32Array}} Arcs
 */

/** Arcs by difference to projected points, as they lie from an origin: single precision is enough for these. @param {number[][]} deltas @param {number} steps a degree @param {[number, number]} origin @returns {Arcs} */
export function decodeArcs(deltas, steps, origin) {
  const { starts: first, items } = flatOf(deltas);
  const points = new Float32Array(items.length);
  for (let arc = 0; arc + 1 < first.length; arc += 1) {
    let [x, y] = [0, 0];
    for (let i = first[arc]; i < first[arc + 1]; i += 2) {
      x += items[i];
      y += items[i + 1];
      const at = project(x / steps, y / steps);
      points[i] = at[0] - origin[0];
      points[i + 1] = at[1] - origin[1];
    }
  }
  return { points, first };
}

/** Lists as one, and where each begins in it. @param {number[][] & {column?: import("./unpack.js").Column}} lists */
function flatOf(lists) {
  const known = lists.column?.flat?.();
  if (known) return known;
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => { starts[i + 1] = starts[i] + list.length; });
  return { starts, items: Int32Array.from(lists.flat()) };
}

/** Arcs in pixels, without points too close to be seen. @param {Arcs} arcs @param {number} scale @returns {Arcs} */
export function thin({ points, first }, scale) {
  const kept = new Float32Array(points.length);
  const starts = new Int32Array(first.length);
  let end = 0;
  for (let arc = 0; arc + 1 < first.length; arc += 1) {
    const last = first[arc + 1] - 2;
    let [px, py] = [NaN, NaN];
    for (let i = first[arc]; i <= last; i += 2) {
      const x = points[i] * scale;
      const y = points[i + 1] * scale;
      if (i !== first[arc] && i !== last && Math.abs(x - px) <= CLOSE && Math.abs(y - py) <= CLOSE) continue;
      kept[end] = x;
      kept[end + 1] = y;
      end += 2;
      [px, py] = [x, y];
    }
    starts[arc + 1] = end;
  }
  return { points: kept.slice(0, end), first: starts };
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
    /** Of which its paths are. */
    this.Path = globalThis.Path2D;
    const [west, south, east, north] = geometry.bounds ?? [0, 0, 0, 0];
    /** Where paths have their zero, so that their numbers stay small. */
    this.origin = project((west + east) / 2, (south + north) / 2);
    this.geometry = geometry;
    this.latitude = (south + north) / 2;
    this.zoom = NaN;
    /** Arcs at the zoom shown; without thinning they are projected anew for each zoom, and not kept. @type {Arcs} */
    this.thinned = { points: new Float32Array(0), first: new Int32Array(1) };
    /** @type {Map<object, Path2D>} */
    this.paths = new Map();
  }

  /** The same shapes, of which the paths are others. @param {typeof Path2D} Path @returns {Shapes} */
  withPaths(Path) {
    return Object.assign(Object.create(Shapes.prototype), this, { Path, zoom: NaN, paths: new Map() });
  }

  /** Paths are good for one zoom. @param {number} zoom */
  setZoom(zoom) {
    if (zoom === this.zoom) return;
    this.zoom = zoom;
    this.thinned = thin(decodeArcs(this.geometry.arcs, this.geometry.steps, this.origin), 2 ** zoom);
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
      path = new this.Path();
      draw(path);
      this.paths.set(key, path);
    }
    return path;
  }

  /** @param {Path2D} path @param {number} arc @param {boolean} joined */
  follow(path, arc, joined) {
    const { points, first } = this.thinned;
    const number = arc < 0 ? ~arc : arc;
    const [start, end] = [first[number], first[number + 1]];
    for (let k = start; k < end; k += 2) {
      const i = arc < 0 ? start + end - 2 - k : k;
      if (k > start || joined) path.lineTo(points[i], points[i + 1]);
      else path.moveTo(points[i], points[i + 1]);
    }
  }

  /** The points of an arc in pixels, flat. @param {number} arc */
  course(arc) {
    return this.thinned.points.subarray(this.thinned.first[arc], this.thinned.first[arc + 1]);
  }

  /** A place on the paths' plane. @param {number} lon @param {number} lat @returns {[number, number]} */
  at(lon, lat) {
    const [x, y] = project(lon, lat);
    const scale = 2 ** this.zoom;
    return [(x - this.origin[0]) * scale, (y - this.origin[1]) * scale];
  }
}
