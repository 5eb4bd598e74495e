"""Whose the bare forces are that a side tells of: ``the army`` in a state's own words is its own.

``The rebels said they had driven the army from Sake``, ``M23 said that the soldiers had left``: a movement that has no
army, or that tells what it did to one, tells of the other side's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.story.irregulars import has_no_soldiers
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.drafts import Draft
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.contest.contenders import Contenders
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnForces:
    """Tells whose bare forces are; ``voice`` is the side whose outlet the article is."""

    among: Contenders
    sides: Sides
    lexicon: SyntaxLexicon
    voice: PartyRef | None

    def owner(self, one: Told, draft: Draft, slot: str, party: PartyRef) -> PartyRef | None:
        """The side that tells of a party's forces as its own, None where they are somebody's in particular."""
        if not self._is_bare(party):
            return None
        teller = self.teller(one)
        if teller is None or self._acts_elsewhere(draft, slot, teller) or self._has_none_such(teller, party):
            return None
        return teller

    def teller(self, one: Told) -> PartyRef | None:
        """The contending side that tells something: who says it, else whose outlet the article is."""
        known = one.speaker is not None and self.sides.is_known(self.sides.of(one.speaker) or "")
        teller = one.speaker if known else self.voice
        return teller if self.among.contends(teller) else None

    def _is_bare(self, party: PartyRef) -> bool:
        """``The army``, ``our troops``, ``his men`` of somebody untold of: forces of nobody in particular."""
        first, _, rest = party.text.lower().partition(" ")
        own = self.lexicon.lists["own_forces"]
        return party.text.lower() in own or (first in self.lexicon.lists["possessives"] and rest in own)

    def _acts_elsewhere(self, draft: Draft, slot: str, teller: PartyRef) -> bool:
        """Whether who tells has the other part: ``the rebels said they had driven the army out``."""
        parts = {"gained_by": draft.gained_by, "lost_by": draft.lost_by}
        others = (other for name, other in parts.items() if name != slot and other is not None)
        return any(self.sides.of(other) == self.sides.of(teller) for other in others)

    def _has_none_such(self, teller: PartyRef, party: PartyRef) -> bool:
        """``The soldiers`` in the words of rebels; but ``its soldiers`` are theirs."""
        words = party.text.lower().split()
        of_a_state = self.lexicon.lists["of_a_state"] | self.lexicon.lists["regulars"]
        state = any({word, word.removesuffix("s")} & of_a_state for word in words[-1:])
        return len(words) == 1 and state and has_no_soldiers(teller, self.lexicon, world())
