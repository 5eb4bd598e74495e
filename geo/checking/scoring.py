"""Compares control with facts, day by day: right, wrong, or abstained where the map names no holder for certain."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from geo.dates import ONE_DAY
from geo.early_days import day_of, lasts_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.checking.truth import Fact
    from geo.records import ControlInterval
    from geo.regions import Region

NEAR: Final = timedelta(days=60)
"""So near to a change a day counts for ``near_change``."""

Verdict = Literal["right", "wrong", "abstained"]
State = tuple[str | None, str]
"""The side shown in control and the status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Shares of one; None where nothing was scored. ``weight`` is what was scored: place-days, or km² times days."""

    right: float | None
    wrong: float | None
    abstained: float | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days of a place from ``first`` to ``last`` (ISO, inclusive) with one verdict, and what truth and map have."""

    place: str
    first: str
    last: str
    side: str
    controller: str | None
    status: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How much of the facts the map has: of all place-days, of those near a change, and by km²."""

    all: Shares
    near_change: Shares
    km2: Shares
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Days:
    """Days from ``start`` until before ``end``, on which a side held the place."""

    start: date
    end: date
    side: str


def check(
    facts: Iterable[Fact],
    intervals: Iterable[ControlInterval],
    region: Region,
    *,
    on_problem: Callable[[str], None],
) -> Check:
    """Score intervals against facts.

    A place-day is that of the state in which most of the km² are that change hands under the place's name; by km², each
    cell counts by itself. A point, whose own intervals are among these too, is a place without km². Only ``held`` names
    a holder: every other status abstains. The last interval of a cell goes on, as the file has it: cut the facts
    at the last day of reports (:func:`geo.checking.until`). A change is where a
    place's side is another one than in the days scored before; with days between of which nothing is asked, both their
    ends count. Days on which two facts contradict each other are not scored, and ``on_problem`` hears of them where it
    is more than the day on which one ends and the next begins.
    """
    lines: defaultdict[str, list[ControlInterval]] = defaultdict(list)
    for interval in intervals:
        lines[interval.cell].append(interval)
    by_place: defaultdict[tuple[str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_place[fact.place, fact.cells].append(fact)
    tally = _Tally(region, lines)
    for (place, cells), told in by_place.items():
        tally.add(place, cells, _settle(place, told, on_problem))
    return Check(
        all=_shares(tally.all),
        near_change=_shares(tally.near),
        km2=_shares(tally.km2),
        stretches=tuple(_join(tally.stretches)),
    )


class _Tally:
    """Adds up days by verdict, place after place."""

    def __init__(self, region: Region, lines: dict[str, list[ControlInterval]]) -> None:
        self._region, self._lines = region, lines
        self.all: Counter[Verdict] = Counter()
        self.near: Counter[Verdict] = Counter()
        self.km2: Counter[Verdict] = Counter()
        self.stretches: list[Stretch] = []

    def add(self, place: str, cells: tuple[str, ...], days: Sequence[_Days]) -> None:
        """Score the days of one place."""
        sizes = {cell: round(found.km2 * 1000) if (found := self._region.cell(cell)) else 0 for cell in cells}
        windows = _near(days)
        edges = [*self._changes(cells), *(edge for window in windows for edge in window)]
        for span in days:
            for start, end in _cut(span, edges):
                length = (end - start).days
                states = {cell: self._state(cell, start) for cell in sizes}
                for cell, state in states.items():
                    self.km2[_verdict(state, span.side)] += length * sizes[cell]
                main = _main(states, sizes)
                verdict = _verdict(main, span.side)
                self.all[verdict] += length
                self.near[verdict] += length if any(low <= start < high for low, high in windows) else 0
                stretch = Stretch(
                    place=place,
                    first=start.isoformat(),
                    last=(end - ONE_DAY).isoformat(),
                    side=span.side,
                    controller=main[0],
                    status=main[1],
                    verdict=verdict,
                )
                self.stretches.append(stretch)

    def _changes(self, cells: Iterable[str]) -> Iterator[date]:
        for cell in cells:
            for interval in self._lines.get(cell, ()):
                yield from (day_of(day) for day in (interval.start, interval.end) if day)

    def _state(self, cell: str, day: date) -> State:
        iso = day.isoformat()
        for found in self._lines.get(cell, ()):
            if lasts_on(iso, start=found.start, end=found.end):
                return self._region.side_of(found.controller) or found.controller, found.status
        return None, "unknown"


def _settle(place: str, facts: Iterable[Fact], on_problem: Callable[[str], None]) -> list[_Days]:
    """The days on which the facts of a place agree and say who held it, by time."""
    found, days = list(facts), list[_Days]()
    edges = sorted({day for fact in found for day in (fact.first, fact.last + ONE_DAY)})
    for start, end in pairwise(edges):
        sides = {fact.side for fact in found if fact.first <= start <= fact.last}
        if len(sides) > 1 and None not in sides and end - start > ONE_DAY:
            lines = ", ".join(str(fact.line) for fact in found if fact.first <= start <= fact.last)
            on_problem(f"{place}, {start} to {end - ONE_DAY}: not scored. Lines {lines} contradict each other.")
        side = next(iter(sides), None)
        if side is None or len(sides) > 1:
            continue
        if days and (days[-1].end, days[-1].side) == (start, side):
            days[-1] = _Days(days[-1].start, end, side)
        else:
            days.append(_Days(start, end, side))
    return days


def _near(days: Sequence[_Days]) -> list[tuple[date, date]]:
    """The days, half-open, that lie so near to a change of sides."""
    return [
        (before.end - NEAR, after.start + NEAR + ONE_DAY)
        for before, after in pairwise(days)
        if before.side != after.side
    ]


def _cut(span: _Days, edges: Iterable[date]) -> Iterator[tuple[date, date]]:
    """A span in pieces, cut at the edges that lie inside it."""
    points = sorted({span.start, span.end, *(edge for edge in edges if span.start < edge < span.end)})
    yield from pairwise(points)


def _main(states: dict[str, State], sizes: dict[str, int]) -> State:
    """The state in which most of the km² are."""
    shares: Counter[State] = Counter()
    for cell, state in states.items():
        shares[state] += sizes[cell]
    return max(shares, key=lambda state: (shares[state], state[1], state[0] or ""), default=(None, "unknown"))


def _verdict(state: State, side: str) -> Verdict:
    controller, status = state
    if status != "held" or controller is None:
        return "abstained"
    return "right" if controller == side else "wrong"


def _join(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that say the same as one."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and _says(last) == _says(stretch) and _next_day(last.last) == stretch.first:
            joined[-1] = replace(last, last=stretch.last)
        else:
            joined.append(stretch)
    return joined


def _next_day(iso: str) -> str:
    return (day_of(iso) + ONE_DAY).isoformat()


def _says(stretch: Stretch) -> tuple[object, ...]:
    return (stretch.place, stretch.side, stretch.controller, stretch.status)


def _shares(counted: Counter[Verdict]) -> Shares:
    total = counted.total()
    if not total:
        return Shares(right=None, wrong=None, abstained=None, weight=0)
    return Shares(
        right=counted["right"] / total,
        wrong=counted["wrong"] / total,
        abstained=counted["abstained"] / total,
        weight=total,
    )
