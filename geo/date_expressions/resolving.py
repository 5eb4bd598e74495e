"""Brings a date expression to the days that it means, read on the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from geo.date_expressions.grammar import COUNTS, WEEKDAYS
from geo.dates import ONE_DAY, Span, month_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.date_expressions.records import DateExpression, DateParts, Part

_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins, three months long, north of the equator."""

_THIRDS_OF_MONTH: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRDS_OF_YEAR: Final = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_THIRDS_OF_DECADE: Final = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}
_LONGEST: Final = {"week": 7, "month": 31, "year": 366}
_LEAP_YEARS = 8
"""Years within which every day of the calendar occurs, 29 February across a century too."""


def resolve(expression: DateExpression, anchor: date | None) -> Span | None:
    """The days that an expression means, read on ``anchor`` (the day of publication).

    A calendar date without a year is its latest occurrence that does not begin after the anchor.

    Returns
    -------
    Span or None
        None where the words need an anchor and there is none, or name no real day.
    """
    if expression.is_anchored and anchor is None:
        return None
    dated = expression.shape == "weekday" and expression.last.day is not None
    read = _calendar if dated else _READERS[expression.shape]
    try:
        span = read(expression, anchor or date.max)
        if expression.overnight and span and span.first:
            return Span(span.first - ONE_DAY, span.last)
    except (ValueError, OverflowError):
        return None
    return span


def _calendar(expression: DateExpression, anchor: date) -> Span | None:
    if expression.last.year is not None:
        return _in_year(expression, expression.last.year)
    for year in range(anchor.year, anchor.year - _LEAP_YEARS - 1, -1):
        try:
            span = _in_year(expression, year)
        except ValueError:
            continue
        if span.first and span.first <= anchor:
            return span
    return None


def _in_year(expression: DateExpression, last_year: int) -> Span:
    """The days where the last end lies in a year. Raises ValueError where there is no such day."""
    first, last = expression.first, expression.last
    high = _of_parts(last_year, last)
    low = _of_parts(first.year or last_year, first)
    if first.year is None and low.first and high.last and low.first > high.last:  # November 15 to January 3
        low = _of_parts(last_year - 1, first)
    return _narrow(Span(low.first, high.last), expression.part)


def _of_parts(year: int, parts: DateParts) -> Span:
    if parts.month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if parts.day is None:
        return month_span(year, parts.month)
    day = date(year, parts.month, parts.day)
    return Span(day, day)


def _narrow(span: Span, part: Part | None) -> Span:
    """A third of a month, year or decade, in whole ten-day, four-month or four-year steps; or the season of a year."""
    first, last = span.first, span.last
    if part is None or first is None or last is None:
        return span
    if part not in _THIRDS_OF_MONTH:
        return _named_season(part, first.year, last.year)
    if last == month_span(first.year, first.month).last:
        low, high = _THIRDS_OF_MONTH[part]
        return Span(first.replace(day=low), last.replace(day=min(high, last.day)))
    if first.year == last.year:
        low, high = _THIRDS_OF_YEAR[part]
        return Span(date(first.year, low, 1), month_span(first.year, high).last)
    low, high = _THIRDS_OF_DECADE[part]
    return Span(date(first.year + low, 1, 1), date(first.year + high, 12, 31))


def _named_season(season: str, first: int, last: int) -> Span:
    """The season of a year. ``The winter of 1992`` may be the one that ended in it or the one that began in it."""
    if season != "winter":
        return _season(season, first).hull(_season(season, last))
    if first == last:
        return _season(season, first - 1).hull(_season(season, first))
    return _season(season, first).hull(_season(season, last - 1))


def _season(season: str, year: int) -> Span:
    """The season that begins in a year."""
    month = _SEASONS[season]
    months = year * 12 + month + 1
    return Span(date(year, month, 1), month_span(months // 12, months % 12 + 1).last)


def _decade(expression: DateExpression, _anchor: date) -> Span | None:
    year = expression.first.year or 0
    return _narrow(Span(date(year, 1, 1), date(year + 9, 12, 31)), expression.part)


def _weekday(expression: DateExpression, anchor: date) -> Span | None:
    which, weekday = expression.words
    number = WEEKDAYS.index(weekday)
    if which == "next":
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    elif which == "last":
        day = anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)
    else:
        day = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    return Span(day, day)


def _relative(expression: DateExpression, anchor: date) -> Span | None:
    which, unit = expression.words if len(expression.words) > 1 else (expression.words[0], "")
    if not unit:
        return _day({"yesterday": -1, "tomorrow": 1}.get(which, 0), anchor)
    if which.isdigit() or which in COUNTS:
        count = COUNTS.get(which) or int(which)
        return _day(-count, anchor) if unit == "day" else _unit(unit, -count, anchor)
    way = which.rsplit(maxsplit=1)[-1]
    if unit in ("night", "morning", "afternoon", "evening"):
        day = _day(-1 if way == "last" else 0, anchor)
        return Span(day.first, anchor) if unit == "night" else day
    if which.startswith("the ") and unit in _LONGEST:  # "over the last month", "within the next year"
        length = timedelta(days=_LONGEST[unit])
        return Span(anchor, anchor + length) if way == "next" else Span(anchor - length, anchor)
    if unit in _SEASONS:
        return _part_told(_season_told(unit, way, anchor), which, unit, anchor)
    return _part_told(_unit(unit, {"last": -1, "next": 1}.get(way, 0), anchor), which, unit, anchor)


def _part_told(span: Span, which: str, unit: str, anchor: date) -> Span:
    """The piece of a span that ``early``, ``late``, ``earlier`` or ``later`` before it leaves."""
    if span.first is None or span.last is None:
        return span
    if which.startswith("earlier"):
        return Span(span.first, max(span.first, min(span.last, anchor)))
    if which.startswith("later"):
        return Span(min(span.last, max(span.first, anchor)), span.last)
    if unit in ("month", "year") and which.startswith("early"):
        return _narrow(span, "early")
    return _narrow(span, "late") if unit in ("month", "year") and which.startswith("late") else span


def _day(shift: int, anchor: date) -> Span:
    day = anchor + timedelta(days=shift)
    return Span(day, day)


def _unit(unit: str, shift: int, anchor: date) -> Span:
    """The calendar week (Monday first), weekend, month or year that is ``shift`` units from the anchor's."""
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return Span(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return month_span(months // 12, months % 12 + 1)
    year = anchor.year + shift
    return Span(date(year, 1, 1), date(year, 12, 31))


def _season_told(season: str, way: str, anchor: date) -> Span:
    """``last summer`` is the latest that is over, ``next`` the first to come, ``this`` the one of the anchor's year.

    A winter lies in two years: ``this winter`` is the one nearest to the anchor.
    """
    near = [_season(season, year) for year in range(anchor.year - 2, anchor.year + 2)]
    if way == "last":
        return [span for span in near if span.last and span.last < anchor][-1]
    if way == "next":
        return next(span for span in near if span.first and span.first > anchor)
    if season != "winter":
        return _season(season, anchor.year)
    return min(near, key=lambda span: _days_off(span, anchor))


def _days_off(span: Span, anchor: date) -> int:
    first, last = span.first or anchor, span.last or anchor
    return max(0, (first - anchor).days, (anchor - last).days)


_READERS: Final[dict[str, Callable[[DateExpression, date], Span | None]]] = {
    "calendar": _calendar,
    "decade": _decade,
    "weekday": _weekday,
    "relative": _relative,
}
