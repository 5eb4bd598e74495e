"""Points: what claims say of a town or a village, which is too small to be a cell and is held by somebody all the same.

A point is decided as a cell is, from what is said of it by name and of whatever holds all of it: its cell, or an area
that has no outline and in which the gazetteer has it. What a report takes out of an area is not said of it. A change
in a part of what holds the point may be the point's own or not, and leaves it in doubt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.areas import handed_over
from geo.dates import bounds
from geo.points import cells_holding
from geo.records import point_id
from geo.regions.districts import district_on_record
from geo.timeline.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from geo.records import LocatedClaim, LocatedPlace
    from geo.regions import Area, Region
    from geo.timeline.statements import Statement

    Say = Callable[..., Statement]
    """Makes the statement of a claim, whose size (``km2``) depends on what it is of."""

TOWNS = frozenset({"capital", "city", "town"})
"""Kinds of places that a reader asks for by name, though no report may name them."""

Filed = dict[str, "Statement"]
"""Statements by their claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSaid:
    """What bears on one point: statements, and the cells in one of which it lies."""

    id: str
    within: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A statement of a part of some cells, or of an area without an outline; ``seat`` is the town that it is about.

    ``first`` is the first day of which it can tell.
    """

    statement: Statement
    first: date | None
    words: str
    cells: frozenset[str]
    holder: str | None = None
    seat: str | None = None


@dataclass(slots=True)
class PointBook:
    """Files what claims say of points, and of what holds them, as they are read."""

    region: Region
    _named: defaultdict[str, Filed] = field(default_factory=lambda: defaultdict(dict))
    _within: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _holders: defaultdict[str, Filed] = field(default_factory=lambda: defaultdict(dict))
    _rests: defaultdict[str, Filed] = field(default_factory=lambda: defaultdict(dict))
    _parts: list[_Part] = field(default_factory=list)
    _spared: dict[str, frozenset[str]] = field(default_factory=dict)
    _towns: set[str] = field(default_factory=set)

    def file(self, item: LocatedClaim, say: Say) -> None:
        """File what one claim says of each point, part and area without cells that it names."""
        spared = frozenset(ident for place in item.claim.places for ident in place.but or ())
        if spared:
            self._spared[item.claim.id] = spared
        if all(place.cells for place in item.places):
            return
        said = say(km2=0.0)
        for place in item.places:
            if place.within and place.place:
                self._file_point(place, place.place, place.within, said)
            elif not place.cells and place.area:
                self._file_part(place, said, spared, first=_first_told(said, item))
            elif not place.cells and place.place:
                self._file_holder(place, place.place, said, first=_first_told(said, item))

    def file_seat(self, item: LocatedClaim, place: LocatedPlace, district: Area, say: Say) -> None:
        """File what is told of a district's seat: of other places in the district, nothing is said by it."""
        cells, said = frozenset(handed_over(district)), say(km2=0.0)
        first = _first_told(said, item)
        self._parts.append(_Part(statement=said, first=first, words=place.text, cells=cells, seat=place.place))

    def add_towns(self, by_cell: Mapping[str, Sequence[Statement]]) -> None:
        """Towns that nobody names, in cells of which a part or point changed: what is told of that is not told of them.

        The seat of a district is left out: its name is the district's.
        """
        divided = {cell for cell, said in by_cell.items() if any(s.act == "inside" for s in said)}
        districts = {found.district for cell in divided if (found := self.region.cell(cell)) is not None}
        for place in self.region.places:
            if place.id in self._within or place.kind not in TOWNS or self.region.area_seated_at(place.id):
                continue
            if district_on_record(place, self.region) in districts:
                within = cells_holding(place, self.region)
                if within and divided.issuperset(within):
                    self._within[place.id] = within
                    self._towns.add(place.id)

    def points(self, by_cell: Mapping[str, Sequence[Statement]]) -> list[PointSaid]:
        """The points that are told of, by id, with the statements that bear on them; ``by_cell`` are those of cells."""
        known = sorted({*self._named, *self._within})
        said = {place: tuple(self._bearing(place, by_cell)) for place in known}
        return [
            PointSaid(id=point_id(place), within=self._within[place], statements=said[place])
            for place in known
            if said[place] or place in self._named
        ]

    def doubts(self, by_cell: Mapping[str, Sequence[Statement]]) -> list[Doubt]:
        """Changes that may be those of points in what they change."""
        in_cell: defaultdict[str, list[str]] = defaultdict(list)
        for place, within in self._within.items():
            for cell in within:
                in_cell[cell].append(place)
        found = []
        for part in self._parts:
            places = {place for cell in part.cells for place in in_cell.get(cell, ())}
            if part.holder:
                places = {place for place in self._named if part.holder in self._above(place)}
            named = {place for place in places if part.statement.claim in self._named.get(place, ())}
            settled = self._towns if part.statement.lasting else frozenset[str]()
            reached = frozenset(map(point_id, places - named - settled - {part.seat} - self._spared_by(part.statement)))
            if reached and (doubt := _doubt(part, reached)):
                found.append(doubt)
        return [*found, *self._unsure(by_cell)]

    def _file_point(self, place: LocatedPlace, ident: str, within: tuple[str, ...], said: Statement) -> None:
        self._within[ident] = within
        filed = self._named[ident]
        if place.extent != "part":
            filed[said.claim] = said
        elif said.after is not None:
            filed.setdefault(said.claim, replace(said, act="inside"))

    def _file_part(self, place: LocatedPlace, said: Statement, spared: frozenset[str], *, first: date | None) -> None:
        area = self.region.area(place.area or "")
        if area is None:
            return
        cells = handed_over(area)
        if spared:  # all of it except a point: the rest is meant as a whole
            km2 = sum(cell.km2 for ident in cells if (cell := self.region.cell(ident)) is not None)
            for ident in cells:
                self._rests[ident][said.claim] = replace(said, km2=km2)
        else:
            self._parts.append(_Part(statement=said, first=first, words=place.text, cells=frozenset(cells)))

    def _file_holder(self, place: LocatedPlace, ident: str, said: Statement, *, first: date | None) -> None:
        if place.extent == "part":
            part = _Part(statement=said, first=first, words=place.text, cells=frozenset(), holder=ident)
            self._parts.append(part)
        else:
            self._holders[ident][said.claim] = said

    def _bearing(self, place: str, by_cell: Mapping[str, Sequence[Statement]]) -> Iterator[Statement]:
        """The statements about a point, a claim's smallest name first; each claim says it once."""
        within = self._within[place]
        filed = dict(self._named.get(place, {}))
        for holder in self._above(place):
            for claim, said in self._holders.get(holder, {}).items():
                filed.setdefault(claim, said)
        whole, counted = self._of_cells(within, by_cell)
        for said in whole[0]:
            if counted[said.claim] == len(within) and place not in self._spared.get(said.claim, ()):
                filed.setdefault(said.claim, said)
        return iter(filed.values())

    def _unsure(self, by_cell: Mapping[str, Sequence[Statement]]) -> Iterator[Doubt]:
        """Changes of some of the cells in one of which a point lies, where it is not known in which."""
        for place, within in self._within.items():
            if len(within) == 1:
                continue
            whole, counted = self._of_cells(within, by_cell)
            told = {said.claim: said for found in whole for said in found}
            for claim, said in told.items():
                if counted[claim] < len(within) and claim not in self._named.get(place, ()):
                    first = said.earliest or said.last
                    part = _Part(statement=said, first=first, words=said.evidence, cells=frozenset())
                    if doubt := _doubt(part, frozenset((point_id(place),))):
                        yield doubt

    def _of_cells(
        self, within: Sequence[str], by_cell: Mapping[str, Sequence[Statement]]
    ) -> tuple[list[list[Statement]], Counter[str]]:
        """What is said of all of each of some cells, and of how many of them a claim says it."""
        whole = [
            [
                *[said for said in by_cell.get(cell, ()) if said.act != "inside" and not said.by_seat],
                *self._rests.get(cell, {}).values(),
            ]
            for cell in within
        ]
        return whole, Counter([said.claim for found in whole for said in found])

    def _above(self, place: str) -> list[str]:
        """The places in which the gazetteer has a place, the nearest first."""
        found: list[str] = []
        at = self.region.place(place)
        while at is not None and at.parent and at.parent not in found:
            found.append(at.parent)
            at = self.region.place(at.parent)
        return found

    def _spared_by(self, said: Statement) -> frozenset[str]:
        return self._spared.get(said.claim, frozenset())


def _first_told(said: Statement, item: LocatedClaim) -> date | None:
    """The first day of which a statement can tell; of one without a first day, the one on which it was told."""
    return said.sure if said.lasting else said.span.first or bounds(item.published).first


def _doubt(part: _Part, points: frozenset[str]) -> Doubt | None:
    """The doubt that a change near points leaves on them; None where nothing is told to have changed."""
    said = part.statement
    if said.denied or part.first is None or (said.after is None and said.before is None):
        return None
    return Doubt(
        claim=said.claim,
        gainer=said.after,
        loser=said.before,
        span=said.span,
        first=part.first,
        cells=points,
        words=part.words,
        near="hold" if said.lasting else "change",
    )
