"""Whose voice an article is: the side of its outlet, which says ``we``, ``the enemy``, and ``freed`` of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.names import fold
from geo.text import tokenize

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides
    from geo.regions import Region
    from geo.world import World

_LETTERHEAD = 3
"""Lines at the head of a communiqué that can say whose it is."""

_LONGEST = 120
"""Letters of the longest of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Tells whose voices articles are; made with what is known of parties."""

    region: Region
    world: World
    sides: Sides
    lexicon: SyntaxLexicon

    def of_source(self, source: str | None) -> PartyRef | None:
        """The side whose outlet a source is: one that the region's file knows, else an office that its words name.

        ``General Staff of Ukraine`` and ``state news agency, Azerbaijan's side`` say whose they are; a paper that has a
        country in its name (``Kyiv Independent``) does not.
        """
        outlet = self.region.outlet(source)
        if outlet is None:
            return self._named(source or "")
        party = self.region.party(outlet.side)
        return PartyRef(text=party.name, party=party.id) if party else None

    def of_letterhead(self, text: str) -> PartyRef | None:
        """The side whose office stands in capitals over a text of ``our troops``: ``DEFENCE HEADQUARTERS, ABUJA``."""
        if not self._tells_of_own(text):
            return None
        lines = (line for line in text.split("\n")[:_LETTERHEAD] if line.isupper() and len(line) <= _LONGEST)
        heads = (line for line in lines if not self._is_headline(line))
        found = next((side for line in heads if (side := self._named(line.title()))), None)
        state = self.world.states.get(self.sides.of(found) or "") if found and found.party is None else None
        return PartyRef(text=state.names[0]) if state else found  # "KAMPALA"

    def _tells_of_own(self, text: str) -> bool:
        """``Our troops``, ``own positions``, ``our own units``."""
        nouns = "|".join(sorted(self.lexicon.lists["called_our_own"]))
        return re.search(rf"\b(?:our|own) (?:own )?(?:{nouns})\b", text.lower()) is not None

    def _is_headline(self, line: str) -> bool:
        """``UKRAINE STAFF SAYS BAKHMUT HELD``: somebody else tells of what an office says."""
        return any(word.lower().removesuffix("s") in self.lexicon.say for word in line.split())

    def _named(self, words: str) -> PartyRef | None:
        """The side that the words of an office name."""
        tokens = tokenize(words)
        if not any(token.lower in self.lexicon.lists["organs"] or token.lower == "side" for token in tokens):
            return None
        found = [phrase for at in range(len(tokens)) if (phrase := self.world.parties_at(tokens, at))]
        named = [
            words[tokens[one.first].start : tokens[one.last - 1].end] for one in found if one.values[0].kind == "state"
        ]
        if not named:
            return None
        side = self.sides.of(PartyRef(text=named[0]))
        called = next((one for one in self.region.parties if fold(named[0]) in map(fold, one.words)), None)
        party = called or (self.region.party(side) if side else None)
        return PartyRef(text=party.name, party=party.id) if party else PartyRef(text=named[0])
