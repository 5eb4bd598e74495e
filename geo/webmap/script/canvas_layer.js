// A Leaflet layer that is one canvas: Leaflet moves and scales it while the map moves, we draw when it rests.

import { sharpen } from "./dom.js";

/**
 * @typedef {object} View
 * @property {CanvasRenderingContext2D} ctx  its unit is one CSS pixel, its zero that of the shapes' paths
 * @property {number} density
 * @property {number} zoom
 * @property {{left: number, top: number, right: number, bottom: number}} frame  the canvas on the paths' plane
 * @property {{left: number, top: number, right: number, bottom: number}} seen   the part of it that the window shows
 * @property {import("./raster.js").Own} [own]  of the canvas, where it is one that is drawn again and again
 * @property {import("./labels.js").Box[]} [over]  what stands over it, where that is not what stands over the map
 */

const { L } = /** @type {{L: typeof import("leaflet")}} */ (/** @type {unknown} */ (globalThis));

/** How far the canvas reaches beyond the window, as a share of it, so that a drag shows no edge. */
const PADDING = 0.25;

/**
 * @param {string} name  of the pane and of the canvas's class
 * @param {number} order  of the pane among the panes
 * @param {() => import("./geometry.js").Shapes | undefined} shapes  none before the data is there: then nothing is drawn
 * @param {() => boolean} isBlank  whether there is nothing to draw: a layer that is not seen costs nothing in each frame
 * @param {(view: View) => void} draw
 */
export function canvasLayer(name, order, shapes, isBlank, draw) {
  return new CanvasLayer({ pane: `geo-${name}`, order, shapes, isBlank, draw, padding: PADDING });
}

// L.Renderer keeps the container in place through pans, zooms and pinches; only drawing is ours.
const CanvasLayer = /** @type {any} */ (L.Renderer).extend({
  /** @this {any} @param {L.Map} map */
  onAdd(map) {
    const pane = map.getPane(this.options.pane) ?? map.createPane(this.options.pane);
    pane.style.zIndex = String(this.options.order);
    this._layers = {};
    this.own = {};
    L.Renderer.prototype.onAdd.call(this, map);
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.className = this.options.pane;
    this._container.setAttribute("aria-hidden", "true");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    /** @type {any} */ (L.Renderer.prototype)._update.call(this);
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this.stand = { zoom: this._map.getZoom(), corner: this._map.getPixelOrigin().add(this._bounds.min), size: this._bounds.getSize(), window: this._map.getSize() };
    this.redraw();
  },

  /** Whole pixels while the map rests: between them the canvas would be resampled. @this {any} @param {L.LatLng} center @param {number} zoom */
  _updateTransform(center, zoom) {
    if (zoom === this._zoom) L.DomUtil.setPosition(this._container, this._bounds.min);
    else /** @type {any} */ (L.Renderer.prototype)._updateTransform.call(this, center, zoom);
  },

  /** Draw again where the canvas stands: while the map zooms, that is still where it stood before. */
  redraw() {
    if (!this._map || !this._container || !this.stand) return;
    const shapes = this.options.shapes();
    if (!shapes) return;
    const { draw, isBlank } = this.options;
    const { zoom, corner, size, window } = this.stand;
    this._container.style.visibility = isBlank() ? "hidden" : "";
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    const { ctx, density } = sharpen(this._container, size.x, size.y);
    shapes.setZoom(zoom);
    const scale = 2 ** zoom;
    const [left, top] = [corner.x - shapes.origin[0] * scale, corner.y - shapes.origin[1] * scale].map(Math.round);
    ctx.translate(-left, -top);
    const frame = { left, top, right: left + size.x, bottom: top + size.y };
    const [x, y] = [left + (size.x - window.x) / 2, top + (size.y - window.y) / 2];
    const seen = { left: x, top: y, right: x + window.x, bottom: y + window.y };
    /** @type {View} */
    this.view = { ctx, density, zoom, frame, seen, own: this.own };
    draw(this.view);
  },
});
