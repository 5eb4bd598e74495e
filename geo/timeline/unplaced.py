"""Changes that are told and not placed, and changes that were due: the doubts that claims leave.

``Several cities and nearly 300 villages`` may be anywhere that the loser holds. ``Seven nearby villages``, told beside
a town that is named, are around that town, and leave the rest of the land whose it was.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.areas import area_around, handed_over
from geo.dates import bounds
from geo.names import fold
from geo.places.kinds import load_kinds
from geo.timeline.around import area_of, is_one_district
from geo.timeline.doubt import Doubt
from geo.timeline.plans import courses, read_plans
from geo.timeline.words import timeline_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from geo.dates import Span
    from geo.records import LocatedClaim, LocatedPlace
    from geo.regions import Region
    from geo.timeline.voices import Listener

FEW = 50
"""So many villages are fewer than a district has; of more, nobody can say that they lie around one town."""

_LONGEST_NAME = 3
"""Words of a name that is looked for in a phrase."""

Cells = frozenset[str] | None
"""The cells on which a doubt bears; None for the whole theatre."""


@dataclass(slots=True)
class Unplaced:
    """Reads what of a change cannot be placed; the region's names are filed once, where a phrase is looked into."""

    region: Region
    _by_name: dict[str, frozenset[str]] = field(default_factory=dict)

    def doubts(self, item: LocatedClaim, span: Span, *, after: str | None, before: str | None) -> Iterator[Doubt]:
        """Doubts that a change leaves: about the whole theatre, or about the areas of which it names a part."""
        first = span.first or told_from_publication(item)
        if first is None:
            return
        wholes: list[tuple[Cells, str]] = [] if item.places else [(None, item.claim.evidence)]
        wholes += [whole for place in item.places if (whole := self._in_doubt(place, item))]
        for cells, words in wholes:
            yield Doubt(
                claim=item.claim.id, gainer=after, loser=before, span=span, first=first, cells=cells, words=words
            )

    def _in_doubt(self, place: LocatedPlace, item: LocatedClaim) -> tuple[Cells, str] | None:
        """What one place of a claim puts in doubt, and its words; None where it is placed, or is no land."""
        if place.cells:
            return None
        area = area_of(place, self.region)
        if area is not None:
            is_part = bool(place.area) and not is_one_district(area, self.region)
            return (frozenset(handed_over(area)), place.text) if is_part else None
        if self.region.place(place.place or "") is not None or not is_land(place.text):
            return None
        near = self._near(place, item) if is_few_villages(place.text) else frozenset[str]()
        return near or None, place.text

    def _near(self, place: LocatedPlace, item: LocatedClaim) -> frozenset[str]:
        """The cells of the districts in which a few villages lie: of the names in their words, or told beside them."""
        districts = self._named_in(place.text) or {
            area.id for other in item.places if (area := area_of(other, self.region)) is not None
        }
        areas = (self.region.area(district) for district in districts)
        return frozenset(cell for area in areas if area is not None for cell in handed_over(area))

    def _named_in(self, words: str) -> set[str]:
        """The districts in which the places lie that a phrase names."""
        if not self._by_name:
            self._by_name = _districts_by_name(self.region)
        told = fold(words).split()
        runs = (" ".join(told[i : i + n]) for n in range(1, _LONGEST_NAME + 1) for i in range(len(told)))
        return {district for run in runs for district in self._by_name.get(run, ())}


def is_land(text: str) -> bool:
    """Whether words that name no place count land or settlements: ``nearly 300 villages``, ``some of the districts``.

    Who gains heights, posts or a road, or one village that the gazetteer does not know, leaves the rest as it was.
    """
    kinds, many = load_kinds(), timeline_words("land", "in_plural")
    wide = timeline_words("land") | timeline_words("land", "kinds")
    for word in fold(text).split():
        kind = kinds.meant_by(word)[0] if kinds.singular(word) else word
        if kind in wide or (kind in many and word in kinds.plurals):
            return True
    return False


def is_few_villages(text: str) -> bool:
    """Whether words count villages and nothing larger, and no more than a district has: ``several nearby villages``."""
    kinds, told = load_kinds(), fold(text).split()
    small = timeline_words("land", "small")
    counted = {kinds.meant_by(word)[0] for word in told if word in kinds.plurals}
    uncounted = timeline_words("land") | timeline_words("land", "crowds")
    numbers = (int(word) for word in told if word.isdecimal())
    return (
        bool(counted) and counted <= small and uncounted.isdisjoint(told) and all(number <= FEW for number in numbers)
    )


def overdue_doubts(
    items: Iterable[LocatedClaim], *, controlling: Callable[[str | None], str | None], listener: Listener
) -> Iterator[Doubt]:
    """Doubts from the day on by which a change was to come."""
    plans = read_plans(items, controlling=controlling, listener=listener)
    for course in courses(plans):
        plan = course.last
        if plan.due.last is not None:
            yield Doubt(
                claim=plan.claim,
                gainer=plan.gainer,
                loser=plan.loser,
                span=plan.due,
                first=plan.due.last,
                cells=course.cells,
                words=plan.words,
                due=course.days,
                plans=tuple(dict.fromkeys(told.claim for told in course.plans)),
            )


def told_from_publication(item: LocatedClaim) -> date | None:
    """The first day on which an undated report can have been known."""
    return bounds(item.published).first


def _districts_by_name(region: Region) -> dict[str, frozenset[str]]:
    """The districts of the places that have a name, by each name of theirs."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in region.places:
        area = area_around(place, region)
        if area is not None:
            for name in (place.name, *(name.text for name in place.names)):
                found[fold(name)].add(area.id)
    return {name: frozenset(districts) for name, districts in found.items()}
