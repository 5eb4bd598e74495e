// Beside the map: what was reported, area by area and event by event, and what could not be placed.

import { areaList, listed } from "./area_list.js";
import { changeList } from "./change_list.js";
import { comparison } from "./compare.js";
import { showDetail } from "./detail.js";
import { byId, el } from "./dom.js";
import { eventList } from "./event_list.js";
import { filterBox } from "./filter_box.js";
import { finderBox } from "./finder.js";
import { pointList } from "./point_list.js";
import { foundSelection } from "./selections.js";
import { unplacedList } from "./unplaced_list.js";
import { viewpointChoice } from "./viewpoint.js";
import { t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {HTMLElement} panel */
export function fillPanel(app, panel) {
  const detail = el("div", { id: "detail", hidden: true });
  const tabs = [
    { id: "events", title: t("panel.events"), count: () => app.filters.events.length, body: eventList(app) },
    { id: "areas", title: t("panel.areas"), count: () => listed(app).length + app.atlas.points.length, body: el("div", {}, areaList(app), pointList(app)) },
    { id: "unplaced", title: t("panel.unplaced"), count: () => app.filters.unplaced.length, body: unplacedList(app) },
  ];
  const lists = el("div", { id: "lists" }, finderBox(app, (entry) => app.select(foundSelection(app, entry))), changeList(app), comparison(app), filterBox(app, viewpointChoice(app)), tabBar(app, tabs), ...tabs.map(({ id, body }, i) =>
    el("div", { role: "tabpanel", id: `tab-${id}`, "aria-labelledby": `tabbutton-${id}`, tabindex: "0", hidden: i > 0 }, body)));
  panel.append(detail, lists);
  const [narrow, calm] = ["(max-width: 900px)", "(prefers-reduced-motion: reduce)"].map((query) => window.matchMedia(query));
  const show = () => showDetail(app, detail, lists);
  app.on("selection", () => {
    show();
    panel.scrollTop = 0;
    if (app.guided) return;
    if (narrow.matches) (app.selection ? panel : byId("stage")).scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "start" });
    if (app.selection) /** @type {HTMLElement} */ (detail.querySelector("h2")).focus({ preventScroll: true });
  });
  app.on("day", (changed) => { if (app.selection?.cells.some((cell) => changed.has(cell))) show(); });
  for (const topic of /** @type {const} */ (["theme", "names", "known"])) app.on(topic, show);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape" && app.selection) app.select(null); });
}

/** @param {App} app @param {{id: string, title: string, count: () => number}[]} tabs */
function tabBar(app, tabs) {
  const counts = tabs.map(() => el("span", { class: "count" }));
  const count = () => counts.forEach((box, i) => { box.textContent = String(tabs[i].count()); });
  for (const topic of /** @type {const} */ (["known", "filters"])) app.on(topic, count);
  count();
  const buttons = tabs.map(({ id, title }, i) =>
    el("button", { type: "button", role: "tab", id: `tabbutton-${id}`, "aria-controls": `tab-${id}`, "aria-selected": i === 0 ? "true" : "false", tabindex: i === 0 ? "0" : "-1", onclick: () => choose(i) },
      title, " ", counts[i]));
  let chosen = 0;
  const choose = (/** @type {number} */ index) => {
    chosen = index;
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
      const body = document.getElementById(`tab-${tabs[i].id}`);
      if (body) body.hidden = i !== index;
    });
    app.address.changed();
  };
  app.keep("list", [], {
    write: () => (chosen === 0 ? null : tabs[chosen].id),
    read: (text) => {
      const index = text === null ? 0 : tabs.findIndex(({ id }) => id === text);
      if (index >= 0 && index !== chosen) choose(index);
    },
  });
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (buttons.indexOf(/** @type {any} */ (document.activeElement)) + step + buttons.length) % buttons.length;
    choose(next);
    buttons[next].focus();
  };
  return el("div", { role: "tablist", "aria-label": t("page.panel"), onkeydown }, ...buttons);
}
