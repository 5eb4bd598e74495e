"""Mends where something stands: ``over the palace in Hama`` is one place, and not two that the verb has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_IN = frozenset({"in", "at"})
_INSIDE = frozenset({"in", "inside", "within", "at", "on"})
_AROUND = frozenset({"around", "near", "about", "outside", "round"})
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
        called = town is not None and (words[town].tag == "NNP" or _has_name(parse, town))
        named = town is not None and called and words[town].lower not in lexicon.lists["deadlines"]
        if named and over.at in (_verb_over(parse, before), *parse.governors(_verb_over(parse, before))):
            found[link.at] = (before.at, "prep")
    return found


def _has_name(parse: Parse, town: int) -> bool:
    """``Hodeida city``: a kind with the name before it."""
    return any(parse.words[child].tag == "NNP" for child in parse.deps(town, "compound", "nmod"))


def in_and_around(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Positions in and around Goma``: they are in it, which is what the first of two prepositions says."""
    words = parse.words
    found: Links = {}
    for link in words[1:-2]:
        if link.lower not in _INSIDE or link.dep != "prep" or parse.dep(link.at, "pobj") is not None:
            continue
        again = next((at for at in parse.deps(link.at, "conj") if words[at].lower in _AROUND), None)
        town = parse.dep(again, "pobj") if again is not None else None
        if again is not None and town is not None:
            found |= {town: (link.at, "pobj"), again: (link.at, "advmod")}
    return found


def situations(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Has full control of the situation in Goma``: of Goma; what is under control ``there`` is the place told of."""
    words = parse.words
    found: Links = {}
    for noun in words[2:]:
        link = words[noun.head]
        over = words[link.head]
        if noun.lemma not in lexicon.lists["situations"] or link.lower not in ("of", "over") or noun.dep != "pobj":
            continue
        if over.lemma not in lexicon.lists["control_nouns"]:
            continue
        places = [child for child in parse.deps(noun.at, "prep") if words[child].lower in _IN]
        there = next((child for child in parse.deps(noun.at, "advmod") if words[child].lower == "there"), None)
        if places:
            found |= dict.fromkeys(places, (over.at, "prep")) | {link.at: (over.at, "dep")}
        elif there is not None:
            found |= {there: (link.at, "pobj"), noun.at: (link.at, "dep")}
    return found


def _is_site(word: Word) -> bool:
    kinds = (word.lemma, word.lower.removesuffix("s"))  # "bases" is no basis
    nouns = next(filter(None, map(world().place_nouns.of, kinds)), ()) if word.tag in ("NN", "NNS") else ()
    return bool(nouns) and nouns[0].classes[0] in _SITES


def _verb_over(parse: Parse, noun: Word) -> int:
    """The verb that a noun is an object of, by itself, in a list or behind a preposition."""
    words = parse.words
    while noun.dep == "conj":
        noun = words[noun.head]
    if noun.dep == "pobj" and words[words[noun.head].head].tag.startswith("V"):
        return words[noun.head].head
    return noun.head if noun.dep == "dobj" else noun.at
