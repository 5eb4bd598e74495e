// What of the page stands in its address: the day, the window of time, the names, the map's view and layers,
// and the choice. Other features keep pieces of their own. A link switches no picture from the network on.

import { iso, parseIso } from "./days.js";
import { byId } from "./dom.js";
import { selectionBy } from "./selections.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {L.Map} map @param {Record<string, any>} layers  those that can be switched off, by name */
export function keepShown(app, map, layers) {
  keepTime(app);
  keepNames(app);
  keepLayers(app, map, layers);
  app.keep("open", ["selection"], {
    write: () => app.selection?.key ?? null,
    read: (text) => {
      const found = text === null ? null : selectionBy(app, text);
      if ((text === null || found) && found?.key !== app.selection?.key) app.select(found);
    },
  }, { step: true });
  keepView(app, map); // after the choice, which may have moved the map
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault(); // the way past the map is no state of it
    byId("panel").focus();
  });
}

/** @param {App} app */
function keepTime(app) {
  const { start, end } = app.data.time;
  const opened = app.day;
  const within = (/** @type {string} */ text) => {
    const day = parseIso(text);
    return day !== null && iso(day) === text && day >= start && day <= end ? day : null;
  };
  app.keep("during", ["window"], {
    write: () => (app.window.start === start && app.window.end === end ? null : `${iso(app.window.start)}/${iso(app.window.end)}`),
    read: (text) => {
      const [from, to] = text === null ? [start, end] : text.split("/").map(within);
      if (from !== null && to !== null && to !== undefined && from < to) app.setWindow({ start: from, end: to });
    },
  });
  app.keep("on", ["day"], {
    write: () => (app.day === opened ? null : iso(app.day)),
    read: (text) => {
      const day = text === null ? opened : within(text);
      if (day !== null) app.goTo(day);
    },
  });
}

/** @param {App} app */
function keepNames(app) {
  const opened = app.naming;
  app.keep("names", ["names"], {
    write: () => (app.naming === opened ? null : app.naming),
    read: (text) => {
      const tag = text ?? opened;
      if (tag !== app.naming && app.data.naming.choices.some((choice) => choice.tag === tag)) app.showNames(tag);
    },
  });
}

/** Layers that were switched off. @param {App} app @param {L.Map} map @param {Record<string, any>} layers */
function keepLayers(app, map, layers) {
  const off = () => Object.keys(layers).filter((name) => !map.hasLayer(layers[name]));
  map.on("overlayadd overlayremove", () => app.address.changed());
  app.keep("without", [], {
    write: () => off().join(",") || null,
    read: (text) => {
      const without = new Set(text?.split(","));
      for (const [name, layer] of Object.entries(layers)) {
        if (without.has(name)) map.removeLayer(layer);
        else if (!map.hasLayer(layer)) map.addLayer(layer);
      }
    },
  });
}

/** Where the reader has moved the map: how it opens follows from the room that there is. @param {App} app @param {L.Map} map */
function keepView(app, map) {
  const home = { center: map.getCenter(), zoom: map.getZoom() };
  /** @type {string | null} */
  let told = null;
  let moving = false;
  map.on("movestart zoomstart", () => { moving = true; }); // not when only the window's size changes
  map.on("moveend", () => {
    if (moving || told !== null) told = viewOf(map);
    moving = false;
    app.address.changed();
  });
  app.keep("view", [], {
    write: () => told,
    read: (text) => {
      const view = text === null ? home : viewIn(text);
      if (!view || text === told) return;
      map.setView(view.center, view.zoom, { animate: false });
      told = text; // as it was told: the map itself stands on whole pixels
    },
  });
}

/** @param {L.Map} map */
function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return `${lat.toFixed(4)},${lng.toFixed(4)},${Number(map.getZoom().toFixed(2))}`;
}

/** Latitude and longitude in degrees, and zoom. @param {string} text */
function viewIn(text) {
  const found = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (!found) return null;
  const [lat, lng, zoom] = found.slice(1).map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { center: /** @type {L.LatLngTuple} */ ([lat, lng]), zoom } : null;
}
