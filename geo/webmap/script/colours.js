// Colours of the parties on a light or dark page, and mixing.

/** @typedef {{light: string, dark: string}} Hue */

/** @param {string} hex */
export const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

/** `share` of `a`, the rest `b`. @param {string} a @param {string} b @param {number} share */
export const mix = (a, b, share) => {
  const [x, y] = [rgb(a), rgb(b)];
  return `#${x.map((value, i) => Math.round(value * share + y[i] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
};

/** What the style sheet said, since to ask it takes long while the page changes. @type {Map<string, string>} */
const inks = new Map();

/** A colour of the ground, from the style sheet, so that light and dark are told in one place. @param {string} name */
export function ink(name) {
  const colour = inks.get(name) ?? getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  inks.set(name, colour);
  return colour;
}

/** Ask the style sheet anew, after a change of theme. */
export const forgetInks = () => inks.clear();

export class Colours {
  /**
   * @param {({id: string} & Hue)[]} parties
   * @param {Hue} unknown
   */
  constructor(parties, unknown) {
    this.hues = new Map(parties.map((party) => [party.id, party]));
    this.unknown = unknown;
    this.dark = false;
    this.paper = "#ffffff";
  }

  /** @param {string | null | undefined} party */
  of(party) {
    const hue = (party && this.hues.get(party)) || this.unknown;
    return this.dark ? hue.dark : hue.light;
  }

  get none() {
    return this.dark ? this.unknown.dark : this.unknown.light;
  }
}
