"""Reads the dates that are counted from another day, and lengths of time, off their matches."""

from __future__ import annotations

import re
from typing import Final, cast

from geo.date_expressions import grammar
from geo.date_expressions.context import way_of
from geo.date_expressions.counts import COUNTS, ORDINALS
from geo.date_expressions.grammar import MONTHS, words
from geo.date_expressions.grammar_told import OF_YEAR
from geo.date_expressions.matches import PARTS, expression_of, word_before
from geo.date_expressions.records import About, DateExpression, DateParts, Length, Unit

_TIMES_OF_DAY = frozenset({"night", "morning", "afternoon", "evening"})
_PART_OF_UNIT: Final = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_VAGUE = words("vague")
_ABOUT: Final[dict[str, About]] = {
    word: about for about in ("about", "under", "over") for word in words("about", about)
}
_THAN: Final[dict[str, About]] = {
    word: about for about in ("under", "over") for word in words("about", f"{about}_than")
}
_LENGTH_AFTER = words("length_after")
_DAY_AFTER = words("day_after")
_CONJUNCTION_AFTER = words("conjunction_after")
_ALONE_BEFORE = words("stands_alone_before")
_NEXT_WORD = re.compile(rf"{grammar.BLANK}([\w'\u2019-]+)")
_ENDS = re.compile(
    r"\s*(?:[.,;:)\"\u201d!?\u2014\u2013]|$)|\s+(?:and|but|or|because|as|when|while|where|who|which|by|in|at|on|from|amid|without|though|although|only)\b"
)
_PASSING = "to the day|has|have|had|now|already|passed|elapsed|gone|by|today"
_PASSED_SINCE = re.compile(rf"(?:{grammar.BLANK}(?i:{_PASSING})){{0,4}}{grammar.BLANK}since(?!\w)")
"""What makes a length alone one that has passed since something: ``a year has gone by since``."""
_RATES = frozenset({"every", "each", "per"})
_ALONE = frozenset({"a", "an", "one"})
_WEEKEND_AFTER = frozenset({"since", "over", "at", "on", "during", "by", "until", "before"})
_FORTNIGHT = 2
_MOST_DAYS = 31


def weekday(match: re.Match[str]) -> list[DateExpression]:
    """``on Monday``, ``last Friday night``."""
    told = ((match["which"] or "").lower(), match["weekday"].lower())
    return [expression_of(match, shape="weekday", words=told, night=_is_night(match))]


def relative(match: re.Match[str]) -> list[DateExpression]:
    """``yesterday evening``, ``late last year``, ``this January``, ``over the past ten days``, ``in recent weeks``."""
    if match["day"]:
        return [expression_of(match, shape="relative", words=(match["day"].lower(),), night=_is_night(match))]
    before = word_before(match)
    if match["span"] or match["recent"]:
        return _past_span(match, before)
    which, unit = " ".join(_PART_OF_UNIT.get(word, word) for word in match["which"].lower().split()), match["unit"]
    which = which.replace(" of", "")
    the = which in ("last", "next", "past") and before == "the"
    if (unit.lower() in _TIMES_OF_DAY and which == "next") or (which == "past" and not the):
        return []
    if match["month"]:
        return [] if the else [expression_of(match, shape="relative", words=(which, unit[:3].lower()))]
    told = (f"the {which}" if the else which, unit.lower())
    return [expression_of(match, shape="relative", words=told, the=the or " " in which)]


def _past_span(match: re.Match[str], before: str) -> list[DateExpression]:
    unit = (match["units"] or match["units_r"]).lower()
    which = (match["span"] or match["recent"]).lower()
    count = (match["count"] or "").lower()
    if count and not _is_count(count):
        return []
    if not count and which in ("last", "next"):
        return []
    told = ("the next" if which in ("next", "coming") else "the last", unit)
    length = _length(count or "few", unit)
    return [expression_of(match, shape="relative", words=told, length=length, the=before == "the")]


def story(match: re.Match[str]) -> list[DateExpression]:
    """``that day``, ``the same afternoon``, ``later that year``, ``the end of the month``, ``the following week``."""
    written, unit, before = match["way"].lower(), match["unit"].lower(), word_before(match)
    part = _part_told(match["part"])
    if not _is_told(match, written.split(), part, before):
        return []
    last = written.split()[-1]
    way = "following" if last == "next" else "the" if last == "the" else way_of(written)
    unit = unit[:3] if unit[:3] in MONTHS and match["unit"][0].isupper() else unit
    told = (part, way, unit)
    return [expression_of(match, shape="story", words=told, night=_is_night(match), the=last != "that" or bool(part))]


def _is_told(match: re.Match[str], way: list[str], part: str, before: str) -> bool:
    """Whether the words are of a date: neither ``said that winter ...`` nor ``following weeks of war``."""
    unit, last = match["unit"].lower(), way[-1]
    if last == "the":
        return bool(part) and (part, unit) != ("late", "day")  # "at the end of the day" is seldom one
    if last == "that":
        return bool(part) or (before not in _CONJUNCTION_AFTER and _is_bounded(match))
    if last == "next":  # "the next month" is counted from the report
        return (unit == "day" or unit in _TIMES_OF_DAY) and (len(way) > 1 or before not in ("a", "any"))
    return len(way) > 1 or before in ("the", "that")


def _part_told(written: str | None) -> str:
    found = (written or "").lower().split()
    if "half" in found:
        return f"{found[0]} half"
    return _PART_OF_UNIT.get(found[0], found[0]) if found else ""


def _is_bounded(match: re.Match[str]) -> bool:
    """Whether the words behind ``that winter`` leave it a date: no verb that would make ``that`` a conjunction."""
    if match["unit"].lower() in ("day", "night", "morning", "afternoon", "evening", "week", "month", "year"):
        return True
    return _stands_alone(match)


def _stands_alone(match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(match.string, match.end())
    return following is None or following[1] in _ALONE_BEFORE


def the_next(match: re.Match[str]) -> list[DateExpression]:
    """``the day after``, ``the night before``, ``the day after tomorrow``, ``since the weekend``."""
    if word_before(match) != "the":
        return []
    if match["weekend"]:
        told = ("the latest", "weekend")
        known = word_before(match, skip=1) in _WEEKEND_AFTER
        return [expression_of(match, shape="relative", words=told, the=True)] if known else []
    way, unit = match["way"].lower(), match["unit"].lower()
    if match["named"]:
        return [_day_but_one(match)] if unit == "day" else []
    if _ENDS.match(match.string, match.end()):
        beside = "following" if way == "after" else "previous"
        return [expression_of(match, shape="story", words=("", beside, unit), the=True)]
    length = Length(count=1, unit=cast("Unit", unit))
    counts = unit not in _TIMES_OF_DAY and unit != "weekend"
    named = expression_of(match, shape="counted", words=(way,), length=length, end=match.end("unit"), the=True)
    return [named] if counts else []


def _day_but_one(match: re.Match[str]) -> DateExpression:
    ago = match["named"].lower().endswith("yesterday")
    length = Length(count=2, unit="day")
    return expression_of(match, shape="relative", words=("2" if ago else "-2", "day"), length=length, the=True)


def counted(match: re.Match[str]) -> list[DateExpression]:
    """``two days ago``, ``a week later``, ``28 years after ...``, ``within hours``, ``for ten months``."""
    count = (match["count"] or match["count_h"] or "few").lower()
    unit = (match["unit"] or match["unit_h"] or match["unit_b"]).lower().removesuffix("s")
    before = word_before(match)
    if not _is_count(count) or before in _RATES:
        return []
    length = _length(count, unit, about=_about(match, before))
    if match["ago"] or match["ago_b"] or match["hence"]:
        return _from_publication(match, count, length)
    way = (match["way"] or match["way_b"] or "").lower()
    if way and not (before == "for" and way in ("after", "before")):
        return _from_story(match, way, length)
    return _lasting(match, before, length, counts=not (match["unit_b"] or count in _ALONE))


def _lasting(match: re.Match[str], before: str, length: Length, *, counts: bool) -> list[DateExpression]:
    """A length alone; where nothing ``counts`` it (``a year``, ``months``) only a word before makes it one."""
    end = match.end("unit_b" if match["unit_b"] else "plural" if match["plural"] else 0)
    if before == "within":
        return [expression_of(match, shape="counted", words=("within",), length=length, end=end)]
    passed = _PASSED_SINCE.match(match.string, end) is not None
    if not (counts or passed) and (before not in _LENGTH_AFTER or (before == "to" and not length.about)):
        return []
    return [expression_of(match, shape="duration", kind="duration", words=(before,), length=length, end=end)]


def _from_publication(match: re.Match[str], count: str, length: Length) -> list[DateExpression]:
    on = " ".join((match["on"] or "").lower().split())
    told = (f"-{length.count}" if match["hence"] else count, length.unit, *([on] if on else []))
    return [expression_of(match, shape="relative", words=told, length=length)]


def _from_story(match: re.Match[str], way: str, length: Length) -> list[DateExpression]:
    """Later or earlier than what was told; or ``after`` and ``before``, where the words behind them name an event."""
    ends = _ENDS.match(match.string, match.end()) is not None
    if way in ("early", "late") and not ends:
        return []
    if way in ("after", "before") and not ends:
        end = match.end("unit_b") if match["unit_b"] else match.end("plural")
        return [expression_of(match, shape="counted", words=(way,), length=length, end=end)]
    told = "earlier" if way in ("earlier", "early", "before") else "later"
    return [expression_of(match, shape="counted", words=(told,), length=length)]


def running(match: re.Match[str]) -> list[DateExpression]:
    """``for the third day running``: two full days lie before it, so the first is ``shift(day, length, back=True)``."""
    number = ORDINALS.get(match["ordinal"].lower())
    if number is None or number == 1 or not (match["row"] or match["running"] or _for_an(match)):
        return []
    unit = match["unit"].lower()
    length = Length(count=number - 1, unit=cast("Unit", "day" if unit == "night" else unit))
    return [expression_of(match, shape="duration", kind="duration", words=("running",), length=length)]


def _for_an(match: re.Match[str]) -> bool:
    return word_before(match) in ("a", "the") and word_before(match, skip=1) == "for"


def day_of_month(match: re.Match[str]) -> list[DateExpression]:
    """``the 24th``, ``the 9th to the 12th``, ``the 18th of that month``."""
    if word_before(match) != "the" and not (match["way"] and word_before(match) in _DAY_AFTER):
        return []
    first, last, way = int(match["day"]), int(match["last"] or match["day"]), way_of(match["way"] or "")
    if way == "":
        known = word_before(match, skip=1)
        if (known and known not in _DAY_AFTER) or not _stands_alone(match):
            return []
    told = (str(first), str(last), way)
    return [expression_of(match, shape="day", words=told, the=True)]


def named_day(match: re.Match[str]) -> list[DateExpression]:
    """``the first of April``, ``the last day of ...`` not: ``last`` counts from behind."""
    number = ORDINALS.get(match["word"].lower(), 0)
    if not 1 <= number <= _MOST_DAYS:
        return []
    if match["way"]:
        told = (str(number), str(number), way_of(match["way"]))
        return [expression_of(match, shape="day", words=told, the=True)]
    year = int(match["year"]) if match["year"] else None
    parts = DateParts(year=year, month=MONTHS.index(match["month"][:3].lower()) + 1, day=number)
    return [expression_of(match, parts, parts, the=True)]


def season(match: re.Match[str]) -> list[DateExpression]:
    """``in the autumn``, ``by spring``: a season whose year is that of the story or the report."""
    the = word_before(match) == "the"
    before = word_before(match, skip=1) if the else word_before(match)
    if not OF_YEAR.match(match.string, match.end()) and (
        before not in ("in", "by", "since", "until", "till", "during") or not _stands_alone(match)
    ):
        return []
    part = PARTS[match["season"].lower()]
    return [expression_of(match, shape="story", words=("", "the", part), part=part, the=True)]


def _is_night(match: re.Match[str]) -> bool:
    return (match["time"] or "").lower() == "night"


def _is_count(written: str) -> bool:
    return written.isdigit() or not _VAGUE.isdisjoint(written.split()) or written in COUNTS


def _about(match: re.Match[str], before: str) -> About:
    if before == "than":
        return _THAN.get(word_before(match, skip=1), "about")
    if before == "to" and word_before(match, skip=1) not in ("close", "up"):
        return ""
    return _ABOUT.get(before, "")


def _length(count: str, unit: str, *, about: About = "") -> Length:
    """A length in days, weeks, months or years; a fortnight is two weeks, and ``three nights`` are days."""
    number = int(count) if count.isdigit() else COUNTS.get(count)
    if "couple" in count:
        number, about = 2, "about"
    if unit == "fortnight":
        return Length(count=number * _FORTNIGHT if number else None, unit="week", about=about)
    return Length(count=number, unit=cast("Unit", "day" if unit == "night" else unit), about=about)
