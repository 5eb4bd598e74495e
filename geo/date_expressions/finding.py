"""Reads date expressions off a text, left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from geo.date_expressions import grammar, grammar_told, told
from geo.date_expressions.context import in_context
from geo.date_expressions.counts import DECADES
from geo.date_expressions.matches import PARTS, expression_of, word_before
from geo.date_expressions.place_names import is_in_name
from geo.date_expressions.records import DateExpression, DateParts, Part

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    _Reader: TypeAlias = Callable[[re.Match[str]], list[DateExpression]]
    _Names: TypeAlias = tuple[tuple[str, str], ...]  # a pattern's groups, with and without the letter behind

_KEPT = 512
_LONGEST_KEPT = 1200
"""Texts whose dates are kept in mind, and characters of the longest of them."""

_SHORT_MONTH = 3
_MONTHS_A_YEAR = 12
_LONGEST_MONTH = 31
_YEARS_A_CENTURY = 100
_THIS_CENTURY = 2000
_BETWEEN_LISTED = frozenset({"", "and", "or"})
_LONGEST_LINK = 8
"""Characters between two dates of a list: ``, and``."""

_BEFORE_ITS_DATE = frozenset({" ", ",", ", ", " (", ", on "})
"""What stands between a weekday and its date: ``Monday, November 9``."""


def find_dates(text: str) -> list[DateExpression]:
    """All date expressions of ``text``, left to right, none overlapping another."""
    return list(_kept(text)) if len(text) <= _LONGEST_KEPT else _found(text)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> tuple[DateExpression, ...]:
    """Those of a sentence, which several parts of a reading ask for, one after another."""
    return tuple(_found(text))


def _found(text: str) -> list[DateExpression]:
    found: list[DateExpression] = []
    position = 0
    while begin := grammar.BEGIN.search(text, position):
        if read := _read(text, begin):
            dates = [] if is_in_name(read, text) else [in_context(expression, text) for expression in read]
            position = (dates or read)[-1].end
            found += dates
        else:  # within "the day after", which counts nothing, begins "day after"
            position = begin.end() if begin.lastgroup == "month" else begin.start() + 1
    return _told_together(found, text)


def days_in_names(text: str) -> list[tuple[int, int]]:
    """Where ``text`` has days that places are named for: ``7th of July`` of ``the 7th of July district``."""
    found = []
    position = 0
    while begin := grammar.BEGIN.search(text, position):
        read = _read(text, begin)
        found += [(read[0].start, read[0].end)] if read and is_in_name(read, text) else []
        position = read[-1].end if read else begin.start() + 1
    return found


def may_hold_dates(text: str) -> bool:
    """Whether :func:`find_dates` can find any: whether there is a place at which one may begin."""
    return grammar.BEGIN.search(text) is not None


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
        return [expression_of(match, first, first)]
    second = _parts(match, groups, "2")
    if match.start(groups["M1"]) > match.end(groups["to"]):  # 9-10 November 2020: both are of one month
        return _range_or_list(match, groups, first, replace(first, day=second.day))
    last = DateParts(year=second.year or first.year, month=second.month or first.month, day=second.day)
    if first.year and second.year is None and not _is_before(first, last):
        last = replace(last, year=first.year + ("M2" in groups))
    return _range_or_list(match, groups, first, last)


def _before_era(match: re.Match[str]) -> list[DateExpression]:
    """``480 BC``, ``264 to 241 BC``; 1 BC is the year 0, which stands for no date."""
    last = 1 - int(match["Y2"])
    first = 1 - int(match["Y1"]) if match["Y1"] else last
    if first > last or last == 0:
        return []
    day = match["D1_a"] or match["D1_b"]
    rest = DateParts(month=_month(match["M1"]) if match["M1"] else None, day=int(day) if day else None)
    return [expression_of(match, replace(rest, year=first), replace(rest, year=last))]


def _range_or_list(
    match: re.Match[str], groups: Mapping[str, str], first: DateParts, last: DateParts
) -> list[DateExpression]:
    """The range that two dates make, or each by itself.

    ``and`` makes a range after ``between``, whichever of the two is named first, and where they are neighbours
    (``November 9 and 10``); else it makes a list. Where the second is no later than the first, what follows the dash is
    no date.
    """
    is_between = "and" in groups and word_before(match) == "between"
    runs_on = "and" not in groups or _are_neighbours(first, last) or is_between
    if runs_on and _is_before(first, last):
        return [expression_of(match, first, last)]
    if is_between and _is_before(last, replace(first, year=first.year or last.year)):
        return [expression_of(match, last, replace(first, year=first.year or last.year))]
    cut, goes_on = match.span(groups["to"])
    if "and" in groups:
        first = replace(first, year=first.year or last.year)
        return [expression_of(match, first, first, end=cut), expression_of(match, last, last, start=goes_on)]
    if match.start(groups["M1"]) > cut:  # 10-5 November: only the second stands beside the month
        return [expression_of(match, last, last, start=goes_on)]
    return [expression_of(match, first, first, end=cut)]


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
    return [expression_of(match, parts, parts)]


def _is_month(match: re.Match[str], name: str) -> bool:
    """Whether a name without day and year is a month's: neither ``Jan Egeland`` nor the verbs ``May`` and ``March``."""
    is_short = len(name.rstrip(".")) <= _SHORT_MONTH and name.lower() != "may"
    if is_short:
        return False
    sure = name.lower() not in ("may", "march")  # "the premier (May)"
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return (sure and around == "()") or word_before(
        match
    ) in grammar.MONTH_AFTER  # "Ajristan (August) and Bilchiragh (September)"


def _feast(match: re.Match[str]) -> list[DateExpression]:
    """``Christmas Eve``, ``New Year's Day 1999``; not ``Orthodox Christmas`` or ``Christmas, 6 January``."""
    before = {word_before(match), word_before(match, skip=1)}
    if before & grammar.OTHER_FEASTS or grammar.DAY_BEHIND.match(match.string, match.end()):
        return []
    month, day = grammar.FEASTS[" ".join(match["feast"].lower().replace("\u2019", "'").split())]
    parts = DateParts(year=int(match["Y1"]) if match["Y1"] else None, month=month, day=day)
    return [expression_of(match, parts, parts)]


def _years(match: re.Match[str], *, names: _Names) -> list[DateExpression]:
    """``1992``, ``1992-1994``, ``1992-94``, ``2020-11``, ``2020-11-10``; ``at 1500`` tells a clock's time."""
    if match["Y1"] is None:
        return _calendar(match, names=names)
    first = DateParts(year=int(match["Y1"]))
    if match["Y2_b"]:
        last = _of_century(int(match["Y1"]), match["Y2_b"])
        if last.year and last.year > int(match["Y1"]):
            return [expression_of(match, first, last)]
        month = int(match["Y2_b"])
        parts = replace(first, month=month)
        return [expression_of(match, parts, parts)] if 1 <= month <= _MONTHS_A_YEAR else []
    if match["Y2_a"]:
        groups = {"to": "to_a", "M1": "Y1"} | ({"and": "and_a"} if match["and_a"] else {})
        return _range_or_list(match, groups, first, DateParts(year=int(match["Y2_a"])))
    before = word_before(match)
    counts = before not in grammar.YEAR_AFTER and grammar.NUMBER_BEFORE.match(match.string, match.end())
    of_clock = before == "at" and grammar.CLOCK_BEHIND.match(match.string, match.end())
    return [] if counts or of_clock or before in grammar.NUMBER_AFTER else [expression_of(match, first, first)]


def _of_century(year: int, written: str) -> DateParts:
    """The second year of ``1992-94``; ``1999-00`` ends in the next century."""
    if len(written) > 2:  # noqa: PLR2004
        return DateParts(year=int(written))
    return DateParts(year=year - year % 100 + int(written) + (100 if (year % 100, written) == (99, "00") else 0))


def _decade(match: re.Match[str], *, part: Part | None = None) -> list[DateExpression]:
    year = int(match["decade"])
    if year % _YEARS_A_CENTURY == 0 and year < _THIS_CENTURY:  # "the 1800s" may be the decade and the century
        ends = DateParts(year=year), DateParts(year=year + _YEARS_A_CENTURY - 1)
        return [expression_of(match, *ends, the=True)]
    ends = DateParts(year=year), DateParts(year=year + 9)
    return [expression_of(match, *ends, shape="decade", part=part, the=True)]


def _short_decade(match: re.Match[str], *, part: Part | None = None) -> list[DateExpression]:
    """``the nineties``, ``the early 90s``; neither ``in his nineties`` nor ``90s``."""
    named = match["named"]
    before = word_before(match)
    if before in grammar.words("age_after") or (part is None and before != "the"):
        return []
    tens = DECADES[named.lower()] if named else int(match["short"])
    return [expression_of(match, DateParts(), DateParts(), shape="decade", part=part, words=(str(tens),), the=True)]


def _season(match: re.Match[str], *, year: str = "Y1") -> list[DateExpression]:
    """``the summer of 1993``, ``the winter of 1992-93``."""
    first = DateParts(year=int(match[year]))
    last = _of_century(int(match[year]), match["Y2"]) if match["Y2"] else first
    return [expression_of(match, first, last, part=PARTS[match["season"].lower()], the=True)]


def _parted(match: re.Match[str]) -> list[DateExpression]:
    part = _part_of(match["part"].lower().split())
    if match["decade"]:
        return _decade(match, part=part)
    if match["short"] or match["named"]:
        return _short_decade(match, part=part)
    if match["season"]:
        return _season(match, year="Y1_c")
    year = match["Y1_a"] or match["Y1_b"]
    parts = DateParts(year=int(year) if year else None, month=_month(match["M1"]) if match["M1"] else None)
    return [expression_of(match, parts, parts, part=part, the=True)]


def _part_of(words: list[str]) -> Part:
    """The part that ``early``, ``the end of``, ``the first half of`` or ``the last days of`` leave."""
    if "half" in words:
        return "first half" if words[0] == "first" else "second half"
    return PARTS[words[0]]


def _slashed(match: re.Match[str]) -> list[DateExpression]:
    """``24/12/2020``, ``12-24-2020``; nothing where both numbers may be the month, for nobody can tell."""
    one, other = int(match["N1"]), int(match["N2"])
    month, day = (one, other) if other > _MONTHS_A_YEAR else (other, one)
    if not 1 <= month <= _MONTHS_A_YEAR or not 1 <= day <= _LONGEST_MONTH or (day <= _MONTHS_A_YEAR and day != month):
        return []
    parts = DateParts(year=int(match["Y1"]), month=month, day=day)
    return [expression_of(match, parts, parts)]


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


_TOLD: Final = (
    (grammar_told.WEEKDAY, told.weekday),
    (grammar_told.RELATIVE, told.relative),
    (grammar_told.STORY, told.story),
)
_COUNTED: Final = (
    (grammar_told.COUNTED, told.counted),
    (grammar_told.RUNNING, told.running),
    (grammar_told.NAMED_DAY, told.named_day),
)
_EARLY: Final = (grammar.BEFORE_ERA, _before_era)
_READERS: Final[dict[str, tuple[tuple[re.Pattern[str], _Reader], ...]]] = {
    "year": (
        _EARLY,
        (grammar.DECADE, _decade),
        (grammar.YEAR_THEN_DAY, partial(_calendar, names=_names(grammar.YEAR_THEN_DAY))),
        (grammar.YEAR_FIRST, partial(_years, names=_names(grammar.YEAR_FIRST))),
    ),
    "day": (
        _EARLY,
        (grammar.SLASHED, _slashed),
        (grammar.DAY_FIRST, partial(_calendar, names=_names(grammar.DAY_FIRST))),
        (grammar.SHORT_DECADE, _short_decade),
        (grammar_told.DAY, told.day_of_month),
        *_COUNTED,
    ),
    "month": (
        _EARLY,
        (grammar.MONTH_FIRST, partial(_calendar, names=_names(grammar.MONTH_FIRST))),
    ),
    "part": ((grammar.PARTED, _parted), *_TOLD),
    "season": ((grammar.SEASON, _season), (grammar_told.SEASON, told.season)),
    "named": _TOLD,
    "counted": _COUNTED,
    "bare": ((grammar_told.THE_NEXT, told.the_next), *_COUNTED),
    "ordinal": ((grammar_told.NAMED_DAY, told.named_day),),
    "aged": ((grammar.SHORT_DECADE, _short_decade),),
    "feast": ((grammar.FEAST, _feast),),
}
