"""Whose voice an article is: the side of its outlet, which says ``we``, ``the enemy``, and ``freed`` of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.names import fold
from geo.text import tokenize

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides
    from geo.regions import Region
    from geo.world import World


def voice_of(
    source: str | None, *, region: Region, world: World, sides: Sides, lexicon: SyntaxLexicon
) -> PartyRef | None:
    """The side whose outlet a source is: one that the region's file knows, else an office that its words name.

    ``General Staff of Ukraine`` and ``state news agency, Azerbaijan's side`` say whose they are; a paper that has a
    country in its name (``Kyiv Independent``) does not.
    """
    outlet = region.outlet(source)
    if outlet is not None:
        party = region.party(outlet.side)
        return PartyRef(text=party.name, party=party.id) if party else None
    tokens = tokenize(source or "")
    if not any(token.lower in lexicon.lists["organs"] or token.lower == "side" for token in tokens):
        return None
    found = [phrase for at in range(len(tokens)) if (phrase := world.parties_at(tokens, at))]
    named = [
        (source or "")[tokens[one.first].start : tokens[one.last - 1].end]
        for one in found
        if one.values[0].kind == "state"
    ]
    if not named:
        return None
    side = sides.of(PartyRef(text=named[0]))
    called = next((one for one in region.parties if fold(named[0]) in map(fold, one.words)), None)
    party = called or (region.party(side) if side else None)
    return PartyRef(text=party.name, party=party.id) if party else PartyRef(text=named[0])
