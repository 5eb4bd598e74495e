"""Finds dates as news English writes them, and resolves them to spans of days.

An expression keeps only what the words say: a year, a month, a day, a part of a month, a weekday, an offset from the
publication date. :func:`resolve` brings it to a :class:`geo.dates.Span` once an anchor (the day of publication) is
known, and returns None rather than guess. No pattern backtracks over unbounded text, so a long line reads in linear
time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geo.dates import ONE_DAY, Span, month_span

Part = Literal["early", "mid", "late"]
Shape = Literal["calendar", "decade", "weekday", "relative"]

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
)
_MONTH_NUMBER = {name: number for row in _MONTHS for number, name in enumerate(row.split("|"), 1)} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# "May" and "March" are also verbs: a month alone counts only with a capital, and after a preposition or a part word.
_M = r"(?P<{0}>(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?!\w)\.?)"  # noqa: E501
_D = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?P<{0}>(?:1[5-9]|20)\d\d)(?!\d)"
_DASH = r"\s?(?P<dash>-|–|—|to|and|until|through)\s?"
_PART = r"(?:(?P<part>early|mid|late|the beginning of|the middle of|the end of)[\s-])"
_PARTS: dict[str, Part] = {"the beginning of": "early", "the middle of": "mid", "the end of": "late"}


def _pattern(template: str) -> re.Pattern[str]:
    """Fill ``<Mx> <Dx> <Yx>`` slots (x a digit) with the date grammar's parts."""
    template = re.sub(r"<([MDY])(\d)>", lambda m: {"M": _M, "D": _D, "Y": _Y}[m[1]].format(m[1] + m[2]), template)
    return re.compile(template)


_BEFORE_A_BARE_MONTH = ("[Ii]n", "[Ss]ince", "[Dd]uring", "[Ll]ast", "[Oo]f", "[Bb]y", "[Ii]n\\slate", "[Ii]n\\searly")

# Tried in this order at each place; the first that matches wins, so longer readings stand first.
_CALENDAR = tuple(
    _pattern(rf"(?<![\w-]){template}")
    for template in (
        rf"<Y1>-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)",
        rf"<M1>\s<D1>,?(?:\s<Y1>)?,?{_DASH}<M2>\s<D2>(?:,?\s<Y2>)?",
        rf"<D1>\s<M1>(?:,?\s<Y1>)?{_DASH}<D2>\s<M2>(?:,?\s<Y2>)?",
        rf"<M1>\s<D1>{_DASH}<D2>(?:,?\s<Y2>)?",
        rf"<D1>{_DASH}<D2>\s<M2>(?:,?\s<Y2>)?",
        r"<M1>\s<D1>(?:,?\s<Y1>)?",
        r"<D1>\s(?:of\s)?<M1>(?:,?\s<Y1>)?",
        rf"{_PART}<M1>(?:,?\s<Y1>)?",
        rf"<M1>(?:\s<Y1>)?{_DASH}<M2>\s<Y2>",
        r"<M1>,?\s<Y1>",
        rf"<Y1>{_DASH}<Y2>",
        rf"{_PART}<Y1>(?!s)",
        *(rf"(?<=\b{preposition}\s)<M1>" for preposition in _BEFORE_A_BARE_MONTH),
        r"<Y1>(?!s)",
    )
)
_DECADE = re.compile(rf"(?<!\w)(?:the\s)?{_PART}?(?:the\s)?(?P<decade>(?:19|20)\d0)s(?!\w)")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ee]arly|[Ll]ate)\s)?"
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\w)"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)"
    r"|(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ate last|[Ee]arly last|[Ll]ate this|[Ee]arly this)\s"
    r"(?P<unit>week|weekend|month|year|summer|autumn|fall|spring|winter)"
    r"|(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s"
    r"(?P<ago>day|week|month|year)s?\sago)(?!\w)"
)
_COUNTS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """What the words say of one end of an expression; what they leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date in a text: where it stands, its shape, and the parts that its words give.

    ``first`` and ``last`` are the two ends (the same parts where the expression names one date). ``overnight`` marks
    `overnight to November 10`, which covers that day and the one before.
    """

    start: int
    end: int
    text: str
    shape: Shape
    first: DateParts
    last: DateParts
    part: Part | None = None
    words: tuple[str, ...] = ()
    overnight: bool = False

    @property
    def has_year(self) -> bool:
        """Whether the words themselves give a year."""
        return self.last.year is not None

    @property
    def is_anchored(self) -> bool:
        """Whether a publication date is needed to resolve it."""
        return not self.has_year


def find_dates(text: str) -> list[DateExpression]:
    """All date expressions of ``text``, left to right, none overlapping another."""
    found: list[DateExpression] = []
    for expression in sorted((*_calendar(text), *_decades(text), *_weekdays(text), *_relatives(text)), key=_place):
        if not found or expression.start >= found[-1].end:
            found.append(expression)
    return _share_years(found, text)


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
    try:
        span = _resolvers[expression.shape](expression, anchor or date.max)
    except (ValueError, OverflowError):
        return None
    if expression.overnight and span and span.first:
        return Span(span.first - ONE_DAY, span.last)
    return span


def _place(expression: DateExpression) -> tuple[int, int]:
    return expression.start, -expression.end


def _calendar(text: str) -> list[DateExpression]:
    starts: dict[int, DateExpression] = {}
    for pattern in _CALENDAR:
        for match in pattern.finditer(text):
            taken = any(e.start < match.end() and match.start() < e.end for e in _near(starts, match))
            if not taken and (expression := _calendar_expression(match, text)):
                starts[match.start()] = expression
    return list(starts.values())


def _near(starts: dict[int, DateExpression], match: re.Match[str]) -> list[DateExpression]:
    # No calendar expression is longer than 60 characters, so only starts that close can overlap.
    return [starts[at] for at in range(match.start() - 60, match.end()) if at in starts]


def _calendar_expression(match: re.Match[str], text: str) -> DateExpression | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    months = [_MONTH_NUMBER[groups[f"M{n}"].rstrip(".").lower()] for n in (1, 2) if f"M{n}" in groups]
    years = [int(groups[f"Y{n}"]) for n in (1, 2) if f"Y{n}" in groups]
    days = [int(groups[f"D{n}"]) for n in (1, 2) if f"D{n}" in groups]
    if "iso_month" in groups:
        months, days = [int(groups["iso_month"])], [int(groups["iso_day"])]
    if any(not 1 <= d <= 31 for d in days) or any(not 1 <= m <= 12 for m in months):  # noqa: PLR2004
        return None
    ends = [
        DateParts(year=_end(years, n), month=_end(months, n), day=_end(days, n))
        for n in range(max(len(months), len(days), len(years)))
    ]
    if groups.get("dash") == "and" and not text[max(0, match.start() - 8) : match.start()].endswith(("between ", "Between ")):
        return None  # a list of two dates, not a range
    part = groups.get("part")
    return DateExpression(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        shape="calendar",
        first=ends[0],
        last=ends[-1],
        part=None if part is None else _part(part),
        overnight=text[max(0, match.start() - 16) : match.start()].rstrip().endswith(("overnight to", "overnight into")),
    )


def _end(values: list[int], position: int) -> int | None:
    return values[min(position, len(values) - 1)] if values else None


def _part(words: str) -> Part:
    return _PARTS.get(words.lower()) or ("early" if words == "early" else "mid" if words == "mid" else "late")


def _decades(text: str) -> list[DateExpression]:
    return [
        DateExpression(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            shape="decade",
            first=DateParts(year=int(m["decade"])),
            last=DateParts(year=int(m["decade"]) + 9),
            part=_part(m["part"]) if m["part"] else None,
        )
        for m in _DECADE.finditer(text)
    ]


def _weekdays(text: str) -> list[DateExpression]:
    return [
        DateExpression(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            shape="weekday",
            first=DateParts(),
            last=DateParts(),
            words=((m["which"] or "").lower(), m["weekday"].lower()),
        )
        for m in _WEEKDAY.finditer(text)
    ]


def _relatives(text: str) -> list[DateExpression]:
    return [
        DateExpression(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            shape="relative",
            first=DateParts(),
            last=DateParts(),
            words=tuple(g.lower() for g in (m["day"] or m["which"] or m["count"], m["unit"] or m["ago"]) if g),
        )
        for m in _RELATIVE.finditer(text)
    ]


def _share_years(found: list[DateExpression], text: str) -> list[DateExpression]:
    """`January 11, and November 26, 2021`: in a list, a date without a year takes the year of the one after it."""
    shared = list(found)
    for n in range(len(shared) - 2, -1, -1):
        here, after = shared[n], shared[n + 1]
        between = text[here.end : after.start].strip(" ,")
        is_list = after.start - here.end <= 8 and between in ("", "and", "or")  # noqa: PLR2004
        dated = here.shape == "calendar" == after.shape and here.first.day and after.first.day
        if is_list and dated and not here.has_year and after.first.year:
            shared[n] = DateExpression(
                start=here.start,
                end=here.end,
                text=here.text,
                shape=here.shape,
                first=DateParts(year=after.first.year, month=here.first.month, day=here.first.day),
                last=DateParts(year=after.first.year, month=here.last.month, day=here.last.day),
                part=here.part,
                overnight=here.overnight,
            )
    return shared


def _resolve_calendar(expression: DateExpression, anchor: date) -> Span | None:
    if expression.has_year:
        return _calendar_span(expression, expression.last.year or anchor.year)
    for year in (anchor.year, anchor.year - 1, *range(anchor.year - 2, anchor.year - 9, -1)):  # 29 February needs four
        try:
            span = _calendar_span(expression, year)
        except ValueError:
            continue
        if span.first and span.first <= anchor:
            return span
    return None


def _calendar_span(expression: DateExpression, last_year: int) -> Span:
    first, last = expression.first, expression.last
    first_year = first.year or last_year
    high = _parts_span(last_year, last)
    low = _parts_span(first_year, first)
    if low.first and high.last and low.first > high.last:  # "November 15 to January 3": the first end is a year before
        low = _parts_span(first_year - 1, first)
    return _narrow(Span(low.first, high.last), expression.part)


def _parts_span(year: int, parts: DateParts) -> Span:
    if parts.month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if parts.day is None:
        return month_span(year, parts.month)
    return Span(date(year, parts.month, parts.day), date(year, parts.month, parts.day))


def _narrow(span: Span, part: Part | None) -> Span:
    """The early, middle or late third of a month or year, in whole ten-day or four-month steps."""
    first, last = span.first, span.last
    if part is None or first is None or last is None:
        return span
    if first.month == last.month:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return Span(first.replace(day=low), last.replace(day=high))
    if first.year == last.year:
        low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return Span(date(first.year, low, 1), month_span(first.year, high).last)
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}[part]
    return Span(date(first.year + low, 1, 1), date(first.year + high, 12, 31))


def _resolve_decade(expression: DateExpression, _anchor: date) -> Span | None:
    year = expression.first.year or 0
    return _narrow(Span(date(year, 1, 1), date(year + 9, 12, 31)), expression.part)


def _resolve_weekday(expression: DateExpression, anchor: date) -> Span | None:
    which, weekday = expression.words
    number = _WEEKDAYS.index(weekday)
    if which == "next":
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    elif which == "last":
        day = anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)
    else:
        day = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    return Span(day, day)


def _resolve_relative(expression: DateExpression, anchor: date) -> Span | None:
    words = expression.words
    if len(words) == 1:
        shift = {"yesterday": -1, "tomorrow": 1}.get(words[0], 0)
        day = anchor + timedelta(days=shift)
        return Span(day, day)
    which, unit = words
    if which.isdigit() or which in _COUNTS or which == "a":
        return _ago(1 if which == "a" else _COUNTS.get(which) or int(which), unit, anchor)
    shift = {"last": -1, "next": 1}.get(which.rsplit(maxsplit=1)[-1], 0)
    span = _unit_span(unit, shift, anchor)
    part: Part | None = "late" if which.startswith("late ") else "early" if which.startswith("early ") else None
    span = _narrow(span, part) if unit in ("month", "year") else span
    return Span(span.first, min(span.last, anchor)) if which == "earlier this" and span.last else span


def _ago(count: int, unit: str, anchor: date) -> Span:
    if unit == "day":
        day = anchor - timedelta(days=count)
        return Span(day, day)
    if unit == "week":
        return _unit_span("week", -count, anchor)
    return _unit_span(unit, -count, anchor)


def _unit_span(unit: str, shift: int, anchor: date) -> Span:
    """The calendar week (Monday first), weekend, month, season or year that is ``shift`` units from the anchor's."""
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return Span(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return month_span(months // 12, months % 12 + 1)
    year = anchor.year + shift
    if unit in _SEASONS:
        low, high = _SEASONS[unit]
        return Span(date(year, low, 1), month_span(year, high).last)
    if unit == "winter":
        return Span(date(year - 1, 12, 1), month_span(year, 2).last)
    return Span(date(year, 1, 1), date(year, 12, 31))


_resolvers = {
    "calendar": _resolve_calendar,
    "decade": _resolve_decade,
    "weekday": _resolve_weekday,
    "relative": _resolve_relative,
}
