"""What was known on a day: the reports published by then, and no other.

A report counts from the last day on which it can have been published, so that nothing is taken to be known before it
was. One without a date of publication is never counted. An output folder that was decided for a day says so in a file
of its own, which later stages read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.dates import bounds
from geo.early_days import day_of
from geo.errors import DateError, InputError, RecordError
from geo.files import show
from geo.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from geo.records import Article

KNOWN_MARK = "known.json"
"""The file by which a folder is known to hold what was known on a day."""

_FIELD = "as_known_on"
_FEW = 3

Publication = Literal["by_then", "later", "perhaps_later", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The articles published by a day, and words for those that may have been and are left out."""

    articles: tuple[Article, ...]
    left_out: tuple[str, ...]


def known_on(articles: Iterable[Article], day: date) -> Known:
    """The articles that were published by a day for certain, in their order."""
    found = list(articles)
    states = [publication(article.published, day) for article in found]
    undated = [article.id for article, state in zip(found, states, strict=True) if state == "undated"]
    perhaps = [article.id for article, state in zip(found, states, strict=True) if state == "perhaps_later"]
    said = (
        _left_out(undated, "no date of publication is known"),
        _left_out(perhaps, f"the date of publication is known as an interval that ends after {day}"),
    )
    return Known(
        articles=tuple(article for article, state in zip(found, states, strict=True) if state == "by_then"),
        left_out=tuple(words for words in said if words),
    )


def publication(published: str | None, day: date) -> Publication:
    """Whether a report of this date (EDTF) was published by a day.

    Examples
    --------
    >>> publication("2020-11", date(2020, 11, 15))
    'perhaps_later'
    """
    try:
        span = bounds(published)
    except DateError:
        return "undated"
    if span.last is not None and span.last <= day:
        return "by_then"
    if span.first is None:
        return "undated" if span.last is None else "perhaps_later"
    return "later" if span.first > day else "perhaps_later"


def published_by(published: str | None) -> date | None:
    """The day by which a report of this date (EDTF) was published for certain; None where there is none.

    Examples
    --------
    >>> published_by("2020-11")
    datetime.date(2020, 11, 30)
    """
    try:
        return bounds(published).last
    except DateError:
        return None


def mark_of(day: date) -> bytes:
    """What is written of a folder that holds what was known on a day."""
    return f"{dumps({_FIELD: day.isoformat()})}\n".encode()


def read_mark(folder: Path) -> date | None:
    """The day for which a folder was decided, or None where it holds all that was read.

    Raises
    ------
    InputError
        Where the file that says so cannot be read.
    """
    path = folder / KNOWN_MARK
    try:
        kept = loads(path.read_text(encoding="utf-8"))
        return day_of(kept[_FIELD])  # type: ignore[index]  # whatever it is, what follows catches it
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, RecordError) as error:
        raise InputError(f"{show(path)} does not say a day. Decide anew: geo timeline -i {show(folder)}") from error


def _left_out(articles: list[str], why: str) -> str:
    """The articles that were left out, and why; a few by name."""
    if not articles:
        return ""
    more = len(articles) - _FEW
    named = ", ".join(articles[:_FEW]) + (f" and {more} more" if more > 0 else "")
    return f"{named}: left out, since {why}"
