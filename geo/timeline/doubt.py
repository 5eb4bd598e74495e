"""Changes that no cell can be given for: whom they put in doubt, and where.

A gain whose places are not named puts the loser's cells of the theatre in doubt from its earliest date, until a report
names the cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.dates import Span
    from geo.regions import Region

CITED = 6
"""An interval in doubt cites so many of the changes that are not placed, the earliest first."""

DoubtKey = tuple[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A change that no cell can be given for: it puts the loser's cells of ``cells`` in doubt (None: of the theatre).

    ``gainer`` is the side that gained, or None where only the ``loser`` is said. ``due`` are the days by which the
    change was planned, where nothing tells that it took place: the one that counts last, those moved before it;
    ``plans`` are the claims that tell of them. Of points ``near`` says what is told of a part of what holds them, to
    which they may belong or not: a change or a hold.
    """

    claim: str
    gainer: str | None
    loser: str | None
    span: Span
    first: date
    cells: frozenset[str] | None
    words: str
    due: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    near: Literal["change", "hold"] | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims behind it."""
        return self.plans or (self.claim,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """The doubts that bear on some cells, in order of time, by the side that would have lost."""

    by_side: dict[str, tuple[Doubt, ...]]
    firsts: dict[str, tuple[date, ...]]
    planned: tuple[Doubt, ...] = ()

    def plan(self, loser: str | None, taker: str | None) -> Doubt | None:
        """What was planned of the cells, if it is a change from the one to the other."""
        fitting = (d for d in self.planned if d.loser in (None, loser) and d.gainer in (None, taker))
        return next(fitting, None)

    def over(self, side: str, *, after: date, until: date | None) -> Sequence[Doubt]:
        """The earliest doubts about what ``side`` holds that begin later than ``after`` and before ``until``."""
        doubts = self.by_side.get(side, ())
        begin = bisect_right(self.firsts.get(side, ()), after)
        return [d for d in doubts[begin : begin + CITED] if until is None or d.first < until]


class DoubtBook:
    """All doubts of a region; cells on which the same ones bear share a :class:`Shadow`."""

    def __init__(self, doubts: Iterable[Doubt], region: Region, sides: frozenset[str]) -> None:
        """File the doubts by the cells on which they bear; a side gains nothing outside what it can have held."""
        self._doubts = sorted(doubts, key=_in_order)
        self._sides = sorted(sides)
        self._shadows: dict[DoubtKey, Shadow] = {}
        self._wide = [i for i, doubt in enumerate(self._doubts) if doubt.cells is None]
        self._narrow: defaultdict[str, list[int]] = defaultdict(list)
        for i, doubt in enumerate(self._doubts):
            for cell in doubt.cells or ():
                self._narrow[cell].append(i)
        limits: defaultdict[str, set[str]] = defaultdict(set)
        for limit in region.limits:
            area = region.area(limit.area)
            limits[limit.side].update(area.cells if area else ())
        self._limits = dict(limits)

    def key(self, cell: str) -> DoubtKey:
        """What decides which doubts bear on a cell."""
        barred = tuple(side for side in sorted(self._limits) if cell not in self._limits[side])
        return barred, tuple(self._narrow.get(cell, ()))

    def key_of_point(self, point: str, within: Sequence[str]) -> DoubtKey:
        """What decides which doubts bear on a point: those about it, and about the cells in one of which it lies."""
        keys = [self.key(cell) for cell in within]
        barred = tuple(side for side in keys[0][0] if all(side in key[0] for key in keys))
        narrow = {*self._narrow.get(point, ()), *(number for key in keys for number in key[1])}
        return barred, tuple(sorted(narrow))

    def shadow(self, key: DoubtKey) -> Shadow:
        """The doubts that bear on cells with this key."""
        if key not in self._shadows:
            barred, narrow = key
            numbers = sorted({*self._wide, *narrow})
            bearing = [self._doubts[i] for i in numbers if self._doubts[i].gainer not in barred]
            by_side = {
                side: tuple(d for d in bearing if d.gainer != side and d.loser in (None, side)) for side in self._sides
            }
            firsts = {side: tuple(d.first for d in found) for side, found in by_side.items()}
            planned = tuple(doubt for doubt in bearing if doubt.due)
            self._shadows[key] = Shadow(by_side=by_side, firsts=firsts, planned=planned)
        return self._shadows[key]


def _in_order(doubt: Doubt) -> tuple[date, str, str, list[str]]:
    """In order of time; of one claim by its words, whichever other places have a history of their own."""
    return doubt.first, doubt.claim, doubt.words, sorted(doubt.cells or ())
