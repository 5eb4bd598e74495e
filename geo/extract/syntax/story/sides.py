"""Whose side a party is on, so that two names of one side are known for one.

The region's file tells its own parties' sides. Of the others, general knowledge tells the state or the movement that a
name, an adjective or a capital stands for; what it does not know is a side of its own, under its own words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.home import rivals
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.names import fold
from geo.text import tokenize

if TYPE_CHECKING:
    from geo.extract.syntax.story.opponents import Camp
    from geo.regions import Region
    from geo.world import World

_KNOWN = 4096


class Sides:
    """Tells sides apart; made once for a region."""

    def __init__(self, region: Region, world: World) -> None:
        self._region = region
        self._world = world
        self._by_words = lru_cache(maxsize=_KNOWN)(self._read)

    def of(self, party: PartyRef | None) -> str | None:
        """The side of a party: an id of the region or of general knowledge, else the words that name it."""
        if party is None:
            return None
        return self._region.side_of(party.party) or self._by_words(party.text)

    def is_known(self, side: str) -> bool:
        """Whether a side is more than words: a state, an organisation or a people that a name stands for."""
        world = self._world
        known = side in world.states or side in world.organisations or side in world.peoples
        return known or self._region.party(side) is not None

    def is_named(self, side: str) -> bool:
        """Whether a side is a state or an organisation with a name, and no ``government`` or ``rebels``."""
        return side in self._world.states or side in self._world.organisations or self._region.party(side) is not None

    def is_leader(self, party: PartyRef) -> bool:
        """Whether a party is somebody known to lead a side or to speak for it: ``Macron``."""
        return self._world.led_by(party.text) is not None

    def camp(self, side: str) -> Camp | None:
        """Whether a side is a state or an armed movement, as far as general knowledge goes."""
        organisation = self._world.organisations.get(side)
        if side in self._world.states or (organisation and (organisation.state or organisation.kind == "government")):
            return "state"
        return "movement" if organisation and organisation.kind == "armed-group" else None

    def rivals(self) -> frozenset[str]:
        """The sides that the region's file gives a colour of their own as holders of ground."""
        return rivals(self._region)

    def rival_of(self, side: str | None) -> PartyRef | None:
        """The one rival of a side of the region; None where there are several, or the side is not one of them."""
        others = self.rivals() - {side}
        rival = self._region.party(next(iter(others))) if side in self.rivals() and len(others) == 1 else None
        return PartyRef(text=rival.name, party=rival.id) if rival else None

    def keeps_peace(self, party: PartyRef) -> bool:
        """Whether a party is only present, and holds no ground."""
        known = self._region.party(party.party)
        if known is not None:
            return known.presence_only
        return any(one.kind == "peacekeepers" for one in self._world.parties(party.text))

    def _read(self, words: str) -> str:
        tokens = tokenize(words)
        for at in range(len(tokens)):
            phrase = self._world.parties_at(tokens, at)
            if phrase is None:
                continue
            for one in phrase.values:
                if one.kind == "state":
                    return self._region.side_of(one.id) or one.id
                organisation = self._world.organisations.get(one.id)
                if organisation:
                    return organisation.state or one.id
                people = self._world.peoples.get(one.id)
                if people and people.kind != "stance":
                    return one.id
        led = self._world.led_by(words)
        return self._read(led) if led else _bare(fold(words).removeprefix("the "))


def _bare(words: str) -> str:
    """Whose forces are told of by a word for their kind: ``government troops`` are the government's."""
    lists = syntax_lexicon().lists
    whose, _, forces = words.rpartition(" ")
    return whose if whose in lists["bare_parties"] and forces.removesuffix("s") in lists["empty_parties"] else words
