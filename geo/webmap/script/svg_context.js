// A canvas context that draws no pixels but writes an SVG: what is drawn on the map is drawn on it by the same code. The
// state (colours, fonts, the place of the pen) is kept by a real context; only what makes a mark is ours.

import { SvgPath, short } from "./svg_path.js";

const SVG = "http://www.w3.org/2000/svg";

/** Far beyond any picture, for masks. */
const FAR = 1e5;

/** How far a letter's middle stands over its base line, as a share of its height. */
const MIDDLE = 0.35;

/** @typedef {{id: string}} Paint  a pattern that fills and lines can have */
/** @typedef {CanvasRenderingContext2D & {group: (attributes: Record<string, string>, draw: () => void) => void, tile: (period: number, paint: (pen: CanvasRenderingContext2D, side: number) => void) => CanvasPattern}} SvgContext */

/** @param {string} name @param {Record<string, string | number>} [attributes] */
export function svgElement(name, attributes = {}) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** A context that writes into an element; patterns and masks go to `defs`. @param {Element} home @param {Element} defs @returns {SvgContext} */
export function svgContext(home, defs) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const writer = new Writer(pen, home, defs);
  return /** @type {SvgContext} */ (new Proxy(pen, {
    get(_, name) {
      const whose = name in writer ? writer : pen;
      const found = Reflect.get(whose, name);
      return typeof found === "function" ? found.bind(whose) : found;
    },
    set(_, name, value) {
      if (name === "fillStyle" || name === "strokeStyle") writer.style[name] = value instanceof Pattern ? value : null;
      if (name === "letterSpacing") writer.style[name] = parseFloat(value) || 0; // which a saved context no longer tells
      if (!(value instanceof Pattern)) Reflect.set(pen, name, value);
      return true;
    },
  }));
}

class Pattern {
  /** @param {string} id */
  constructor(id) {
    this.id = id;
  }
}

/** @typedef {{fillStyle: Pattern | null, strokeStyle: Pattern | null, letterSpacing: number}} Style  what the pen does not keep */

class Writer {
  /** @param {CanvasRenderingContext2D} pen @param {Element} home @param {Element} defs */
  constructor(pen, home, defs) {
    this.pen = pen;
    this.home = home;
    this.defs = defs;
    /** @type {Style} */
    this.style = { fillStyle: null, strokeStyle: null, letterSpacing: 0 };
    /** @type {{home: Element, style: Style}[]} */
    this.stack = [];
    /** @type {WeakMap<Element, Map<string, Element>>} */
    this.patterned = new WeakMap();
    this.path = new SvgPath();
  }

  save() {
    this.pen.save();
    this.stack.push({ home: this.home, style: { ...this.style } });
  }

  restore() {
    this.pen.restore();
    const kept = this.stack.pop();
    if (kept) ({ home: this.home, style: this.style } = kept);
  }

  beginPath() { this.path = new SvgPath(); }
  closePath() { this.path.closePath(); }
  /** @param {[number, number]} at */
  moveTo(...at) { this.path.moveTo(...at); }
  /** @param {[number, number]} at */
  lineTo(...at) { this.path.lineTo(...at); }
  /** @param {[number, number, number, number]} box */
  rect(...box) { this.path.rect(...box); }
  /** @param {[number, number, number, number, number]} arc */
  arc(...arc) { this.path.arc(...arc); }

  /** @param {(Path2D | CanvasFillRule)[]} told  a path, else the one begun; and how its inside is told */
  fill(...told) {
    /** @type {Record<string, string>} */
    const rule = told.includes("evenodd") ? { "fill-rule": "evenodd" } : {};
    this.draw(this.wordsOf(told), { ...this.filled(), ...rule }, this.style.fillStyle);
  }

  /** @param {Path2D[]} told */
  stroke(...told) {
    const d = this.wordsOf(told);
    if (this.pen.globalCompositeOperation === "destination-out") return this.rub({ d, ...this.lined() });
    this.draw(d, this.lined(), this.style.strokeStyle);
  }

  /** What one pattern fills or lines, of the same group, is one path: printers make a picture of each. @param {string} d @param {Record<string, string>} attributes @param {Pattern | null} pattern */
  draw(d, attributes, pattern) {
    if (!pattern) return this.put("path", { d, ...attributes });
    const known = this.patterned.get(this.home) ?? new Map();
    this.patterned.set(this.home, known);
    const key = JSON.stringify([attributes, this.placed()]);
    const node = known.get(key);
    if (node) node.setAttribute("d", node.getAttribute("d") + d);
    else known.set(key, this.put("path", { d, ...attributes }));
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.put("rect", { x: short(x), y: short(y), width: short(width), height: short(height), ...this.filled() });
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  strokeRect(x, y, width, height) {
    this.put("rect", { x: short(x), y: short(y), width: short(width), height: short(height), ...this.lined() });
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) { this.write(text, x, y, this.filled()); }
  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) { this.write(text, x, y, this.lined()); }

  /** @param {(Path2D | CanvasFillRule)[]} told */
  clip(...told) {
    const shape = svgElement("path", { d: this.wordsOf(told), "clip-rule": told.includes("evenodd") ? "evenodd" : "nonzero", ...this.placed() });
    const id = this.define("clipPath", {}, shape);
    this.open({ "clip-path": `url(#${id})` });
  }

  /** All that is drawn meanwhile belongs together. @param {Record<string, string>} attributes @param {() => void} draw */
  group(attributes, draw) {
    this.save();
    this.open(attributes);
    draw();
    this.restore();
  }

  /** A small piece that fills repeat. @param {number} period @param {(pen: CanvasRenderingContext2D, side: number) => void} paint */
  tile(period, paint) {
    const pattern = svgElement("pattern", { width: period, height: period, patternUnits: "userSpaceOnUse" });
    paint(svgContext(pattern, this.defs), period);
    return new Pattern(this.define("pattern", {}, pattern));
  }

  /** @param {Record<string, string>} attributes */
  open(attributes) {
    const group = svgElement("g", attributes);
    this.home.append(group);
    this.home = group;
  }

  /** Take away, of what is drawn together, what lies under a line. @param {Record<string, string>} line */
  rub(line) {
    const all = svgElement("rect", { x: -FAR, y: -FAR, width: 2 * FAR, height: 2 * FAR, fill: "#fff" });
    const box = { maskUnits: "userSpaceOnUse", x: -FAR, y: -FAR, width: 2 * FAR, height: 2 * FAR };
    const id = this.define("mask", box, all, svgElement("path", { ...line, stroke: "#000", ...this.placed() }));
    this.home.setAttribute("mask", `url(#${id})`);
  }

  /** @param {string} name @param {Record<string, string | number>} attributes @param {...Element} children */
  define(name, attributes, ...children) {
    const node = children[0].nodeName === name ? children[0] : svgElement(name, attributes);
    node.id = `geo-${name}-${this.defs.childElementCount}`;
    if (node !== children[0]) node.append(...children);
    this.defs.append(node);
    return node.id;
  }

  /** @param {string} name @param {Record<string, string>} attributes @param {string} [text] */
  put(name, attributes, text) {
    const node = svgElement(name, { ...attributes, ...this.placed() });
    if (text !== undefined) node.textContent = text;
    this.home.append(node);
    return node;
  }

  /** @param {(Path2D | string)[]} told */
  wordsOf(told) {
    const path = told.find((one) => one instanceof SvgPath) ?? this.path;
    return /** @type {SvgPath} */ (path).words;
  }

  /** @returns {Record<string, string>} */
  placed() {
    const { a, b, c, d, e, f, isIdentity } = this.pen.getTransform();
    if (isIdentity) return {};
    const moved = a === 1 && b === 0 && c === 0 && d === 1;
    return { transform: moved ? `translate(${short(e)} ${short(f)})` : `matrix(${[a, b, c, d].map((one) => Math.round(one * 1e4) / 1e4).join(" ")} ${short(e)} ${short(f)})` };
  }

  filled() {
    const { fillStyle } = this.style;
    return fillStyle ? { fill: `url(#${fillStyle.id})` } : coloured("fill", String(this.pen.fillStyle));
  }

  /** @returns {Record<string, string>} */
  lined() {
    const { pen } = this;
    const { strokeStyle } = this.style;
    const dash = pen.getLineDash();
    return {
      fill: "none",
      ...(strokeStyle ? { stroke: `url(#${strokeStyle.id})` } : coloured("stroke", String(pen.strokeStyle))),
      "stroke-width": short(pen.lineWidth), "stroke-linejoin": pen.lineJoin, "stroke-linecap": pen.lineCap,
      ...(dash.length ? { "stroke-dasharray": dash.map(short).join(" "), "stroke-dashoffset": short(pen.lineDashOffset) } : {}),
    };
  }

  /** @param {string} text @param {number} x @param {number} y @param {Record<string, string>} paint */
  write(text, x, y, paint) {
    const { pen } = this;
    const [, slant, weight, size, family] = /^(italic )?(?:(\d+|bold) )?([\d.]+)px (.*)$/.exec(pen.font) ?? ["", "", "400", "12", "sans-serif"];
    const { letterSpacing } = this.style;
    this.put("text", {
      x: short(x), y: short(y + (pen.textBaseline === "middle" ? MIDDLE * Number(size) : 0)), ...paint,
      "font-family": family, "font-size": size, "font-weight": weight ?? "400", ...(slant ? { "font-style": "italic" } : {}),
      ...(pen.textAlign === "center" ? { "text-anchor": "middle" } : pen.textAlign === "right" ? { "text-anchor": "end" } : {}),
      ...(letterSpacing ? { "letter-spacing": short(letterSpacing) } : {}),
    }, text);
  }
}

/** A colour, and how much shows through it apart, since not all that read SVG know both in one. @param {string} name @param {string} colour @returns {Record<string, string>} */
function coloured(name, colour) {
  const found = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  if (!found) return { [name]: colour };
  const hex = found.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return { [name]: `#${hex}`, [`${name}-opacity`]: found[4] };
}
