"""A date as a text's words give it: the record that finding gives and resolving takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Season = Literal["spring", "summer", "autumn", "winter"]
Part = Literal["early", "mid", "late"] | Season
Shape = Literal["calendar", "decade", "weekday", "relative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """What the words say of one end of an expression; what they leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date in a text: where it stands, its shape, and the parts that its words give.

    ``first`` and ``last`` are the two ends (the same parts where the expression names one date); the year of a range
    stands in ``last``. ``part`` narrows a month, year or decade; a season narrows a year. ``words`` are those of a
    weekday (``("last", "monday")``) or of an offset (``("last", "week")``, ``("two", "day")``); a weekday beside its
    date has the date's parts. ``overnight`` marks `overnight to November 10`, which covers that day and the one before.
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
