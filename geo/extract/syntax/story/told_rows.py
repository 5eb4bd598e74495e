"""Places that an article has named together, and what several mentions of one place have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.story.salience import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlaces:
    """Places named together, and where.

    ``link`` is the preposition before them; ``held`` ones only say where something else is (``the hill above Sake``),
    ``inside`` ones stand inside another noun's phrase.
    """

    refs: tuple[PlaceRef, ...]
    spot: Spot
    link: str = ""
    held: bool = False
    inside: bool = False

    @property
    def is_label(self) -> bool:
        """Whether they stand before the colon of a line."""
        return self.spot.role == "topic" and not self.spot.verbs and not self.spot.direct


def key_of(ref: PlaceRef) -> str:
    """What two mentions of one place have in common."""
    return ref.place or fold(ref.name or ref.text)


def as_features(places: tuple[PlaceRef, ...], kind: str, kinds: frozenset[str]) -> tuple[PlaceRef, ...]:
    """Places by their own words: ``the valley`` is ``lower Juba valley``, ``the station`` is none of all Bria.

    ``The city`` behind ``the parliament in Lome`` is Lome, since nobody calls a parliament that.
    """
    return tuple(
        replace(ref, called=_own_words(ref))
        if _own_words(ref).split()[-1].lower() == kind and _is_feature(ref, kinds)
        else ref
        for ref in places
    )


def _is_feature(ref: PlaceRef, kinds: frozenset[str]) -> bool:
    """Whether a place bears the name of a town or a river that it is not: ``railway station in Bria``."""
    inside = ref.unnamed and ref.extent == "part" and not ref.counted
    return bool(ref.name) and (inside or (ref.kind in kinds and not ref.place))


def _own_words(ref: PlaceRef) -> str:
    """``railway station`` of ``railway station in Bria``."""
    before, link, _ = ref.text.partition(" in ")
    return before if link else ref.text


def as_much(places: tuple[PlaceRef, ...], said: PlaceRef) -> tuple[PlaceRef, ...]:
    """Places as much of which is meant as was said: ``most of the region`` is a part of what the region is.

    ``The station`` of a town stays a part of it.
    """
    return tuple(
        replace(place, extent="part" if said.extent == "part" or _is_part(place) else "whole") for place in places
    )


def _is_part(place: PlaceRef) -> bool:
    """Whether a place goes by its own words and is but a part of the one that its name tells."""
    return bool(place.called) and place.unnamed and place.extent == "part"


def told_with(one: PlaceRef, rows: Sequence[ToldPlaces], seen_from: Spot) -> tuple[PlaceRef, ...]:
    """The list in which a sentence has just told of a place: ``entered A and B after men left their posts there``."""
    here = (row for row in rows if row.spot.sentence == seen_from.sentence and one in row.refs)
    refs = next((row.refs for row in here if len(row.refs) > 1), ())
    named = all(not (ref.counted or ref.unnamed or ref.anaphor) for ref in refs)
    return tuple(replace(ref, extent="whole") for ref in refs) if named else ()


def so_many_before(rows: Iterable[ToldPlaces], number: int, sentence: int) -> tuple[PlaceRef, ...]:
    """The places of the sentence before, where they are so many, however they were named: ``Those four``."""
    near = [row for row in rows if sentence - row.spot.sentence == 1]
    flat = {key_of(ref): replace(ref, extent="whole") for row in near if not row.link for ref in row.refs}
    return tuple(flat.values()) if len(flat) == number else ()
