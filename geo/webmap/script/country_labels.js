// Where a country's name has most room within the window, since its middle is mostly far outside.

const CELL = 24;

/**
 * @param {(x: number, y: number) => boolean} inside  whether a place on the plane lies in the country
 * @param {{left: number, top: number, right: number, bottom: number}} frame
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
  let best = null;
  let bestRoom = 1;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      if (!land[r][c]) continue;
      const across = Math.min(reach(c, r, -1, 0), reach(c, r, 1, 0)) / (label.width / 2);
      const along = Math.min(reach(c, r, 0, -1), reach(c, r, 0, 1)) / label.height;
      const room = Math.min(across, along, 3) + 0.05 * Math.min(across + along, 8);
      if (Math.min(across, along) >= 1 && room > bestRoom) [best, bestRoom] = [at(c, r), room];
    }
  }
  return best;
}
