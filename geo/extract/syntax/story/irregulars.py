"""Who has no soldiers: ``the soldiers`` that an article tells of are no rebels, and none of a movement's fighters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.names import fold

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.world.knowledge import World


def has_no_soldiers(party: PartyRef, lexicon: SyntaxLexicon, world: World) -> bool:
    """Whether those who fight for a party go by another noun: ``rebels``, ``M23``; ``the Kachin army`` has soldiers."""
    lists = lexicon.lists
    words = fold(party.text).replace("-", " ").split()
    if any(word in lists["irregulars"] or word.removesuffix("s") in lists["irregulars"] for word in words[-1:]):
        return True
    named = [one for text in (party.party, party.text) if text for one in world.parties(text)]
    groups = [
        world.organisations[one.id] for one in named if one.kind == "armed-group" and one.id in world.organisations
    ]
    said = {word for group in groups for name in group.names for word in fold(name).split()}
    return bool(groups) and not said & lists["armies"]
