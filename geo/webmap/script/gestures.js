// Hands on the time instrument: a period drawn on the axis, the window pulled along or pinched, the wheel. A press that
// goes nowhere is a click.

import { chosen, moved, zoomed } from "./scale.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {() => import("./scale.js").Scale} Measure */

/** Pixels that a press moves before it is a drag. */
const STILL = 4;

/** The wheel with ctrl zooms, sideways it moves. @param {App} app @param {HTMLElement} box @param {HTMLElement} track @param {Measure} measure */
export function followWheel(app, box, track, measure) {
  box.addEventListener("wheel", (event) => {
    const scale = measure();
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const x = event.clientX - track.getBoundingClientRect().left;
      const at = Math.max(app.window.start, Math.min(app.window.end, scale.dayAt(x)));
      app.setWindow(zoomed(app.window, app.data.time, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200), at));
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      app.setWindow(moved(app.window, app.data.time, Math.round(scale.dayAt(sideways) - scale.start)));
    }
  }, { passive: false });
}

/**
 * One finger or the mouse pulls the window along, two pinch it.
 * @param {App} app @param {HTMLElement} canvas @param {Measure} measure @param {(event: PointerEvent, x: number) => void} click
 */
export function followPulls(app, canvas, measure, click) {
  /** @type {Map<number, number>} where each finger is */
  const down = new Map();
  /** @type {{scale: import("./scale.js").Scale, days: number[], moved: boolean} | null} */
  let held = null;
  const begin = () => {
    const scale = measure();
    held = { scale, days: [...down.values()].map((x) => scale.dayAt(x)), moved: held?.moved ?? false };
  };
  const xOf = (/** @type {PointerEvent} */ event) => event.clientX - canvas.getBoundingClientRect().left;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || down.size > 1) return;
    down.set(event.pointerId, xOf(event));
    begin();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held || !down.has(event.pointerId)) return;
    const before = /** @type {number} */ (down.get(event.pointerId));
    const x = xOf(event);
    if (!held.moved && down.size === 1 && Math.abs(x - before) < STILL) return;
    if (!held.moved) canvas.setPointerCapture(event.pointerId);
    held.moved = true;
    down.set(event.pointerId, x);
    const { scale, days } = held;
    const [one, other] = [...down.values()];
    const perPixel = other === undefined ? (scale.end - scale.start) / scale.width : Math.abs((days[1] - days[0]) / (other - one || 1));
    const length = perPixel * scale.width;
    const start = days[0] - one * perPixel;
    const window = { start: Math.round(start), end: Math.round(start + length) };
    if (other === undefined) app.setWindow(moved({ start: scale.start, end: scale.end }, app.data.time, window.start - scale.start));
    else app.setWindow(chosen(window.start, window.end, app.data.time));
  });
  const end = (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId) || !held) return;
    if (event.type === "pointerup" && !held.moved) click(event, xOf(event));
    if (down.size === 0) held = null;
    else begin();
  };
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) canvas.addEventListener(type, end);
}

/**
 * A period drawn on the axis becomes the window.
 * @param {App} app @param {HTMLElement} axis @param {Measure} measure @param {(period: {from: number, to: number} | null) => void} show  while it is drawn
 */
export function followBrush(app, axis, measure, show) {
  /** @type {number | null} */
  let from = null;
  const dayAt = (/** @type {PointerEvent} */ event) => {
    const { start, end } = app.window;
    return Math.max(start, Math.min(end, measure().dayAt(event.clientX - axis.getBoundingClientRect().left)));
  };
  let pressed = 0;
  axis.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    from = dayAt(event);
    pressed = event.clientX;
    axis.setPointerCapture(event.pointerId);
  });
  axis.addEventListener("pointermove", (event) => {
    if (from !== null && Math.abs(event.clientX - pressed) >= STILL) show({ from, to: dayAt(event) });
  });
  const drop = () => {
    from = null;
    show(null);
  };
  axis.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [one, other, still] = [from, dayAt(event), Math.abs(event.clientX - pressed) < STILL];
    drop();
    if (still) app.goTo(other);
    else app.setWindow(chosen(one, other, app.data.time));
  });
  axis.addEventListener("pointercancel", drop);
}
