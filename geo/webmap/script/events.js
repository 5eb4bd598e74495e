// Dated events: claims that tell the same thing of the same places and time are one event with several reports.

import { t, wordOf } from "./words.js";

/** @typedef {import("./data.js").Atlas} Atlas */
/** @typedef {{key: string, kind: string, gained: string|null, lost: string|null, actor: string|null, when: string|null, first: number|null, last: number|null, places: string[], stance: string, claims: number[], cells: number[], points: [number, number][]}} Event */

/** Kinds of events that are nowhere in particular: nothing is missing where they name no place. */
const PLACELESS = new Set(["ceasefire", "agreement", "declaration"]);

/** Days after which an event is a state of affairs and no longer a point on the map. */
const BRIEF = 400;

/** @param {Atlas} atlas @param {(claim: import("./data.js").Claim) => boolean} [knows]  which claims are known @returns {Event[]} dated ones by time, then those without a date */
export function eventsOf(atlas, knows = () => true) {
  /** @type {Map<string, Event>} */
  const found = new Map();
  atlas.data.claims.forEach((claim, i) => {
    if (isRejected(claim) || !knows(claim)) return;
    const places = claim.places.map((place) => (place.extent === "part" ? t("list.part", { name: place.text }) : place.text));
    const key = JSON.stringify([claim.kind, claim.gained, claim.lost, claim.actor, claim.when, claim.stance, [...places].sort()]);
    const known = found.get(key);
    if (known) {
      known.claims.push(i);
      known.cells = [...new Set([...known.cells, ...atlas.data.claimCells[i]])];
      return;
    }
    const { kind, gained, lost, actor, when, stance, span } = claim;
    found.set(key, { key, kind, gained, lost, actor, when, stance, first: span[0], last: span[1], places, claims: [i], cells: [...atlas.data.claimCells[i]], points: pointsOf(claim) });
  });
  return [...found.values()].sort((a, b) => sortDay(a) - sortDay(b) || (a.last ?? 1e9) - (b.last ?? 1e9));
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
