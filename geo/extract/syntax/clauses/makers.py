"""Who is told behind a report or a plan to have made it: ``claims by the rebels``, ``a promise from Kyiv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

_LINKS = frozenset({"by", "from"})


def maker(parse: Parse, noun: int) -> int | None:
    """The head of the noun for whoever made what a noun tells."""
    links = (link for link in parse.deps(noun, "prep") if parse.words[link].lower in _LINKS)
    return next((one for link in links for one in parse.deps(link, "pobj")), None)
