"""A date as a text's words give it: the record that finding gives and resolving takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Season = Literal["spring", "summer", "autumn", "winter"]
Part = Literal["early", "mid", "late", "first half", "second half"] | Season
Shape = Literal["calendar", "decade", "weekday", "relative", "day", "of_year", "story", "counted", "duration"]
Kind = Literal["date", "attributive", "duration"]
Anchor = Literal["none", "publication", "story", "event", "either"]
Relation = Literal["by", "before", "until", "since", "after"]
Unit = Literal["hour", "day", "week", "month", "year", "decade"]
About = Literal["", "about", "under", "over"]

PUBLICATION_WAYS = frozenset({"last", "this", "next"})
"""The words of an expression that are told from the day of the report; ``that`` and ``following`` go by the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """What the words say of one end of an expression; what they leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something took: ``ten months``, ``nearly 30 years`` (``under``), ``more than a week`` (``over``).

    ``count`` is None where the words give none (``for years``, ``a few days``).
    """

    count: int | None
    unit: Unit
    about: About = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date in a text: where it stands, its shape, and the parts that its words give.

    ``first`` and ``last`` are the two ends (the same parts where the expression names one date); the year of a range
    stands in ``last``. ``part`` narrows a month, year or decade; a season narrows a year. A weekday beside its date has
    the date's parts. ``overnight`` marks `overnight to November 10`, which covers that day and the one before;
    ``night`` marks `the night of November 10`, which covers that day and the one after.

    ``words`` are, by shape: ``weekday`` ``("last", "monday")``; ``relative`` ``("last", "week")``, ``("two", "day")``;
    ``decade`` without its century ``("nineties",)``; ``day`` (`the 9th to the 12th of that month`) ``("9", "12",
    "that")``; ``of_year`` (`December of that year`) ``("that",)``; ``story`` (`later that year`) ``("later", "that",
    "year")``; ``counted`` ``("later",)``, ``("earlier",)``, ``("within",)`` and, where the words after it name the
    event, ``("after",)``, ``("before",)``; ``duration`` the word before it (``("for",)``) or ``("running",)``.

    ``kind`` is ``date``, ``attributive`` (`the 2020 statement`: weak, the date of the noun and not of the sentence) or
    ``duration`` (`for ten months`, which is no date). ``length`` is the length of a duration or of a counted offset.
    ``relation`` is what the word before it makes of the days: `by December 1` (:func:`~geo.date_expressions.reach`).
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
    night: bool = False
    kind: Kind = "date"
    length: Length | None = None
    relation: Relation | None = None

    @property
    def has_year(self) -> bool:
        """Whether the words themselves give a year."""
        return self.last.year is not None

    @property
    def is_anchored(self) -> bool:
        """Whether a day outside the expression is needed to resolve it."""
        return not self.has_year

    @property
    def anchor(self) -> Anchor:
        """What it hangs on.

        ``none``: its own words suffice, or (a duration) nothing makes it a date. ``publication``: `yesterday`, `last
        week`, `on Monday`. ``story``: a day that the text has told before (`two days later`, `that December`).
        ``event``: the event that the words after it name (`three days after the vote`). ``either``: the last date of
        the story, and without one the publication (`November 9`, `the 24th`, `the end of the year`).
        """
        if self.has_year or self.shape == "duration":
            return "none"
        if self.shape in ("weekday", "relative"):
            return "publication"
        if self.shape == "counted":
            return "event" if self.words[0] in ("after", "before") else "story"
        if self.shape in ("day", "of_year", "story"):
            return _anchor_of(self.words[1] if self.shape == "story" else self.words[-1])
        return "either"


def _anchor_of(way: str) -> Anchor:
    if way in PUBLICATION_WAYS:
        return "publication"
    return "either" if way in ("", "the") else "story"
