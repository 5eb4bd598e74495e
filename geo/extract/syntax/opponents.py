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
    from geo.extract.syntax.sides import Sides

Camp = Literal["state", "movement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opponents:
    """Tells the camp of a party from its names and nouns."""

    sides: Sides
    lexicon: SyntaxLexicon

    def of(self, party: PartyRef, others: Iterable[PartyRef]) -> PartyRef | None:
        """The one party of the other camp, or None where there are several or none."""
        camp = self.camp(party)
        if camp is None:
            return None
        across = {self.sides.of(other): other for other in others if self.camp(other) not in (None, camp)}
        return next(iter(across.values())) if len(across) == 1 else None

    def camp(self, party: PartyRef) -> Camp | None:
        """Whether a party is a state's or a movement's; None where its words do not tell."""
        if known := self.sides.camp(self.sides.of(party) or ""):
            return known
        words = {word.removesuffix("s") for word in party.text.lower().split()}
        of_state, of_movement = words & self.lexicon.lists["of_a_state"], words & self.lexicon.lists["of_a_movement"]
        if bool(of_state) == bool(of_movement):
            return None
        return "state" if of_state else "movement"
