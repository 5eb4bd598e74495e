// Places labels so that none covers another: the more important first, each at the first of its places that is free.

/**
 * @typedef {object} Wish
 * @property {string} text
 * @property {number} x
 * @property {number} y
 * @property {number} rank   the lower, the sooner it is placed
 * @property {number} height
 * @property {boolean} dot   a dot stands at (x, y); the label goes beside it
 * @property {string} style
 */
/** @typedef {Wish & {left: number, top: number, width: number, beside: boolean}} Placed */

const GAP = 5;
const AIR = 3;

/**
 * @param {Wish[]} wishes
 * @param {(wish: Wish) => number} measure  width of its text
 * @param {{left: number, top: number, right: number, bottom: number}} frame  labels stay inside
 * @param {Box[]} [taken]  room that is not free, such as the legend's
 * @returns {Placed[]}
 */
export function placeLabels(wishes, measure, frame, taken = []) {
  /** @type {Placed[]} */
  const placed = [];
  const said = new Set();
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank)) {
    if (said.has(wish.text)) continue;
    const width = measure(wish);
    const box = spots(wish, width).find((spot) => inside(spot, frame) && ![...taken, ...placed].some((other) => meet(spot, other)));
    if (!box) continue;
    said.add(wish.text);
    placed.push({ ...wish, ...box, beside: wish.dot });
  }
  return placed;
}

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/** @param {Wish} wish @param {number} width @returns {Box[]} */
function spots(wish, width) {
  const { x, y, height } = wish;
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, top, width, height });
  if (wish.dot) {
    return [
      box(x + GAP, y - height / 2), box(x - GAP - width, y - height / 2),
      box(x - width / 2, y - GAP - height), box(x - width / 2, y + GAP),
    ];
  }
  return [0, 0.25, -0.25].flatMap((aside) =>
    [0, -0.7, 0.7, -1.4, 1.4].map((down) => box(x - width / 2 + aside * width, y - height / 2 + down * height)));
}

/** @param {Box} a @param {Box} b */
const meet = (a, b) =>
  a.left < b.left + b.width + AIR && b.left < a.left + a.width + AIR && a.top < b.top + b.height + AIR && b.top < a.top + a.height + AIR;

/** @param {Box} box @param {{left: number, top: number, right: number, bottom: number}} frame */
const inside = (box, frame) =>
  box.left >= frame.left && box.top >= frame.top && box.left + box.width <= frame.right && box.top + box.height <= frame.bottom;
