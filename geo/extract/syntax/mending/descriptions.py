"""Mends descriptions that the parser hung on something else than the name that they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_ASTRAY = ("npadvmod", "dep", "advmod")


def descriptions_of_names(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Took Pavlivka, southwest of Donetsk``, ``Maarat, once Idlib's second city``: what stands behind tells of it."""
    words = parse.words
    found: Links = {}
    for noun in words[2:]:
        if noun.dep not in (*_ASTRAY, "dobj") or not _describes(parse, noun, lexicon):
            continue
        first = parse.edges(noun.at)[0]
        name = words[first - 2] if first > 1 and words[first - 1].text == "," else None
        if name is None or not _is_named(parse, name) or noun.at in parse.governors(name.at):
            continue
        if noun.dep != "dobj" or _is_far_off(parse, noun, name):
            found[noun.at] = (name.at, "appos")
    return found


def _is_far_off(parse: Parse, noun: Word, name: Word) -> bool:
    """``Fled across the Tabqa dam, the last crossing left``: a comma, the only one, parts a verb from no object."""
    between = (word.text for word in parse.words[noun.head : name.at])
    return noun.head in parse.governors(name.at) and "," not in between


def _is_named(parse: Parse, word: Word) -> bool:
    """Whether a word ends a name: ``Pavlivka``, ``the Tabqa dam``."""
    named = any(parse.words[child].tag in _NAMES for child in parse.deps(word.at, "compound", "nmod"))
    return word.tag in _NAMES or (word.tag == "NN" and named and bool(world().place_nouns.of(word.lemma)))


def _describes(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> bool:
    behind = parse.words[noun.at + 1].lower if noun.at + 1 < len(parse.words) else ""
    if noun.lower in lexicon.lists["directions"]:
        return behind == "of"
    owned = parse.dep(noun.at, "det", "poss") is not None
    return noun.tag == "NN" and owned and bool(world().place_nouns.of(noun.lemma))
