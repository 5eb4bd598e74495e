"""Says when a plain text was published, as exactly as its own words allow and no more.

In this order: a header that names the day; the dateline's day; the first year that puts a dateline without a year on or
after the latest past day that the text tells of, the weekday of the lead as a check; an interval, from the latest past
day to a year after the latest date that the text tells without a year, since newswire leaves out the year of what is
less than a year old. A text that gives no such hold has no date.

Only a whole day, told with its year, says that the report came after it. A year or a month alone (`in 2025`) may be
past or still to come: where it lies after the day that was found, that day becomes an interval which reaches past it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from geo.articles.tense import is_ahead, is_planned
from geo.articles.words import one_of, words
from geo.date_expressions import DateExpression, DateParts, find_dates, resolve
from geo.dates import ONE_DAY, Span, When, month_span

if TYPE_CHECKING:
    from geo.articles.datelines import Dateline
    from geo.records import PublishedBasis

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HEADER_LINES = 4
_LEAD = 700
"""Characters after the dateline in which a weekday speaks of the report's own day or the day before."""

_LONGEST_HEADING = 230
_LEAP_YEARS = 8
"""Years within which every day of the calendar occurs, 29 February across a century too."""

Publication: TypeAlias = "tuple[str | None, PublishedBasis]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The dates that a text tells and does not plan.

    ``days`` are whole days with their year; ``loose`` are the years and months told without a day, which may be past or
    to come; ``undated`` are days and months without a year; ``ahead`` those still to come.
    """

    days: tuple[Span, ...]
    loose: tuple[Span, ...]
    undated: tuple[DateParts, ...]
    ahead: tuple[DateParts, ...]

    @property
    def floor(self) -> date | None:
        """The latest past day, which the report cannot be older than."""
        return max(map(_first, self.days), default=None)

    @property
    def loosely(self) -> date:
        """The latest day that the report may have come after, if what is told loosely was past."""
        return max(map(_first, self.loose), default=date.min)


def publication_of(text: str, dateline: Dateline | None) -> Publication:
    """The publication date as an EDTF string, or None, and where it comes from."""
    if header := _header_day(text):
        return header.isoformat(), "metadata"
    dates = find_dates(text)
    own = dateline.date if dateline and dateline.date else _heading_date(text, dates)
    if own and own.has_year:
        span = resolve(own, None)
        return (str(When.of(Span(span.last, span.last))), "dateline") if span and span.last else (None, "unknown")
    told = _told(text, [found for found in dates if own is None or found.start != own.start])
    if own:
        within = _years_of(own.last, told, _lead_weekdays(text, own, dates))
        basis: PublishedBasis = "dateline" if within and within.is_one_day else "inferred"
        return (str(When.of(within)), basis) if within else (None, "unknown")
    span = _interval(told) if any(found.shape in ("weekday", "relative") for found in dates) else None
    return (str(When.of(span)), "inferred") if span else (None, "unknown")


def _header_day(text: str) -> date | None:
    """The day of a line such as `date 2021-01-18 ...` or `Published: 10 Nov. 2020` near the top."""
    label = re.compile(rf"\W{{0,2}}(?:{one_of(words('labels')['date'])})\b[\s:]*", re.IGNORECASE)
    for line in [line for line in text[:_LEAD].splitlines() if line.strip()][:_HEADER_LINES]:
        match = label.match(line.strip())
        rest = line.strip()[match.end() :] if match else line.strip()
        found = next(iter(find_dates(rest)), None)
        if found is None or found.start or not (found.has_year and found.last.day):
            continue
        if match or re.fullmatch(r"[\s,|]*(?:at\s)?(?:\d\d?:\d\d\S*)?[\sA-Z]{0,5}", rest[found.end :]):
            span = resolve(found, None)
            return span.last if span else None
    return None


def _heading_date(text: str, dates: list[DateExpression]) -> DateExpression | None:
    """The day that a headline gives itself: `Notes (20 October 2020)`, `as of 16:00, April 4`, `on Friday, May 3`."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[: end if end >= 0 else len(text)]
    before = re.compile(rf"(?:[(,]|\b(?:{one_of(words('labels')['as_of'])})(?:\s[\d:]+,?)?)\s*$", re.IGNORECASE)
    if len(line) > _LONGEST_HEADING:
        return None
    inside = [found for found in dates if found.end <= len(line)]
    weekdays = [found for found in inside if found.shape == "weekday"]
    for found in inside:
        on_weekday = any(0 <= found.start - day.end <= len(", ") for day in weekdays)
        if found.shape == "calendar" and found.last.day and (on_weekday or before.search(line[: found.start])):
            return found
    return None


def _told(text: str, dates: list[DateExpression]) -> _Told:
    days: list[Span] = []
    loose: list[Span] = []
    undated: list[DateParts] = []
    ahead: list[DateParts] = []
    has_year = False  # whether this paragraph has told a year: `On 6 July 2012 ... on 8 July` goes on in it
    end = 0
    for found in dates:
        has_year = has_year and "\n" not in text[end : found.start]
        end = found.end
        if found.shape != "calendar":
            continue
        if is_planned(text, found):
            if not found.has_year and is_ahead(text, found):
                ahead.append(found.last)
        elif found.has_year:
            (days if found.last.day else loose).extend(span for span in [resolve(found, None)] if span)
        elif found.last.month and not has_year:
            undated.append(found.last)
        has_year = has_year or found.has_year
    return _Told(days=tuple(days), loose=tuple(loose), undated=tuple(undated), ahead=tuple(ahead))


def _lead_weekdays(text: str, own: DateExpression, dates: list[DateExpression]) -> frozenset[int]:
    """Weekdays told in the lead (0 is Monday), where they are the report's own day or the day before."""
    end = text.find("\n", own.end)
    end = min(end if end >= 0 else len(text), own.end + _LEAD)
    if end - own.end < 3:  # noqa: PLR2004  # a headline: the lead is the paragraph after it
        end = own.end + _LEAD
    return frozenset(
        _WEEKDAYS.index(found.words[1])
        for found in dates
        if found.shape == "weekday" and own.start - 12 <= found.start < end and found.words[0] != "next"
    )


def _years_of(parts: DateParts, told: _Told, weekdays: frozenset[int]) -> Span | None:
    """The first day with these parts on or after the latest past day that agrees with the weekdays of the lead.

    Where a year or month alone is told that begins after that day, all days that agree up to the first one past it.
    """
    first = _next_day(told.floor, parts) if told.floor else None
    if first is None:
        return None
    latest = _next_day(max(first, told.loosely), parts) or first
    years = range(first.year, max(_a_year_after(first), latest).year + 1)
    days = [day for year in years if (day := _day(year, parts)) and _agrees(day, weekdays)]
    return Span(days[0], max((day for day in days if day <= latest), default=days[0])) if days else None


def _agrees(day: date, weekdays: frozenset[int]) -> bool:
    """Whether the day, or the one before, is among the weekdays of the lead, where it has any."""
    return not weekdays or bool({day.weekday(), (day - ONE_DAY).weekday()} & weekdays)


def _next_day(earliest: date, parts: DateParts) -> date | None:
    years = range(earliest.year, earliest.year + _LEAP_YEARS + 1)
    return next((day for year in years if (day := _day(year, parts)) and day >= earliest), None)


def _day(year: int, parts: DateParts) -> date | None:
    try:
        return date(year, parts.month or 1, parts.day or 1)
    except ValueError:
        return None


def _interval(told: _Told) -> Span | None:
    """From the latest past day to the end of the year that leaves a told day or month without its year."""
    floor = told.floor
    if floor is None:
        return None
    newest = _newest(told, floor)
    if newest is None:
        return None
    later = _newest(told, told.loosely) if told.loosely > max(newest, floor) else None
    return Span(max(newest, floor), max(floor, *(_last_day(told, first) for first in (newest, later) if first)))


def _newest(told: _Told, after: date) -> date | None:
    """The latest of the days and months told without a year, each in the first year that does not end before then."""
    return max((_first(span) for parts in told.undated if (span := _occurrence(parts, after))), default=None)


def _last_day(told: _Told, newest: date) -> date:
    """The day before ``newest`` is a year old, or the end of a plan that was still ahead."""
    plans = [span.last for parts in told.ahead if (span := _occurrence(parts, newest)) and span.last]
    return max(newest, min((_a_year_after(newest) - ONE_DAY, *plans)))


def _a_year_after(day: date) -> date:
    return _day(day.year + 1, DateParts(month=day.month, day=day.day)) or date(day.year + 1, 3, 1)


def _occurrence(parts: DateParts, after: date) -> Span | None:
    """The first day or month with these parts that does not end before ``after``."""
    if parts.day:
        day = _next_day(after, parts)
        return Span(day, day) if day else None
    for year in (after.year, after.year + 1):
        span = month_span(year, parts.month or 1)
        if span.last and span.last >= after:
            return span
    return None


def _first(span: Span) -> date:
    return span.first or date.min
