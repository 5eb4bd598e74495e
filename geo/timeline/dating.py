"""When several reports tell of one change: dates that overlap intersect, dates that do not give their hull."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import Span, hull
from geo.early_days import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Collection

ONE_EVENT_DAYS = 366
"""Reports whose dates lie further apart than this tell of two events: retellings slip by a year, not by more."""

_FIRST_OF_ALL, _LAST_OF_ALL = FIRST_DAY.toordinal(), date.max.toordinal()


class Dating(NamedTuple):
    """The days within which a change took place, and the dates that differ, if any do."""

    span: Span
    differing: tuple[Span, ...] = ()


def agree(spans: Collection[Span]) -> Dating:
    """The days that all ``spans`` share; where they share none, the hull of those that hold no other.

    A span that holds another agrees with it and says less, so it adds nothing to the hull.

    Examples
    --------
    >>> from geo.dates import bounds
    >>> agree([bounds("2020-11"), bounds("2020-11-10/2021-01-18")]).span == bounds("2020-11-10/2020-11-30")
    True
    >>> agree([bounds("1991"), bounds("1992/1994")]).differing == (bounds("1991"), bounds("1992/1994"))
    True
    """
    first = max((span.first for span in spans if span.first), default=None)
    last = min((span.last for span in spans if span.last), default=None)
    if first is None or last is None or first <= last:
        return Dating(span=Span(first, last))
    narrow = _narrowest(spans)
    return Dating(span=hull(narrow), differing=tuple(narrow))


def days_apart(one: Span, other: Span) -> int:
    """Days between the end of one span and the begin of the other; 0 where they overlap or touch."""
    first, second = (one, other) if ordinal_last(one) <= ordinal_last(other) else (other, one)
    return max(0, ordinal_first(second) - ordinal_last(first) - 1)


def ordinal_first(span: Span) -> int:
    """The first day as a number, an open begin before all days."""
    return span.first.toordinal() if span.first else _FIRST_OF_ALL


def ordinal_last(span: Span) -> int:
    """The last day as a number, an open end after all days."""
    return span.last.toordinal() if span.last else _LAST_OF_ALL


def in_order(span: Span) -> tuple[int, int]:
    """Order of spans by their last day, of one last day by their first."""
    return ordinal_last(span), ordinal_first(span)


def _narrowest(spans: Collection[Span]) -> list[Span]:
    """Spans that hold no other, in order of time."""
    found: list[Span] = []
    lowest = date.max.toordinal() + 1
    for span in sorted(set(spans), key=lambda s: (-ordinal_first(s), ordinal_last(s))):
        if ordinal_last(span) < lowest:
            found.append(span)
            lowest = ordinal_last(span)
    return found[::-1]
