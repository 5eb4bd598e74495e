"""The patterns of dates in news English, and the words that they stand on.

``BEGIN`` finds where a date may begin, in one pass; the other patterns are matched there and nowhere else. None of them
repeats without a bound, so that a text is read in linear time. The groups ``Y1 M1 D1`` of a pattern are the parts of
the first date and ``Y2 M2 D2`` those of the second, with a letter behind where a pattern has several ways to say them;
``to`` is all that stands between the two, and ``and`` that word in it.
"""

from __future__ import annotations

import re
import string
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from geo.date_expressions.counts import DECADES

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS: Final = tomllib.loads(files("geo.date_expressions").joinpath("words.toml").read_text(encoding="utf-8"))


def words(table: str, key: str = "words") -> frozenset[str]:
    """A list of ``words.toml``."""
    return frozenset(_WORDS[table][key])


def any_of(listed: Iterable[str]) -> str:
    """An alternation, the longest words first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


BLANK: Final = r"[^\S\r\n\u2028\u2029]{1,3}"
"""What stands between two words of a line."""

_S = BLANK
_S0 = r"[^\S\r\n\u2028\u2029]{0,3}"
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
WEEKDAY_NAME: Final = any_of([name for day in WEEKDAYS for name in (day.capitalize(), day.upper())])
_COUNTED = rf"{_S}(?i:{any_of(_WORDS['counted']['nouns'])})(?!\w)"
_NUMBER = r"(?:1[5-9]|20)[0-9][0-9]"
_MONTH = rf"(?:{_FULL}|{_FULL.upper()})(?!\w)|(?:{_SHORT}|{_SHORT.upper()})(?!\w)\.?"
MONTH_NAME: Final = rf"(?:{_FULL}|{_FULL.upper()})(?!\w)"
_HALF = "first{S}half|second{S}half|(?:first|last){S}(?:few{S})?(?:days|weeks|months)".replace("{S}", _S)
_PART = rf"(?P<part>(?i:early|mid|late|(?:beginning|start|middle|end|{_HALF}){_S}of))"
_AGE = "|".join(sorted(DECADES))


def _month(group: str) -> str:
    return f"(?P<{group}>{_MONTH})"


def _day(group: str) -> str:
    """A day of the month, and neither ``20,000`` nor ``3.5`` nor ``9:30``."""
    number = r"0?[1-9]|[12][0-9]|3[01]"
    return rf"(?P<{group}>{number})(?:st|nd|rd|th)?(?![\w%]|[.:][0-9]|,[0-9]{{3}}(?![0-9]))"


def _year(group: str, *, counting: str = _COUNTED) -> str:
    """A year, and neither ``2020.5`` nor, where ``counting`` words follow, ``2020 soldiers``."""
    return rf"(?P<{group}>{_NUMBER})(?![\w%]|[.,][0-9]|{counting})"


def _then_year(group: str) -> str:
    """A year that may stand behind a day or month: ``, 2020``, `` of 2020``; in ``July 2000 soldiers`` it counts."""
    return rf"(?:(?:,{_S0}|{_S})(?:of{_S})?{_year(group, counting=f'(?<=00){_COUNTED}')})?"


def _to(letter: str) -> str:
    """What stands between two dates: a dash, a slash, or a word."""
    words = rf"(?:,?{_S}(?P<and_{letter}>and)|{_S}(?:to|until|till|through)){_S}"
    return rf"(?P<to_{letter}>{_S0}[-\u2010\u2011\u2013]{_S0}|[\u2014/]|{words})"


def _season(group: str) -> str:
    """``the summer of 1993``, ``spring 1992``, ``the winter of 1992-93``."""
    return (
        rf"(?P<season>(?i:spring|summer|autumn|fall|winter))(?!\w)(?:{_S}(?:of|in){_S}(?:the{_S})?|,?{_S})"
        rf"{_year(group)}(?:[-\u2013/](?P<Y2>(?:[0-9][0-9]){{1,2}})(?![\w/-]))?"
    )


_ERA = rf"{_S}(?:B\.C\.(?:E\.)?|BCE?)(?!\w)"
"""What stands behind a year before our era: ``480 BC``, ``44 B.C.``, ``600 BCE``."""
_EARLY_YEAR = "[1-9][0-9]{0,3}"
BEFORE_ERA: Final = re.compile(
    # 22 September 480 BC; September 22, 480 BC; September 480 BC; 264 to 241 BC; 480 BC. Not In 2020 BC Lions won
    rf"(?:(?:(?P<D1_a>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?{_S}(?:of{_S})?)?(?P<M1>{_MONTH})"
    rf"(?:{_S}(?P<D1_b>0?[1-9]|[12][0-9]|3[01]))?(?:,{_S0}|{_S})(?:of{_S})?"
    rf"|(?P<Y1>{_EARLY_YEAR}){_to('a')})?"
    rf"(?P<Y2>{_EARLY_YEAR})(?:(?<!(?<![0-9])1[5-9][0-9]{{2}})(?<!(?<![0-9])20[0-9]{{2}}){_ERA}|{_ERA}(?!{_S}[A-Z]))"
)
FEASTS: Final[dict[str, list[int]]] = _WORDS["feasts"]
"""Month and day of the days that have a name, by it."""
_FEAST = "|".join(
    re.escape(string.capwords(name)).replace("'", "['\u2019]").replace(r"\ ", _S)
    for name in sorted(FEASTS, key=len, reverse=True)
)
CLOCK_BEHIND: Final = re.compile(
    rf"(?<=[0-5][0-9])(?:{_S}(?i:hours|hrs|local|gmt)\b|[^\w]*(?:$|[.;,)]|{_S}(?:on|and|in)\b))"
)
"""What may stand behind ``at`` and four digits that are a time of the clock: ``at 1500.``, ``at 1630 on Monday``."""
DAY_BEHIND: Final = re.compile(rf",?{_S}(?:(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])|{_MONTH})")
"""A date of its own behind a named day."""
FEAST: Final = re.compile(rf"(?P<feast>{_FEAST})(?![\w'\u2019]){_then_year('Y1')}")
_UNIT = "hour|day|night|week|fortnight|month|year|decade"
BEGIN: Final = re.compile(
    r"(?=[0-9A-Za-z])(?<![\w-])(?:"
    rf"(?<!\d[.,:/])(?<![$\u20ac\u00a3#\u2116])(?:(?P<year>{_NUMBER}|[0-9]{{4}}(?={_ERA}|{_S0}[-\u2013t][^.]{{0,8}}{_ERA}))|(?P<day>[0-9]{{1,3}}))(?![0-9])"
    rf"|(?P<month>{_MONTH})"
    rf"|(?P<part>(?i:early|mid|late)(?=-|{_S})|(?i:beginning|start|middle|end|{_HALF})(?={_S}of))"
    r"|(?P<season>(?i:spring|summer|autumn|fall|winter)(?!\w))"
    rf"|(?P<named>{WEEKDAY_NAME}|[Oo]n(?={_S}[MTWFS])|(?i:yesterday|today|tomorrow|tonight)"
    rf"|(?i:last|next|this|past|later|earlier|recent|coming|that|same|following|previous|preceding)(?={_S}))"
    rf"|(?P<feast>(?:{_FEAST})(?![\w'\u2019]))"
    rf"|(?P<counted>(?i:(?:an?{_S}(?:few|couple{_S}of)|[a-z]{{1,9}}+(?:-[a-z]{{3,5}}+)?)"
    rf"(?:{_S}(?:more|full|long|straight|consecutive|whole|successive))?(?:{_S}|-)(?:{_UNIT})s?+(?![a-z])))"
    rf"|(?P<bare>(?i:hours|days|weeks|months|years|decades|(?:day|night|morning|evening|week|weekend|month|year)"
    rf"(?={_S}(?:after|before))|weekend)(?!\w))"
    rf"|(?P<ordinal>(?i:first|second|third|twenty-[a-z]{{3,7}}|thirty-first|[a-z]{{3,9}}th)(?={_S}(?:day{_S})?of{_S}))"
    rf"|(?P<aged>(?i:{_AGE})(?!\w))"
    r")"
)
"""Where a date may begin; the group that matched says of which kind."""

MONTH_FIRST: Final = re.compile(
    # in November 10 soldiers ...; in July 2020 soldiers is a year
    rf"(?:(?<=\b[Ii]n\s){_month('M1_x')}(?={_S}(?!{_NUMBER}(?<!00)(?![0-9]))[0-9][0-9.,]*{_COUNTED})"
    rf"|{_month('M1')}(?:"
    # November 10, 2020; November 9-10, 2020; September 27, 2020 to November 10; November 9 and 15
    rf"{_S}(?:the{_S})?{_day('D1')}{_then_year('Y1_a')}"
    rf"(?:{_to('a')}(?:{_month('M2_a')}{_S})?{_day('D2')}(?!{_COUNTED}){_then_year('Y2_a')})?"
    # November 2020; September 2020 to November 2021; September to November 2020; November
    rf"|(?:{_then_year('Y1_b')}(?:{_to('b')}{_month('M2_b')}{_then_year('Y2_b')})?))"
    r")"
)
DAY_FIRST: Final = re.compile(
    rf"(?P<D1_i>0?[1-9]|[12][0-9]|3[01])\.(?P<M1_i>0?[1-9]|1[0-2])\.(?P<Y1_i>{_NUMBER})(?!\w|\.[0-9])"  # 27.09.2020
    rf"|{_day('D1')}(?:"
    # 9-10 November 2020; between 15 and 20 November
    rf"{_to('a')}{_day('D2_a')}{_S}(?:of{_S})?{_month('M1_a')}{_then_year('Y1_a')}"
    # 10th of November, 2020; 27 September to 10 November 2020
    rf"|{_S}(?:of{_S})?{_month('M1_b')}{_then_year('Y1_b')}"
    rf"(?:{_to('b')}{_day('D2_b')}{_S}(?:of{_S})?{_month('M2_b')}{_then_year('Y2_b')})?"
    r")"
)
SLASHED: Final = re.compile(
    rf"(?P<N1>[0-9]{{1,2}})(?P<mark>[/-])(?P<N2>[0-9]{{1,2}})(?P=mark)(?P<Y1>{_NUMBER})(?![\w/-])"
)
YEAR_FIRST: Final = re.compile(
    rf"(?P<Y1_i>{_NUMBER})(?P<mark>[-/])(?P<M1_i>0[1-9]|1[0-2])(?P=mark)(?P<D1_i>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    # 1992; 1992-1994; 1992-94; 2020-11. Not 2020-15, not 1500-strong
    rf"|{_year('Y1', counting='(?!)')}(?:{_to('a')}{_year('Y2_a')}|(?P<to_b>[-\u2013/])(?P<Y2_b>[0-9]{{2}})(?![\w/-])"
    rf"|(?![-\u2013/][0-9])(?!-(?!present|now)[^\W\d_]))"
)
YEAR_THEN_DAY: Final = re.compile(
    # a chronology's: 1992, 8-9 May; 1993, 27 March - 3 April; 2020: September 27. Not 1992, 8 May 1993
    rf"(?P<Y1>{_NUMBER})[,:]{_S}(?:{_day('D1_a')}(?:"
    rf"{_to('a')}{_day('D2_a')}{_S}{_month('M1_a')}"
    rf"|{_S}{_month('M1_b')}(?:{_to('b')}{_day('D2_b')}{_S}{_month('M2_b')})?)"
    rf"|{_month('M1_c')}{_S}{_day('D1_c')})"
    rf"(?!(?:,{_S0}|{_S})(?:of{_S})?{_NUMBER})"
)
_DECADE = r"(?P<decade>(?:1[5-9]|20)[0-9]0)(?:s|(?<=[Tt]he\s....)['\u2019]s)(?!\w)"
DECADE: Final = re.compile(_DECADE)
SHORT_DECADE: Final = re.compile(rf"['\u2019]?(?P<short>[4-9])0s(?!\w)|(?P<named>(?i:{_AGE}))(?!\w)")
SEASON: Final = re.compile(_season("Y1"))
PARTED: Final = re.compile(
    # late September; mid-October 2020; early in 2021; the end of the 1990s; late summer 2020
    rf"{_PART}(?:-|{_S}(?:in{_S})?(?:the{_S})?)(?:"
    rf"{_month('M1')}(?!{_S}[0-9]{{1,2}}(?![0-9])){_then_year('Y1_a')}|{_year('Y1_b')}"
    rf"|{_DECADE}|{SHORT_DECADE.pattern}|{_season('Y1_c')})"
)
NUMBER_BEFORE: Final = re.compile(rf"(?:{_S0}(?:-|\u2013|to|or|and){_S0}[0-9][0-9.,]*)?{_COUNTED}")
MONTH_AFTER: Final = frozenset(_WORDS["month_after"]["words"])
YEAR_AFTER: Final = frozenset(_WORDS["year_after"]["words"])
OTHER_FEASTS: Final = frozenset(_WORDS["other_feasts"]["words"])
NUMBER_AFTER: Final = frozenset(_WORDS["before"]["words"])
"""Words of ``words.toml`` before which a name is a month, and a number a year or none."""
