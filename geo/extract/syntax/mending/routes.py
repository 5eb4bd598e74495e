"""Mends a way from one place to another: ``the road from Goma to Sake`` is one noun, and nobody's loss or gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import Token
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_FAR = 6
"""Words that the name of the first place may have, at the most."""


def ways_between(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Hang ``from`` and ``to`` on the way that they say the ends of.

    ``Handed the road from the army to the police`` has no ends, and neither has ``handed the road from X to Y`` where
    no other ``to`` says who gets it.
    """
    words, found = parse.words, dict[int, tuple[int, str]]()
    for link in words[1:-3]:
        way = words[link.at - 1]
        if link.lower != "from" or way.lemma not in lexicon.lists["routes"] or not way.tag.startswith("NN"):
            continue
        last = next((one.at for one in words[link.at + 2 : link.at + _FAR] if one.lower in ("to", "into")), None)
        if last is None or not (_is_named(parse, link.at + 1, last) and _is_named(parse, last + 1, len(words))):
            continue
        verb = words[way.head]
        given = way.dep == "dobj" and verb.lemma in lexicon.lists["passing_on"]
        if given and not any(one.lower == "to" for one in words[last + 1 :]):
            continue
        found |= {link.at: (way.at, "prep"), last: (link.at, "prep")}
        if given:
            ends = {last, *parse.deps(last, "pobj")}
            found |= {one.at: (verb.at, "prep") for one in words[last + 1 :] if one.lower == "to" and one.head in ends}
    return found


def _is_named(parse: Parse, first: int, end: int) -> bool:
    """Whether a name of no party begins at a position: ``to Sake``, ``to the Litani``; a state's name is land's too."""
    at = first + (parse.words[first].lower == "the")
    if at >= min(end, len(parse.words)):
        return False
    word = parse.words[at]
    tokens = [Token(one.start, one.end, one.text, one.lower) for one in parse.words[at:end]]
    party = world().parties_at(tokens, 0)
    is_land = party is None or any(reading.kind == "state" for reading in party.values)
    return word.text[0].isupper() and word.tag.startswith("N") and is_land
