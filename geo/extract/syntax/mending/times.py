"""Mends names that the parser took for the first part of a time behind them: ``entered Goma hours after it fell``."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_ORDERS = frozenset({"after", "before", "later", "earlier", "ago", "afterwards", "afterward", "since"})


def names_before_times(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Entered Goma hours after``, ``left Sake days before``: the hours only say when, and the name stands alone."""
    words = parse.words
    found: Links = {}
    for time, behind in pairwise(words):
        name = words[time.at - 1]
        if behind.lower not in _ORDERS or time.tag != "NNS" or name.head != time.at or name.tag not in _NAMES:
            continue
        verb = next((at for at in parse.governors(time.at) if words[at].tag.startswith("V")), None)
        slot = _slot_of(parse, time, verb)
        if verb is None or slot is None or time.lemma not in lexicon.lists["durations"]:
            continue
        found |= {child: (name.at, words[child].dep) for child in parse.children[time.at] if child < name.at}
        found |= {name.at: slot, time.at: (verb, "npadvmod")}
    return found


def states_behind_times(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Was at one time in rebel hands``: what stands behind the time is said with the verb, and not of the time."""
    words = parse.words
    found: Links = {}
    for link in words[2:]:
        time = words[link.head]
        over = words[time.head]
        verb = words[over.head]
        named = time.lemma in lexicon.lists["points_of_time"]
        timely = named and time.dep == "pobj" and over.lower in ("at", "for")
        if timely and link.dep == "prep" and link.lower in ("in", "under") and verb.lemma in ("be", "remain", "stay"):
            found[link.at] = (verb.at, "prep")
    return found


def _slot_of(parse: Parse, time: Word, verb: int | None) -> tuple[int, str] | None:
    """Where the name belongs; None where the verb has an object already."""
    if time.dep in ("dobj", "pobj"):
        return time.head, time.dep
    free = time.dep == "npadvmod" and time.head == verb and parse.dep(time.head, "dobj") is None
    return (time.head, "dobj") if free else None
