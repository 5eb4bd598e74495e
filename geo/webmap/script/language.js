// The language that the page speaks: as its address says, else as the reader's browser prefers, else English.

import { el } from "./dom.js";
import { readFragment, writeFragment } from "./fragment.js";
import { LANGUAGES, direction, speak, spoken, t } from "./words.js";

const IN_ADDRESS = "lang";

/** Before anything is said. What the page is born with is said anew: `data-say` names an element's text, `data-label` its label. */
export function chooseLanguage() {
  const wanted = [readFragment().get(IN_ADDRESS) ?? "", ...navigator.languages].map((tag) => tag.split("-")[0].toLowerCase());
  speak(wanted.find((tag) => tag in LANGUAGES) ?? "en");
  document.documentElement.lang = spoken();
  document.documentElement.dir = direction();
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say], [data-label]"))) {
    const { say, label } = /** @type {{say?: import("./words.js").Key, label?: import("./words.js").Key}} */ (node.dataset);
    if (say) node.textContent = t(say);
    if (label) node.setAttribute("aria-label", t(label));
  }
}

/** The way to choose a language; the page is opened anew in it. @param {HTMLElement} home */
export function fillLanguages(home) {
  const onchange = () => {
    writeFragment({ [IN_ADDRESS]: select.value });
    window.location.reload();
  };
  const options = Object.entries(LANGUAGES).map(([tag, name]) => el("option", { value: tag, lang: tag, selected: tag === spoken() }, name));
  const select = el("select", { id: "language", "aria-label": t("page.language"), onchange }, ...options);
  home.append(select);
}
