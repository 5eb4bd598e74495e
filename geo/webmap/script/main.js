// Opens the page: reads the data, gives folium its layers, and fills what stands around the map.

import { Ages } from "./ages.js";
import { App } from "./app.js";
import { drawLand, drawWaters } from "./base_map.js";
import { canvasLayer } from "./canvas_layer.js";
import { forgetInks, ink } from "./colours.js";
import { spokenName, translated } from "./data.js";
import { sayEdtf } from "./days.js";
import { byId, el } from "./dom.js";
import { drawBorders, drawControl, drawEvents } from "./drawing.js";
import { fillFiles } from "./files.js";
import { drawForces } from "./forces.js";
import { fillLegend, keepLegend } from "./legend.js";
import { Names } from "./names.js";
import { openData } from "./opening.js";
import { fillNaming } from "./naming.js";
import { fillPanel } from "./panel.js";
import { followPrint } from "./print.js";
import { cellAt, followPointer } from "./pointer.js";
import { drawPoints } from "./points.js";
import { keepChosen } from "./chosen.js";
import { keepShown } from "./shown.js";
import { tellStory } from "./story.js";
import { OF_A_DAY, divider, onBothSides } from "./swipe.js";
import { fillTime } from "./time.js";
import { t } from "./words.js";
import { viewpointNotice } from "./viewpoint.js";
import { chooseLanguage, fillLanguages } from "./language.js";

const { L } = /** @type {{L: typeof import("leaflet")}} */ (/** @type {unknown} */ (globalThis));

chooseLanguage();
/** @type {App} */
let app;
/** @type {Names} */
let names;
/** @type {Ages} */
let ages;
/** Whether the map looks at the region: before that nothing is worth drawing. */
let isFitted = false;
/** What is to be done once the data is there: that of a large page comes later than folium's map. */
let whenOpen = () => {};
openData((data) => {
  app = new App(data);
  names = new Names(app);
  ages = new Ages(app.looks);
  ages.moveTo(app.day, app.log.current);
  whenOpen();
}, (words) => {
  byId("empty").hidden = false;
  byId("empty").textContent = t(words);
});

/** `isBlank`: whether a layer has nothing to show. @type {Record<string, {order: number, draw: (of: App, view: import("./canvas_layer.js").View) => void, isBlank?: (of: App) => boolean}>} */
const LAYERS = {
  land: { order: 300, draw: drawLand },
  control: { order: 310, draw: (of, view) => drawControl(of, view, of.data.cells.keys()) },
  waters: { order: 315, draw: drawWaters, isBlank: ({ data: { base } }) => base.lakes.length + base.rivers.length === 0 },
  presence: { order: 320, draw: drawForces, isBlank: (of) => of.plans.length + of.presences.length === 0 },
  borders: { order: 330, draw: drawBorders },
  events: { order: 340, draw: drawEvents, isBlank: (of) => of.events.length === 0 },
  places: { order: 345, draw: drawPoints, isBlank: (of) => of.atlas.points.length === 0 },
  labels: { order: 350, draw: (_, view) => names.draw(view) },
};

/** @type {Record<string, any>} */
const made = {};

/** One of our canvas layers, for folium's map. @param {string} name */
export function layer(name) {
  const { order, draw, isBlank = () => false } = LAYERS[name];
  made[name] = canvasLayer(name, order, () => (isFitted ? app.shapes : undefined), () => isBlank(app), (view) => (OF_A_DAY.includes(name) ? onBothSides(app, view, () => draw(app, view)) : draw(app, view)));
  return made[name];
}

/** Begin, on folium's finished map. @param {L.Map} map */
export function start(map) {
  if (!app) return void (whenOpen = () => start(map));
  if (!hasRoom(map)) return void whenRoom(map, () => start(map));
  const paint = followTheme();
  map.getContainer().setAttribute("aria-label", t("page.map"));
  byId("title").textContent = spokenName(app.data.region);
  byId("accuracy").textContent = translated(app.data, app.data.accuracy);
  byId("sources").append(...app.data.credits.map((credit) => el("li", {}, credit)));
  const told = () => {
    byId("summary").textContent = summary();
    tellIfEmpty();
  };
  app.on("known", told);
  told();
  fillLanguages(app, byId("naming"));
  fillNaming(app, byId("naming"));
  const shown = () => ({ map, layers: layersShown(map), told: summary("sheet") });
  fillFiles(app, byId("head"), shown);
  followPrint(app, shown, paint);
  fillLegend(app, byId("legend-rows"));
  fillTime(app, byId("time"));
  fillPanel(app, byId("panel"));
  followPointer(app, map, byId("tip"), () => map.hasLayer(made.places));
  for (const topic of /** @type {const} */ (["day", "known"])) app.on(topic, repaint);
  app.on("names", () => made.labels?.redraw());
  app.on("filters", () => made.events?.redraw());
  app.on("viewpoint", () => ["control", "places", "labels"].forEach((name) => made[name]?.redraw()));
  viewpointNotice(app, byId("notices"));
  app.on("compare", () => made.borders?.redraw());
  app.on("selection", () => {
    const at = app.selection?.place?.at;
    if (at && !map.getBounds().pad(-0.1).contains([at[1], at[0]])) map.panTo([at[1], at[0]], { animate: false });
    ["borders", "places", "events", "labels"].forEach((name) => made[name].redraw());
  });
  const narrow = window.matchMedia("(max-width: 900px)");
  const foldLegend = () => { if (narrow.matches) byId("legend").removeAttribute("open"); };
  narrow.addEventListener("change", foldLegend); // else it covers the map
  foldLegend();
  keepLegend(app, /** @type {HTMLDetailsElement} */ (byId("legend")), () => made.labels?.redraw());
  followTiles(map);
  divider(app, () => OF_A_DAY.forEach((name) => made[name]?.redraw()));
  const story = tellStory(app, map, taken);
  settle(map);
  keepChosen(app);
  keepShown(app, map, Object.fromEntries(Object.entries(made).filter(([name]) => name !== "land")));
  story?.keep(); // after all that a step shows
  app.address.start();
  app.publish();
  document.documentElement.dataset.ready = "true";
}

/** The room of the map that the legend takes, where there is enough beside it. */
function taken() {
  isFitted = true;
  const legend = byId("legend");
  const open = legend.hasAttribute("open");
  const west = open && byId("stage").offsetWidth > 2.2 * legend.offsetWidth ? legend.offsetWidth + 10 : 0;
  return { west, below: open ? 0 : legend.offsetHeight + 10 };
}

/** A frame in another page, or one that is not shown yet, may have no room at first; a map cannot be fitted into none. @param {L.Map} map */
const hasRoom = (map) => map.getContainer().clientWidth > 0 && map.getContainer().clientHeight > 0;

/** @param {L.Map} map @param {() => void} then */
function whenRoom(map, then) {
  const watcher = new ResizeObserver(() => {
    if (!hasRoom(map)) return;
    watcher.disconnect();
    map.invalidateSize({ animate: false });
    then();
  });
  watcher.observe(map.getContainer());
}

/** What a picture of the map is drawn of; the land is there offline and online, since no picture from elsewhere may be taken along. @param {L.Map} map */
const layersShown = (map) => Object.entries(LAYERS).flatMap(([name, { draw }]) =>
  name === "land" ? [{ opacity: 1, draw }] : map.hasLayer(made[name]) ? [{ opacity: Number(getComputedStyle(made[name]._container).opacity), draw }] : []);

/** Look at the region in the room that is left now that the page around the map is filled, and follow that room. @param {L.Map} map */
function settle(map) {
  const { bounds } = app.data.geometry;
  map.invalidateSize({ animate: false });
  const { west, below } = taken();
  if (!bounds) for (const one of Object.values(made)) one.redraw();
  else map.fitBounds([[bounds[1], bounds[0]], [bounds[3], bounds[2]]], { animate: false, paddingTopLeft: [west, 0], paddingBottomRight: [0, below] });
  keepOnBase(map);
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
}

/** Tiles stand for the offline land: then its waters are theirs too, and the reader is told whom the pictures are from. @param {L.Map} map */
function followTiles(map) {
  map.on("baselayerchange", ({ layer: shown }) => {
    app.online = shown !== made.land;
    const note = byId("online");
    note.hidden = !app.online;
    note.textContent = app.online ? t("page.online", { whose: shown.options.attribution ?? "" }) : "";
    document.documentElement.dataset.online = String(app.online);
    for (const name of ["waters", "labels"]) made[name].redraw();
  });
}

/** The base map ends somewhere: stay on it, and do not zoom out so far that its end is seen. @param {L.Map} map */
function keepOnBase(map) {
  const { extent } = app.data.base;
  const opened = map.getZoom();
  if (!extent) return void map.setMinZoom(Math.max(0, opened - 2));
  const [west, south, east, north] = extent;
  const bounds = L.latLngBounds([[south, west], [north, east]]);
  map.setMinZoom(Math.max(opened - 2, Math.min(opened - 1, map.getBoundsZoom(bounds, true))));
  map.options.maxBoundsViscosity = 0.9;
  map.setMaxBounds(bounds);
}

/** For tests and scripts: what is drawn at a place. Read only. @param {number} lat @param {number} lng */
export function inspect(lat, lng) {
  const cell = cellAt(app, lat, lng);
  const { view } = made.control;
  const [x, y] = app.shapes.at(lng, lat);
  const [px, py] = [(x - view.frame.left) * view.density, (y - view.frame.top) * view.density].map(Math.round);
  const side = Math.round(24 * view.density);
  const { data } = view.ctx.getImageData(px - side / 2, py - side / 2, side, side);
  /** @type {Record<string, number>} */
  const colours = {};
  for (let i = 0; i < data.length; i += 4) {
    const hex = `#${[0, 1, 2].map((k) => data[i + k].toString(16).padStart(2, "0")).join("")}`;
    colours[hex] = (colours[hex] ?? 0) + 1;
  }
  return { cell: cell < 0 ? null : app.data.cells[cell].id, state: app.stateOf(cell) ?? null, colours };
}

/** For tests and scripts: the names on the map and where they stand. Read only. */
export const labels = () => names.standing.map(({ text, style, spot, boxes }) => ({ text, style, spot, boxes }));

/** A step repaints the cells that changed; what lies over them is drawn anew where it is another. @param {Set<number>} changed */
function repaint(changed) {
  const cells = new Set([...changed, ...ages.moveTo(app.day, app.log.current)]);
  if (cells.size > 0 && made.control?.view) onBothSides(app, made.control.view, () => drawControl(app, made.control.view, cells));
  redrawIfOther("presence", [...app.plansNow(), ...app.presencesNow()]);
  if ([...cells].some((cell) => cell >= app.data.cells.length)) made.places?.redraw();
  redrawIfOther("events", app.eventPointsNow().flat());
}

/** @type {Record<string, unknown[]>} */
const overlaid = {};

/** @param {string} name @param {unknown[]} items  what the layer shows */
function redrawIfOther(name, items) {
  const before = overlaid[name];
  overlaid[name] = items;
  if (before?.length !== items.length || items.some((item, i) => item !== before[i])) made[name]?.redraw();
}

/** Light or dark, as the reader's device says, now and when it changes; on paper light. @returns a way to paint it all anew */
function followTheme() {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    app.colours.dark = dark.matches && !("light" in document.documentElement.dataset);
    forgetInks();
    app.colours.paper = ink("land");
    app.patterns.clear();
    for (const one of Object.values(made)) one.redraw();
    document.documentElement.dataset.theme = app.colours.dark ? "dark" : "light";
    app.tell("theme");
  };
  dark.addEventListener("change", set);
  set();
  return set;
}

/** @param {"page" | "sheet"} where  a sheet opens to nothing */
function summary(where = "page") {
  const { knowledge, step, time } = app;
  const { claims } = app.data;
  /** @type {Set<number | null>} */
  const own = new Set();
  claims.forEach((claim) => { if (claim.review?.own) own.add(claim.article); });
  const reports = knowledge.reports(step) - [...own].filter((article) => knowledge.knows(article, step)).length;
  return time.told === null ? t(`${where}.summary`, { n: reports }) : t(`${where}.summary-until`, { n: reports, date: sayEdtf(time.told) });
}

/** A map without claims says so. */
function tellIfEmpty() {
  const { claims } = app.data;
  const note = byId("empty");
  note.hidden = app.known !== "all" || app.statesKnown().some((state) => state.basis !== "baseline" && state.status !== "unknown");
  note.textContent = claims.length
    ? t("page.nothing-drawn")
    : t("page.no-claims");
}
