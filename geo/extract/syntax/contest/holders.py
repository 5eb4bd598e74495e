"""Who is meant by those who leave a place as its defenders or its invaders: whoever held it, whoever took it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.dates import bounds
from geo.extract.syntax.contest.tellings import precedes, same_places, tells_holder, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.parties import Filled, PartyRef
    from geo.extract.syntax.contest.contenders import Contenders
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.told import Told

_NEAR = 1
"""Paragraphs away in which a taking tells from whom a place was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Tells who ``its defenders`` and ``the invaders`` are that lose a place."""

    among: Contenders
    lexicon: SyntaxLexicon

    def meant(self, one: Told, told: Sequence[Told], number: int) -> tuple[PartyRef, Filled] | None:
        """The party meant in the reading of this number, and why; None where nothing tells."""
        loser = one.draft.lost_by
        if loser is None or loser.party is not None:
            return None
        if loser.text.lower().split()[-1].removesuffix("s") in self.lexicon.lists["garrisons"]:
            return self._of_garrison(one, told)
        return self._of_invaders(one, told[:number]) if self.among.is_adversary(loser) else None

    def with_occupiers(self, told: Sequence[Told]) -> list[Told]:
        """What was told, with whoever occupied a place that was ``under occupation``; nothing of one nobody knows."""
        done = [self._with_occupier(one, told) if _is_occupied(one) else one for one in told]
        return [one for one in done if not _is_occupied(one)]

    def _with_occupier(self, one: Told, told: Sequence[Told]) -> Told:
        """The occupier is from whom the place was freed, or who had taken it before: ``freed on Friday by X``."""
        lists = self.lexicon.lists
        for other in told:
            taker = other.draft.gained_by
            if taker is None or other.draft.negated or other.draft.planned or not same_places(one.draft, other.draft):
                continue
            freed = word(other) in lists["taking_back"] or _begins_before(one, other)
            found = (other.draft.lost_by or self.among.other(taker)) if freed else taker
            if found is not None:
                named = replace(found, filled="holder", said=None)
                return replace(one, draft=replace(one.draft, actor=named, effort=one.draft.effort + 1))
        return one

    def _of_garrison(self, one: Told, told: Sequence[Told]) -> tuple[PartyRef, Filled] | None:
        """The other side of whoever took the place from them."""
        taken = [other for other in told if other.draft.gained_by and same_places(one.draft, other.draft)]
        taken = [other for other in taken if not other.draft.negated]
        near = [other for other in taken if other.sentence is one.sentence] or [
            other for other in taken if abs(other.sentence.paragraph - one.sentence.paragraph) <= _NEAR
        ]
        taker = near[0].draft.gained_by if near else None
        loser = self.among.other(taker) if taker else None
        return (loser, "opponent") if loser else None

    def _of_invaders(self, one: Told, before: Sequence[Told]) -> tuple[PartyRef, Filled] | None:
        """Whoever took or held the place before."""
        had = [other for other in before if tells_holder(other) and same_places(one.draft, other.draft)]
        had = [other for other in had if not precedes(one.dating.when, other.dating.when)]
        who = had[-1].draft.gained_by or had[-1].draft.actor if had else None
        return (who, "holder") if who else None


def _is_occupied(one: Told) -> bool:
    """Whether a place is told to be ``under occupation``, whose nothing tells."""
    return one.draft.actor is not None and one.draft.actor.text == "occupier"


def _begins_before(hold: Told, change: Told) -> bool:
    """Whether a place was held before it was taken: by others than those who took it."""
    if not hold.dating.when or not change.dating.when:
        return False
    first, taken = bounds(hold.dating.when).first, bounds(change.dating.when).first
    return first is not None and taken is not None and first < taken
