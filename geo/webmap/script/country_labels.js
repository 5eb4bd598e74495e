// Where a country's name has most room within the window, since its middle is mostly far outside. Once found, it stays
// there while it can, so that the map is moved under one's finger and no name jumps.

const CELL = 24;
const STAY = 8;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame */

export class Stays {
  constructor() {
    /** @type {Map<string, {zoom: number, at: [number, number]}>} */
    this.last = new Map();
  }

  /**
   * The middle of the country's name, or null where it does not fit.
   * @param {string} name
   * @param {number} zoom
   * @param {(x: number, y: number) => boolean} inside  whether a place on the plane lies in the country and is free
   * @param {Frame} frame
   * @param {{width: number, height: number}} label
   */
  find(name, zoom, inside, frame, label) {
    const before = this.last.get(name);
    if (before?.zoom === zoom && fits(before.at, inside, frame, label)) return before.at;
    const at = roomiest(inside, frame, label);
    if (at) this.last.set(name, { zoom, at });
    else this.last.delete(name);
    return at;
  }
}

/** @param {[number, number]} at @param {(x: number, y: number) => boolean} inside @param {Frame} frame @param {{width: number, height: number}} label */
function fits([x, y], inside, frame, { width, height }) {
  if (x - width / 2 < frame.left || x + width / 2 > frame.right || y - height / 2 < frame.top || y + height / 2 > frame.bottom) return false;
  const steps = Math.max(2, Math.ceil(width / STAY));
  for (let i = 0; i <= steps; i += 1) {
    const along = x - width / 2 + (i * width) / steps;
    if (![-0.5, 0, 0.5].every((part) => inside(along, y + part * height))) return false;
  }
  return true;
}

/**
 * @param {(x: number, y: number) => boolean} inside  whether a place on the plane lies in the country and is free
 * @param {Frame} frame
 * @param {{width: number, height: number}} label
 * @returns {[number, number] | null}  middle for the label; null where it does not fit
 */
export function roomiest(inside, frame, label) {
  const columns = Math.max(0, Math.floor((frame.right - frame.left) / CELL));
  const rows = Math.max(0, Math.floor((frame.bottom - frame.top) / CELL));
  const at = (/** @type {number} */ c, /** @type {number} */ r) =>
    /** @type {[number, number]} */ ([frame.left + (c + 0.5) * CELL, frame.top + (r + 0.5) * CELL]);
  const land = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => inside(...at(c, r))));
  const reach = (/** @type {number} */ c, /** @type {number} */ r, /** @type {number} */ dc, /** @type {number} */ dr) => {
    let steps = 0;
    for (let [x, y] = [c, r]; land[y]?.[x]; x += dc, y += dr) steps += 1;
    return steps * CELL;
  };
  /** @type {[number, number] | null} */
  let best = null;
  let bestRoom = 1;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      if (!land[r][c]) continue;
      const across = Math.min(reach(c, r, -1, 0), reach(c, r, 1, 0)) / (label.width / 2);
      const along = Math.min(reach(c, r, 0, -1), reach(c, r, 0, 1)) / label.height;
      const room = Math.min(across, along, 3) + 0.05 * Math.min(across + along, 8);
      if (Math.min(across, along) >= 1 && room > bestRoom && fits(at(c, r), inside, frame, label)) [best, bestRoom] = [at(c, r), room];
    }
  }
  return best;
}
