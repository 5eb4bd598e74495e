// Places labels so that none covers another: the more important first, each at the first of its spots that is free.
// Nothing here knows the window: at one zoom a label has one place, so that the map can be moved and nothing jumps.

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/**
 * @typedef {object} Spot
 * @property {number} x      middle of the text
 * @property {number} y
 * @property {number} angle  radians; 0 is level
 */
/**
 * @typedef {object} Wish
 * @property {string} text
 * @property {string[]} lines  the text as it is set
 * @property {string} style
 * @property {number} rank     the lower, the sooner it is placed
 * @property {string} key      of two wishes with one key only the first is placed
 * @property {number} width
 * @property {number} height
 * @property {Spot[]} spots    where it may stand, the best first
 * @property {[number, number] | null} dot  where its dot is drawn
 * @property {boolean} [bare]  something else stands where its dot would be
 */
/** @typedef {Wish & {spot: Spot, boxes: Box[]}} Placed */

export const GAP = 7;
const AIR = 2;
const SQUARE = 96;

/** @param {Wish[]} wishes @returns {Placed[]} */
export function placeLabels(wishes) {
  /** @type {Placed[]} */
  const placed = [];
  const room = new Room();
  const said = new Set();
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank)) {
    if (said.has(wish.key) || (wish.dot && !room.isFree(dotBox(wish.dot)))) continue;
    const spot = wish.spots.find((one) => boxesOf(wish, one).every((box) => room.isFree(box)));
    if (!spot) continue;
    const boxes = boxesOf(wish, spot);
    said.add(wish.key);
    boxes.forEach((box) => room.take(box));
    if (wish.dot) room.take(dotBox(wish.dot));
    placed.push({ ...wish, spot, boxes });
  }
  return placed;
}

/** Room on the plane that is taken, by squares, so that a thousand labels are placed at once. */
export class Room {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.squares = new Map();
  }

  /** @param {Box} box */
  take(box) {
    for (const key of squaresOf(box)) {
      const boxes = this.squares.get(key);
      if (boxes) boxes.push(box);
      else this.squares.set(key, [box]);
    }
  }

  /** @param {Box} box */
  isFree(box) {
    return squaresOf(box).every((key) => !this.squares.get(key)?.some((other) => meet(box, other)));
  }
}

/** @param {Box} box */
function squaresOf({ left, top, width, height }) {
  const keys = [];
  for (let c = Math.floor((left - AIR) / SQUARE); c <= Math.floor((left + width + AIR) / SQUARE); c += 1) {
    for (let r = Math.floor((top - AIR) / SQUARE); r <= Math.floor((top + height + AIR) / SQUARE); r += 1) keys.push(`${c} ${r}`);
  }
  return keys;
}

/** The room that a label takes at a spot: one box where it is level, else a row of them along it. @param {{width: number, height: number}} label @param {Spot} spot @returns {Box[]} */
export function boxesOf({ width, height }, { x, y, angle }) {
  if (angle === 0) return [{ left: x - width / 2, top: y - height / 2, width, height }];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const side = height * (Math.abs(cos) + Math.abs(sin));
  const count = Math.max(1, Math.ceil(width / height));
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) * (width / count) - width / 2;
    return { left: x + along * cos - side / 2, top: y + along * sin - side / 2, width: side, height: side };
  });
}

/** Spots of a label that stands beside its dot. @param {number} x @param {number} y @param {number} width @param {number} height @param {number} gap @returns {Spot[]} */
export const beside = (x, y, width, height, gap = GAP) => [
  { x: x + gap + width / 2, y, angle: 0 },
  { x: x - gap - width / 2, y, angle: 0 },
  { x, y: y - gap - height / 2, angle: 0 },
  { x, y: y + gap + height / 2, angle: 0 },
  { x: x + gap + width / 2, y: y - height / 2, angle: 0 },
  { x: x + gap + width / 2, y: y + height / 2, angle: 0 },
];

/** Spots of a label that stands on what it names: the middle, then a little off it, by no more than there is room. @param {number} x @param {number} y @param {number} room  radius of a circle inside @returns {Spot[]} */
export const around = (x, y, room) =>
  STEPS.map(([right, down]) => ({ x: x + right * room, y: y + down * room, angle: 0 }));

const STEPS = [[0, 0], [0, -0.4], [0, 0.4], [0, -0.8], [0, 0.8], [0.5, 0], [-0.5, 0], [0.5, 0.6], [-0.5, 0.6], [0.5, -0.6], [-0.5, -0.6]];

/** @param {[number, number]} at @returns {Box} */
const dotBox = ([x, y]) => ({ left: x - 4, top: y - 4, width: 8, height: 8 });

/** @param {Box} a @param {Box} b */
export const meet = (a, b) =>
  a.left < b.left + b.width + AIR && b.left < a.left + a.width + AIR && a.top < b.top + b.height + AIR && b.top < a.top + a.height + AIR;

/** @param {Box} box @param {{left: number, top: number, right: number, bottom: number}} frame */
export const inside = (box, frame) =>
  box.left >= frame.left && box.top >= frame.top && box.left + box.width <= frame.right && box.top + box.height <= frame.bottom;
