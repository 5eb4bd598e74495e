"""Applies decisions to claims as they were read: any order of rows, applied once or twice, the same claims.

What an earlier run applied is undone first (each claim bears what was read in it), so that a decision lasts as long as
its row.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from geo.corrections.agreeing import agreed
from geo.corrections.hearing import Desk
from geo.records import AsRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.corrections.outcomes import Outcome
    from geo.corrections.table import Row
    from geo.records import Article, Claim
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Articles and claims after the decisions, with an outcome for each row, in the rows' order."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    outcomes: tuple[Outcome, ...]


def correct(
    articles: Sequence[Article],
    claims: Iterable[Claim],
    rows: Iterable[Row],
    *,
    region: Region,
    elsewhere: Sequence[Article] = (),
) -> Corrected:
    """Articles and claims as the rows decide; without decisions, as they were read.

    Claims keep their order; those that analysts have added come after them, and the articles of their own statements
    after the articles. ``elsewhere`` are articles that are not looked at in this run: rows about them are set aside
    and not missed. Two rows that decide differently on one claim both count for nothing.
    """
    read_articles, read_claims = as_read(articles, claims)
    desk = Desk(read_articles, read_claims, region, elsewhere)
    heard = agreed([desk.hear(row) for row in rows])
    results = {one.result.id: one.result for one in heard if one.result}
    statements = {one.article.id: one.article for one in heard if one.article and one.result}
    order = {article.id: number for number, article in enumerate(read_articles)}
    added = sorted(
        (claim for claim in results.values() if claim.review and claim.review.read is None),
        key=lambda claim: (order.get(claim.article, len(order)), claim.article, claim.start, claim.id),
    )
    return Corrected(
        articles=(*read_articles, *(statements[ident] for ident in sorted(statements))),
        claims=(*(results.get(claim.id, claim) for claim in read_claims), *added),
        outcomes=tuple(one.outcome for one in heard),
    )


def as_read(articles: Sequence[Article], claims: Iterable[Claim]) -> tuple[list[Article], list[Claim]]:
    """Articles and claims before any decision."""
    kept = list(claims)
    own = {claim.article for claim in kept if claim.is_own}
    before = [read for claim in kept if (read := before_review(claim)) is not None]
    return [article for article in articles if article.id not in own], before


def before_review(claim: Claim) -> Claim | None:
    """The claim as the program read it; None for one that an analyst added."""
    if claim.review is None:
        return claim
    read = claim.review.read
    if read is None:
        return None
    return replace(claim, review=None, **{field.name: getattr(read, field.name) for field in fields(AsRead)})
