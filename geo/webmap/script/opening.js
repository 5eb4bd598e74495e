// Gets the page's data out of the HTML: JSON at once; that of a large page, which is compressed, a moment later.

import { unpack } from "./unpack.js";

/** @typedef {import("./data.js").Data} Data */

const COMPRESSED = "application/gzip";

/** @param {(data: Data) => void} open @param {(words: "page.too-old" | "page.damaged") => void} fail */
export function openData(open, fail) {
  const element = /** @type {HTMLScriptElement} */ (document.getElementById("geo-data"));
  const text = element.textContent ?? "";
  if (element.type !== COMPRESSED) return open(JSON.parse(text));
  if (!("DecompressionStream" in window)) return fail("page.too-old");
  element.textContent = "";
  decompressed(text).then(unpack).then(open, (error) => {
    fail("page.damaged");
    throw error;
  });
}

/** @param {string} text  gzip in base 64 */
async function decompressed(text) {
  return new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {string} text  in base 64 */
function bytesOf(text) {
  const { fromBase64 } = /** @type {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} */ (Uint8Array);
  if (fromBase64) return fromBase64.call(Uint8Array, text); // ten times as fast, where a browser has it
  const chars = window.atob(text);
  const bytes = new Uint8Array(chars.length);
  for (let i = 0; i < chars.length; i += 1) bytes[i] = chars.charCodeAt(i);
  return bytes;
}
