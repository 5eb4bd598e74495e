"""Places that are named for a day: ``the 7th of July district``, ``October 6 Bridge``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from geo.date_expressions.grammar import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.date_expressions.records import DateExpression

_KIND = re.compile(r"\s(?P<kind>[A-Za-z]{3,})(?:\s(?P<behind>[a-z][\w-]*))?")
_THE = re.compile(r"\b[Tt]he\s$")
_KINDS: Final = words("named_for_days", "kinds")
_GOES_ON: Final = words("named_for_days", "goes_on")


def is_in_name(read: Sequence[DateExpression], text: str) -> bool:
    """Whether what reads as a date is the name of a place: a day without a year, and behind it what place it is.

    ``the 12 May hospital bombing`` tells when the bombing was.
    """
    first, last = read[0], read[-1]
    if (
        len(read) > 1
        or first.shape != "calendar"
        or first.has_year
        or first.first.day is None
        or first.first.month is None
    ):
        return False
    kind = _KIND.match(text, last.end)
    if kind is None or kind["kind"].lower() not in _KINDS or first.first != first.last:
        return False
    if kind["behind"] and kind["behind"] not in _GOES_ON:
        return False
    return kind["kind"][0].isupper() or _THE.search(text[: first.start]) is not None
