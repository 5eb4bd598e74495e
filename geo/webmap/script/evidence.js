// A claim as a reader sees it: the quoted words, then who said so, when it was published, and how it was meant.

import { sayEdtf } from "./days.js";
import { el, safeLink } from "./dom.js";
import { MAX_QUOTE, OWN_STATEMENT, STRINGS } from "./strings.js";

/** @typedef {import("./data.js").Atlas} Atlas */

/** @param {Atlas} atlas @param {number} index */
export function quoteOf(atlas, index) {
  const claim = atlas.data.claims[index];
  const article = claim.article === null ? null : atlas.data.articles[claim.article];
  return el("figure", { class: `quote stance-${claim.stance}` },
    quoted(claim.quote),
    el("figcaption", {},
      el("span", { class: "outlet" }, claim.review?.own ? OWN_STATEMENT : article?.source ?? "Outlet unknown"),
      claim.review?.own ? null : published(article),
      claim.stance !== "asserted" && el("span", { class: "chip" }, stanceOf(atlas, claim)),
      el("span", {}, `${STRINGS.kind[/** @type {keyof typeof STRINGS.kind} */ (claim.kind)] ?? claim.kind}: ${sayEdtf(claim.when)}${whenBasis(claim)}`),
      claim.review?.own ? null : linkTo(article),
    ),
    claim.review && decisionOf(claim.review));
}

/** What an analyst decided, why, and what was read before. @param {import("./data.js").Review} review */
function decisionOf({ decision, who, why, on, own, changed }) {
  const word = STRINGS.decision[/** @type {keyof typeof STRINGS.decision} */ (decision)] ?? decision;
  return el("div", { class: "decision" },
    el("p", {}, el("b", {}, "Analyst\u2019s decision:"), ` ${word} by ${who}${on ? ` on ${sayEdtf(on)}` : ""}`, why && !own ? `: ${why}` : ""),
    changed.length > 0 && el("ul", {}, ...changed.map((change) => el("li", {}, change))));
}

/** The words themselves; very long ones open on demand. @param {string} text */
export function quoted(text) {
  if (text.length <= MAX_QUOTE) return el("blockquote", {}, text);
  const rest = el("details", {}, el("summary", {}, "Whole quote"), el("blockquote", {}, text));
  return el("div", {}, el("blockquote", {}, `${text.slice(0, MAX_QUOTE / 2)} \u2026`), rest);
}

/** @param {import("./data.js").Article | null} article */
function published(article) {
  if (!article) return null;
  const basis = STRINGS.publishedBasis[/** @type {keyof typeof STRINGS.publishedBasis} */ (article.basis)] ?? "";
  const words = article.published ? `published ${sayEdtf(article.published)}` : "publication date unknown";
  return el("span", {}, article.published && basis ? `${words} (${basis})` : words);
}

/** @param {Atlas} atlas @param {import("./data.js").Claim} claim */
function stanceOf(atlas, claim) {
  const words = STRINGS.stance[/** @type {keyof typeof STRINGS.stance} */ (claim.stance)] ?? claim.stance;
  return claim.claimant ? `${words} by ${atlas.party(claim.claimant)}` : words;
}

/** @param {import("./data.js").Claim} claim */
function whenBasis(claim) {
  const words = STRINGS.whenBasis[/** @type {keyof typeof STRINGS.whenBasis} */ (claim.basis)];
  return words ? ` (${words})` : "";
}

/** The article's title, linked where it has an address. @param {import("./data.js").Article | null} article */
function linkTo(article) {
  if (!article) return null;
  const words = article.title ?? article.id;
  const href = safeLink(article.url);
  if (!href) return el("cite", {}, words);
  return el("cite", {}, el("a", { href, rel: "noopener noreferrer", target: "_blank" }, words));
}
