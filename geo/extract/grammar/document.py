"""What an article has named so far, for pronouns and anaphors: ``them``, ``the region``, ``the town``, ``its forces``.

An anaphor takes the last place of its kind that was named; ``the region`` and ``the enclave`` fall back on what the
region's file says they mean in reports about it. Nothing is guessed beyond that: an anaphor without an antecedent stays
a place without an id.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Item, PlaceRef
    from geo.extract.lexicon import Lexicon
    from geo.extract.parties import PartyRef
    from geo.regions import Region

_REMEMBERED = 300
_PRONOUNS = frozenset({"it", "they", "them", "he", "she"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """What a pronoun can stand for where it stands."""

    places: tuple[PlaceRef, ...]
    party: PartyRef | None


@dataclass(slots=True)
class Discourse:
    """The places and parties that an article has named, in order; one for each article."""

    region: Region
    lexicon: Lexicon
    _places: deque[tuple[PlaceRef, ...]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    _parties: deque[tuple[PartyRef, ...]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def follow(self, items: Sequence[Item]) -> tuple[list[Item], dict[int, Antecedent]]:
        """Read a sentence: its items with anaphors resolved, and the antecedents of its pronouns by offset."""
        resolved: list[Item] = []
        antecedents: dict[int, Antecedent] = {}
        topic: tuple[PlaceRef, ...] = ()
        for at, item in enumerate(items):
            if item.tag == "word" and item.lower in _PRONOUNS:
                plural = item.lower in ("they", "them")
                antecedents[item.start] = Antecedent(
                    places=(() if plural else topic) or self._last(plural=plural), party=self._last_party()
                )
            if self.is_owned(item) and (owner := self._last_party()):
                item = replace(item, parties=(replace(owner, text=item.text, head=item.parties[0].head),))  # noqa: PLW2901
            if any(ref.anaphor for ref in item.places):
                places = tuple(self._resolve(ref, plural=item.lower == "they") for ref in item.places)
                item = replace(item, places=tuple(ref for refs in places for ref in refs))  # noqa: PLW2901
            self._remember(item)
            if not topic and self._is_topic(items, at) and item.tag != "word":
                topic = item.places
            resolved.append(item)
        return resolved, antecedents

    def refers_back(self, item: Item) -> bool:
        """Whether an item stands for what the story told before; a pronoun does so only where a claim needs it."""
        return self.is_owned(item) or any(ref.anaphor for ref in item.places)

    def is_owned(self, item: Item) -> bool:
        """``its forces``: the story must name their owner."""
        return (
            bool(item.parties)
            and item.parties[0].bare
            and item.lower.split(" ", 1)[0] in self.lexicon.lists["possessives"]
        )

    def _is_topic(self, items: Sequence[Item], at: int) -> bool:
        """Whether a place is what its sentence is about: no state, and on no preposition. ``it`` takes it up first."""
        item = items[at]
        if not item.places or item.is_state or len(item.places) > 1 or item.places[0].guessed:
            return False
        before = items[at - 1].lower if at else ""
        before = items[at - 2].lower if before == "the" and at > 1 else before
        return before not in self.lexicon.classes["prepositions"]

    def _remember(self, item: Item) -> None:
        if item.places and not item.is_state and not all(ref.guessed for ref in item.places):
            self._places.append(item.places)
        if item.parties and not item.parties[0].guessed and not item.parties[0].bare:
            self._parties.append(item.parties)

    def _resolve(self, ref: PlaceRef, *, plural: bool) -> tuple[PlaceRef, ...]:
        """The places that an anaphor stands for; itself, without an id, where the article does not tell."""
        if not ref.anaphor:
            return (ref,)
        found = self._last_of_kind(ref.kind or "", plural=plural)
        if not found and (place := self._fixed(ref)):
            return (replace(ref, place=place, anaphor=False),)
        if len(found) == 1:
            return (replace(ref, place=found[0].place, anaphor=False),)
        return tuple(replace(place, extent=ref.extent) for place in found) or (ref,)

    def _last(self, *, plural: bool) -> tuple[PlaceRef, ...]:
        for refs in reversed(self._places):
            if not plural or len(refs) > 1 or refs[0].counted:
                return refs
        return ()

    def _last_party(self) -> PartyRef | None:
        return self._parties[-1][0] if self._parties else None

    def _last_of_kind(self, kind: str, *, plural: bool) -> tuple[PlaceRef, ...]:
        wanted = self.lexicon.same_kind.get(kind, frozenset({kind}))
        for refs in reversed(self._places):
            fitting = tuple(ref for ref in refs if ref.place and self._kind(ref) in wanted)
            if fitting and (len(fitting) > 1 or not plural):
                return fitting if plural else fitting[-1:]
        return ()

    def _kind(self, ref: PlaceRef) -> str | None:
        place = self.region.place(ref.place) if ref.place else None
        return place.kind if place else ref.kind

    def _fixed(self, ref: PlaceRef) -> str | None:
        """What the region's file says an anaphor means in reports about it."""
        words = fold(ref.text)
        return next((place for anaphor, place in self.region.anaphors if fold(anaphor) == words), None)
