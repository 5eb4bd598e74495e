// The window of time as a scale: where a day stands, and which window comes of zooming, moving and choosing.

/** @typedef {{start: number, end: number}} Window */

/** The shortest window, in days: so that a day has room for its number. */
export const SHORTEST = 7;

export class Scale {
  /** @param {Window} window @param {number} width  in pixels */
  constructor({ start, end }, width) {
    this.start = start;
    this.end = end;
    this.width = width;
  }

  /** Where a day begins. @param {number} day */
  x(day) {
    return ((day - this.start) / (this.end - this.start)) * this.width;
  }

  /** Not rounded. @param {number} x */
  dayAt(x) {
    return this.start + (x / this.width) * (this.end - this.start);
  }
}

/** The window made longer or shorter by a factor; a day stays where it is, as far as the whole allows. @param {Window} window @param {Window} whole @param {number} factor @param {number} anchor */
export function zoomed({ start, end }, whole, factor, anchor) {
  const share = (anchor - start) / (end - start);
  const length = between(Math.round((end - start) * factor), SHORTEST, whole.end - whole.start);
  return fitted(anchor - share * length, length, whole);
}

/** The window moved by some days, within the whole. @param {Window} window @param {Window} whole @param {number} days */
export const moved = ({ start, end }, whole, days) => fitted(start + days, end - start, whole);

/** The window moved just so far that a day is in it, with some time before or after. @param {Window} window @param {Window} whole @param {number} day */
export function holding({ start, end }, whole, day) {
  if (start <= day && day <= end) return { start, end };
  const length = end - start;
  return fitted(day < start ? day - length / 4 : day - (length * 3) / 4, length, whole);
}

/** The period between two days, in any order, at least as long as the shortest window. @param {number} one @param {number} other @param {Window} whole */
export function chosen(one, other, whole) {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const length = Math.max(SHORTEST, Math.round(last) - Math.round(first));
  return fitted((first + last - length) / 2, length, whole);
}

/** @param {number} start @param {number} length @param {Window} whole */
function fitted(start, length, whole) {
  const most = Math.min(length, whole.end - whole.start);
  const first = between(Math.round(start), whole.start, whole.end - most);
  return { start: first, end: first + most };
}

/** @param {number} value @param {number} least @param {number} most */
const between = (value, least, most) => Math.max(least, Math.min(most, value));
