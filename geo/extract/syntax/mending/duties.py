"""Reads a duty over a place that passes to somebody as its control: ``responsibility for Basra passed to the army``.

Only where it is handed on or taken up: who ``takes responsibility for the attack`` has not taken anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.parse import Parse
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Word

_LINKS = frozenset({"for", "in", "over", "of"})
_LAND = frozenset({"settlement", "area"})


def duties_as_control(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``responsibility for security in Basra`` as control over Basra, where it changes hands."""
    for noun in parse.words[:-2]:
        if noun.lemma not in lexicon.lists["duties_of_rule"] or noun.tag != "NN" or not _passes(parse, noun, lexicon):
            continue
        link = next(_links(parse, noun, lexicon), None)
        if link is None:
            continue
        words = list(parse.words)
        words[noun.at] = noun._replace(lemma="control")
        words[noun.at + 1] = words[noun.at + 1]._replace(dep="lead")
        words[link] = words[link]._replace(lower="over", dep="prep", head=noun.at)
        return Parse.of(words)
    return parse


def _passes(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether somebody takes a duty over or hands it on."""
    verb, lists = parse.words[noun.head], lexicon.lists
    if noun.dep not in ("dobj", "nsubj", "nsubjpass") or not verb.tag.startswith("V"):
        return False
    beside = {parse.words[child].lower for child in parse.deps(verb.at, "prt", "prep", "advmod")}
    return verb.lemma in lists["passing_duties"] or (verb.lemma in lists["taking_over"] and "over" in beside)


def _links(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> Iterator[int]:
    """The preposition that brings the land: ``for Basra``, ``for security in Basra``."""
    words = parse.words
    first = words[noun.at + 1]
    if first.lower not in _LINKS or first.tag != "IN":
        return
    for thing in parse.deps(first.at, "pobj"):
        behind = words[min(thing + 1, len(words) - 1)]
        if words[thing].lemma in lexicon.lists["security"]:
            if behind.lower in _LINKS and behind.tag == "IN":
                yield behind.at
        elif _is_land(words[thing]):
            yield first.at


def _is_land(word: Word) -> bool:
    """Whether a word is a name, or a noun of a town or of land."""
    nouns = world().place_nouns.of(word.lemma)
    return word.tag.startswith("NNP") or (bool(nouns) and nouns[0].classes[0] in _LAND)
