"""What changed between two days: cells that are held by another, or known otherwise, on the later one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.answers.finding import title_of
from geo.answers.states import NOTHING_SAID, State, km2_of, states_on
from geo.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geo.answers.chart import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Cells of one district whose state is another one; ``km2`` on the ellipsoid. ``name`` is the district's.

    Or a point whose state is: ``area`` is then its place, and ``km2`` is 0.
    """

    area: str
    name: str
    km2: float
    cells: tuple[str, ...]
    before: State
    after: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is otherwise on ``last`` than on ``first`` (ISO days): of ``of_km2`` in all, ``km2`` changed.

    ``changes`` are those of cells, ``places`` those of points.
    """

    first: str
    last: str
    km2: float
    of_km2: float
    changes: tuple[Change, ...]
    places: tuple[Change, ...] = ()


def difference(first: date, last: date, chart: Chart) -> Difference:
    """The cells, by district, and the points whose holder or status on the later day is not that of the earlier one.

    Raises
    ------
    DateError
        Where the days are not in order, or nothing is known of one of them.
    """
    if last < first:
        raise DateError(f"{first} is after {last}. Give the earlier day first: {last} {first}")
    chart.require(first)
    chart.require(last)
    before, after = states_on(first, chart), states_on(last, chart)
    groups: defaultdict[tuple[str, State, State], list[str]] = defaultdict(list)
    for cell in chart.region.cells:
        was, now = before.get(cell.id, NOTHING_SAID), after.get(cell.id, NOTHING_SAID)
        if was.says != now.says:
            groups[cell.district, was, now].append(cell.id)
    changes = [_change(*key, cells, chart) for key, cells in groups.items()]
    return Difference(
        first=first.isoformat(),
        last=last.isoformat(),
        km2=km2_of((cell for change in changes for cell in change.cells), chart.region),
        of_km2=km2_of((cell.id for cell in chart.region.cells), chart.region),
        changes=tuple(sorted(changes, key=lambda change: (-change.km2, change.cells))),
        places=tuple(_places(first, last, chart)),
    )


def _places(first: date, last: date, chart: Chart) -> Iterator[Change]:
    """Points whose state is another one, by place."""
    points = chart.point_places
    before, after = (states_on(day, chart, cells=frozenset(points.values())) for day in (first, last))
    for place, ident in sorted(points.items()):
        was, now = before.get(ident, NOTHING_SAID), after.get(ident, NOTHING_SAID)
        if was.says != now.says:
            yield Change(area=place, name=title_of(place, chart.region), km2=0.0, cells=(ident,), before=was, after=now)


def _change(district: str, before: State, after: State, cells: list[str], chart: Chart) -> Change:
    area = chart.region.area(district)
    return Change(
        area=district,
        name=chart.region.called(area) if area else district,
        km2=km2_of(cells, chart.region),
        cells=tuple(cells),
        before=before,
        after=after,
    )
