// Builds elements. Text always becomes text nodes; there is no way through here to markup.

/** Shows control characters instead of letting them vanish (a NUL becomes its picture). @param {unknown} value */
export const plain = (value) =>
  String(value ?? "").replace(/[\u0000-\u0008\u000b-\u001f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)));

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props]  attributes; `on...` are listeners; null and false are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? "" : plain(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) {
    node.append(typeof child === "string" ? plain(child) : child);
  }
  return node;
}

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The address if it is http or https, else null. @param {string | null} address */
export function safeLink(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Makes a canvas as sharp as the screen, and empty; one that is as large already keeps its pixels' place in memory. @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
export function sharpen(canvas, width, height) {
  const density = window.devicePixelRatio || 1;
  const [across, down] = [width, height].map((size) => Math.round(size * density));
  const ctx = /** @type {CanvasRenderingContext2D & {reset?: () => void}} */ (canvas.getContext("2d"));
  if (canvas.width === across && canvas.height === down && ctx.reset) ctx.reset();
  else [canvas.width, canvas.height] = [across, down];
  ctx.setTransform(density, 0, 0, density, 0, 0);
  return { ctx, density };
}
