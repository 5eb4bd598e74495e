"""Who is meant by those who leave a place as its defenders or its invaders: whoever held it, whoever took it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.contest.tellings import precedes, same_places, tells_holder

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
