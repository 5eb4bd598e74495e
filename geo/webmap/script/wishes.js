// Which names the map would show at a zoom, how each is set, and where it might stand. Ranks put them in order: what the
// reports name, areas, cities of the gazetteer, capitals, countries, towns by size, waters, provinces, small places.

import { calledIn } from "./finder.js";
import { areaStyle, placeStyle } from "./kinds.js";
import { GAP, around, beside } from "./labels.js";
import { withDisc } from "./points.js";
import { alongCourse } from "./river_labels.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./labels.js").Wish} Wish */
/** @typedef {(text: string, style: string) => number} Measure */
/** @typedef {{font: string, spacing: number, height: number, colour: string, halo: boolean, upper?: boolean}} Setting */

const SANS = "system-ui, sans-serif";
const SERIF = "ui-serif, Georgia, serif";

/** @type {Record<string, Setting>} */
export const SETTINGS = {
  country: { font: `600 15px ${SERIF}`, spacing: 3, height: 18, colour: "ink-faint", halo: false, upper: true },
  area: { font: `600 12px ${SANS}`, spacing: 0.2, height: 14, colour: "ink", halo: true },
  layer: { font: `italic 600 14px ${SERIF}`, spacing: 0.5, height: 16, colour: "ink", halo: true },
  passage: { font: `italic 600 12px ${SANS}`, spacing: 0, height: 14, colour: "ink", halo: true },
  capital: { font: `600 13px ${SANS}`, spacing: 0, height: 15, colour: "ink", halo: true },
  city: { font: `500 12.5px ${SANS}`, spacing: 0, height: 14, colour: "ink", halo: true },
  town: { font: `400 11.5px ${SANS}`, spacing: 0, height: 13, colour: "ink", halo: true },
  village: { font: `400 11px ${SANS}`, spacing: 0, height: 13, colour: "ink", halo: true },
  small: { font: `400 11px ${SANS}`, spacing: 0, height: 13, colour: "ink-soft", halo: true },
  water: { font: `italic 400 11.5px ${SERIF}`, spacing: 0.5, height: 13, colour: "water-ink", halo: true },
  province: { font: `500 10px ${SANS}`, spacing: 1.2, height: 12, colour: "ink-faint", halo: false, upper: true },
};

/** What the reports name comes before everything else. */
const NAMED = 20;
/** Countries yield to nothing of a rank above this one. */
export const COUNTRIES = 3;
const [CITIES, AREAS, TOWNS, WATERS, PROVINCES] = [1, 1.2, 3.2, 4.6, 5];

/** So many places are all tried; of more, one in each piece of the map of this size in pixels. */
const MANY = 1500;
const PIECE = { width: 36, height: 14 };
/** A name in two parts is set in two lines where one is longer than this; in pixels. */
const LONG = 100;
/** How often an area's largest circle must go into the width of its name for the name to be left out. */
const TOO_WIDE = { named: 5, other: 3.2 };
/** No letter of a name is narrower on the average, and none of the two lines of a name has less than half of them; in pixels. */
const NARROWEST = 2;
/** Where its area has so much room in pixels, a town has its name beside its dot, though the area has the same. */
const BOTH_NAMED = 45;
const AGAIN = " / ";

/** All names wished for at the zoom that the shapes are made for, on their plane. @param {App} app @param {number} zoom @param {Measure} measure @returns {Wish[]} */
export function wishes(app, zoom, measure) {
  return [...areas(app, measure), ...towns(app, zoom, measure), ...waters(app, zoom, measure), ...provinces(app, zoom, measure)];
}

/** @param {App} app @param {Measure} measure */
function* areas(app, measure) {
  const { areas: all, geometry } = app.data;
  for (const [i, area] of all.entries()) {
    const anchor = geometry.anchors[i];
    const { label } = areaStyle(area);
    if (!anchor || !label) continue;
    const [x, y] = app.shapes.at(anchor[0], anchor[1]);
    const room = y - app.shapes.at(anchor[0], anchor[1] + anchor[2])[1];
    if (NARROWEST * area.label.length > 2 * room * TOO_WIDE.named && label.style === "area") continue;
    const lines = setInLines(area.label, label.style, measure);
    const width = Math.max(...lines.map((line) => measure(line, label.style)));
    const named = area.named ? NAMED : 0;
    if (label.style === "area" && width > 2 * room * (named ? TOO_WIDE.named : TOO_WIDE.other)) continue;
    const rank = AREAS + label.rank / 10 - Math.min(anchor[2], 0.9) / 2 - named;
    const key = room > BOTH_NAMED ? `area ${area.id}` : area.label;
    yield wish({ text: area.label, lines, style: label.style, rank, width, key, spots: around(x, y, Math.max(room, 12)) });
  }
}

/** @param {App} app @param {number} zoom @param {Measure} measure */
function* towns(app, zoom, measure) {
  const discs = withDisc(app);
  for (const place of thinned(app)) {
    const style = placeStyle(place);
    const from = Math.min(place.zoom ?? Infinity, style.zoom);
    if (zoom < from && !place.named) continue;
    const named = place.named ? NAMED : 0;
    const rank = (place.kind === "city" ? CITIES : townRank(from)) - named;
    const bare = discs.has(place.id);
    yield { ...town(place.name, app.shapes.at(...place.at), { style: style.style, rank, bare }, measure), bare };
  }
  const sought = app.selection?.place;
  if (sought?.at) yield { ...town(calledIn(app, sought), app.shapes.at(...sought.at), { style: "city", rank: -2 * NAMED, bare: sought.state !== undefined }, measure), bare: sought.state !== undefined };
  for (const { name, lon, lat, zoom: from, capital } of app.data.base.towns) {
    if (zoom < from) continue;
    const style = capital ? "capital" : from < 7 ? "city" : from < 8.5 ? "town" : "small";
    yield town(name, app.shapes.at(lon, lat), { style, rank: townRank(from) }, measure);
  }
}

/** Of very many places one of each piece of the map, those of which something is told first: no more have room. @param {App} app */
function thinned(app) {
  const { places } = app.data;
  if (places.length <= MANY) return places;
  const taken = new Set();
  return [...places].sort((a, b) => Number(b.named) - Number(a.named)).filter(({ at }) => {
    const [x, y] = app.shapes.at(...at);
    const piece = `${Math.floor(x / PIECE.width)} ${Math.floor(y / PIECE.height)}`;
    return !taken.has(piece) && taken.add(piece);
  });
}

/** Capitals (drawn from zoom 4.5 on) before countries, then by size. @param {number} from */
const townRank = (from) => (from <= 4.5 ? 2 : TOWNS + (from - 5) / 2);

/** @param {string} text @param {[number, number]} at @param {{style: string, rank: number, bare?: boolean}} how  `bare`: a disc stands where its dot would @param {Measure} measure */
function town(text, [x, y], { style, rank, bare = false }, measure) {
  const lines = setInLines(text, style, measure);
  const width = Math.max(...lines.map((line) => measure(line, style)));
  const spots = beside(x, y, width, lines.length * SETTINGS[style].height, bare ? GAP + 4 : GAP);
  return wish({ text, lines, style, rank, width, spots, dot: [x, y] });
}

/** @param {App} app @param {number} zoom @param {Measure} measure */
function* waters(app, zoom, measure) {
  const { lakes, rivers } = app.data.base;
  for (const { name, zoom: from, anchor } of lakes) {
    if (!name || !anchor || zoom < from) continue;
    const [x, y] = app.shapes.at(anchor[0], anchor[1]);
    const room = y - app.shapes.at(anchor[0], anchor[1] + anchor[2])[1];
    const words = name.split(" ");
    const lines = words.length > 1 ? [words.slice(0, -1).join(" "), words[words.length - 1]] : words;
    const width = Math.max(...lines.map((line) => measure(line, "water")));
    if (width > 5 * room) continue;
    yield wish({ text: name, lines, style: "water", rank: WATERS - 0.4, width, spots: around(x, y, room) });
  }
  for (const { name, zoom: from, arcs } of rivers) {
    if (!name || zoom < from) continue;
    const width = measure(name, "water");
    for (const arc of arcs) {
      const stretches = alongCourse(app.ground.course(arc), width, SETTINGS.water.height);
      for (const [i, spots] of stretches.entries()) {
        yield wish({ text: name, lines: [name], style: "water", rank: WATERS, width, key: `river ${arc} ${i}`, spots });
      }
    }
  }
}

/** @param {App} app @param {number} zoom @param {Measure} measure */
function* provinces(app, zoom, measure) {
  for (const { name, lon, lat, zoom: from, room } of app.data.base.provinces) {
    if (zoom < from - 1.3) continue;
    const text = name.toUpperCase();
    const width = measure(text, "province");
    const radius = room * app.shapes.pixelsPerKm;
    if (width > 2.4 * radius) continue;
    const [x, y] = app.shapes.at(lon, lat);
    yield wish({ text, lines: [text], style: "province", rank: PROVINCES, width, key: name, spots: around(x, y, radius * 0.7) });
  }
}

/** @param {{text: string, lines: string[], style: string, rank: number, width: number, spots: import("./labels.js").Spot[], key?: string, dot?: [number, number]}} said @returns {Wish} */
function wish({ key, dot, ...said }) {
  return { ...said, key: key ?? said.text, dot: dot ?? null, height: said.lines.length * SETTINGS[said.style].height };
}

/** @param {string} text @param {string} style @param {Measure} measure */
function setInLines(text, style, measure) {
  const at = text.indexOf(AGAIN);
  return at < 0 || measure(text, style) <= LONG ? [text] : [text.slice(0, at + 2), text.slice(at + AGAIN.length)];
}
