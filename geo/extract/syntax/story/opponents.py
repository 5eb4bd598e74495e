"""Who fights whom in an article that names its sides by common nouns: ``the army`` and ``the rebels``.

A state's forces and an armed movement are two sides, whatever words an article has for each; of two names for forces of
one kind nobody can tell whether they are one side or two, and nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides

Camp = Literal["state", "movement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opponents:
    """Tells the camp of a party from its names and nouns."""

    sides: Sides
    lexicon: SyntaxLexicon

    def of(self, party: PartyRef, others: Iterable[PartyRef]) -> PartyRef | None:
        """The one party of the other camp, or None where there are several or none."""
        camp = self.camp(party)
        return None if camp is None else self.only("state" if camp == "movement" else "movement", others)

    def only(self, camp: Camp, among: Iterable[PartyRef]) -> PartyRef | None:
        """The one party of a camp; ``the army`` and ``the government`` are those of the one state that is named."""
        found = {side: one for one in among if self.camp(one) == camp and (side := self.sides.of(one))}
        known = {side: one for side, one in found.items() if self.sides.is_named(side)}
        if len(known) > 1:
            return None
        return next(iter((known or found).values()), None)

    def camp(self, party: PartyRef) -> Camp | None:
        """Whether a party is a state's or a movement's; None where its words do not tell."""
        if known := self.sides.camp(self.sides.of(party) or ""):
            return known
        words = {word.removesuffix("s") for word in party.text.lower().split()}
        of_state, of_movement = words & self.lexicon.lists["of_a_state"], words & self.lexicon.lists["of_a_movement"]
        if bool(of_state) == bool(of_movement):
            return None
        return "state" if of_state else "movement"
