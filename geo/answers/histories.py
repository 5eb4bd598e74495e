"""The history of a place: the states of each of its parts, one after another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.answers.asking import note_on
from geo.answers.finding import find_place
from geo.answers.states import State, fields_of, km2_of, state_of
from geo.early_days import by_time

if TYPE_CHECKING:
    from geo.answers.chart import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(State):
    """A state from ``start`` until before ``end`` (ISO days, half-open); ``end`` is None where it stood at the last."""

    start: str
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Cells of a place with one and the same history, or a point; ``km2`` on the ellipsoid, 0 for a point.

    ``periods`` are by time, without a gap.
    """

    km2: float
    cells: tuple[str, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The history of a place, from the region's first day to ``until``, the last day on which a report can be of.

    ``until`` is None, and there are no strands, where nothing is known. ``note`` says what a reader must know of the
    place itself, and is empty where there is nothing to say.
    """

    place: str
    start: str
    until: str | None
    note: str
    strands: tuple[Strand, ...]


def history(place_text: str, chart: Chart) -> History:
    """The states of each part of a place over time, the largest part first.

    Raises
    ------
    UnknownPlaceError
        As :func:`geo.answers.who` does.
    """
    target, last = find_place(place_text, chart.region, points=chart.point_places), chart.last
    strands: list[Strand] = []
    if last is not None and last >= chart.first:
        groups: defaultdict[tuple[Period, ...], list[str]] = defaultdict(list)
        for cell, periods in _periods(frozenset(target.cells), chart, until=last.isoformat()).items():
            groups[tuple(periods)].append(cell)
        strands = [
            Strand(km2=km2_of(cells, chart.region), cells=tuple(cells), periods=periods)
            for periods, cells in groups.items()
        ]
    return History(
        place=target.id,
        start=chart.region.start,
        until=last.isoformat() if strands and last else None,
        note=note_on(target) if strands else chart.silence(chart.first),
        strands=tuple(sorted(strands, key=lambda strand: (-strand.km2, strand.cells))),
    )


def _periods(cells: frozenset[str], chart: Chart, *, until: str) -> dict[str, list[Period]]:
    """The periods of each cell that begin by the last day; the end of one that goes on past it is open."""
    found: defaultdict[str, list[Period]] = defaultdict(list)
    for interval in sorted((*chart.intervals, *chart.points), key=lambda interval: by_time(interval.start or "")):
        start = interval.start or chart.region.start
        if interval.cell in cells and by_time(start) <= by_time(until):
            end = interval.end if interval.end is not None and by_time(interval.end) <= by_time(until) else None
            found[interval.cell].append(Period(**fields_of(state_of(interval, chart)), start=start, end=end))
    return found
