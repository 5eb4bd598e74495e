"""Reads JSON Lines of articles: one object a line with ``id, text, published, source, title, url``; others are ignored.

Lines are read one at a time. A line that is no article is named by its number and left out.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from geo.articles.decoding import MAX_BYTES, decode
from geo.dates import When, bounds_told
from geo.errors import DateError, InputError, RecordError
from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OnLine: TypeAlias = "Callable[[int, str], None]"
"""Told the number of a line, from 1, and what is wrong with it."""

_SKIPPED_AT_ONCE = 65_536
_ISO_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its input gives it; what the input leaves out is None, and is then looked for in the text."""

    id: str | None
    text: str
    published: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None


def read_lines(stream: BinaryIO, *, on_line: OnLine) -> Iterator[tuple[int, Draft]]:
    """Each article with the number of its line; blank lines are passed over."""
    for number, line in enumerate(_bounded_lines(stream), start=1):
        if line is None:
            on_line(number, f"longer than {MAX_BYTES // 2**20} MiB, which no report is")
            continue
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield number, _draft(line, partial(on_line, number))
        except InputError as error:
            on_line(number, str(error))


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines of the stream; None for one that is too long, which is read past without being held."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(_SKIPPED_AT_ONCE)):
            pass
        yield None


def _draft(line: bytes, on_field: Callable[[str], None]) -> Draft:
    try:
        data = loads(decode(line))
    except RecordError as error:
        raise InputError(str(error)) from error
    if not isinstance(data, dict):
        raise InputError("not an article: expected an object with id and text")
    text = data.get("text")
    if not isinstance(text, str):
        raise InputError("not an article: the field text is missing or no text")
    fields = {name: _field(data, name, on_field) for name in ("id", "source", "title", "url")}
    return Draft(text=whole_characters(text), published=_published(data.get("published"), on_field), **fields)


def _field(data: dict[str, object], name: str, on_field: Callable[[str], None]) -> str | None:
    value = data.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        on_field(f"the field {name} is no text, and was left out")
        return None
    return whole_characters(value) if value else None


def _published(value: object, on_field: Callable[[str], None]) -> str | None:
    """An EDTF date; of a time stamp (`2021-01-18T09:30:00Z`) the day."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        with suppress(DateError):
            when = When.parse(value[:_ISO_DAY] if value[_ISO_DAY : _ISO_DAY + 1] in ("T", " ") else value)
            if _is_known(when):
                return str(when)
            on_field(f"published is {value!r}, a year that stands for none; its text was searched for one instead")
            return None
    shown = repr(value)[:40] if isinstance(value, str | int | float) else "no text"
    on_field(f"published is {shown}, no EDTF date (2021-01-18); its text was searched for one instead")
    return None


def _is_known(published: When) -> bool:
    """Whether it is a date that was meant: databases write the years 0 and 9999 for one that they do not know.

    One report of 9999 would have the whole timeline run to that year.
    """
    try:
        span = bounds_told(str(published))
    except DateError:
        return False
    return date.max.year not in {day.year for day in (span.first, span.last) if day is not None}


def whole_characters(text: str) -> str:
    """The text with halves of surrogate pairs joined, or replaced where the other half is missing."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
