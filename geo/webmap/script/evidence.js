// A claim as a reader sees it: the quoted words, then who said so, when it was published, and how it was meant.

import { sayEdtf } from "./days.js";
import { el, safeLink } from "./dom.js";
import { decided, hits, marked } from "./marks.js";
import { t, wordOf } from "./words.js";

/** @typedef {import("./data.js").Atlas} Atlas */

/** Only English is read. */
const QUOTED = "en";

/** Characters of a quote that are shown at once. */
const MAX_QUOTE = 900;

/** @param {Atlas} atlas @param {number} index */
export function quoteOf(atlas, index) {
  const claim = atlas.data.claims[index];
  const article = claim.article === null ? null : atlas.data.articles[claim.article];
  const outlet = atlas.outletOf(claim);
  return el("figure", { class: `quote stance-${claim.stance}` },
    quoted(claim.quote, decided(atlas.data, claim), atlas.sought),
    el("figcaption", {},
      el("span", { class: "outlet" }, claim.review?.own ? t("quote.own") : article?.source ?? t("quote.outlet-unknown")),
      claim.review?.own || !outlet?.side ? null : el("span", {}, t("quote.side", { party: atlas.party(outlet.side) })),
      claim.review?.own ? null : published(article),
      claim.stance !== "asserted" && el("span", { class: "chip" }, stanceOf(atlas, claim)),
      el("span", {}, `${t("panel.titled", { kind: wordOf("kind", claim.kind), rest: sayEdtf(claim.when) })}${whenBasis(claim)}`),
      claim.review?.own ? null : linkTo(article),
    ),
    claim.review && decisionOf(claim.review));
}

/** What an analyst decided, why, and what was read before. @param {import("./data.js").Review} review */
function decisionOf({ decision, who, why, on, own, changed }) {
  const values = { decision: wordOf("decision", decision), who };
  return el("div", { class: "decision" },
    el("p", {}, el("b", {}, t("decision.title")), " ", on ? t("decision.by-on", { ...values, date: sayEdtf(on) }) : t("decision.by", values), why && !own ? `: ${why}` : ""),
    changed.length > 0 && el("ul", {}, ...changed.map((change) => el("li", {}, change))));
}

/** The words themselves, with what decided and what is looked for marked; very long ones open on demand. @param {string} text @param {import("./marks.js").Span[]} [spans] @param {string[]} [sought] */
export function quoted(text, spans = [], sought = []) {
  const block = (/** @type {string} */ words) => el("blockquote", { lang: QUOTED }, ...marked(words, [...spans, ...hits(words, sought)]));
  if (text.length <= MAX_QUOTE) return block(text);
  const rest = el("details", {}, el("summary", {}, t("quote.whole")), block(text));
  return el("div", {}, block(`${text.slice(0, MAX_QUOTE / 2)} \u2026`), rest);
}

/** @param {import("./data.js").Article | null} article */
function published(article) {
  if (!article) return null;
  if (!article.published) return el("span", {}, t("quote.publication-unknown"));
  const words = t("quote.published", { date: sayEdtf(article.published) });
  return el("span", {}, article.basis === "metadata" ? words : `${words} (${wordOf("published-basis", article.basis)})`);
}

/** @param {Atlas} atlas @param {import("./data.js").Claim} claim */
function stanceOf(atlas, claim) {
  const stance = wordOf("stance", claim.stance);
  return claim.claimant ? t("stance.by", { stance, claimant: atlas.party(claim.claimant) }) : stance;
}

/** @param {import("./data.js").Claim} claim */
function whenBasis(claim) {
  return claim.basis ? ` (${wordOf("when-basis", claim.basis)})` : "";
}

/** The article's title, linked where it has an address. @param {import("./data.js").Article | null} article */
function linkTo(article) {
  if (!article) return null;
  const words = article.title ?? article.id;
  const href = safeLink(article.url);
  if (!href) return el("cite", {}, words);
  return el("cite", {}, el("a", { href, rel: "noopener noreferrer", target: "_blank" }, words));
}
