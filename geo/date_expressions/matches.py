"""From a match of a pattern to the expression that it stands for, and the words before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.date_expressions.records import DateExpression, DateParts

if TYPE_CHECKING:
    import re

    from geo.date_expressions.records import Kind, Length, Part, Shape

PARTS: Final[dict[str, Part]] = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "first": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "last": "late",
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
"""What the words before a month, year or decade make of it, and the seasons of a year."""

_REACH = 24
"""Characters before a date in which the words that tell its meaning stand."""

_OPENERS = "([\"'\u201c\u2018"
_NO_PARTS = DateParts()


def expression_of(
    match: re.Match[str],
    first: DateParts = _NO_PARTS,
    last: DateParts = _NO_PARTS,
    *,
    shape: Shape = "calendar",
    kind: Kind = "date",
    part: Part | None = None,
    words: tuple[str, ...] = (),
    length: Length | None = None,
    night: bool = False,
    start: int | None = None,
    end: int | None = None,
    the: bool = False,
) -> DateExpression:
    """The expression that a match, or the piece of it from ``start`` to ``end``, stands for.

    ``the`` takes in an article before it.
    """
    text, low = match.string, match.start() if start is None else start
    high = match.end() if end is None else end
    if the and word_before(match) == "the":
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
        night=night,
        kind=kind,
        length=length,
    )


def word_before(match: re.Match[str], *, skip: int = 0) -> str:
    """The word before a match on its line, in lower case, past ``skip`` others; empty where there is none."""
    found = _line_before(match.string, match.start()).rsplit(None, skip + 1)
    return found[-1 - skip].lstrip(_OPENERS).lower() if len(found) > skip else ""


def words_before(text: str, at: int) -> list[str]:
    """The words just before an offset on its line, in lower case, without an opening quote or bracket."""
    return [word.lstrip(_OPENERS) for word in _line_before(text, at).lower().split()]


def _line_before(text: str, at: int) -> str:
    """The characters just before an offset on its line; none where no blank parts them from what stands there."""
    if not at or not text[at - 1].isspace():
        return ""
    before = text[at - _REACH if at > _REACH else 0 : at]
    return before.rpartition("\n")[2] if "\n" in before else before
