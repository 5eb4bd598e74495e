// A field for a day: the browser's own, or, where time begins before the year 1, which that one does not know, one for
// the day as ISO 8601 writes it.

import { el } from "./dom.js";
import { iso, parseIso, yearOf } from "./days.js";
import { t } from "./words.js";

/** @param {import("./app.js").App} app @param {Record<string, any>} about  its attributes and listeners @returns {HTMLInputElement} */
export function dayField(app, about) {
  if (yearOf(app.data.time.start) > 0) return el("input", { type: "date", ...about });
  return el("input", { type: "text", class: "iso", size: "11", pattern: "-?\\d{4}-\\d\\d-\\d\\d", title: t("date.as-iso"), ...about });
}

/** A field that chooses a day of the slider's span. While a year is typed, it stands in the field as 2, 20 and 202: a day beyond the span is waited over, and brought into it when the field is left or Enter pressed. @param {import("./app.js").App} app @param {Record<string, any>} about @param {{choose: (day: number) => void, shown: () => number | null}} acts  ``shown`` is the day that the field is to say, null while it says none @returns {{input: HTMLInputElement, show: () => void}} */
export function dayChoice(app, about, { choose, shown }) {
  const show = () => {
    const day = shown();
    if (day === null) return;
    for (const [name, told] of /** @type {const} */ ([["min", app.time.start], ["max", app.time.end], ["value", day]])) {
      if (input[name] !== iso(told)) input[name] = iso(told); // the same once more would break off what is being typed
    }
  };
  const typed = () => {
    const day = parseIso(input.value);
    return day === null ? null : { day, nearest: Math.max(app.time.start, Math.min(app.time.end, day)) };
  };
  const settle = () => {
    const [found, day] = [typed(), shown()];
    if (found && day !== null && found.nearest !== day) choose(found.nearest);
    show();
  };
  const input = dayField(app, {
    ...about,
    onchange: () => {
      const found = typed();
      if (found && found.day === found.nearest) choose(found.day);
    },
    onblur: settle,
    onkeydown: (/** @type {KeyboardEvent} */ { key }) => {
      if (key === "Enter") settle();
    },
  });
  return { input, show };
}
