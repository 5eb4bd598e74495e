// What the reports known at a step tell: control, forces, events, plans, what could not be placed, and until when.

import { ControlLog } from "./control.js";
import { eventsOf } from "./events.js";
import { plansOf } from "./plans.js";

/** @param {import("./data.js").Atlas} atlas @param {import("./known.js").Knowledge} knowledge @param {number} step @param {import("./known.js").Choice} choice */
export function toldAt(atlas, knowledge, step, choice) {
  const { data } = atlas;
  const knows = (/** @type {import("./data.js").Claim} */ claim) => knowledge.knows(claim.article, step);
  const presences = knowledge.presences(step);
  return {
    log: new ControlLog(data.cells.length + atlas.points.length, knowledge.intervals(step)),
    presences,
    events: eventsOf(atlas, knows),
    plans: plansOf(data, presences, knows),
    unplaced: data.unplaced.filter(({ claim }) => (claim === null ? step === knowledge.all : knows(data.claims[claim]))),
    time: knowledge.time(step, choice),
  };
}
