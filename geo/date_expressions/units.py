"""Weeks, months, seasons and years around a day, and lengths counted from one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from geo.dates import Span, month_span

if TYPE_CHECKING:
    from geo.date_expressions.records import Length, Part

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins, three months long, north of the equator."""

_PARTS_OF_MONTH: Final = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first half": (1, 15),
    "second half": (16, 31),
}
_PARTS_OF_YEAR: Final = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_PARTS_OF_DECADE: Final = {
    "early": (0, 3),
    "mid": (3, 6),
    "late": (6, 9),
    "first half": (0, 4),
    "second half": (5, 9),
}
_VAGUE_DAYS: Final = {
    "hour": (0, 1),
    "day": (1, 14),
    "week": (7, 60),
    "month": (30, 366),
    "year": (365, 3653),
    "decade": (3650, 18263),
}
"""The days that ``days``, ``weeks`` or ``a few months`` without a number may take."""

_NEARLY_ONE: Final = {
    "hour": (0, 1, "day"),
    "day": (0, 1, "day"),
    "week": (4, 7, "day"),
    "month": (2, 5, "week"),
    "year": (6, 12, "month"),
    "decade": (5, 10, "year"),
}
"""What ``nearly a year`` may be at the least and at the most: more than half of one."""

_HOURS_A_DAY = 24
_YEARS_A_DECADE = 10
_DECADE_SLACK = 2
"""Years by which ``three decades`` may be off: a decade is a round number."""


def unit_span(unit: str, shift: int, anchor: date) -> Span:
    """The day, calendar week (Monday first), weekend, month, year or decade ``shift`` units from the anchor's."""
    if unit == "day":
        day = anchor + timedelta(days=shift)
        return Span(day, day)
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return Span(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return month_span(months // 12, months % 12 + 1)
    if unit == "decade":
        year = anchor.year - anchor.year % _YEARS_A_DECADE + _YEARS_A_DECADE * shift
        return Span(date(year, 1, 1), date(year + 9, 12, 31))
    year = anchor.year + shift
    return Span(date(year, 1, 1), date(year, 12, 31))


def season_span(season: str, year: int) -> Span:
    """The season that begins in a year."""
    month = SEASONS[season]
    months = year * 12 + month + 1
    return Span(date(year, month, 1), month_span(months // 12, months % 12 + 1).last)


def seasons_near(season: str, anchor: date) -> list[Span]:
    """The seasons of the years around a day, in order. Raises ValueError where the calendar ends among them."""
    return [season_span(season, year) for year in range(anchor.year - 2, anchor.year + 2)]


def days_off(span: Span, anchor: date) -> int:
    """How many days lie between a span and a day; 0 where the span holds it."""
    first, last = span.first or anchor, span.last or anchor
    return max(0, (first - anchor).days, (anchor - last).days)


def narrow(span: Span, part: Part | None) -> Span:
    """A third or half of a month, year or decade (thirds of ten days, four months, four years); or a year's season."""
    first, last = span.first, span.last
    if part is None or first is None or last is None:
        return span
    if part not in _PARTS_OF_MONTH:
        return _named_season(part, first.year, last.year)
    if last == month_span(first.year, first.month).last:
        low, high = _PARTS_OF_MONTH[part]
        return Span(first.replace(day=low), last.replace(day=min(high, last.day)))
    if first.year == last.year:
        low, high = _PARTS_OF_YEAR[part]
        return Span(date(first.year, low, 1), month_span(first.year, high).last)
    low, high = _PARTS_OF_DECADE[part]
    return Span(date(first.year + low, 1, 1), date(first.year + high, 12, 31))


def _named_season(season: str, first: int, last: int) -> Span:
    """The season of a year. ``The winter of 1992`` may be the one that ended in it or the one that began in it."""
    if season != "winter":
        return season_span(season, first).hull(season_span(season, last))
    if first == last:
        return season_span(season, first - 1).hull(season_span(season, first))
    return season_span(season, first).hull(season_span(season, last - 1))


def shift(anchor: Span | date, length: Length, *, back: bool = False) -> Span | None:
    """The days that lie a length after ``anchor``, or before it.

    Days are counted exactly; weeks, months and years mean the calendar's (`two years later` is a year of the calendar).
    `Nearly` allows for one unit less, `more than` for one more; a length without a number is as long as it may be.

    Parameters
    ----------
    anchor
        The day, or the days, from which to count; of an open span its one end.
    length
        The length of a ``counted`` or ``duration`` expression.
    back
        Count towards the past: when what `had lasted for ten months` began, or what came `two days before`.

    Returns
    -------
    Span or None
        None where the calendar ends before.

    Examples
    --------
    >>> from geo.date_expressions import Length
    >>> shift(date(2020, 11, 10), Length(count=2, unit="day"))
    Span(first=datetime.date(2020, 11, 12), last=datetime.date(2020, 11, 12))
    """
    near, far, unit = _reach_of(length)
    span = closed(anchor)
    if span is None or span.first is None or span.last is None:
        return None
    low, high = (-far, -near) if back else (near, far)
    try:
        return Span(unit_span(unit, low, span.first).first, unit_span(unit, high, span.last).last)
    except (ValueError, OverflowError):
        return None


def closed(anchor: Span | date | None) -> Span | None:
    """The span of an anchor; an open end is drawn to the other one, and no end is no anchor."""
    if isinstance(anchor, date):
        return Span(anchor, anchor)
    if anchor is None or (anchor.first is None and anchor.last is None):
        return None
    return Span(anchor.first or anchor.last, anchor.last or anchor.first)


def _reach_of(length: Length) -> tuple[int, int, str]:
    """The least and the most that a length may be, and the unit that they count."""
    if length.count is None:
        return (*_VAGUE_DAYS[length.unit], "day")
    if (length.count, length.about) == (1, "under"):
        return _NEARLY_ONE[length.unit]
    low = length.count - (length.about in ("about", "under"))
    high = length.count + (length.about in ("about", "over"))
    if length.unit == "hour":
        return low // _HOURS_A_DAY, -(-high // _HOURS_A_DAY), "day"
    if length.unit == "decade":
        return low * _YEARS_A_DECADE - _DECADE_SLACK, high * _YEARS_A_DECADE + _DECADE_SLACK, "year"
    return low, high, length.unit
