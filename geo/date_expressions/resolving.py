"""Brings a date expression to the days that it means, read on the day of publication or within a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from geo.date_expressions.grammar import MONTHS, WEEKDAYS
from geo.date_expressions.story import of_year, span_in_story
from geo.date_expressions.units import SEASONS, closed, days_off, narrow, season_span, seasons_near, shift, unit_span
from geo.dates import ONE_DAY, Span, month_span
from geo.early_days import day_in

if TYPE_CHECKING:
    from geo.date_expressions.records import DateExpression, DateParts, Length

_LONGEST: Final = {"week": 7, "month": 31, "year": 366, "decade": 3653}
_SATURDAY = 5
_LEAP_DAY = (2, 29)
_LEAP_YEARS = 8
"""Years within which every day of the calendar occurs, 29 February across a century too."""

_FLASHBACK = 31
"""Days by which a date without a year may lie before the story's last date, across New Year."""


def resolve(
    expression: DateExpression, published: date | None, *, story: Span | date | None = None, ahead: bool = False
) -> Span | None:
    """The days that an expression means.

    Parameters
    ----------
    expression
        What :func:`geo.date_expressions.find_dates` found; its ``anchor`` says what it hangs on.
    published
        The day of publication, from which `yesterday`, `last week` and `on Monday` are counted.
    story
        What ``story`` and ``event`` expressions are counted from: the last date that the text told, or the event named
        behind `three days after the vote`. An ``either`` expression (`November 9`, `the 24th`) takes its year and month
        from it before it takes them from publication, so leave it out where the story's last date is of another time.
    ahead
        Whether a plan is told (`is due on December 1`): a date without a year, a weekday or a day of the month is the
        first one that is not over, instead of the latest that has begun.

    Returns
    -------
    Span or None
        None where what it hangs on is not given, where it names no real day, and for every duration.
    """
    try:
        span = _read(expression, published, closed(story), ahead=ahead)
        if span is None or span.first is None or span.last is None:
            return span
        if expression.night and span.is_one_day:
            return Span(span.first, span.last + ONE_DAY)
        return Span(span.first - ONE_DAY, span.last) if expression.overnight else span
    except (ValueError, OverflowError):
        return None


def reach(expression: DateExpression, span: Span) -> Span:
    """The days that the word before a date leaves open: `by December 1` is any day until then, `since May` from May on.

    ``before`` and ``until`` keep the day itself, as ``by`` does: news seldom tells them apart.
    """
    if expression.relation in ("by", "before", "until"):
        return Span(None, span.last)
    return Span(span.first, None) if expression.relation in ("since", "after") else span


def counted_from(expression: DateExpression, told: Span | date) -> Span | None:
    """The days of the event that an ``event`` expression counts from, where it is known when its own clause happened.

    `On Sunday, three days after they drove troops out of Horadiz`: told the Sunday, it gives the Thursday.
    """
    if expression.length is None or expression.shape != "counted":
        return None
    return shift(told, expression.length, back=expression.words[0] in ("after", "later"))


def _read(expression: DateExpression, published: date | None, told: Span | None, *, ahead: bool) -> Span | None:
    if expression.kind == "duration":
        return None
    if expression.shape == "weekday" and expression.last.day:  # Monday, November 9
        expression = replace(expression, shape="calendar")
    if expression.anchor == "none":
        return _of_calendar(expression)
    if expression.anchor != "publication" and told:
        return _beside(expression, told, None if ahead else published)
    if published is None or expression.anchor in ("story", "event"):
        return None
    return _on(expression, published, ahead=ahead)


def _beside(expression: DateExpression, told: Span, published: date | None) -> Span | None:
    """What an expression means beside a date that was told; of several days none after publication."""
    if expression.shape == "calendar":
        return _in_story(expression, told, published)
    if expression.shape == "decade":
        return _decade(expression, told.first or date.max)
    return span_in_story(expression, told, published)


def _on(expression: DateExpression, published: date, *, ahead: bool) -> Span | None:
    """What an expression means on the day of publication."""
    shape = expression.shape
    if shape in ("calendar", "weekday"):
        return (_calendar if shape == "calendar" else _weekday)(expression, published, ahead=ahead)
    if shape == "of_year":
        return _in_year(expression, of_year(expression.words[-1], published.year))
    if shape in ("decade", "relative"):
        return (_decade if shape == "decade" else _relative)(expression, published)
    return span_in_story(expression, Span(published, published), None if ahead else published, ahead=ahead)


def _of_calendar(expression: DateExpression) -> Span | None:
    if expression.shape == "decade":
        return _decade(expression, date.max)
    return _in_year(expression, expression.last.year or 0)


def _calendar(expression: DateExpression, anchor: date, *, ahead: bool) -> Span | None:
    way = 1 if ahead else -1
    for year in range(anchor.year, anchor.year + way * (_LEAP_YEARS + 1), way):
        try:
            span = _in_year(expression, year)
        except ValueError:
            continue
        if (span.last and span.last >= anchor) if ahead else (span.first and span.first <= anchor):
            return span
    return None


def _in_story(expression: DateExpression, told: Span, published: date | None) -> Span | None:
    """A date without a year beside the story's last date: in its year or the next one, whichever is nearer.

    It lies in the year before only where it is less than a month back, and not after publication.
    """
    anchor = told.first or date.max
    found = []
    for year in (anchor.year, anchor.year + 1, anchor.year - 1):
        try:
            span = _in_year(expression, year)
        except ValueError:
            continue
        early = year < anchor.year and days_off(span, anchor) > _FLASHBACK
        late = published is not None and span.first is not None and span.first > published
        found += [] if early or late else [span]
    return min(found, key=lambda span: 0 if span.overlaps(told) else days_off(span, anchor), default=None)


def _in_year(expression: DateExpression, last_year: int) -> Span:
    """The days where the last end lies in a year. Raises ValueError where there is no such day."""
    first, last = expression.first, expression.last
    high = _of_parts(last_year, last)
    low = _of_parts(first.year or last_year, first)
    if first.year is None and low.first and high.last and low.first > high.last:  # November 15 to January 3
        low = _of_parts(last_year - 1, first)
    return narrow(Span(low.first, high.last), expression.part)


def _of_parts(year: int, parts: DateParts) -> Span:
    if parts.month is None:
        return Span(day_in(year, 1, 1), day_in(year, 12, 31))
    if parts.day is None:
        return month_span(year, parts.month)
    day = day_in(year, parts.month, parts.day)
    return Span(day, day)


def _decade(expression: DateExpression, anchor: date) -> Span | None:
    """A decade; without its century the latest that does not begin after the anchor."""
    year = expression.first.year
    if year is None:
        year = anchor.year - anchor.year % 100 + 10 * int(expression.words[0])
        year -= 100 if year > anchor.year else 0
    return narrow(Span(date(year, 1, 1), date(year + 9, 12, 31)), expression.part)


def _weekday(expression: DateExpression, anchor: date, *, ahead: bool) -> Span | None:
    which, weekday = expression.words
    number = WEEKDAYS.index(weekday)
    if which == "next":
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    elif which == "last":
        day = anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)
    elif ahead:
        day = anchor + timedelta(days=(number - anchor.weekday()) % 7)
    else:
        day = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    return Span(day, day)


def _relative(expression: DateExpression, anchor: date) -> Span | None:
    which, unit = expression.words[:2] if len(expression.words) > 1 else (expression.words[0], "")
    if expression.length:
        return _counted(expression, expression.length, anchor)
    if not unit:
        return unit_span("day", {"yesterday": -1, "tomorrow": 1}.get(which, 0), anchor)
    way = which.rsplit(maxsplit=1)[-1]
    if unit in ("night", "morning", "afternoon", "evening"):
        day = unit_span("day", -1 if way == "last" else 0, anchor)
        return Span(day.first, anchor) if unit == "night" else day
    if which.startswith("the ") and unit in _LONGEST:  # "over the last month", "within the next year"
        length = timedelta(days=_LONGEST[unit])
        return Span(anchor, anchor + length) if way == "next" else Span(anchor - length, anchor)
    return _part_told(_unit_told(unit, way, anchor), which, unit, anchor)


def _unit_told(unit: str, way: str, anchor: date) -> Span:
    if unit in SEASONS:
        return _season_told(unit, way, anchor)
    if unit in MONTHS:
        return _month_told(unit, way, anchor)
    if way == "latest":  # the weekend: the last one that has begun
        return unit_span(unit, 0 if anchor.weekday() >= _SATURDAY else -1, anchor)
    return unit_span(unit, {"last": -1, "next": 1}.get(way, 0), anchor)


def _counted(expression: DateExpression, length: Length, anchor: date) -> Span | None:
    """``two days ago``, ``ten years ago today``, ``three days from now``, ``over the past ten days``."""
    which, _, *on = expression.words
    if which in ("the last", "the next"):
        if length.unit == "week" and length.count:  # seven days each, and no weeks of the calendar
            length = replace(length, unit="day", count=7 * length.count)
        span = shift(anchor, length, back=which == "the last")
        return span.hull(Span(anchor, anchor)) if span else None
    if length.about == "over" and length.unit == "decade" and which.isalnum():
        return _decades_ago(length, anchor)
    if on == ["today"] and length.unit == "week" and length.count:
        return unit_span("day", -7 * length.count, anchor)
    if on and length.unit == "year":
        return _years_to_the_day(length.count, on[0], anchor)
    return shift(anchor, length, back=not which.startswith("-"))


def _decades_ago(length: Length, anchor: date) -> Span | None:
    """``more than two decades ago``: two decades ago or before, and not so long ago as three."""
    if not length.count:
        return None
    day = anchor.day if (anchor.month, anchor.day) != _LEAP_DAY else 28
    last = anchor.replace(year=anchor.year - 10 * length.count, day=day)
    return Span(last.replace(year=last.year - 10), last)


def _years_to_the_day(count: int | None, on: str, anchor: date) -> Span | None:
    """``ten years ago today``, ``a year ago this month``."""
    if count is None:
        return None
    leaps = (anchor.month, anchor.day) == _LEAP_DAY
    day = anchor.replace(year=anchor.year - count, day=28 if leaps else anchor.day)
    return unit_span("day" if on == "today" else on.removeprefix("this "), 0, day)


def _part_told(span: Span, which: str, unit: str, anchor: date) -> Span:
    """The piece of a span that ``early``, ``late``, ``earlier`` or ``later`` before it leaves."""
    if span.first is None or span.last is None:
        return span
    if which.startswith("earlier"):
        return Span(span.first, max(span.first, min(span.last, anchor)))
    if which.startswith("later"):
        return Span(min(span.last, max(span.first, anchor)), span.last)
    for part in ("early", "mid", "late", "first half", "second half"):
        if unit in ("month", "year", "decade", *MONTHS) and which.startswith(f"{part} "):
            return narrow(span, part)
    return span


def _month_told(month: str, way: str, anchor: date) -> Span:
    """``last December`` is the latest that is over, ``next March`` the first to come, ``this January`` of this year."""
    number = MONTHS.index(month) + 1
    year = anchor.year - (way == "last" and number >= anchor.month) + (way == "next" and number <= anchor.month)
    return month_span(year, number)


def _season_told(season: str, way: str, anchor: date) -> Span:
    """``last summer`` is the latest that is over, ``next`` the first to come, ``this`` the one of the anchor's year.

    A winter lies in two years: ``this winter`` is the one nearest to the anchor.
    """
    near = seasons_near(season, anchor)
    if way == "last":
        return [span for span in near if span.last and span.last < anchor][-1]
    if way == "next":
        return next(span for span in near if span.first and span.first > anchor)
    if season != "winter":
        return season_span(season, anchor.year)
    return min(near, key=lambda span: days_off(span, anchor))
