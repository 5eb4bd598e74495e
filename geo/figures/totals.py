"""km² by side over time: what a side holds for certain, and what it may hold at most.

Cells are counted once each, in whole thousandths of a km², so that what is held for certain and what is open add up to
the region's area on every day, to the last digit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, get_args

from geo.dates import day_after
from geo.early_days import by_time, day_of
from geo.figures.takers import takers
from geo.records import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from geo.records import ControlInterval, LocatedClaim
    from geo.regions import Region

_THOUSANDTHS = 1000  # of a km²
OPEN_STATUSES: Final = tuple(status for status in get_args(Status) if status != "held")
"""What can be open, in the order in which it is told."""

_ANYBODY = ""
"""Stands among those who may hold a cell for every side: nothing is reported of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a side holds: ``low_km2`` for certain (its status is ``held``), ``high_km2`` with all that it may hold."""

    controller: str
    low_km2: float
    high_km2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What nobody holds for certain, by the status that says why."""

    status: Status
    km2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The figures from ``start`` until before ``end`` (ISO days), in which none of them changes.

    The ``low_km2`` of the sides and the ``km2`` of what is open add up to ``km2``, the region's area.
    """

    start: str
    end: str
    km2: float
    held: tuple[Held, ...]
    open: tuple[Open, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """How a cell counts: to whose figure for certain or to which status, and to whose highest figures."""

    sure: str | None
    status: Status
    perhaps: frozenset[str]


_UNKNOWN = _Share(sure=None, status="unknown", perhaps=frozenset({_ANYBODY}))


def totals(
    intervals: Iterable[ControlInterval],
    region: Region,
    *,
    until: date | None,
    claims: Mapping[str, LocatedClaim] | None = None,
) -> list[Totals]:
    """The figures of each period, from the region's first day to ``until``, inclusive.

    Parameters
    ----------
    intervals
        In any order; a day of a cell of which they say nothing is ``unknown``.
    region
        Whose cells are counted, with their km² on the WGS 84 ellipsoid.
    until
        The last day of which anything is known, by :func:`geo.timeline.last_report`; nothing is counted after it. None
        where nothing is known: there are no figures then.
    claims
        Those behind the intervals, by id: who may hold what is in doubt is told by them. Without them only the side
        that was last reported counts.

    Notes
    -----
    In a change of uncertain date both the former holder and the taker may hold a cell; in a contest all who claim it;
    in doubt the last holder and those whose gains are not placed; of what is unknown, every side.
    """
    if until is None or until < day_of(region.start):
        return []
    end = day_after(until).isoformat()
    changes = _changes(_shares(list(intervals), region, claims or {}), region, end)
    days = sorted(changes, key=by_time)
    book = _Book(region, [share for entries in changes.values() for _, share in entries])
    rows: list[Totals] = []
    for start, before in zip(days, [*days[1:], end], strict=True):
        for cell, share in changes[start]:
            book.turn(cell, share)
        row = book.read(start, before)
        if rows and (rows[-1].held, rows[-1].open) == (row.held, row.open):
            rows[-1] = replace(rows[-1], end=before)
        else:
            rows.append(row)
    return rows


def may_hold(interval: ControlInterval, taker: str | None, gainers: Iterable[str]) -> frozenset[str]:
    """The sides that may hold a cell in an interval that is not ``held``, as far as reports name them."""
    named = {*interval.others, *((interval.controller,) if interval.controller else ())}
    if interval.status == "date_uncertain" and taker:
        named.add(taker)
    if interval.status == "in_doubt":
        named.update(gainers)
    return frozenset(named)


def _shares(
    intervals: Sequence[ControlInterval], region: Region, claims: Mapping[str, LocatedClaim]
) -> list[tuple[ControlInterval, _Share]]:
    """How the cell of each interval counts in its time."""
    after = takers(intervals)
    shares = []
    for interval in intervals:
        if interval.status == "held" and interval.controller:
            share = _Share(sure=interval.controller, status="held", perhaps=frozenset({interval.controller}))
        elif interval.status in ("held", "unknown"):
            share = _UNKNOWN
        else:
            told = [claims[claim].claim for claim in interval.claims if claim in claims]
            gainers = [side for claim in told if (side := region.side_of(claim.gained_by))]
            taker = after.get((interval.cell, interval.start))
            perhaps = may_hold(interval, taker, gainers) or frozenset({_ANYBODY})
            share = _Share(sure=None, status=interval.status, perhaps=perhaps)
        shares.append((interval, share))
    return shares


def _changes(
    shares: Iterable[tuple[ControlInterval, _Share]], region: Region, end: str
) -> dict[str, list[tuple[str, _Share]]]:
    """By day, from the region's first on: the cells that count otherwise from then on. A gap counts as unknown."""
    by_cell: defaultdict[str, list[tuple[str, str, _Share]]] = defaultdict(list)
    for interval, share in shares:
        start = max(interval.start or region.start, region.start, key=by_time)
        stop = min(interval.end or end, end, key=by_time)
        if by_time(start) < by_time(stop):
            by_cell[interval.cell].append((start, stop, share))
    changes: defaultdict[str, list[tuple[str, _Share]]] = defaultdict(list)
    changes[region.start] = []
    for cell in region.cells:
        spans = sorted(by_cell.get(cell.id, ()), key=lambda span: by_time(span[0]))
        for (start, stop, share), following in zip_longest(spans, spans[1:]):
            changes[start].append((cell.id, share))
            if by_time(stop) < by_time(following[0] if following else end):
                changes[stop].append((cell.id, _UNKNOWN))
    return dict(changes)


class _Book:
    """The figures of the day to which it was turned, in thousandths of a km²."""

    def __init__(self, region: Region, shares: Iterable[_Share]) -> None:
        """At first nothing is known of any cell; the sides are those of the shares, in the region's order."""
        self._sizes = {cell.id: round(cell.km2 * _THOUSANDTHS) for cell in region.cells}
        self._now = dict.fromkeys(self._sizes, _UNKNOWN)
        self._sums: Counter[_Share] = Counter({_UNKNOWN: sum(self._sizes.values())})
        order = {party.id: number for number, party in enumerate(region.parties)}
        named = {side for share in shares for side in share.perhaps} - {_ANYBODY}
        self._sides = sorted(named, key=lambda side: (order.get(side, len(order)), side))

    def turn(self, cell: str, share: _Share) -> None:
        """From here on a cell counts so."""
        self._sums[self._now[cell]] -= self._sizes[cell]
        self._sums[share] += self._sizes[cell]
        self._now[cell] = share

    def read(self, start: str, end: str) -> Totals:
        """The figures as they stand."""
        shares = [(share, size) for share, size in self._sums.items() if size]
        states: Counter[Status] = Counter()
        for share, size in shares:
            states[share.status] += 0 if share.sure else size
        return Totals(
            start=start,
            end=end,
            km2=_km2(sum(self._sizes.values())),
            held=tuple(_held(side, shares) for side in self._sides),
            open=tuple(Open(status=status, km2=_km2(states[status])) for status in OPEN_STATUSES if states[status]),
        )


def _held(side: str, shares: Sequence[tuple[_Share, int]]) -> Held:
    low = sum(size for share, size in shares if share.sure == side)
    high = sum(size for share, size in shares if side in share.perhaps or _ANYBODY in share.perhaps)
    return Held(controller=side, low_km2=_km2(low), high_km2=_km2(high))


def _km2(thousandths: int) -> float:
    return thousandths / _THOUSANDTHS
