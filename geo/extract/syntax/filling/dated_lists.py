"""Lists that give each place its date: ``Khojaly - 26 February 1992``, ``Lyman (1 October), Kherson (11 November)``.

What happened stands in the heading; a line gives the places and the days. Where a line has more dates for a place than
the heading has events nobody can tell which is which, and it is not read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.items import PlaceRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.dates import Dating
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.told import Told
    from geo.text import Sentence

_BESIDE = frozenset(
    {",", ";", ":", "(", ")", ".", "and", "&", "in", "on", "the", "again", "of", "-", "*", "\u2022", "\u2013", "\u2014"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPlaces:
    """Places of a list that have the same dates."""

    places: tuple[PlaceRef, ...]
    dates: tuple[Dating, ...]


def dated_places(phrases: PhraseReader, dates: Sequence[Dating]) -> list[DatedPlaces]:
    """The places that a line lists with the dates behind each; none where the line says anything else."""
    rows: list[DatedPlaces] = []
    places: list[PlaceRef] = []
    for item in _items(phrases, dates):
        if item is None or (not isinstance(item, PlaceRef) and not (places or rows)):
            return []  # something else is said, or the date stands first: an entry of a chronology
        if isinstance(item, PlaceRef):
            places.append(item)
        elif places:
            rows.append(DatedPlaces(places=tuple(places), dates=(item,)))
            places = []
        elif item not in rows[-1].dates:
            rows[-1] = replace(rows[-1], dates=(*rows[-1].dates, item))
    return [] if places else rows


def _items(phrases: PhraseReader, dates: Sequence[Dating]) -> Iterator[PlaceRef | Dating | None]:
    """The places and dates of a line, in its order; None for any word that is neither and no mark of a list."""
    inside = False
    for word in phrases.parse.words:
        inside = word.text == "(" or (inside and word.text != ")")
        date = next((one for one in dates if one.words and one.words[0] <= word.start < one.words[1]), None)
        name = phrases.names.get(word.at)
        if date is not None:
            yield date
        elif name is not None and name.is_place and not name.is_state and not inside:
            if name.first == word.at:
                yield replace(phrases.tree.ref(name), guessed=name.nature != "known")
        elif not (word.dep == "lead" or word.lower in _BESIDE or inside or phrases.tree.kind_of(word.at)):
            yield None


def with_their_dates(rows: Sequence[DatedPlaces], heading: Sequence[Told], part: Sentence) -> list[Told]:
    """What a heading told, of each place that a line lists, on its day."""
    return [
        replace(one, draft=replace(one.draft, places=row.places, at=0), sentence=part, dating=date)
        for row in rows
        if len(row.dates) == len(heading)
        for one, date in zip(heading, row.dates, strict=True)
    ]
