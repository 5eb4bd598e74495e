// What is printed: the sheet with the map, and under it what is chosen with all its quotes; on white, whatever the theme.

import { byId } from "./dom.js";
import { drawing } from "./pictures.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {import("./pictures.js").Shown} shown @param {() => void} paint  paints the page in the colours that now hold */
export function followPrint(app, shown, paint) {
  const sheet = document.createElement("section");
  sheet.id = "print";
  document.body.prepend(sheet);
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.light = "";
    paint();
    sheet.replaceChildren(drawing(app, shown));
    opened = [...byId("detail").querySelectorAll("details")].filter((item) => !item.open);
    opened.forEach((item) => { item.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((item) => { item.open = false; });
    delete document.documentElement.dataset.light;
    sheet.replaceChildren();
    paint();
  });
}
