"""Control as the page keeps it: each state once, and the intervals as rows of numbers."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.dates import bounds
from geo.early_days import by_time
from geo.webmap.days import day_number
from geo.webmap.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.records import ControlInterval

Json = dict[str, object]
Row = tuple[int, int | None, int | None, int]
"""An interval: its cell and first day, the day after its last, and the number of its state."""

INTERVAL = ("cell", "start", "end", "state")
"""The columns of rows."""


class StateBook:
    """Distinct states of control, numbered as they come; claims and cells are named by their place in their list."""

    def __init__(
        self, *, claim_at: Mapping[str, int], cell_at: Mapping[str, int], sources: Callable[[Sequence[int]], int]
    ) -> None:
        """Begin without a state; ``sources`` counts the unrelated sources of claims, by their numbers."""
        self._kept: list[tuple[ControlInterval, str | None]] = []
        self._numbers: dict[tuple[object, ...], int] = {}
        self._claim_at = claim_at
        self._cell_at = cell_at
        self._sources = sources

    def rows(self, intervals: Sequence[ControlInterval]) -> list[Row]:
        """The intervals by cell and then by time; those of cells that the page does not have are left out."""
        cell_at = self._cell_at
        known = sorted(
            (row for row in intervals if row.cell in cell_at),
            key=lambda row: (cell_at[row.cell], by_time(row.start or "")),
        )
        return [
            (cell_at[row.cell], day_number(row.start), day_number(row.end), self._number(row, after))
            for row, after in zip_longest(known, known[1:])
        ]

    def _number(self, row: ControlInterval, after: ControlInterval | None) -> int:
        becomes = _taker(row, after)
        number = self._numbers.setdefault((*_told_apart(row), becomes), len(self._kept))
        if number == len(self._kept):
            self._kept.append((row, becomes))
        return number

    def states(self) -> Table:
        """What is said of each state, by its number."""
        rows = [row for row, _ in self._kept]
        claim_at, last = self._claim_at, cache(_last_day)
        claims = [[claim_at[claim] for claim in row.claims if claim in claim_at] for row in rows]
        others: Callable[[tuple[str, ...]], list[str]] = cache(list)
        return Table.of({
            "controller": [row.controller for row in rows],
            "others": [others(row.others) for row in rows],
            "becomes": [becomes for _, becomes in self._kept],
            "status": [row.status for row in rows],
            "basis": [row.basis for row in rows],
            "support": [row.support for row in rows],
            "start": [row.start_edtf for row in rows],
            "end": [row.end_edtf for row in rows],
            "last": [row.last_reported for row in rows],
            "startBy": [last(row.start_edtf) for row in rows],
            "lastBy": [last(row.last_reported) for row in rows],
            "rule": [row.rule for row in rows],
            "claims": claims,
            "sources": list(map(self._sources, claims)),
        })  # fmt: skip


def _last_day(edtf: str | None) -> int | None:
    return day_number(bounds(edtf).last)


_told_apart = attrgetter(
    "controller", "others", "status", "basis", "support", "start_edtf", "end_edtf", "last_reported", "rule", "claims"
)
"""By what intervals are in different states."""


def columns(rows: Sequence[Sequence[int | None]], names: Sequence[str]) -> Json:
    """Rows as a list for each of their columns."""
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def _taker(row: ControlInterval, after: ControlInterval | None) -> str | None:
    """Who holds the cell once a change of uncertain date is over; None where nobody says so."""
    follows = after is not None and after.cell == row.cell and after.start == row.end
    return after.controller if after is not None and follows and row.status == "date_uncertain" else None
