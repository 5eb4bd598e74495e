"""The days that a claim's date covers, for comparing two of them.

More is understood here than the program itself writes, since claims to be scored may come from elsewhere: unspecified
digits (``199X``, ``2020-09-2X``) and a time of day. What cannot be read counts as no date.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from geo.dates import Span

_YEAR_DAYS = 366
_SLACK_DAYS = 31
_NONE = Span(None, None)


def read_days(when: str | None) -> Span:
    """First and last day of an EDTF date or interval; open at both ends where there is none or it cannot be read.

    >>> read_days("2020-09-2X")
    Span(first=datetime.date(2020, 9, 20), last=datetime.date(2020, 9, 29))
    """
    low, _, high = (when or "").strip().replace("?", "").replace("~", "").partition("/")
    high = high or low  # a single date, and an interval whose end is left empty
    try:
        return Span(
            None if low in ("", "..") else _read_date(low).first,
            None if high in ("", "..") else _read_date(high).last,
        )
    except ValueError:
        return _NONE


def close(days: Span) -> Span | None:
    """The days with an open end drawn a year from the other; None where both are open."""
    if days.first is not None:
        return Span(days.first, days.last or _moved(days.first, _YEAR_DAYS))
    if days.last is not None:
        return Span(_moved(days.last, -_YEAR_DAYS), days.last)
    return None


def agree(wanted: Span, found: Span, *, of_change: bool) -> bool | None:
    """Whether the date found overlaps the one in gold and, for a change, is not much wider; None where gold has none.

    A state lasts, and how long is seldom said, so its date may be as wide as it likes.
    """
    gold, ours = close(wanted), close(found)
    if gold is None:
        return None
    if ours is None or not gold.overlaps(ours):
        return False
    return not of_change or _width(ours) <= 2 * _width(gold) + _SLACK_DAYS


def _width(days: Span) -> int:
    """Days from the first to the last; of a single day none, and fewer where it ends before it starts."""
    return (days.last - days.first).days if days.first and days.last else 0


def _read_date(text: str) -> Span:
    """A date of any precision: a digit that is not specified, and a part that is not there, may be any."""
    calendar_part, _, _ = text.partition("T")
    year, month, day = (*calendar_part.upper().split("-"), "XX", "XX")[:3]
    latest_year, latest_month = _highest(year), min(12, _highest(month))
    days_in_month = monthrange(latest_year, latest_month)[1]
    return Span(
        date(_lowest(year), max(1, _lowest(month)), max(1, _lowest(day))),
        date(latest_year, latest_month, min(days_in_month, _highest(day))),
    )


def _moved(day: date, days: int) -> date:
    """The day so many days later, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _lowest(digits: str) -> int:
    return int(digits.replace("X", "0"))


def _highest(digits: str) -> int:
    return int(digits.replace("X", "9"))
