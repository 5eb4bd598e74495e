"""Mends where some of several things stand: ``twenty posts, among them those at Morek``, ``..., the latest at Hama``.

The parser gives the words that stand for some of them to the verb. Where they lie, the things told of lie too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_AT = frozenset({"at", "in", "on", "near", "inside", "outside", "above", "around", "along", "overlooking"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAUSES = (",", "-", "\u2013", "\u2014")
_BREAKS = frozenset({*_PAUSES, ";", ":", ".", "and", "but", "that", "which", "where", "who"})
_THEM = frozenset({"them", "these", "which", "those"})
_SLOTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj", "conj", "attr"})
_CLASSES = frozenset({"site", "feature"})


def samples(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Set up six posts, the latest at Hama``, ``one at Hama and another at Homs``: where the posts are."""
    words = parse.words
    found: Links = {}
    homes: dict[int, int] = {}
    for some, link in _some(parse, lexicon):
        place = parse.dep(link, "pobj")
        group = None if place is None or _is_told_of_itself(parse, some, place) else _things_before(parse, some)
        if group is None or place is None:
            continue
        if group in homes:
            found |= {place: (homes[group], "conj"), link: (group, "dep")}
            continue
        verb = words[group].head
        others = [at for at in parse.deps(group, "prep") if words[at].lower in _AT and at < some]
        found |= dict.fromkeys(others, (verb, "prep")) | {link: (group, "prep")}
        if words[some].head != group:
            found[some] = (group, "dep")
        homes[group] = place
    return found


def _some(parse: Parse, lexicon: SyntaxLexicon) -> Iterator[tuple[int, int]]:
    """The words that stand for some of what was told of, each with the preposition that says where they are."""
    words = parse.words
    for word in words[3:-2]:
        if word.lower not in lexicon.lists["some_of_them"] or not _opens(parse, word.at):
            continue
        at = word.at + 1
        if words[at].lower == "of" and at + 2 < len(words) and words[at + 1].lower in _THEM:
            at += 2
        if words[at].lower in _AT:
            yield word.at, at


def _opens(parse: Parse, at: int) -> bool:
    """Whether a word begins an aside: behind a comma, ``including``, ``among them``, or ``and`` with its like."""
    before = _before(parse, at)
    if before.lower in _THEM:
        return parse.words[before.at - 1].lower in ("among", "amongst")
    return before.text in _PAUSES or before.lower in ("including", "and")


def _before(parse: Parse, at: int) -> Word:
    before = parse.words[at - 1]
    return parse.words[at - 2] if before.tag == "DT" or before.lower in ("just", "only") else before


def _is_told_of_itself(parse: Parse, some: int, place: int) -> bool:
    """``..., and five in Shusha are held by others``: what stands for some has a verb of its own."""
    before = _before(parse, some)
    if before.lower != "and" and before.text not in _PAUSES:
        return False
    for word in parse.words[place + 1 : -1]:
        joined = word.lower == "and" and parse.words[word.at + 1].tag == "NNP"  # "and one in A and B were bombed"
        if word.lower in _BREAKS and not joined:
            return False
        if word.tag in _FINITE:
            return True
    return False


def _things_before(parse: Parse, at: int) -> int | None:
    """The nearest things of several that stand before a word: ``posts``, ``bases``, ``bridges``."""
    for word in reversed(parse.words[:at]):
        if word.text in (";", ":"):
            return None
        if word.tag == "NNS" and word.dep in _SLOTS and _is_thing(word.lower):
            return word.at
    return None


def _is_thing(plural: str) -> bool:
    nouns = world().place_nouns.of(plural.removesuffix("s"))
    return bool(nouns) and nouns[0].classes[0] in _CLASSES
