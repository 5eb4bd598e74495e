// A list of which only a page is built at a time: a hundred thousand rows are of no use to anybody, and bring a browser
// to its knees. Short lists are built whole. Each row says where in the whole list it stands.

import { el } from "./dom.js";
import { number, t } from "./words.js";

/** So many rows are on a page, and lists up to twice as long have one page. */
const PAGE = 100;

/**
 * @typedef {object} Paged
 * @property {HTMLElement} element
 * @property {() => boolean} isLong             whether there are several pages
 * @property {(index: number) => void} show     turn to the page of a row
 * @property {() => void} refill                make the page anew, after its rows are others
 */

/**
 * @param {object} list
 * @param {() => number} list.count
 * @param {(index: number) => HTMLElement} list.row  makes a row
 * @param {"ol" | "ul"} list.tag
 * @param {string} list.name  the class of the list
 * @param {() => string} [list.none]  what is said where there are no rows
 * @param {{app: import("./app.js").App, name: string}} [list.kept]  where the page that the reader turns to is kept in the address, by its first row
 * @returns {Paged}
 */
export function pagedList({ count, row, tag, name, none = () => "", kept }) {
  const body = el(tag, { class: name });
  const size = () => (count() <= 2 * PAGE ? count() : PAGE);
  let first = 0;
  let expected = 0; // the page that the list turns to by itself
  let isTold = false; // by the address: then the list does not turn by itself until time moves on
  const pageOf = (/** @type {number} */ index) => Math.floor(Math.max(0, Math.min(count() - 1, index)) / Math.max(1, size())) * size();
  const fill = (/** @type {number} */ from) => {
    const [all, most] = [count(), size()];
    first = pageOf(from);
    const rows = Array.from({ length: Math.min(most, all - first) }, (_, i) => row(first + i));
    if (most < all) rows.forEach((item, i) => {
      item.setAttribute("aria-setsize", String(all));
      item.setAttribute("aria-posinset", String(first + i + 1));
    });
    body.replaceChildren(...rows);
    if (all === 0) element.replaceChildren(el("p", { class: "none" }, none()));
    else if (most < all) element.replaceChildren(pager, body);
    else element.replaceChildren(body);
    said.textContent = t("list.page", { first: number(first + 1), last: number(first + rows.length), all: number(all) });
    back.disabled = first === 0;
    on.disabled = first + most >= all;
  };
  const turn = (/** @type {1 | -1} */ direction) => {
    fill(first + direction * size());
    pager.scrollIntoView({ block: "nearest" });
    kept?.app.address.changed();
  };
  const button = (/** @type {string} */ words, /** @type {1 | -1} */ direction) => el("button", { type: "button", onclick: () => turn(direction) }, words);
  const back = button(t("list.page-back"), -1);
  const on = button(t("list.page-on"), 1);
  const said = el("span", { role: "status" });
  const pager = el("div", { class: "pager", role: "group", "aria-label": t("list.pages") }, back, said, on);
  const element = el("div", {});
  fill(0);
  kept?.app.keep(kept.name, [], {
    write: () => (first === expected ? null : String(first + 1)),
    read: (text) => {
      const from = text === null ? expected : Number(text) - 1;
      if (!Number.isInteger(from) || pageOf(from) !== from) return;
      isTold = text !== null;
      if (from !== first) fill(from);
    },
  });
  return {
    element,
    isLong: () => size() < count(),
    show: (index) => {
      expected = pageOf(index);
      if (!isTold && expected !== first) fill(expected);
      isTold = false;
      kept?.app.address.changed();
    },
    refill: () => fill(first),
  };
}

/** What is to be done again and again, but of an element that nobody sees only once it is seen. @param {HTMLElement} element @param {() => void} update @returns {() => void} */
export function onceSeen(element, update) {
  let isStale = false;
  let isSeen = false;
  new IntersectionObserver((entries) => {
    isSeen = entries[entries.length - 1].isIntersecting;
    if (isSeen && isStale) {
      isStale = false;
      update();
    }
  }).observe(element);
  return () => {
    if (isSeen) update();
    else isStale = true;
  };
}
