"""How long ago something is said to have been, to the day of the report: ``a year has passed since they took X``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import resolve, shift
from geo.extract.syntax.dating.tense import tense_of
from geo.extract.syntax.dating.words import clause_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from geo.date_expressions import DateExpression
    from geo.dates import Span
    from geo.extract.syntax.dating.words import DateWord
    from geo.extract.syntax.trees.parse import Parse

_FAR = 8
"""Words between a length of time and ``since``, at the most."""

_TO_THE_DAY = ["to", "the", "day"]

_WEEK = timedelta(days=7)
"""How far ahead a day lies of which it is said that it ``will be`` so many years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elapsed:
    """The days since which a length of time has passed, and the ``since`` under which stands what happened then."""

    since: int
    span: Span


def elapsed(parse: Parse, told: DateWord, *, day: date, passing: AbstractSet[str]) -> Elapsed | None:
    """What a length of time says to have been long ago; None where it has not passed since something.

    ``passing`` are the lemmas that may stand between the length and ``since``: ``years have now passed since``.
    """
    words, expression, first = parse.words, told.expression, told.last
    if expression.kind != "duration" or expression.length is None or not expression.length.count:
        return None
    since = next((n for n in range(first, min(first + _FAR, len(words))) if words[n].lower == "since"), None)
    if since is None or expression.length.unit == "hour":
        return None
    between = words[first:since]
    exact = expression.length.unit == "year" and [word.lower for word in between[:3]] == _TO_THE_DAY
    if any(word.lemma not in passing for word in between[3 * exact :]):
        return None
    to_come = tense_of(parse, clause_of(parse, told.first)).to_come
    span = _to_the_day(expression, day, to_come=to_come) if exact else shift(day, expression.length, back=True)
    return Elapsed(since=since, span=span) if span else None


def _to_the_day(expression: DateExpression, day: date, *, to_come: bool) -> Span | None:
    """``It is ten years to the day``; ``it will be`` so on a day of the week to come."""
    length = expression.length
    ago = replace(expression, shape="relative", kind="date", words=(str(length and length.count), "year", "today"))
    first, last = resolve(ago, day), resolve(ago, day + _WEEK if to_come else day)
    return first.hull(last) if first and last else None
