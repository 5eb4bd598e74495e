"""The date of a clause without a verb that only says ``after it`` or ``before that`` of the clause it goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import REMNANT

if TYPE_CHECKING:
    from datetime import date

    from geo.extract.syntax.trees.parse import Parse

LATER = frozenset({"later", "afterwards", "afterward", "thereafter", "next", "subsequently"})
"""Adverbs of what came after something else."""

IT = frozenset({"it", "that", "them", "this"})
"""Pronouns for what came before."""


def shifted(when: str, dated: tuple[int, int] | None, parse: Parse, at: int, day: date | None) -> str:
    """A date that a remnant at a position has from its clause, made the time after or before it.

    Parameters
    ----------
    when
        The clause's date, as EDTF.
    dated
        Where in the article the date stands; one of the remnant's own stays as it is.
    day
        The report's own day, which nothing that it tells comes after.
    """
    words = parse.words
    if words[at].dep != REMNANT:
        return when
    low, high = parse.edges(at)
    if dated and words[low].start <= dated[0] < words[high - 1].end:
        return when
    below = [words[child] for child in parse.children[at]]
    links = {link.lower for link in below if any(words[c].lower in IT for c in parse.children[link.at])}
    first, _, last = when.partition("/")
    if "before" in links:
        return f"../{last or first}"
    later = "after" in links or any(word.lower in LATER for word in below)
    return f"{first}/{day or '..'}" if later else when
