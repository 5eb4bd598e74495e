"""Days before the year 1, which ``datetime.date`` does not know; years as ISO 8601 and EDTF count them: 0 is 1 BC.

The Gregorian calendar repeats itself after 400 years, to the weekday: an early day is the one of the years 1 to 400
that has its name, so many times 400 years before. With other days it compares, sorts, and makes differences.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Self, overload

_YEARS, _DAYS = 400, 146_097
"""After how many years the calendar repeats itself, and how many days they have."""

_EARLY = re.compile(r"(-(?!0000)[0-9]{4}|0000)-([0-9]{2})-([0-9]{2})")
_FIRST_YEAR: Final = -9999


class EarlyDay(date):
    """A day before the year 1, from the year -9999 on.

    Raises
    ------
    ValueError
        Where there is no such day, as ``datetime.date`` does.

    Examples
    --------
    >>> EarlyDay(-500, 3, 1) - timedelta(days=1)
    EarlyDay(-500, 2, 28)
    >>> EarlyDay(0, 12, 31) + timedelta(days=1)
    datetime.date(1, 1, 1)
    """

    __slots__ = ("_cycles",)
    _cycles: int

    def __new__(cls, year: int, month: int, day: int) -> Self:
        """The day of this name."""
        if not _FIRST_YEAR <= year <= 0:
            raise ValueError(f"year {year} is not from {_FIRST_YEAR} to 0")
        cycles = -((year - 1) // _YEARS)
        made = super().__new__(cls, year + cycles * _YEARS, month, day)
        made._cycles = cycles
        return made

    @property
    def year(self) -> int:
        """The year; 0 is 1 BC."""
        return super().year - self._cycles * _YEARS

    def toordinal(self) -> int:
        """Days since the last day of the year 0, whose number is 0."""
        return super().toordinal() - self._cycles * _DAYS

    def isoformat(self) -> str:
        """``-0500-03-01``, and ``0000-03-01`` for the year 0."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def __repr__(self) -> str:
        """How it is made."""
        return f"EarlyDay({self.year}, {self.month}, {self.day})"

    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None) -> date:  # type: ignore[override]
        """The day with another year, month or day."""
        return day_in(self.year if year is None else year, month or self.month, day or self.day)

    def __eq__(self, other: object) -> bool:
        """Whether it is the same day."""
        return self.toordinal() == other.toordinal() if isinstance(other, date) else NotImplemented

    def __hash__(self) -> int:
        """By its number."""
        return hash(self.toordinal())

    def __lt__(self, other: date) -> bool:
        """Whether it is the earlier one."""
        return self.toordinal() < other.toordinal()

    def __le__(self, other: date) -> bool:
        """Whether it is not the later one."""
        return self.toordinal() <= other.toordinal()

    def __gt__(self, other: date) -> bool:
        """Whether it is the later one."""
        return self.toordinal() > other.toordinal()

    def __ge__(self, other: date) -> bool:
        """Whether it is not the earlier one."""
        return self.toordinal() >= other.toordinal()

    def __add__(self, other: timedelta) -> date:  # type: ignore[override]
        """The day so long after it."""
        return day_at(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__  # type: ignore[assignment]

    @overload  # type: ignore[override]
    def __sub__(self, other: timedelta) -> date: ...
    @overload
    def __sub__(self, other: date) -> timedelta: ...
    def __sub__(self, other: date | timedelta) -> date | timedelta:
        """The day so long before it, or the time from another day to it."""
        if isinstance(other, timedelta):
            return day_at(self.toordinal() - other.days)
        return timedelta(days=self.toordinal() - other.toordinal())

    def __rsub__(self, other: date) -> timedelta:
        """The time from it to another day."""
        return timedelta(days=other.toordinal() - self.toordinal())

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int]]:
        """For copies."""
        return type(self), (self.year, self.month, self.day)


FIRST_DAY: Final[date] = EarlyDay(_FIRST_YEAR, 1, 1)
"""The first day that can be told; the last is ``date.max``."""


def day_in(year: int, month: int, day: int) -> date:
    """The day of this name, of any era; ValueError where there is none."""
    return date(year, month, day) if year > 0 else EarlyDay(year, month, day)


def day_at(ordinal: int) -> date:
    """The day of a number, as ``toordinal`` gives it; OverflowError or ValueError beyond the first and the last.

    Examples
    --------
    >>> day_at(0)
    EarlyDay(0, 12, 31)
    """
    if ordinal > 0:
        return date.fromordinal(ordinal)
    cycles = -((ordinal - 1) // _DAYS)
    alike = date.fromordinal(ordinal + cycles * _DAYS)
    return EarlyDay(alike.year - cycles * _YEARS, alike.month, alike.day)


def day_of(text: str) -> date:
    """The day that an ISO 8601 text names; ValueError where it names none.

    Examples
    --------
    >>> day_of("-0500-03-01")
    EarlyDay(-500, 3, 1)
    """
    early = _EARLY.fullmatch(text) if isinstance(text, str) else None
    return EarlyDay(*map(int, early.groups())) if early else date.fromisoformat(text)


def by_time(iso: str) -> str:
    """What sorts and compares as text as an ISO day does in time: a year before 0 counts backwards.

    Examples
    --------
    >>> sorted(["0001-01-01", "-0400-01-01", "-0500-12-31"], key=by_time)
    ['-0500-12-31', '-0400-01-01', '0001-01-01']
    """
    return f"-{9999 - int(iso[1:5]):04d}{iso[5:]}" if iso.startswith("-") else iso


def lasts_on(iso: str, *, start: str | None, end: str | None) -> bool:
    """Whether a half-open interval of ISO days, each end of which may be open, holds a day."""
    day = by_time(iso)
    return (start is None or by_time(start) <= day) and (end is None or day < by_time(end))
