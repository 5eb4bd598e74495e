"""Chooses the claims that an analyst is to look at, and says how much rests on each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import UnknownPlaceError
from geo.names import fold
from geo.places.index import PlaceIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import Claim, ControlInterval
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which claims without a decision are listed; what has been decided in the table always is.

    ``claims`` are ids (None for all); ``below`` is a confidence; ``undecided`` leaves out what another table decided.
    """

    places: Places | None = None
    below: float | None = None
    undecided: bool = False

    def takes(self, claim: Claim) -> bool:
        """Whether a claim is listed."""
        return (self.below is None or claim.confidence < self.below) and (
            self.places is None or self.places.have(claim)
        )


class Places:
    """Places that were asked for by name, with all that lies in them and the groups that they belong to.

    Raises
    ------
    UnknownPlaceError
        Where the region has no place of a name; the message says which names come near.
    """

    def __init__(self, names: Iterable[str], region: Region) -> None:
        self._region = region
        self._index = PlaceIndex(region)
        self._wanted = {ident for name in names for ident in self._named(name)}

    def have(self, claim: Claim) -> bool:
        """Whether a claim is about one of the places."""
        return any(place.place and not self._wanted.isdisjoint(self._around(place.place)) for place in claim.places)

    def _named(self, name: str) -> set[str]:
        """All that may be meant by a name: namesakes too, and a town's district where it has the town's name."""
        region = self._region
        ids = [(one.id, one.name) for group in (region.areas, region.groups, region.places) for one in group]
        found = {ident for ident, called in ids if name == ident or fold(name) == fold(called)}
        found |= {candidate.place for candidate in self._index.lookup(name)}
        if not found:
            near = " or ".join(map(repr, self._index.suggest(name)))
            hint = f" Did you mean {near}?" if near else ""
            raise UnknownPlaceError(
                f"No place {name!r} in region {region.id!r}.{hint} All names are in its places.csv."
            )
        return found | {place.area for ident in found if (place := region.place(ident)) and place.area}

    def _around(self, ident: str) -> set[str]:
        """A place with what it lies in; a group with its areas."""
        place, group = self._index.places.get(ident), self._region.group(ident)
        return {ident, *(self._index.above(place) if place else ()), *(group.areas if group else ())}


def decided_km2(intervals: Iterable[ControlInterval], region: Region) -> dict[str, float]:
    """The km² of the cells whose control, at some time, rests on each claim, by its id."""
    cells: defaultdict[str, set[str]] = defaultdict(set)
    for interval in intervals:
        for claim in interval.claims:
            cells[claim].add(interval.cell)
    sizes = {cell.id: cell.km2 for cell in region.cells}
    return {claim: sum(sizes.get(cell, 0.0) for cell in sorted(found)) for claim, found in cells.items()}
