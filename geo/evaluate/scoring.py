"""Scores claims against gold.

A fact is right where an article's gold has it too: the same place, direction and side. What gold has and was not found
is missed; what was found and gold lacks, in that stance, is spurious, so saying everything in every stance gains
nothing. A fact that gold calls optional counts neither way.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from geo.evaluate.facts import FACT_KINDS
from geo.evaluate.figures import Counts, Figures
from geo.evaluate.matching import Match, match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.evaluate.facts import Fact
    from geo.evaluate.gold import GoldArticle, Statement

Fault: TypeAlias = Literal["MISSED", "SPURIOUS", "STANCE", "DATE"]
FAULTS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing read wrongly. ``fact`` is gold's, of a spurious one the one found; ``found`` is what answers gold's."""

    article: str
    fault: Fault
    fact: Fact
    found: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures, and what was read wrongly, article by article."""

    figures: Figures
    mistakes: tuple[Mistake, ...]


def score(gold: Iterable[GoldArticle], statements: Iterable[Statement]) -> Score:
    """Score claims against gold; claims of articles that gold lacks are passed over."""
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    total = Counts()
    mistakes: list[Mistake] = []
    for article in gold:
        found = by_article[article.id]
        matched = match(article, found)
        total += _counts(article, found, matched)
        mistakes += _mistakes(article, matched)
    return Score(figures=Figures.of(total), mistakes=tuple(mistakes))


def _counts(gold: GoldArticle, statements: Sequence[Statement], matched: Match) -> Counts:
    pairs = matched.pairs
    dates = [pair.date_right for pair in pairs if pair.date_right is not None]
    extents = [pair.extent_right for pair in pairs if pair.extent_right is not None]
    context = {claim.kind for claim in gold.claims} - FACT_KINDS
    return Counts(
        articles=1,
        quiet=int(matched.quiet),
        kept_quiet=int(matched.kept_quiet),
        gold=len(pairs) + len(matched.missed),
        right=len(pairs),
        right_stance=sum(pair.stance_right for pair in pairs),
        spurious=len(matched.spurious),
        dates=len(dates),
        dates_right=sum(dates),
        extents=len(extents),
        extents_right=sum(extents),
        context=len(context),
        context_right=len(context & {statement.kind for statement in statements}),
    )


def _mistakes(gold: GoldArticle, matched: Match) -> Iterator[Mistake]:
    for pair in matched.pairs:
        if not pair.stance_right:
            yield Mistake(article=gold.id, fault="STANCE", fact=pair.wanted, found=pair.found)
        if pair.date_right is False:
            yield Mistake(article=gold.id, fault="DATE", fact=pair.wanted, found=pair.found)
    for fact in matched.missed:
        yield Mistake(article=gold.id, fault="MISSED", fact=fact)
    for fact in matched.spurious:
        yield Mistake(article=gold.id, fault="SPURIOUS", fact=fact)
