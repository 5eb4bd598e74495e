"""Mends where something stands: ``over the palace in Hama`` is one place, and not two that the verb has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_IN = frozenset({"in", "at"})
_SITES = frozenset({"site", "feature", "quarter"})


def sites_in_towns(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Raised the flag over the palace in Hama``, ``took the airport and the station in Hama``: both are there."""
    words = parse.words
    found: Links = {}
    for link in words[1:]:
        before, over = words[link.at - 1], words[link.head]
        if link.dep != "prep" or link.lower not in _IN or not over.tag.startswith("V") or not _is_site(before):
            continue
        town = parse.dep(link.at, "pobj")
        named = town is not None and words[town].tag == "NNP" and words[town].lower not in lexicon.lists["deadlines"]
        if named and over.at in (_verb_over(parse, before), *parse.governors(_verb_over(parse, before))):
            found[link.at] = (before.at, "prep")
    return found


def _is_site(word: Word) -> bool:
    nouns = world().place_nouns.of(word.lemma) if word.tag in ("NN", "NNS") else ()
    return bool(nouns) and nouns[0].classes[0] in _SITES


def _verb_over(parse: Parse, noun: Word) -> int:
    """The verb that a noun is an object of, by itself, in a list or behind a preposition."""
    words = parse.words
    while noun.dep == "conj":
        noun = words[noun.head]
    if noun.dep == "pobj" and words[words[noun.head].head].tag.startswith("V"):
        return words[noun.head].head
    return noun.head if noun.dep == "dobj" else noun.at
