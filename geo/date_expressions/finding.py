"""Reads date expressions off a text, left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from geo.date_expressions import grammar
from geo.date_expressions.records import DateExpression, DateParts, Part, Shape

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    _Reader: TypeAlias = Callable[[re.Match[str]], list[DateExpression]]
    _Names: TypeAlias = tuple[tuple[str, str], ...]  # a pattern's groups, with and without the letter behind

_PARTS: Final[dict[str, Part]] = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
_TIMES_OF_DAY = frozenset({"night", "morning", "afternoon", "evening"})
_SHORT_MONTH = 3
_MONTHS_A_YEAR = 12
_REACH = 24
"""Characters before a date in which the words that tell its meaning stand."""

_OPENERS = "([\"'\u201c\u2018"
_BETWEEN_LISTED = frozenset({"", "and", "or"})
_LONGEST_LINK = 8
"""Characters between two dates of a list: ``, and``."""

_BEFORE_ITS_DATE = frozenset({" ", ",", ", ", " (", ", on "})
"""What stands between a weekday and its date: ``Monday, November 9``."""


def find_dates(text: str) -> list[DateExpression]:
    """All date expressions of ``text``, left to right, none overlapping another."""
    found: list[DateExpression] = []
    position = 0
    while begin := grammar.BEGIN.search(text, position):
        read = _read(text, begin)
        found += read
        position = read[-1].end if read else begin.end()
    return _told_together(found, text)


def _read(text: str, begin: re.Match[str]) -> list[DateExpression]:
    """The first reading, of those that such a beginning may have, that makes sense; two dates where it is a list."""
    for pattern, reader in _READERS[begin.lastgroup or ""]:
        match = pattern.match(text, begin.start())
        if match and (read := reader(match)):
            return read
    return []


def _calendar(match: re.Match[str], *, names: _Names) -> list[DateExpression]:
    if match.lastgroup in ("M1", "M1_x"):
        return _bare_month(match, match[match.lastgroup])
    groups = {short: name for name, short in names if match[name]}
    first = _parts(match, groups, "1")
    if first.year is None and first.day is None and "Y2" not in groups and not _is_month(match, match[groups["M1"]]):
        return []
    if "to" not in groups:
        return [_expression(match, first, first)]
    second = _parts(match, groups, "2")
    if match.start(groups["M1"]) > match.end(groups["to"]):  # 9-10 November 2020: both are of one month
        return _range_or_list(match, groups, first, replace(first, day=second.day))
    last = DateParts(year=second.year or first.year, month=second.month or first.month, day=second.day)
    if first.year and second.year is None and not _is_before(first, last):
        last = replace(last, year=first.year + ("M2" in groups))
    return _range_or_list(match, groups, first, last)


def _range_or_list(
    match: re.Match[str], groups: Mapping[str, str], first: DateParts, last: DateParts
) -> list[DateExpression]:
    """The range that two dates make, or each by itself.

    ``and`` makes a range after ``between``, and where the two are neighbours (``November 9 and 10``); else it makes a
    list. Where the second is no later than the first, what follows the dash is no date.
    """
    runs_on = "and" not in groups or _are_neighbours(first, last) or _word_before(match) == "between"
    if runs_on and _is_before(first, last):
        return [_expression(match, first, last)]
    cut, goes_on = match.span(groups["to"])
    if "and" in groups:
        first = replace(first, year=first.year or last.year)
        return [_expression(match, first, first, end=cut), _expression(match, last, last, start=goes_on)]
    if match.start(groups["M1"]) > cut:  # 10-5 November: only the second stands beside the month
        return [_expression(match, last, last, start=goes_on)]
    return [_expression(match, first, first, end=cut)]


def _is_before(first: DateParts, last: DateParts) -> bool:
    """Whether a range can run from ``first`` to ``last``; without years it may run into the next one."""
    if first.year and last.year and first.year != last.year:
        return first.year < last.year
    if first.month != last.month:
        return first.year is None or last.year is None or (first.month or 0) < (last.month or 0)
    return (first.day or 0) < (last.day or 0)


def _are_neighbours(first: DateParts, last: DateParts) -> bool:
    if first.day and last.day:
        return first.month == last.month and last.day == first.day + 1
    if first.month and last.month:
        return last.month == first.month % _MONTHS_A_YEAR + 1
    return bool(first.year and last.year and last.year == first.year + 1)


def _bare_month(match: re.Match[str], name: str) -> list[DateExpression]:
    if not _is_month(match, name):
        return []
    parts = DateParts(month=_month(name))
    return [_expression(match, parts, parts)]


def _is_month(match: re.Match[str], name: str) -> bool:
    """Whether a name without day and year is a month's: neither ``Jan Egeland`` nor the verbs ``May`` and ``March``."""
    is_short = len(name.rstrip(".")) <= _SHORT_MONTH and name.lower() != "may"
    return not is_short and _word_before(match) in grammar.MONTH_AFTER


def _years(match: re.Match[str], *, names: _Names) -> list[DateExpression]:
    """``1992``, ``1992-1994``, ``1992-94``, ``2020-11``, ``2020-11-10``."""
    if match["Y1"] is None:
        return _calendar(match, names=names)
    first = DateParts(year=int(match["Y1"]))
    if match["Y2_b"]:
        last = _of_century(int(match["Y1"]), match["Y2_b"])
        if last.year and last.year > int(match["Y1"]):
            return [_expression(match, first, last)]
        month = int(match["Y2_b"])
        parts = replace(first, month=month)
        return [_expression(match, parts, parts)] if 1 <= month <= _MONTHS_A_YEAR else []
    if match["Y2_a"]:
        groups = {"to": "to_a", "M1": "Y1"} | ({"and": "and_a"} if match["and_a"] else {})
        return _range_or_list(match, groups, first, DateParts(year=int(match["Y2_a"])))
    before = _word_before(match)
    counts = before not in grammar.YEAR_AFTER and grammar.NUMBER_BEFORE.match(match.string, match.end())
    return [] if counts or before in grammar.NUMBER_AFTER else [_expression(match, first, first)]


def _of_century(year: int, written: str) -> DateParts:
    """The second year of ``1992-94``; ``1999-00`` ends in the next century."""
    if len(written) > 2:  # noqa: PLR2004
        return DateParts(year=int(written))
    return DateParts(year=year - year % 100 + int(written) + (100 if (year % 100, written) == (99, "00") else 0))


def _decade(match: re.Match[str], *, part: Part | None = None) -> list[DateExpression]:
    year = int(match["decade"])
    ends = DateParts(year=year), DateParts(year=year + 9)
    return [_expression(match, *ends, shape="decade", part=part, the=True)]


def _season(match: re.Match[str], *, year: str = "Y1") -> list[DateExpression]:
    """``the summer of 1993``, ``the winter of 1992-93``."""
    first = DateParts(year=int(match[year]))
    last = _of_century(int(match[year]), match["Y2"]) if match["Y2"] else first
    return [_expression(match, first, last, part=_PARTS[match["season"].lower()], the=True)]


def _parted(match: re.Match[str]) -> list[DateExpression]:
    part = _PARTS[match["part"].split()[0].lower()]
    if match["decade"]:
        return _decade(match, part=part)
    if match["season"]:
        return _season(match, year="Y1_c")
    year = match["Y1_a"] or match["Y1_b"]
    parts = DateParts(year=int(year) if year else None, month=_month(match["M1"]) if match["M1"] else None)
    return [_expression(match, parts, parts, part=part, the=True)]


def _weekday(match: re.Match[str]) -> list[DateExpression]:
    words = ((match["which"] or "").lower(), match["weekday"].lower())
    return [_expression(match, DateParts(), DateParts(), shape="weekday", words=words)]


def _relative(match: re.Match[str]) -> list[DateExpression]:
    if match["day"]:
        return [_expression(match, DateParts(), DateParts(), shape="relative", words=(match["day"].lower(),))]
    if match["count"]:
        words = (match["count"].lower(), match["ago"])
        return [_expression(match, DateParts(), DateParts(), shape="relative", words=words)]
    which, unit = " ".join(match["which"].lower().split()), match["unit"].lower()
    the = which in ("last", "next", "past") and _word_before(match) == "the"
    if (unit in _TIMES_OF_DAY and which == "next") or (which == "past" and not the):
        return []  # "the next morning" is told from another day than that of the report
    words = (f"the {which}" if the else which, unit)
    return [_expression(match, DateParts(), DateParts(), shape="relative", words=words, the=the)]


def _expression(
    match: re.Match[str],
    first: DateParts,
    last: DateParts,
    *,
    shape: Shape = "calendar",
    part: Part | None = None,
    words: tuple[str, ...] = (),
    start: int | None = None,
    end: int | None = None,
    the: bool = False,
) -> DateExpression:
    """The expression that a match, or the piece of it from ``start`` to ``end``, stands for.

    ``the`` takes in an article before it.
    """
    text, low = match.string, match.start() if start is None else start
    high = match.end() if end is None else end
    if the and _word_before(match) == "the":
        low = max(text.rfind(article, max(0, low - _REACH), low) for article in ("the", "The", "THE"))
    return DateExpression(
        start=low,
        end=high,
        text=text[low:high],
        shape=shape,
        first=first,
        last=last,
        part=part,
        words=words,
        overnight=(last.day is not None or shape == "weekday") and _is_overnight(match),
    )


def _is_overnight(match: re.Match[str]) -> bool:
    return _word_before(match) in ("to", "into") and _word_before(match, skip=1) == "overnight"


def _word_before(match: re.Match[str], *, skip: int = 0) -> str:
    """The word before a match on its line, in lower case, past ``skip`` others; empty where there is none."""
    before = match.string[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
    if not before[-1:].isspace():
        return ""
    words = before.lower().split()
    return words[-1 - skip].lstrip(_OPENERS) if len(words) > skip else ""


def _parts(match: re.Match[str], groups: Mapping[str, str], number: str) -> DateParts:
    year, month, day = (match[groups[f"{letter}{number}"]] if f"{letter}{number}" in groups else "" for letter in "YMD")
    return DateParts(
        year=int(year) if year else None, month=_month(month) if month else None, day=int(day) if day else None
    )


def _month(written: str) -> int:
    return int(written) if written.isdigit() else grammar.MONTHS.index(written[:_SHORT_MONTH].lower()) + 1


def _told_together(found: list[DateExpression], text: str) -> list[DateExpression]:
    """Dates that share what one of them says.

    `January 11, March 5, and November 26, 2021`: in a list, a date without a year takes the year of the one after it.
    `Monday, November 9`: a weekday takes the date that it stands before.
    """
    told = list(found)
    for number in range(len(told) - 2, -1, -1):
        here, after = told[number], told[number + 1]
        if after.shape != "calendar" or after.start - here.end > _LONGEST_LINK or after.first.month is None:
            continue
        between = text[here.end : after.start]
        if here.shape == "weekday" and after.first.day and between in _BEFORE_ITS_DATE:
            told[number] = replace(here, first=after.first, last=after.last)
        elif here.shape == "calendar" and here.first.month and between.strip(" ,") in _BETWEEN_LISTED:
            year = after.first.year or after.last.year
            if not here.has_year and year and bool(here.first.day) == bool(after.first.day):
                told[number] = replace(here, first=replace(here.first, year=year), last=replace(here.last, year=year))
    return told


def _names(pattern: re.Pattern[str]) -> _Names:
    return tuple((name, name.partition("_")[0]) for name in pattern.groupindex)


_READERS: Final[dict[str, tuple[tuple[re.Pattern[str], _Reader], ...]]] = {
    "year": ((grammar.DECADE, _decade), (grammar.YEAR_FIRST, partial(_years, names=_names(grammar.YEAR_FIRST)))),
    "day": ((grammar.DAY_FIRST, partial(_calendar, names=_names(grammar.DAY_FIRST))), (grammar.RELATIVE, _relative)),
    "month": ((grammar.MONTH_FIRST, partial(_calendar, names=_names(grammar.MONTH_FIRST))),),
    "part": ((grammar.PARTED, _parted), (grammar.WEEKDAY, _weekday), (grammar.RELATIVE, _relative)),
    "season": ((grammar.SEASON, _season),),
    "named": ((grammar.WEEKDAY, _weekday), (grammar.RELATIVE, _relative)),
}
