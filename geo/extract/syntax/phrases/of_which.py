"""The share that a word before ``of which`` says: ``most of which``, ``none of which``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_KINDS = ("none_of_which", "all_of_which", "some_of_which", "part_of_which")
"""Lists of words before ``of which``: nothing, the whole, some of several, a part of each."""


def share_at(parse: Parse, at: int, lexicon: SyntaxLexicon) -> str | None:
    """The kind of share that a word before ``of which`` says, or None."""
    words = parse.words
    behind = [word.lower for word in words[at + 1 : at + 3]]
    if behind not in (["of", "which"], ["of", "whom"]):
        return None
    return next((kind for kind in _KINDS if words[at].lower in lexicon.lists[kind]), None)


def leaves_no_object(parse: Parse, relative: int) -> bool:
    """``the town from which they had withdrawn``, ``Badme, where soldiers remain``: no object is left open."""
    words = parse.words
    if any(words[c].lower in ("where", "when") for c in parse.deps(relative, "advmod")):
        return True
    links = [link for link in parse.deps(relative, "prep") if link < relative]
    return any(words[noun].tag == "WDT" for link in links for noun in parse.deps(link, "pobj"))
