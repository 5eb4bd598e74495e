"""Brings the facts found in an article together with those that gold has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.evaluate import days
from geo.evaluate.facts import Fact, distinct, facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.evaluate.gold import GoldArticle, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A fact of gold and the one found that answers it, in any stance."""

    wanted: Fact
    found: Fact

    @property
    def stance_right(self) -> bool:
        """Whether both are in the same stance."""
        return self.found.stance == self.wanted.stance

    @property
    def date_right(self) -> bool | None:
        """Whether the dates agree; None where gold has none."""
        return days.agree(self.wanted.days, self.found.days, of_change=self.wanted.is_change)

    @property
    def extent_right(self) -> bool | None:
        """Whether part was told from whole; None where gold does not say."""
        if self.wanted.extent not in ("whole", "part"):
            return None
        return (self.found.extent == "part") == (self.wanted.extent == "part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An article's facts: found and in gold, in gold only, found only. It is quiet where there is nothing to find."""

    pairs: tuple[Pair, ...]
    missed: tuple[Fact, ...]
    spurious: tuple[Fact, ...]
    quiet: bool
    kept_quiet: bool


def match(gold: GoldArticle, statements: Sequence[Statement]) -> Match:
    """The facts of an article beside those of gold.

    What is found beyond gold is no fault where it is optional, or repeats a fact that gold has in that stance.
    """
    wanted = distinct(facts_of(gold.claims, conflict=gold.conflict))
    optional = facts_of(gold.optional, conflict=gold.conflict)
    found = distinct(facts_of(statements, conflict=gold.conflict))
    pairs, missed, left = _pair(wanted, found)
    spurious = [
        fact
        for fact in left
        if not any(fact.answers(other) and fact.stance == other.stance for other in wanted)
        and not any(fact.answers(other) for other in optional)
    ]
    quiet = not wanted and not optional
    return Match(
        pairs=tuple(pairs),
        missed=tuple(missed),
        spurious=tuple(spurious),
        quiet=quiet,
        kept_quiet=quiet and not found,
    )


def _pair(wanted: Sequence[Fact], found: Sequence[Fact]) -> tuple[list[Pair], list[Fact], list[Fact]]:
    """Pairs, each fact in one at most, those of one stance first; then what is left of gold, and of the found."""
    pairs: list[Pair] = []
    missed, left = list(wanted), list(found)
    for same_stance in (True, False):
        for want in tuple(missed):
            fits = (have for have in left if have.answers(want) and (have.stance == want.stance or not same_stance))
            have = next(fits, None)
            if have is not None:
                pairs.append(Pair(wanted=want, found=have))
                missed.remove(want)
                left.remove(have)
    return pairs, missed, left
