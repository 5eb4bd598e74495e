"""Tells whether a date in a text was still to come: a word of planning stands before it in its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.articles.words import one_of, words

if TYPE_CHECKING:
    from geo.date_expressions import DateExpression

_REACH = 240
"""Characters before a date in which a word of planning can speak of it."""

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[^\W\d_a-z])|\n")


def is_planned(text: str, found: DateExpression) -> bool:
    """Whether the date is one that something was planned or due for."""
    return _planning(text, found) is not None


def is_ahead(text: str, found: DateExpression) -> bool:
    """Whether the plan is told as one that holds on the day of the report (`agreed to meet in November`)."""
    planning = _planning(text, found)
    return planning is not None and planning.split()[0].lower() in words("planned")["ahead"]


def _planning(text: str, found: DateExpression) -> str | None:
    """The words of planning nearest before the date in its sentence, with nothing between that turns to the past."""
    lead = _SENTENCE_END.split(text[max(0, found.start - _REACH) : found.start])[-1]
    planning = list(_patterns()[0].finditer(lead))
    if not planning or _patterns()[1].search(lead, planning[-1].end()):
        return None
    return planning[-1].group()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = words("planned")
    # `agreed to sign` is a plan; `transferred to Baku`, `referring to a truce`, `overnight to November` are none.
    infinitive = rf"\b(?:{one_of(listed['to'])})\s+to\s+(?!the\b|an?\b|its\b|their\b)[a-z]+"
    word = rf"\b(?:{one_of(listed['before'])})\b"
    return (
        re.compile(rf"{infinitive}|{word}", re.IGNORECASE),
        re.compile(rf"\b(?:{one_of(listed['back'])})\b", re.IGNORECASE),
    )
