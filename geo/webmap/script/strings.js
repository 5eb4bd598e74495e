// Every word that the page itself says, in one place, so that a translation is one more table.

export const STRINGS = {
  kind: {
    capture: "Capture", handover: "Handover", withdrawal: "Withdrawal", loss: "Loss of control", hold: "Holds",
    deployment: "Deployment", ceasefire: "Ceasefire", agreement: "Agreement", clash: "Fighting",
    declaration: "Declaration",
  },
  stance: {
    asserted: "Told by the outlet itself", claimed: "Claimed", planned: "Planned", denied: "Denied",
    hypothetical: "Hypothetical",
  },
  support: {
    independent: "two unrelated sources", admitted: "admitted against the speaker's own interest",
    single: "one source", one_side: "only the gaining side says so", conflicting: "reports conflict",
  },
  basis: { stated: "stated by a report", inferred: "inferred from a later report", baseline: "starting point from a public record, no report", own: "stated by an analyst, by no report" },
  whenBasis: { explicit: "date stated", relative: "date told relative to another", context: "date from the report's context", publication: "no date told; not after publication" },
  decision: { accept: "confirmed", reject: "rejected", edit: "edited", add: "added" },
  publishedBasis: { metadata: "", dateline: "by its dateline", inferred: "inferred from its text", unknown: "date unknown" },
  look: {
    solid: "Reported held", hatch: "Held, but only the gaining side says so", tint: "Starting point from a public record, no report",
    stripes: "Changing hands, the day not reported", checks: "Contested: reports contradict",
    bands: "Divided, no line reported", query: "In doubt: last reported so, later changes nearby not placed",
    none: "No report",
  },
};

/** Kinds of events that are nowhere in particular: nothing is missing where they name no place. */
export const PLACELESS = new Set(["ceasefire", "agreement", "declaration"]);

export const OWN_STATEMENT = "Analyst\u2019s own statement, no report";

export const NO_PLACE = "no place named";

export const MAX_QUOTE = 900;
