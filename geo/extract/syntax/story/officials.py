"""For which side somebody speaks who tells that a place was won back or lost: an office for its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.story.opponents import Opponents

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Officials:
    """Tells the side of those who report, among the sides that an article has fighting."""

    sides: Sides
    lexicon: SyntaxLexicon

    def side(self, speaker: PartyRef | None, fighting: Collection[PartyRef]) -> PartyRef | None:
        """The side that somebody speaks for; None for those who only look on."""
        if speaker is None or self.sides.keeps_peace(speaker):
            return None
        if self.sides.is_named(named := self.sides.of(speaker) or ""):
            return speaker if self.sides.camp(named) else None
        camps = Opponents(sides=self.sides, lexicon=self.lexicon)
        words = {word.removesuffix("s") for word in speaker.text.lower().split()}
        civil = bool(words & self.lexicon.lists["civil_generals"])
        of_army = frozenset() if civil else words & self.lexicon.lists["ranks"]
        of_office = words & self.lexicon.lists["offices_of_state"]
        if camps.camp(speaker) == "state" or of_army or of_office:
            army = of_army or words & {"army", "military", "staff"}
            known, at_home = camps.only("state", fighting), self.sides.rivals()
            if known is None and any(self.sides.of(party) in at_home for party in fighting):
                return None  # of two states the words do not tell which
            if not of_army and not of_office:
                return known or speaker
            return known or PartyRef(text="army" if army else "government", head="voices")
        return camps.only("movement", fighting) if camps.camp(speaker) == "movement" else None
