// Dated events: claims that tell the same thing of the same places and time are one event with several reports.

import { t, wordOf } from "./words.js";

/** @typedef {import("./data.js").Atlas} Atlas */
/** @typedef {{key: string, kind: string, gained: string|null, lost: string|null, actor: string|null, when: string|null, first: number|null, last: number|null, places: string[], stance: string, claims: number[], cells: number[], points: [number, number][]}} Event */

/** Kinds of events that are nowhere in particular: nothing is missing where they name no place. */
const PLACELESS = new Set(["ceasefire", "agreement", "declaration"]);

/** Days after which an event is a state of affairs and no longer a point on the map. */
const BRIEF = 400;

/** What one or several reports tell alike; all but its days is read from their claims when it is asked for. */
class Told {
  /** @param {Atlas} atlas @param {number} number  of the first claim @param {import("./data.js").Claim} claim  the same */
  constructor(atlas, number, { span }) {
    this.atlas = atlas;
    this.number = number;
    /** @type {number[] | undefined} further claims, where there are any */
    this.more;
    /** @type {number | null} */
    this.first = span[0];
    /** @type {number | null} */
    this.last = span[1];
  }

  get claim() { return this.atlas.data.claims[this.number]; }
  get key() { return keyOf(this.claim); }
  get kind() { return this.claim.kind; }
  get gained() { return this.claim.gained; }
  get lost() { return this.claim.lost; }
  get actor() { return this.claim.actor; }
  get when() { return this.claim.when; }
  get stance() { return this.claim.stance; }
  get places() { return placesOf(this.claim); }
  get points() { return pointsOf(this.claim); }
  get claims() { return [this.number, ...(this.more ?? [])]; }
  get cells() { return [...new Set(this.claims.flatMap((claim) => this.atlas.data.claimCells[claim]))]; }
}

/** @param {Atlas} atlas @param {(claim: import("./data.js").Claim) => boolean} [knows]  which claims are known @returns {Event[]} dated ones by time, then those without a date */
export function eventsOf(atlas, knows = () => true) {
  /** @type {Map<string, Told>} */
  const found = new Map();
  const keyAt = keysOf(atlas.data.claims);
  atlas.data.claims.forEach((claim, i) => {
    if (isRejected(claim) || !knows(claim)) return;
    const key = keyAt(i, claim);
    const known = found.get(key);
    if (known) (known.more ??= []).push(i);
    else found.set(key, new Told(atlas, i, claim));
  });
  return [...found.values()].sort((a, b) => sortDay(a) - sortDay(b) || (a.last ?? 1e9) - (b.last ?? 1e9));
}

/** What claims have in common that tell the same. @param {import("./data.js").Claim} claim */
const keyOf = ({ kind, gained, lost, actor, when, stance, places }) => JSON.stringify([kind, gained, lost, actor, when, stance, placesKey(places)]);

/** @param {import("./data.js").Claim["places"]} places */
const placesKey = (places) => places.map(({ text, extent }) => `${text} ${extent === "part"}`).sort().join(", ");

/** The same in a shorter way, where claims are columns with a code for each value. @param {import("./data.js").Claim[] & {column?: import("./unpack.js").Column}} claims @returns {(i: number, claim: import("./data.js").Claim) => string} */
function keysOf(claims) {
  const columns = claims.column?.columns;
  if (!columns) return (_, claim) => keyOf(claim);
  const [kind, gained, lost, actor, when, stance] = ["kind", "gained", "lost", "actor", "when", "stance"].map((name) => columns[name].code ?? columns[name].at);
  const { code, at } = columns.places;
  /** @type {Map<number, string>} */
  const kept = new Map();
  const places = (/** @type {number} */ i) => {
    const known = code && kept.get(code(i));
    if (known !== undefined) return known;
    const key = placesKey(at(i));
    if (code) kept.set(code(i), key);
    return key;
  };
  return (i) => `${kind(i)} ${gained(i)} ${lost(i)} ${actor(i)} ${when(i)} ${stance(i)} ${places(i)}`;
}

/** @param {import("./data.js").Claim} claim */
const placesOf = (claim) => claim.places.map((place) => (place.extent === "part" ? t("list.part", { name: place.text }) : place.text));

/** The brief events of a day, of events by time. @param {Event[]} events @param {number} day */
export function briefOn(events, day) {
  const found = [];
  for (let i = firstFrom(events, day - BRIEF); i < events.length && sortDay(events[i]) <= day; i += 1) {
    if (isOn(events[i], day) && isBrief(events[i])) found.push(events[i]);
  }
  return found;
}

/** The place of the first event, of events by time, that begins on a day or later. @param {Event[]} events @param {number} day */
export function firstFrom(events, day) {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sortDay(events[middle]) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an analyst rejected a claim: it is listed with what is not drawn. @param {import("./data.js").Claim} claim */
export const isRejected = (claim) => claim.review?.decision === "reject";

/** @param {import("./data.js").Claim} claim */
const pointsOf = (claim) => claim.places.flatMap((place) => (place.at ? [place.at] : []));

/** @param {Event} event */
export const isBrief = (event) => event.first !== null && event.last !== null && event.last - event.first <= BRIEF;

/** @param {Event} event */
const sortDay = (event) => event.first ?? event.last ?? Infinity;

/** Whether a day lies within the event's dates; an event of unknown date lies nowhere. @param {Event} event @param {number} day */
export const isOn = (event, day) =>
  (event.first !== null || event.last !== null) && (event.first ?? -Infinity) <= day && day <= (event.last ?? event.first ?? -Infinity);

/** Where; what must be somewhere and is not told where says so. @param {{kind: string, places: string[]}} event */
export const placesLine = ({ kind, places }) => places.join(", ") || (PLACELESS.has(kind) ? "" : t("panel.no-place-note"));

/** Who did what, as a line. @param {{gained: string|null, lost: string|null, actor: string|null}} event @param {(id: string) => string} party */
export function partiesLine(event, party) {
  if (event.gained && event.lost) return `${party(event.lost)} \u2192 ${party(event.gained)}`;
  if (event.gained) return t("panel.to", { party: party(event.gained) });
  if (event.lost) return t("panel.from", { party: party(event.lost) });
  return event.actor ? party(event.actor) : "";
}

/** @param {{kind: string}} event */
export const kindOf = (event) => wordOf("kind", event.kind);

/** @param {Event} event */
export const stanceWord = (event) => wordOf("stance", event.stance);
