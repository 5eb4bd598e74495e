"""Finds the outlet that a report's source names, and does not take an ordinary word for one.

A source is words that somebody wrote: ``UrduPoint News / Sputnik``, ``Times of India (AP video)``, ``Staff report``. To
give a report to an outlet is to give it that outlet's side, so a name that is an ordinary word too (``Report``,
``Trend``: the table's column ``ordinary``) counts only where it is all of the source or all of one of its parts, with
these very capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINTS = re.compile(r"\s*(?:[/,;()|\n]|\s[-–—]+\s|\svia\s)\s*")
"""What parts a source. A hyphen without blanks joins a name: ``ITAR-TASS`` is one part, and so is ``Trend-Setter``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet or agency. ``agency`` is the id under which copies count as one source; ``side`` whom it speaks for.

    ``kind`` is ``agency`` for one whose reports others carry; ``remark`` says why it has the side it has. ``ordinary``
    are those of its names that are ordinary words too, so that they count only as all of a source or of a part of it.
    """

    id: str
    name: str
    words: tuple[str, ...]
    agency: str
    side: str | None
    source: str
    kind: Literal["agency", "outlet"] = "outlet"
    remark: str = ""
    ordinary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """An outlet's name as it is looked for; ``number`` is the outlet's place in the table."""

    number: int
    folded: str
    ordinary: bool
    as_it_stands: re.Pattern[str] | None
    """Finds the name with its capitals or dots, for those that mean nothing without them (`AP`, `report.az`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A source's words: as written, folded between blanks, and where its parts begin and end."""

    text: str
    folded: str
    parts: frozenset[str]
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, text: str) -> _Source:
        edges = [0, *(end for joint in _JOINTS.finditer(text) for end in joint.span()), len(text)]
        spans = [(start, start + len(text[start:end].rstrip(" ."))) for start, end in list(pairwise(edges))[::2]]
        starts, ends = frozenset(start for start, _ in spans), frozenset(end for _, end in spans)
        parts = frozenset(fold(text[start:end]) for start, end in spans)
        return cls(text=text, folded=f" {fold(text)} ", parts=parts, starts=starts, ends=ends)

    def place_of(self, name: _Written) -> int | None:
        """About how many letters stand before the name, where the source has it; None where it has not."""
        if name.as_it_stands:
            for match in name.as_it_stands.finditer(self.text):
                if not name.ordinary or (match.start() in self.starts and match.end() in self.ends):
                    return match.start()
            if name.ordinary or name.folded not in self.parts:
                return None
        place = self.folded.rfind(f" {name.folded} ")
        return place if place >= 0 else None


@dataclass(frozen=True, kw_only=True)
class OutletFinder:
    """Knows the names of a region's outlets."""

    outlets: Sequence[Outlet]

    def find(self, source: str) -> Outlet | None:
        """The outlet that a source names, or None.

        Where it names several, the agency wins over those who carry it, then the longer name, then the later one.
        """
        words = _Source.of(source.strip())
        found = [
            (self.outlets[name.number].kind == "agency", len(name.folded), place, name.number)
            for name in self._names
            if (place := words.place_of(name)) is not None
        ]
        return self.outlets[max(found)[-1]] if found else None

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of an outlet, and nothing that could be an ordinary word."""
        folded = fold(text)
        return any(not name.ordinary and name.folded == folded for name in self._names)

    @cached_property
    def _names(self) -> tuple[_Written, ...]:
        return tuple(
            _Written(
                number=number,
                folded=fold(text),
                ordinary=text in outlet.ordinary,
                as_it_stands=_pattern(text, ordinary=text in outlet.ordinary),
            )
            for number, outlet in enumerate(self.outlets)
            for text in dict.fromkeys((outlet.name, *outlet.words))
            if fold(text)
        )


def _pattern(text: str, *, ordinary: bool) -> re.Pattern[str] | None:
    name = re.escape(text)
    if ordinary:
        return re.compile(name)
    if "." in text:
        return re.compile(rf"(?<![\w-]){name}(?![\w-])", re.IGNORECASE)
    return re.compile(rf"(?<!\w){name}(?!\w)") if text.isupper() else None
