// A list of which only a page is built at a time: a hundred thousand rows are of no use to anybody, and bring a browser
// to its knees. Short lists are built whole. Each row says where in the whole list it stands.

import { el } from "./dom.js";
import { number, t } from "./words.js";

/** So many rows are on a page, and lists up to twice as long have one page. */
const PAGE = 100;

/** @typedef {{element: HTMLElement, show: (index: number) => void, refill: () => void}} Paged  `show`: turn to the page of a row */

/**
 * @param {object} list
 * @param {number} list.count
 * @param {(index: number) => HTMLElement} list.row  makes a row
 * @param {"ol" | "ul"} list.tag
 * @param {string} list.name  the class of the list
 * @returns {Paged}
 */
export function pagedList({ count, row, tag, name }) {
  const size = count <= 2 * PAGE ? count : PAGE;
  const body = el(tag, { class: name });
  let first = -1;
  const fill = (/** @type {number} */ from) => {
    first = from;
    const rows = Array.from({ length: Math.min(size, count - from) }, (_, i) => row(from + i));
    if (size < count) rows.forEach((item, i) => {
      item.setAttribute("aria-setsize", String(count));
      item.setAttribute("aria-posinset", String(from + i + 1));
    });
    body.replaceChildren(...rows);
    said.textContent = t("list.page", { first: number(from + 1), last: number(from + rows.length), n: number(count) });
    back.disabled = from === 0;
    on.disabled = from + size >= count;
  };
  const turn = (/** @type {number} */ from) => {
    fill(from);
    body.parentElement?.scrollIntoView({ block: "nearest" });
  };
  const button = (/** @type {string} */ words, /** @type {() => void} */ onclick) => el("button", { type: "button", onclick }, words);
  const back = button(t("list.page-back"), () => turn(Math.max(0, first - size)));
  const on = button(t("list.page-on"), () => turn(first + size));
  const said = el("span", { role: "status" });
  const pager = size < count && el("div", { class: "pager", role: "group", "aria-label": t("list.pages") }, back, said, on);
  fill(0);
  return {
    element: el("div", { class: "paged" }, pager, body),
    show: (index) => {
      const from = Math.floor(Math.max(0, Math.min(count - 1, index)) / size) * size;
      if (from !== first) fill(from);
    },
    refill: () => fill(first),
  };
}
