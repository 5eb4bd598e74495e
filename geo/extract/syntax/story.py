"""What an article has told so far: for pronouns, ``the town``, ``its forces``, and who acted last.

An anaphor takes the last place of its kind; ``the region`` and ``the enclave`` fall back on what the region's file says
they mean. Nothing is guessed beyond that: what has no antecedent stays without a place or a party.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases import Phrase
    from geo.regions import Region

_REMEMBERED = 120


@dataclass(slots=True)
class Story:
    """The places and parties that an article has named, in order; one for each article."""

    region: Region
    lexicon: SyntaxLexicon
    _places: list[tuple[PlaceRef, ...]] = field(default_factory=list)
    _parties: list[tuple[int, PartyRef, bool]] = field(default_factory=list)
    _subject: PartyRef | None = None
    gainers: list[tuple[int, PartyRef]] = field(default_factory=list)

    def note_places(self, places: Sequence[PlaceRef]) -> None:
        """Remember places named together."""
        known = tuple(place for place in places if not place.anaphor)
        if known:
            self._places.append(known)
            del self._places[:-_REMEMBERED]

    def note_party(self, party: PartyRef, *, sentence: int, subject: bool = False) -> None:
        """Remember a party; one that is a subject is the likelier antecedent."""
        if not party.bare:
            self._parties.append((sentence, party, subject))
            del self._parties[:-_REMEMBERED]

    def named(self) -> tuple[PartyRef, ...]:
        """The parties that the article names."""
        return tuple(party for _, party, _ in self._parties)

    def note_gainer(self, party: PartyRef, *, sentence: int) -> None:
        """Remember who gained last."""
        self.gainers.append((sentence, party))

    def party(self, pronoun: str, *, sentence: int, without: frozenset[str] = frozenset()) -> PartyRef | None:
        """Whom a pronoun stands for: the last subject of this sentence or the one before, else the last party."""
        recent = [row for row in self._parties if row[0] >= sentence - 2 and row[1].name not in without]
        for wants_subject in (True, False):
            for _, party, subject in reversed(recent):
                if subject or not wants_subject:
                    return party
        return None

    def places(self, pronoun: str) -> tuple[PlaceRef, ...]:
        """The places that a pronoun stands for."""
        plural = pronoun in ("they", "them", "both", "these", "those")
        for refs in reversed(self._places):
            if not plural or len(refs) > 1 or refs[0].counted:
                return tuple(replace(ref, extent="whole") for ref in refs) if plural else (replace(refs[-1] if len(refs) == 1 else refs[0], extent="whole"),)
        return ()

    def resolve(self, ref: PlaceRef, *, number: int | None = None, plural: bool = False) -> tuple[PlaceRef, ...]:
        """The places that ``the town`` or ``the two districts`` stands for; itself where the article does not tell."""
        if not ref.anaphor:
            return (ref,)
        words = fold(ref.text)
        fixed = next((place for anaphor, place in self.region.anaphors if fold(anaphor).removeprefix("the ") == words.removeprefix("the ")), None)
        found = self._of_kind(ref.kind or "", plural=plural, number=number)
        if not found and fixed:
            return (replace(ref, place=fixed, anaphor=False),)
        return tuple(replace(place, extent=ref.extent) for place in found) or (replace(ref, anaphor=False),)

    def _of_kind(self, kind: str, *, plural: bool, number: int | None) -> tuple[PlaceRef, ...]:
        wanted = self.lexicon.basic.same_kind.get(kind, frozenset({kind}))
        settlement = kind in ("city", "town", "village", "settlement", "capital", "port", "hamlet")
        for refs in reversed(self._places):
            fitting = tuple(ref for ref in refs if self._fits(ref, wanted, settlement=settlement))
            if plural and len(fitting) > 1 and (number is None or len(fitting) == number):
                return fitting
            if not plural and fitting:
                return fitting[-1:]
        if plural and number:
            flat = [ref for refs in self._places for ref in refs if self._fits(ref, wanted, settlement=settlement)]
            distinct = list({fold(ref.text): ref for ref in flat}.values())
            if len(distinct) >= number:
                return tuple(distinct[-number:])
        return ()

    def _fits(self, ref: PlaceRef, wanted: frozenset[str], *, settlement: bool) -> bool:
        if ref.unnamed and not ref.counted:
            return False
        place = self.region.place(ref.place) if ref.place else None
        kind = place.kind if place else ref.kind
        if kind:
            return kind in wanted
        return settlement and not ref.counted
