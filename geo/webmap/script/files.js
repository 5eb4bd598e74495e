// The menu with a link to what is shown, and with files of it.

import { csv, geojson, townsCsv, townsGeojson } from "./data_files.js";
import { iso } from "./days.js";
import { el } from "./dom.js";
import { png, svg } from "./pictures.js";
import { copy, save } from "./saving.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

const JSON_TYPE = "application/geo+json";
const SVG_TYPE = "image/svg+xml";
export const CSV_TYPE = "text/csv;charset=utf-8";

/** @param {App} app @param {HTMLElement} home @param {import("./pictures.js").Shown} shown */
export function fillFiles(app, home, shown) {
  const said = el("p", { role: "status" });
  const name = (/** @type {string} */ what, /** @type {string} */ end) => `${app.data.region.id}-${what}.${end}`;
  const file = (/** @type {import("./words.js").Key} */ key, /** @type {() => [string, BlobPart | Promise<Blob | null>, string]} */ make) =>
    el("li", {}, el("button", { type: "button", onclick: async () => {
      const [called, content, type] = make();
      const blob = content instanceof Promise ? await content : new Blob([content], { type });
      if (blob) save(called, blob);
      said.textContent = blob ? t("files.saved", { name: called }) : t("files.too-large");
    } }, t(key)));
  const menu = el("details", { id: "files" },
    el("summary", {}, t("files.title")),
    el("div", { class: "menu" },
      app.address.works ? linkPart(app, said) : null,
      el("ul", {},
        file("files.geojson", () => [name("control", "geojson"), geojson(app), JSON_TYPE]),
        file("files.geojson-day", () => [name(`control-${iso(app.day)}`, "geojson"), geojson(app, app.day), JSON_TYPE]),
        file("files.csv", () => [name("control", "csv"), csv(app), CSV_TYPE]),
        ...(app.atlas.points.length ? [
          file("files.towns", () => [name("towns", "geojson"), townsGeojson(app), JSON_TYPE]),
          file("files.towns-csv", () => [name("towns", "csv"), townsCsv(app), CSV_TYPE])] : []),
        file("files.png", () => [name(iso(app.day), "png"), png(app, shown), ""]),
        file("files.svg", () => [name(iso(app.day), "svg"), svg(app, shown), SVG_TYPE]),
        el("li", {}, el("button", { type: "button", id: "to-paper", onclick: () => window.print() }, t("files.print")))),
      said));
  menu.addEventListener("toggle", () => { said.textContent = ""; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  home.append(menu);
}

/** The link in a field, for those whose browser lets no page copy, and the way to copy it. @param {App} app @param {HTMLElement} said */
function linkPart(app, said) {
  const field = el("input", { type: "text", id: "link", readonly: true, "aria-label": t("files.link"), onfocus: () => field.select() });
  const show = () => { field.value = app.address.link(); };
  field.addEventListener("focus", show);
  show();
  const onclick = async () => {
    show();
    said.textContent = t((await copy(field)) ? "files.copied" : "files.copy-by-hand");
  };
  for (const topic of /** @type {const} */ (["day", "window", "selection", "names"])) app.on(topic, show);
  const local = window.location.protocol === "file:" && el("p", { class: "hint" }, t("files.local"));
  return el("div", { class: "link" }, field, el("button", { type: "button", id: "copy", onclick }, t("files.copy")), local);
}
