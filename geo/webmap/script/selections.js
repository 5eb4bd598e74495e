// What a reader can choose, each choice with a key that stays the same from one build of the page to the next.

import { changesOn } from "./changes.js";
import { iso, parseIso } from "./days.js";
import { calledIn, idOf } from "./finder.js";
import { cellOfPoint, namesOf, onlyCells, pointBy, pointId } from "./points.js";
import { some, t, wordOf } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./app.js").Selection} Selection */

/** @param {import("./data.js").Area} area @returns {Selection} */
export const areaSelection = (area) => ({ key: `area.${area.id}`, title: () => area.name, cells: area.cells, event: null });

/** An area, or a place in the area that it lies in. @param {App} app @param {import("./finder.js").Entry} entry @returns {Selection} */
export function foundSelection(app, entry) {
  const area = entry.area === undefined ? null : app.data.areas[entry.area];
  if (!entry.names && area) return areaSelection(area);
  const own = cellOfPoint(app, entry);
  const cells = own === null ? area?.cells ?? [] : [own];
  return { key: `place.${idOf(entry)}`, title: () => calledIn(app, entry), cells, event: null, place: entry };
}

/** @param {App} app @param {import("./events.js").Event} event @returns {Selection} */
export const eventSelection = (app, event) =>
  ({ key: `event.${app.data.claims[event.claims[0]].id}`, title: () => wordOf("kind", event.kind), cells: event.cells, event });

/** All cells of the same district with the history of this one. @param {App} app @param {number} cell @returns {Selection} */
export function cellSelection(app, cell) {
  const district = app.atlas.district(cell);
  const group = app.log.groups(district?.cells ?? [cell]).find((cells) => cells.includes(cell)) ?? [cell];
  const part = district && group.length < district.cells.length;
  const title = () => (part ? t("list.part-of", { name: district.name }) : districtName(app, cell));
  return { key: `cell.${app.data.cells[cell].id}`, title, cells: group, event: null };
}

/** A row of the ribbon: all cells anywhere with the same history. @param {App} app @param {number[]} group @returns {Selection} */
export const rowSelection = (app, group) =>
  ({ key: `row.${app.data.cells[group[0]].id}`, title: () => some(app.atlas.nameOf(group)), cells: group, event: null });

/** Cells that changed together on a day. @param {App} app @param {number} day @param {number[]} cells @returns {Selection} */
export const changeSelection = (app, day, cells) =>
  ({ key: `change.${iso(day)}.${app.data.cells[cells[0]]?.id ?? pointId(app, cells[0])}`, title: () => some(namesOf(app, cells)), cells, event: null });

/** The district of a cell by its name. @param {App} app @param {number} cell */
export const districtName = (app, cell) => app.atlas.district(cell)?.name ?? app.data.cells[cell].id;

/** @type {Record<string, (app: App, id: string) => Selection | null>} */
const CHOICES = {
  area: (app, id) => of(app.data.areas.find((area) => area.id === id && area.cells.length > 0), areaSelection),
  place: (app, id) => of(app.data.finder.find((entry) => entry.names && idOf(entry) === id), (entry) => foundSelection(app, entry)),
  event: (app, id) => of(app.events.find((event) => event.claims.some((claim) => app.data.claims[claim].id === id)), (event) => eventSelection(app, event)),
  cell: (app, id) => of(onlyCells(app, [cellOf(app, id) ?? Infinity])[0], (cell) => cellSelection(app, cell)),
  change: (app, id) => {
    const [day, cell] = [parseIso(id.split(".")[0]), cellOf(app, id.slice(id.indexOf(".") + 1))];
    if (day === null || cell === undefined) return null;
    return of(changesOn(app, day).changes.find(({ cells }) => cells.includes(cell)), ({ cells }) => changeSelection(app, day, cells));
  },
  row: (app, id) => of(onlyCells(app, [cellOf(app, id) ?? Infinity])[0], (cell) => rowSelection(app, groupOf(app, cell))),
};

/** The choice that a key names, or null where this page has none such. @param {App} app @param {string} key */
export function selectionBy(app, key) {
  const [kind, id] = [key.slice(0, key.indexOf(".")), key.slice(key.indexOf(".") + 1)];
  return Object.hasOwn(CHOICES, kind) ? CHOICES[kind](app, id) : null;
}

/** @template T @param {T | undefined} found @param {(found: T) => Selection} choose */
const of = (found, choose) => (found === undefined ? null : choose(found));

/** @param {App} app @param {string} id */
function cellOf(app, id) {
  const cell = app.data.cells.findIndex((item) => item.id === id);
  return cell < 0 ? pointBy(app, id) : cell;
}

/** @param {App} app @param {number} cell */
const groupOf = (app, cell) => app.log.groups([...app.data.cells.keys()]).find((cells) => cells.includes(cell)) ?? [cell];
