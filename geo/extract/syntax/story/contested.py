"""Who had, took or lost which place, as far as an article has told: of whom a leaving can mean that very place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.syntax.story.opponents import Opponents
from geo.extract.syntax.story.told_rows import key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides


@dataclass(slots=True)
class Contested:
    """The sides that contend for each place of one article, and in which sentence that was told last."""

    sides: Sides
    lexicon: SyntaxLexicon
    _sides: dict[str, set[str]] = field(default_factory=dict)
    _told: dict[str, int] = field(default_factory=dict)

    def note(self, event: Event, sentence: int) -> None:
        """Remember whom an event tells to have, take or lose its places."""
        found = self._of((event.gained_by, event.lost_by, event.actor))
        for key in map(key_of, event.places):
            self._sides.setdefault(key, set()).update(found)
            self._told[key] = sentence

    def is_theirs(self, parties: Collection[PartyRef], ref: PlaceRef, sentence: int, *, by_kind: bool) -> bool:
        """Whether one of the parties contends for a place, or comes up with it and with no other.

        Where a clause leaves its place out, whom nothing ties to the one told of before may be anywhere
        (``Rebels captured Goma. Kenya expelled Rwandan officers``). ``by_kind`` also takes those who have no name but
        that of their kind: ``the army`` and ``rebels`` are those of whom the article tells.
        """
        key, coming = key_of(ref), self._of(parties)
        here = self._sides.get(key, set())
        elsewhere = {side for other, told in self._sides.items() if other != key for side in told}
        new = self._told.get(key) == sentence and bool(coming) and not coming <= elsewhere
        known = bool(coming & here) or new or self._are_rivals(coming, here)
        return known or (by_kind and any(map(self._is_kind, parties)))

    def _are_rivals(self, coming: set[str], here: set[str]) -> bool:
        """Whether they are one rival of the region and the place is known to be another's."""
        rivals = self.sides.rivals()
        return bool(coming & rivals and here & rivals)

    def _is_kind(self, party: PartyRef) -> bool:
        camps = Opponents(sides=self.sides, lexicon=self.lexicon)
        side = self.sides.of(party)
        by_words = party.party is None and not self.sides.is_known(side or "")
        return by_words and not self.sides.is_named(side or "") and camps.camp(party) is not None

    def _of(self, parties: Iterable[PartyRef | None]) -> set[str]:
        return {side for party in parties if (side := self.sides.of(party))}
