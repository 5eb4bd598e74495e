// Hands a file or a text over to the reader, without asking anybody.

import { el } from "./dom.js";

/** Milliseconds for which a browser may still be reading what it saves. */
const KEPT = 60000;

/** @param {string} name @param {Blob} blob */
export function save(name, blob) {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT);
}

/** Into the clipboard; where the browser refuses that, by the old way. @param {HTMLInputElement} field  that holds the text @returns {Promise<boolean>} */
export async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy"); // deprecated, and all that there is where a page opened from disk has no clipboard
  }
}
