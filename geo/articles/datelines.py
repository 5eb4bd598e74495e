"""Finds a report's dateline: the place, day and outlet before its first sentence.

``MOSCOW, January 11. /TASS/.`` · ``MOSCOW (Sputnik) -`` · ``BAKU, Azerbaijan, Nov. 10, 2020 (AP) —``
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.date_expressions import DateExpression, find_dates

_CAPITALS = r"[^\W\d_a-z][^\Wa-zà-öø-ÿ\d_]+(?:[ .'’/-]{1,2}[^\Wa-zà-öø-ÿ\d_]+){0,5}"
_NAME = r"[^\W\d_a-z][\w'’-]{1,30}(?: [^\W\d_a-z][\w'’-]{1,30}){0,2}"
_IN_SLASHES = r"[.,]? ?/(?P<slashes>[^/\n]{2,40})/\.?"
_IN_BRACKETS = r" ?\((?P<brackets>[^()\n]{2,80})\) ?(?:[-–—]{1,2}|\.)?"
_TAIL = rf"(?:{_IN_SLASHES}|{_IN_BRACKETS}| ?[-–—]{{1,2}})(?=\s|$)"
_MIDDLE = r"(?P<middle>(?:[,.]? [^()/\n–—]{2,60}?)?)"
_BY_CAPITALS = re.compile(rf"^[ \t]*(?P<place>{_CAPITALS}){_MIDDLE}{_TAIL}", re.MULTILINE)
_BY_NAME = re.compile(rf"^[ \t]*(?P<place>{_NAME}),{_MIDDLE}{_TAIL}", re.MULTILINE)
_BY_STOP = re.compile(
    rf"^[ \t]*(?P<place>{_CAPITALS})(?P<middle>, [^()/\n\u2013\u2014.]{{3,20}})\.(?=\s)", re.MULTILINE
)
"""A place in capitals and a day before a full stop: ``BAKU, 24 May. The minister said``."""
_SEARCHED = 3000
"""Characters from the top in which a dateline is looked for: below a headline, a summary, a caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: ``text[start:end]``; ``outlet`` in its own words, ``date`` with offsets of the article."""

    start: int
    end: int
    place: str
    outlet: str | None
    date: DateExpression | None


def find_dateline(text: str) -> Dateline | None:
    """The first dateline near the top of ``text``, or None.

    A place in capitals needs nothing more than its dash; a place in ordinary letters needs a day, since a sentence may
    begin with a name too.
    """
    top = text[:_SEARCHED]
    found = [_read(match) for match in _BY_CAPITALS.finditer(top)]
    found += [line for match in _BY_NAME.finditer(top) if (line := _read(match)).date]
    stopped = ((match, _read(match)) for match in _BY_STOP.finditer(top))
    found += [line for match, line in stopped if line.date and match["middle"] == f", {line.date.text}"]
    return min(found, key=lambda line: line.start, default=None)


def _read(match: re.Match[str]) -> Dateline:
    date = _first_date(match["middle"], match.start("middle"))
    said = match.groupdict()
    outlet = said.get("slashes")
    if said.get("brackets"):
        inside = _first_date(match["brackets"], match.start("brackets"))
        date = date or inside
        outlet = match["brackets"] if inside is None else match["brackets"].replace(inside.text, "", 1)
    outlet = outlet.strip(" \t-–—,;|") if outlet else None
    return Dateline(start=match.start(), end=match.end(), place=match["place"], outlet=outlet or None, date=date)


def _first_date(text: str, offset: int) -> DateExpression | None:
    for date in find_dates(text):
        if date.last.day:
            return DateExpression(
                start=date.start + offset,
                end=date.end + offset,
                text=date.text,
                shape=date.shape,
                first=date.first,
                last=date.last,
            )
    return None
