// What a reader has chosen among the reports, and whose word, in the page's address.

import { FACETS } from "./filters.js";

/** @typedef {import("./app.js").App} App */

/** Names in the address: `in` is an area, `by` a viewpoint. */
const NAMES = { kind: "kind", stance: "told", side: "side", source: "outlet", area: "in" };

/** @param {App} app */
export function keepChosen(app) {
  const { filters, viewpoint } = app;
  /** @param {() => void} act */
  const set = (act) => {
    const before = filters.mark;
    act();
    if (filters.mark !== before) filters.change();
  };
  for (const facet of FACETS) {
    app.keep(NAMES[facet], ["filters"], {
      write: () => [...filters.wanted[facet]].map(encodeURIComponent).join(",") || null,
      read: (text) => set(() => { filters.wanted[facet] = new Set(text?.split(",").map(decodeURIComponent)); }),
    });
  }
  app.keep("words", ["filters"], { write: () => filters.text || null, read: (text) => set(() => { filters.text = text ?? ""; }) });
  app.keep("only", ["filters"], { write: () => (filters.inPeriod ? "period" : null), read: (text) => set(() => { filters.inPeriod = text === "period"; }) });
  app.keep("by", ["viewpoint"], {
    write: () => viewpoint.chosen,
    read: (text) => { if (text !== viewpoint.chosen && (text === null || viewpoint.choices.includes(text))) app.seeBy(text); },
  });
}
