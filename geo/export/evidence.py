"""What each state in the exports rests on: the claims, their sentences, and who published them when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.corrections.telling import decided
from geo.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.export.layers import Kind
    from geo.records import Article, Claim, ControlInterval

EVIDENCE: dict[str, Kind] = {"claims": "texts", "quotes": "texts", "sources": "texts"}
"""The columns of a state's evidence: three lists in one order, so that the n-th quote is the n-th claim's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim behind a state: its id, the sentence, and the outlet and day of its article, or whose decision it is."""

    claim: str
    quote: str
    source: str


def evidence_by_claim(claims: Iterable[Claim], articles: Iterable[Article]) -> dict[str, Evidence]:
    """The quote and its source for each claim's id.

    Raises
    ------
    RecordError
        When a claim's article is not there.
    """
    by_id = {article.id: article for article in articles}
    return {
        claim.id: Evidence(claim=claim.id, quote=claim.evidence, source=_source(claim, article_of(claim, by_id)))
        for claim in claims
    }


def _source(claim: Claim, article: Article) -> str:
    """Outlet and day, and what an analyst decided about the claim."""
    if claim.review is None:
        return credit(article)
    return decided(claim.review) if claim.is_own else f"{credit(article)} ({decided(claim.review)})"


def article_of(claim: Claim, articles: Mapping[str, Article]) -> Article:
    """The article that a claim was read in; RecordError where it is not among ``articles``."""
    try:
        return articles[claim.article]
    except KeyError:
        raise RecordError(
            f"Claim {claim.id!r} was read in article {claim.article!r}, which is not among the articles. "
            f"Give the articles.jsonl that its claims.jsonl was made from."
        ) from None


def credit(article: Article) -> str:
    """Outlet and publication date as a reader would cite them; the article's id where no outlet is known."""
    outlet = article.source or article.id
    return f"{outlet}, {article.published}" if article.published else outlet


def evidence_behind(intervals: Iterable[ControlInterval], told: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """Each claim behind the intervals once, in their order.

    Raises
    ------
    RecordError
        When an interval names a claim that is not there.
    """
    idents = dict.fromkeys(claim for interval in intervals for claim in interval.claims)
    for ident in idents:
        if ident not in told:
            raise RecordError(
                f"An interval rests on claim {ident!r}, which is not among the claims. "
                f"Give the claims.jsonl that its intervals were made from."
            )
    return tuple(told[ident] for ident in idents)


def evidence_values(cited: Sequence[Evidence]) -> dict[str, object]:
    """The values of :data:`EVIDENCE`."""
    return {
        "claims": tuple(evidence.claim for evidence in cited),
        "quotes": tuple(evidence.quote for evidence in cited),
        "sources": tuple(evidence.source for evidence in cited),
    }
