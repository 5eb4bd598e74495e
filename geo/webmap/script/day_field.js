// A field for a day: the browser's own, or, where time begins before the year 1, which that one does not know, one for
// the day as ISO 8601 writes it.

import { el } from "./dom.js";
import { yearOf } from "./days.js";
import { t } from "./words.js";

/** @param {import("./app.js").App} app @param {Record<string, any>} about  its attributes and listeners @returns {HTMLInputElement} */
export function dayField(app, about) {
  if (yearOf(app.data.time.start) > 0) return el("input", { type: "date", ...about });
  return el("input", { type: "text", class: "iso", size: "11", pattern: "-?\\d{4}-\\d\\d-\\d\\d", title: t("date.as-iso"), ...about });
}
