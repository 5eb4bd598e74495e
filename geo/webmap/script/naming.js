// The names that areas, places and the base map are shown by: a reader chooses, and each has one in every choice.

import { el } from "./dom.js";
import { spoken, t } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Data} Data */

const BOTH = "both";

/** Gives each area, place and thing of the base map its name in a choice. @param {Data} data @param {number} choice  index in the list of choices */
export function applyNames(data, choice) {
  for (const area of data.areas) {
    area.name = area.names[choice];
    area.label = area.labels[choice];
  }
  for (const place of data.places) place.name = place.names[choice];
  const { land, lakes, rivers, provinces, towns } = data.base;
  for (const item of [...land, ...lakes, ...rivers, ...provinces, ...towns]) {
    item.name = typeof item.names === "string" ? item.names : item.names[choice];
  }
}

/** The way to choose names; nothing where there is no choice. @param {App} app @param {HTMLElement} home */
export function fillNaming(app, home) {
  const { choices, shown } = app.data.naming;
  if (choices.length < 2) return;
  const options = choices.map(({ tag }) => el("option", { value: tag, selected: tag === shown }, wordsFor(app.data, tag)));
  const note = el("span", { id: "naming-note" });
  const select = el("select", { id: "names", "aria-describedby": "naming-note", onchange: () => app.showNames(select.value) }, ...options);
  home.append(el("label", { for: "names" }, t("names.label")), select, note);
  const mark = () => {
    select.value = app.naming;
    note.textContent = noteOn(app.data, app.naming);
  };
  app.on("names", mark);
  mark();
}

/** A language by its name; what stands in the stated order by an example. @param {Data} data @param {string} tag */
export function wordsFor(data, tag) {
  if (tag !== BOTH) return languageNamed(tag);
  const example = [...data.areas, ...data.places].find(({ names }) => names[0].includes(" / "));
  if (!example) return t("names.as-is");
  return t("names.both", { example: "labels" in example ? example.labels[0] : example.names[0] });
}

/** A language in the language of the page, or, where the browser does not know that one, in its own. @param {string} tag */
function languageNamed(tag) {
  const knows = Intl.DisplayNames.supportedLocalesOf([spoken()]).length > 0;
  return new Intl.DisplayNames([knows ? spoken() : tag], { type: "language" }).of(tag) ?? tag;
}

/** What stands where a language has no name. @param {Data} data @param {string} tag */
export function noteOn(data, tag) {
  const { choices, all } = data.naming;
  const lacking = all - (choices.find((choice) => choice.tag === tag)?.known ?? all);
  return lacking === 0 ? "" : t("names.lacking", { n: lacking, all });
}
