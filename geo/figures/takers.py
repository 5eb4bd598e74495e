"""Who holds a cell once a change of uncertain date is over: what an interval by itself does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import ControlInterval

Takers = dict[tuple[str, str | None], str | None]
"""The taker by cell and first day of the interval within which the change fell."""


def takers(intervals: Iterable[ControlInterval]) -> Takers:
    """Who takes over in each interval that is ``date_uncertain``; None where nobody says so."""
    found = list(intervals)
    holders = {(interval.cell, interval.start): interval.controller for interval in found}
    return {
        (interval.cell, interval.start): holders.get((interval.cell, interval.end)) if interval.end else None
        for interval in found
        if interval.status == "date_uncertain"
    }
