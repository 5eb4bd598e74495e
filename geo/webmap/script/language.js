// The language that the page speaks: as its address says, else as the reader's browser prefers, else English.

import { el } from "./dom.js";
import { LANGUAGES, direction, speak, spoken, t } from "./words.js";

/** @typedef {import("./app.js").App} App */

const IN_ADDRESS = "lang";

/** The language that the reader asked for, here or by a link. @type {string | null} */
let asked = null;

/** Before anything is said. What the page is born with is said anew: `data-say` names an element's text, `data-label` its label. */
export function chooseLanguage() {
  const told = new URLSearchParams(window.location.hash.slice(1)).get(IN_ADDRESS);
  if (told !== null && Object.hasOwn(LANGUAGES, told)) asked = told;
  const wanted = [asked ?? "", ...navigator.languages].map((tag) => tag.split("-")[0].toLowerCase());
  speak(wanted.find((tag) => tag in LANGUAGES) ?? "en");
  document.documentElement.lang = spoken();
  document.documentElement.dir = direction();
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say], [data-label]"))) {
    const { say, label } = /** @type {{say?: import("./words.js").Key, label?: import("./words.js").Key}} */ (node.dataset);
    if (say) node.textContent = t(say);
    if (label) node.setAttribute("aria-label", t(label));
  }
}

/** The way to choose a language; the page is opened anew in it. @param {App} app @param {HTMLElement} home */
export function fillLanguages(app, home) {
  app.keep(IN_ADDRESS, [], { write: () => asked, read: (text) => ask(app, text) });
  const onchange = () => ask(app, select.value);
  const options = Object.entries(LANGUAGES).map(([tag, name]) => el("option", { value: tag, lang: tag, selected: tag === spoken() }, name));
  const select = el("select", { id: "language", "aria-label": t("page.language"), onchange }, ...options);
  home.append(select);
}

/** @param {App} app @param {string | null} tag */
function ask(app, tag) {
  if (tag === null || tag === asked || !Object.hasOwn(LANGUAGES, tag)) return;
  asked = tag;
  app.address.flush();
  window.location.reload();
}
