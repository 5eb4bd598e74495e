// A path that can be drawn on a canvas, and told in the words of SVG.

export class SvgPath extends Path2D {
  constructor() {
    super();
    /** @type {string[]} */
    this.steps = [];
  }

  get words() {
    return this.steps.join("");
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    super.moveTo(x, y);
    this.steps.push(`M${short(x)} ${short(y)}`);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    super.lineTo(x, y);
    this.steps.push(`${this.steps.length ? "L" : "M"}${short(x)} ${short(y)}`);
  }

  closePath() {
    super.closePath();
    this.steps.push("Z");
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    super.rect(x, y, width, height);
    this.steps.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /** @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to */
  arc(x, y, radius, from, to) {
    super.arc(x, y, radius, from, to);
    const turn = Math.min(Math.abs(to - from), 2 * Math.PI);
    const at = (/** @type {number} */ angle) => `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`;
    const [half, end] = [from + turn / 2, from + turn]; // in two halves, since a whole circle ends where it begins
    this.steps.push(`${this.steps.length ? "L" : "M"}${at(from)}A${radius} ${radius} 0 0 1 ${at(half)}A${radius} ${radius} 0 0 1 ${at(end)}`);
  }

  /** @param {Path2D} other */
  addPath(other) {
    super.addPath(other);
    if (other instanceof SvgPath) this.steps.push(...other.steps);
  }
}

/** A number as short as a picture needs it. @param {number} value */
export const short = (value) => String(Math.round(value * 100) / 100);
