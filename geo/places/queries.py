"""Reads a phrase of several names: lists with a shared head, and names followed by what they lie in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.names import fold

if TYPE_CHECKING:
    from geo.places.kinds import Kinds

_AND = re.compile(r"(?:,\s*)?(?<!\w)(?:and|&)(?!\w)|;", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_MOST_LEVELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuery:
    """One name of a phrase, with the kind of place that it is said to be and what it is said to lie in."""

    name: str
    kind: str | None = None
    parent: str | None = None
    country: str | None = None


def read_query(text: str, kinds: Kinds) -> list[NameQuery]:
    """The names of a phrase, in their order.

    ``A, B and C districts`` and ``districts of A, B and C`` are three names of one kind; a name with a word of its own
    (``Shusha city``) keeps it. ``A, B`` is A in B, ``A, B, C`` is A in B in the country C.

    Examples
    --------
    >>> from geo.places.kinds import load_kinds
    >>> [(query.name, query.kind) for query in read_query("Kalbajar and Lachin districts", load_kinds())]
    [('Kalbajar', 'district'), ('Lachin', 'district')]
    """
    head, rest = _shared_head(text.strip(), kinds)
    if head or _AND.search(rest):
        parts = _COMMA.split(_AND.sub(",", rest))
        return [NameQuery(name=part, kind=None if _own_kind(part, kinds) else head) for part in parts if fold(part)]
    name, *levels = [part for part in _COMMA.split(rest) if fold(part)][:_MOST_LEVELS] or [rest]
    return [
        NameQuery(
            name=name,
            parent=levels[0] if levels else None,
            country=levels[-1] if levels else None,
        )
    ]


def _shared_head(text: str, kinds: Kinds) -> tuple[str | None, str]:
    """The kind word in the plural that the names of a list share, in the singular, and the list without it."""
    words = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE).split()
    if len(words) > 1 and fold(words[-1]) in kinds.plurals:
        return kinds.plurals[fold(words[-1])], " ".join(words[:-1])
    if len(words) > 2 and fold(words[0]) in kinds.plurals and fold(words[1]) == "of":  # noqa: PLR2004
        return kinds.plurals[fold(words[0])], " ".join(words[2:])
    return None, " ".join(words)


def _own_kind(name: str, kinds: Kinds) -> bool:
    return kinds.split(fold(name))[1] is not None
