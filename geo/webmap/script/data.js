// The page's data as it stands in the HTML, with the look-ups that everything else uses.

import { spoken, t } from "./words.js";

/**
 * @typedef {object} Article
 * @property {string} id
 * @property {string | null} source
 * @property {string | null} title
 * @property {string | null} url
 * @property {string | null} published
 * @property {string} basis
 * @property {(number | null)[]} span
 * @property {number} outlet
 */
/** @typedef {{name: string, side: string | null, listed: boolean}} Outlet  `side`: for which it speaks; `listed`: whether the region knows it */
/**
 * @typedef {object} Claim
 * @property {string} id
 * @property {number | null} article
 * @property {string} quote
 * @property {string} kind
 * @property {{text: string, extent: string, at: [number, number] | null}[]} places
 * @property {string | null} gained
 * @property {string | null} lost
 * @property {string | null} actor
 * @property {string | null} when
 * @property {(number | null)[]} span
 * @property {string | null} basis
 * @property {string} stance
 * @property {string | null} claimant
 * @property {number[]} [marks]  words that decided: see marks.js
 * @property {string} [voice]  the side on whose word it stands
 * @property {Review} [review]  an analyst's decision, where there is one
 */
/** @typedef {{decision: string, who: string, why: string | null, on: string | null, own: boolean, changed: string[]}} Review */
/**
 * @typedef {object} State
 * @property {string | null} controller
 * @property {string[]} others
 * @property {string | null} becomes  who holds it once a change of uncertain date is over
 * @property {string} status
 * @property {string | null} basis
 * @property {string | null} support
 * @property {string | null} start
 * @property {string | null} end
 * @property {string | null} last
 * @property {number | null} startBy  the last day on which it can have begun
 * @property {number | null} lastBy  the last day on which it can have been last reported
 * @property {string} rule
 * @property {number[]} claims
 * @property {number} sources  how many of them are unrelated
 */
/** @typedef {{actor: string, words: string, text: string, cells: number[], start: number|null, end: number|null, from: string|null, to: string|null, last: string|null, stance: string, claims: number[]}} Presence */
/** @typedef {{id: string, name: string, names: Record<string, string>, side: string, presence: boolean, light: string, dark: string}} Party */
/** @typedef {{id: string, name: string, label: string, names: string[], labels: string[], kind: string, schematic: boolean, named: boolean, cells: number[]}} Area  `named`: some claim is about it; `names`, `labels`: in each choice, of which `name` and `label` are those shown */
/** @typedef {{id: string, name: string, names: string[], kind: string, named: boolean, zoom: number | null, at: [number, number]}} Place */
/** @typedef {{shown: string, choices: {tag: string, known: number}[], all: number}} Naming  `known`: of `all` names, those on record in it */
/** @typedef {{claim: number|null, text: string|null, reason: string, why: string, quote: string, source: string|null, published: string|null}} Unplaced */
/** @typedef {{name: string, names: string | string[]}} Called  `names` by choice, or one for all */
/**
 * @typedef {object} Base
 * @property {number} steps
 * @property {number[][]} arcs
 * @property {number[] | null} extent
 * @property {(Called & {rings: number[][]})[]} land  by country; the region's own has no name
 * @property {(Called & {zoom: number, rings: number[][], anchor: number[] | null})[]} lakes
 * @property {{zoom: number, arcs: number[]}[]} borders
 * @property {(Called & {zoom: number, arcs: number[]})[]} rivers
 * @property {(Called & {zoom: number, room: number, lon: number, lat: number})[]} provinces
 * @property {(Called & {zoom: number, capital: boolean, lon: number, lat: number})[]} towns
 */
/** @typedef {{name: string, kind: string, schematic: boolean, arcs: number[]}} Line */
/** @typedef {{title: string, text: string, day: number, bbox: number[] | null, at: number[] | null, open: string | null, known: import("./known.js").Choice}} Step  `bbox`: west, south, east, north; `at`: longitude, latitude, zoom; `open`: the key of a choice */
/** @typedef {{title: string, language: string | null, steps: Step[]}} Story */
/**
 * @typedef {object} Known  steps of knowledge are explained in known.js; `since` is the first step, `until` the one after the last
 * @property {number[]} days
 * @property {"day" | "month" | "year" | null} pace  null: too many days and reports to be followed
 * @property {number[]} since  of each interval that all reports tell of
 * @property {number[]} presencesSince
 * @property {import("./control.js").Columns & {since: number[], until: number[]}} intervals
 * @property {(Presence & {since: number, until: number})[]} presences
 */
/**
 * @typedef {object} Data
 * @property {{id: string, name: string, names: Record<string, string>}} region  `names` here and in parties: by language
 * @property {{start: number, last: number | null, told: string | null, end: number}} time
 * @property {Party[]} parties
 * @property {{light: string, dark: string}} unknown
 * @property {Article[]} articles
 * @property {Outlet[]} outlets
 * @property {string[]} roles  that marked words have
 * @property {string[]} voices  on which some state stands: see viewpoint.js
 * @property {Claim[]} claims
 * @property {number[][]} claimCells
 * @property {State[]} states
 * @property {import("./control.js").Columns} intervals
 * @property {Presence[]} presences
 * @property {Known} [known]  what was known before, where it can be gone back to
 * @property {Story} [story]
 * @property {Unplaced[]} unplaced
 * @property {{id: string, km2: number, district: number | null}[]} cells  `district`: the area that it counts to
 * @property {Area[]} areas
 * @property {Place[]} places
 * @property {Naming} naming
 * @property {import("./finder.js").Entry[]} finder
 * @property {{steps: number, arcs: number[][], cells: number[][][], anchors: (number[]|null)[], lines: Line[], bounds: number[]|null}} geometry
 * @property {Base} base
 * @property {string} accuracy
 * @property {Record<string, Record<string, string>>} translations  texts of the region's own in other languages
 * @property {string[]} credits
 */

/** What the region or a party is called in the language of the page. @param {{name: string, names: Record<string, string>}} named */
export const spokenName = ({ name, names }) => names[spoken()] ?? name;

/** A text of the region's own in the language of the page, where the region has it. @param {Data} data @param {string} text */
export const translated = (data, text) => data.translations[text]?.[spoken()] ?? text;

const NEARLY = 0.9;

export class Atlas {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.partyNames = new Map(data.parties.map((party) => [party.id, spokenName(party)]));
    /** Places with a state of their own; in the log they stand after the cells (points.js). @type {import("./finder.js").Entry[]} */
    this.points = data.finder.filter(({ state }) => state !== undefined).sort((a, b) => Number(a.state) - Number(b.state));
    /** km² of each cell. */
    this.sizes = Float64Array.from(data.cells, ({ km2 }) => km2);
    const sizeOf = new Map(data.areas.map((area) => [area, this.km2(area.cells)]));
    const bySize = [...data.areas].sort((a, b) => Number(sizeOf.get(a)) - Number(sizeOf.get(b)));
    /** @type {Area[][]} areas of each cell, the smallest first */
    this.areasOf = data.cells.map(() => []);
    for (const area of bySize) for (const cell of area.cells) this.areasOf[cell].push(area);
    this.areasOf = this.areasOf.map((areas) => areas.slice()); // a list that grew keeps room for more
    /** Where an area stands among all, the largest first, as they stand in the data. */
    this.ranks = new Map([...data.areas].sort((a, b) => Number(sizeOf.get(b)) - Number(sizeOf.get(a))).map((area, i) => [area, i]));
    /** @type {string[]} words that are looked for, folded: quotes mark them */
    this.sought = [];
  }

  /** The outlet of a claim's report. @param {Claim} claim @returns {Outlet | undefined} */
  outletOf({ article }) {
    return article === null ? undefined : this.data.outlets[this.data.articles[article].outlet];
  }

  /** A party's name; one that the region does not know keeps the report's words. @param {string} id */
  party(id) {
    return this.partyNames.get(id) ?? id;
  }

  /** @param {Iterable<number>} cells */
  km2(cells) {
    let sum = 0;
    for (const cell of cells) sum += this.sizes[cell];
    return sum;
  }

  /** The district of a cell, as the map names it. @param {number} cell */
  district(cell) {
    const areas = this.areasOf[cell];
    return areas.find((area) => area.kind === "district") ?? areas[0];
  }

  /** What a set of cells is called in full: whole areas, then parts of districts, the largest first. @param {number[]} cells */
  nameOf(cells) {
    return this.cover(cells, "name", this.around(cells), 1);
  }

  /** The same as short as on the map, where an area counts as whole that nearly is. @param {number[]} cells */
  labelOf(cells) {
    return this.cover(cells, "label", this.around(cells).filter((area) => area.kind !== "part"), NEARLY);
  }

  /** Areas that hold any of some cells, the largest first. @param {number[]} cells */
  around(cells) {
    const found = new Set(cells.flatMap((cell) => this.areasOf[cell]));
    return [...found].sort((a, b) => Number(this.ranks.get(a)) - Number(this.ranks.get(b)));
  }

  /** @param {number[]} cells @param {"name" | "label"} kind @param {Area[]} areas  the largest first @param {number} share  of an area that must be there */
  cover(cells, kind, areas, share) {
    const open = new Set(cells);
    /** @type {{name: string, km2: number}[]} */
    const found = [];
    for (const area of areas) {
      const inside = area.cells.filter((cell) => open.has(cell));
      if (inside.length === 0 || this.km2(inside) < share * this.km2(area.cells) || (share === 1 && inside.length < area.cells.length)) continue;
      inside.forEach((cell) => open.delete(cell));
      found.push({ name: area[kind], km2: this.km2(inside) });
    }
    for (const [name, km2] of this.parts(open, kind)) found.push({ name: t("list.part", { name }), km2 });
    return found.sort((a, b) => b.km2 - a.km2).map(({ name }) => name);
  }

  /** Districts of cells, with the km² of these. @param {Iterable<number>} cells @param {"name" | "label"} kind */
  parts(cells, kind) {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    for (const cell of cells) {
      const name = this.district(cell)?.[kind] ?? this.data.cells[cell].id;
      sizes.set(name, (sizes.get(name) ?? 0) + this.sizes[cell]);
    }
    return sizes;
  }
}
