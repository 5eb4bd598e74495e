"""Expressions that hang on a date told before: ``two days later``, ``that December``, ``the 24th``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, cast

from geo.date_expressions.grammar import MONTHS, WEEKDAYS
from geo.date_expressions.units import SEASONS, days_off, narrow, season_span, seasons_near, shift, unit_span
from geo.dates import Span, month_span

if TYPE_CHECKING:
    from geo.date_expressions.records import DateExpression, Part

_SHIFTS: Final = {"following": 1, "next": 1, "previous": -1, "last": -1}
_HALF_A_WEEK = 3
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_COARSE = 7
"""Days from which on a story's date no longer tells a weekday."""

_LONGEST_MONTH = 31
"""Days from which on it no longer tells the month of a day, either."""


def span_in_story(
    expression: DateExpression, told: Span, published: date | None, *, ahead: bool = False
) -> Span | None:
    """What an expression means beside a date that was told (both ends known), before publication where it has choices.

    ``ahead`` asks for the first occurrence that is not over, where ``told`` is the day of publication.
    """
    if told.first is None or told.last is None:
        return None
    if expression.shape == "counted":
        return _counted(expression, told)
    if expression.shape == "day":
        return _day_of_month(expression, told, published, ahead=ahead)
    if expression.shape == "of_year":
        return _of_told_year(expression, told)
    part, way, unit = expression.words
    if way == "the" and unit in SEASONS:
        return _bare_season(unit, told, published, ahead=ahead)
    span = _unit(unit, way, told.first, told.last, published)
    return _part(span, part, unit, told) if span else None


def of_year(way: str, year: int) -> int:
    """The year that ``last``, ``next``, ``following`` or ``that`` makes of one."""
    return year + _SHIFTS.get(way, 0)


def _counted(expression: DateExpression, told: Span) -> Span | None:
    """``later`` and ``after`` count forward, ``earlier`` and ``before`` back, ``within`` from its anchor on."""
    length, way = expression.length, expression.words[0]
    if length is None:
        return None
    if way == "within":
        if length.unit == "week" and length.count:  # seven days each, and no weeks of the calendar
            length = replace(length, unit="day", count=7 * length.count)
        span = shift(told, length)
        return Span(told.first, span.last) if span else None
    return shift(told, length, back=way in ("earlier", "before"))


def _day_of_month(expression: DateExpression, told: Span, published: date | None, *, ahead: bool) -> Span | None:
    """``the 24th``: in the month of the story's last date, or in the next one where that is nearer."""
    first, last, way = int(expression.words[0]), int(expression.words[1]), expression.words[2]
    anchor = told.first or date.max
    if way:
        return _in_month(first, last, anchor, _SHIFTS.get(way, 0))
    if ahead or (published and told == Span(published, published)):
        months = (0, 1, 2) if ahead else (0, -1, -2)
        near = (_in_month(first, last, anchor, by) for by in months)
        return next((span for span in near if span and _is_on(span, anchor, ahead=ahead)), None)
    near = (_in_month(first, last, anchor, by) for by in (0, 1))
    found = [span for span in near if span and (published is None or _is_on(span, published, ahead=False))]
    if told.days and told.days > _COARSE:
        return next((span for span in found if told.days <= _LONGEST_MONTH and span.overlaps(told)), None)
    return min(found, key=lambda span: days_off(span, anchor), default=None)


def _is_on(span: Span, anchor: date, *, ahead: bool) -> bool:
    """Whether a span is not over on a day, or (not ``ahead``) has begun."""
    return bool((span.last and span.last >= anchor) if ahead else (span.first and span.first <= anchor))


def _in_month(first: int, last: int, anchor: date, shift_by: int) -> Span | None:
    start = unit_span("month", shift_by, anchor).first
    try:
        return Span(start.replace(day=first), start.replace(day=last)) if start and first <= last else None
    except ValueError:
        return None


def _of_told_year(expression: DateExpression, told: Span) -> Span | None:
    """``December of that year``; nothing where the story's date lies in two years."""
    if told.first is None or told.last is None or told.first.year != told.last.year:
        return None
    year = of_year(expression.words[-1], told.last.year)
    parts = expression.last
    if parts.month is None:
        return narrow(Span(date(year, 1, 1), date(year, 12, 31)), expression.part)
    month = expression.first.month or parts.month
    if parts.day is None:
        return narrow(Span(month_span(year, month).first, month_span(year, parts.month).last), expression.part)
    return Span(date(year, month, expression.first.day or parts.day), date(year, parts.month, parts.day))


def _bare_season(season: str, told: Span, published: date | None, *, ahead: bool) -> Span | None:
    """``in the autumn``: the latest one that has begun by publication, or the nearest to the story's last date."""
    anchor = told.first or date.max
    near = seasons_near(season, anchor)
    if ahead:
        return next((span for span in near if span.last and span.last >= anchor), None)
    begun = [span for span in near if published is None or (span.first and span.first <= published)]
    if published and told == Span(published, published):
        return begun[-1] if begun else None
    return min(begun, key=lambda span: days_off(span, anchor), default=None)


def _unit(unit: str, way: str, first: date, last: date, published: date | None) -> Span | None:
    by = _SHIFTS.get(way, 0)
    if unit == "night":
        return Span(first + timedelta(days=by), last + timedelta(days=by + 1))
    if unit in _TIMES_OF_DAY:
        return _unit("day", way, first, last, published)
    if unit in WEEKDAYS:
        return _weekday(unit, by, first) if (last - first).days < _COARSE else None
    if unit in MONTHS:
        return _month(unit, by, first, last, published)
    if unit in SEASONS:
        return _season(unit, by, first, last)
    return Span(unit_span(unit, by, first).first, unit_span(unit, by, last).last)


def _weekday(name: str, by: int, anchor: date) -> Span:
    """The next one, the one before, or (``that Friday``) the nearest."""
    ahead = (WEEKDAYS.index(name) - anchor.weekday()) % 7
    if by > 0:
        ahead = ahead or 7
    elif by < 0 or ahead > _HALF_A_WEEK:
        ahead -= 7
    day = anchor + timedelta(days=ahead)
    return Span(day, day)


def _month(name: str, by: int, first: date, last: date, published: date | None) -> Span | None:
    """``that December``: the one of the story's year; with ``following``, the next one to come."""
    number = MONTHS.index(name) + 1
    if by > 0:
        return month_span(last.year + (number <= last.month), number)
    if by < 0:
        return month_span(first.year - (number >= first.month), number)
    if first.year != last.year:
        return None
    told = month_span(first.year, number)
    if published and told.first and told.first > published:
        return month_span(first.year - 1, number)
    return told


def _season(name: str, by: int, first: date, last: date) -> Span | None:
    near = seasons_near(name, first)
    if by > 0:
        return next((span for span in near if span.first and span.first > last), None)
    if by < 0:
        return next((span for span in reversed(near) if span.last and span.last < first), None)
    if first.year != last.year:
        return None
    return min(near, key=lambda span: days_off(span, first)) if name == "winter" else season_span(name, first.year)


def _part(span: Span, part: str, unit: str, told: Span) -> Span:
    """``later that year`` runs from the story's date to the year's end, ``earlier`` from its start to that date."""
    if not part or span.first is None or span.last is None or told.first is None or told.last is None:
        return span
    if part == "later":
        return Span(min(span.last, max(span.first, told.first)), span.last)
    if part == "earlier":
        return Span(span.first, max(span.first, min(span.last, told.last)))
    if unit in ("month", "year", "decade", *MONTHS) and _is_one(span, unit):
        return narrow(span, cast("Part", part))
    return span


def _is_one(span: Span, unit: str) -> bool:
    """Whether a span is one month, year or decade, which a part can narrow."""
    first, last = span.first, span.last
    if first is None or last is None:
        return False
    years = last.year - first.year
    if unit == "decade":
        return years == 9  # noqa: PLR2004
    return years == 0 and (unit == "year" or first.month == last.month)
