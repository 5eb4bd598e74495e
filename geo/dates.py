"""EDTF dates and intervals, level 0-1: the one place that knows calendars.

A :class:`When` is what a text supports and no more: a year, a month, a day, or an interval of these with open ends.
``str`` gives back what was read, so a date keeps its precision. Bounds are inclusive days; a qualifier (``~ ? %``)
leaves them as they are. Source: the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019), levels 0
and 1 without times of day, seasons, unspecified digits, and years of more than four digits. Years count as in ISO
8601: 0 is 1 BC, -500 is 501 BC (:mod:`geo.early_days`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.early_days import FIRST_DAY, day_at, day_in
from geo.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATE = re.compile(r"((?!-0000)-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_OPEN = ("", "..")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both inclusive and in this order; ``None`` is an open end."""

    first: date | None
    last: date | None

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def intersection(self, other: Span) -> Span | None:
        """The days that both hold, or None where they share none."""
        if not self.overlaps(other):
            return None
        first, last = self.first, self.last
        if first is None or (other.first is not None and other.first > first):
            first = other.first
        if last is None or (other.last is not None and other.last < last):
            last = other.last
        return Span(first, last)

    def hull(self, other: Span) -> Span:
        """The shortest span that holds both."""
        first = min(self.first, other.first) if self.first and other.first else None
        last = max(self.last, other.last) if self.last and other.last else None
        return Span(first, last)

    @property
    def is_one_day(self) -> bool:
        """Whether the span is a single known day."""
        return self.first is not None and self.first == self.last

    @property
    def days(self) -> int | None:
        """How many days it holds; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date or interval.

    Examples
    --------
    >>> When.parse("2020-11").bounds()
    Span(first=datetime.date(2020, 11, 1), last=datetime.date(2020, 11, 30))
    >>> str(When.parse("1992/1994"))
    '1992/1994'
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> When:
        """Read an EDTF string.

        Raises
        ------
        DateError
            Where the string is not EDTF level 0-1, names no real day, or ends before it starts.
        """
        when = cls(text.strip())
        when.bounds()
        return when

    @classmethod
    def of(cls, span: Span) -> When:
        """The EDTF string that has exactly these bounds.

        Ends that both fall on a year's or a month's are written as years or months; those of an open span stay days.
        """
        return cls(edtf(span))

    def bounds(self) -> Span:
        """First and last day, inclusive; None for an open end.

        Raises
        ------
        DateError
            As :meth:`parse` does.
        """
        first, slash, last = self.text.partition("/")
        if not slash:
            return _date_span(first)
        low = None if first in _OPEN else _date_span(first).first
        high = None if last in _OPEN else _date_span(last).last
        if low and high and high < low:
            raise DateError(f"The interval {self.text!r} ends before it starts. Write it as EARLIER/LATER.")
        return Span(low, high)

    def __str__(self) -> str:
        """The EDTF string that was read."""
        return self.text


@lru_cache(maxsize=65536)
def bounds(text: str | None) -> Span:
    """Bounds of an EDTF string; an absent date is open at both ends."""
    return When(text.strip()).bounds() if text else Span(None, None)


def bounds_told(text: str | None) -> Span:
    """Bounds of a date as a report, a table or a person gives it.

    The year 0, which is 1 BC in EDTF, stands for a year that is not known far more often: it is no date here.

    Raises
    ------
    DateError
        As :meth:`When.parse` does, and for the year 0.
    """
    span = bounds(text)
    if any(day is not None and day.year == 0 for day in (span.first, span.last)):
        raise DateError(
            f"{text!r} names no real day (the year 0 stands for one that is not known). Leave it empty where it is not."
        )
    return span


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of ``spans``, of which there is at least one."""
    first, *rest = spans
    for span in rest:
        first = first.hull(span)
    return first


def month_span(year: int, month: int) -> Span:
    """The days of one month."""
    return Span(day_in(year, month, 1), day_in(year, month, monthrange(year, month)[1]))


def day_after(day: date) -> date:
    """The next day; the calendar's last day is its own successor."""
    return day if day == date.max else day + ONE_DAY


def day_before(day: date) -> date:
    """The day before; the first day of all is its own predecessor."""
    return day if day == FIRST_DAY else day_at(day.toordinal() - 1)


def _date_span(text: str) -> Span:
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(
            f"{text!r} is no EDTF date. Write 2020, 2020-11, 2020-11-10, or an interval of two with a slash."
        )
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        if year is None or month is None:
            return Span(day_in(year or 0, 1, 1), day_in(year or 0, 12, 31))
        if day is None:
            return month_span(year, month)
        return Span(day_in(year, month, day), day_in(year, month, day))
    except ValueError as error:
        raise DateError(f"{text!r} names no real day ({error}). Write it as YYYY, YYYY-MM or YYYY-MM-DD.") from error


def edtf(span: Span) -> str:
    """The EDTF string that has exactly these bounds, as :meth:`When.of` gives it."""
    first, last = span.first, span.last
    if first is None or last is None:
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return _one_or_two(first.isoformat()[:-6], last.isoformat()[:-6])
    if first.day == 1 and last == month_span(last.year, last.month).last:
        return _one_or_two(first.isoformat()[:-3], last.isoformat()[:-3])
    return f"{first.isoformat()}/{last.isoformat()}"


def _one_or_two(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
