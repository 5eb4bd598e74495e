"""The sides that contend in one article: who takes or loses ground, and who is whose other side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.syntax.story.officials import Officials
from geo.extract.syntax.story.opponents import Opponents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.told import Choice, Told


@dataclass(slots=True)
class Contenders:
    """The contending sides, each under the first name that the article has for it; ``named`` are all that it names."""

    sides: Sides
    lexicon: SyntaxLexicon
    named: Sequence[PartyRef]
    _known: dict[str, PartyRef] = field(default_factory=dict)
    _contending: dict[str, int] = field(default_factory=dict)

    def note(self, party: PartyRef | None) -> None:
        """Count a party that takes, loses or has ground."""
        side = self.sides.of(party)
        if party is None or side is None or self.sides.keeps_peace(party) or self.is_adversary(party):
            return
        self._contending[side] = self._contending.get(side, 0) + 1
        self._known.setdefault(side, party)

    def fighting(self) -> list[PartyRef]:
        """All sides that contend."""
        return list(self._known.values())

    def contends(self, party: PartyRef | None) -> bool:
        """Whether a party is of a side that contends."""
        return party is not None and self.sides.of(party) in self._all() | self.sides.rivals()

    def is_adversary(self, party: PartyRef) -> bool:
        """``The enemy``, ``enemy infantry``."""
        words = party.text.lower().split()
        adversaries = self.lexicon.lists["adversaries"]
        return " ".join(words) in adversaries or words[0] in adversaries or words[-1].removesuffix("s") in adversaries

    def other(self, party: PartyRef) -> PartyRef | None:
        """The other side where exactly two contend."""
        side = self.sides.of(party)
        rivals = self._rivals_named()
        contending = rivals if side in rivals else frozenset(s for s in self._contending if self.sides.is_known(s))
        others = contending - {side}
        if side in contending and len(others) == 1:
            return self._known[next(iter(others))]
        if rival := self.sides.rival_of(side):
            return rival
        opponents = Opponents(sides=self.sides, lexicon=self.lexicon)
        return opponents.of(party, [self._known[one] for one in self._contending if one != side])

    def rival_of(self, loser: PartyRef) -> PartyRef | None:
        """Who takes from one of the region's two rivals: the other, where the article names both."""
        return self.other(loser) if self.sides.of(loser) in self._rivals_named() else None

    def only_state(self) -> PartyRef | None:
        """The one state that fights movements."""
        camps, fighting = Opponents(sides=self.sides, lexicon=self.lexicon), self.fighting()
        against = any(camps.camp(party) == "movement" for party in fighting)
        return camps.only("state", fighting) if against else None

    def is_movement(self, party: PartyRef) -> bool:
        """Whether a party is an armed movement, as far as its words tell."""
        return Opponents(sides=self.sides, lexicon=self.lexicon).camp(party) == "movement"

    def is_kind(self, party: PartyRef | None) -> bool:
        """Whether forces are a side as such (``the army``, ``rebels``), and no ``two policemen``."""
        words = party.text.lower().split() if party else []
        return any(one.removesuffix("s") in self.lexicon.lists["bare_parties"] for one in words)

    def is_office(self, party: PartyRef) -> bool:
        """Whether a party is but an office of a state: ``the prime minister``, ``the interior minister``."""
        last = party.text.split()[-1]
        return party.text.islower() and last in self.lexicon.lists["state_offices"]

    def is_by_office(self, one: Told) -> bool:
        """Whether a gain is but somebody's word in office: ``President X declared the town free``."""
        gainer = one.draft.gained_by
        words = set(gainer.text.lower().split()) if gainer is not None else set()
        return one.reading.stance == "claimed" and bool(words & self.lexicon.lists["state_offices"])

    def spoken_for(self, speaker: PartyRef | None) -> PartyRef | None:
        """The side for which an office speaks, unless it only looks on where others contend."""
        side = Officials(sides=self.sides, lexicon=self.lexicon).side(speaker, self.fighting())
        known = side is not None and self.sides.is_named(self.sides.of(side) or "")
        onlooker = known and not self.contends(side) and len(self._contending) > 1
        return None if onlooker or (speaker is not None and self.looks_on(speaker)) else side

    def looks_on(self, party: PartyRef) -> bool:
        """Whether somebody leads a state that tells of other people's wars: ``Macron``, with no forces of his here."""
        side = self.sides.of(party)
        if side not in self.lexicon.lists["onlooking_states"] or self.contends(party):
            return False
        leads = party.head == "voices" or self.sides.is_leader(party)
        return leads and not any(one.head == "forces" and self.sides.of(one) == side for one in self.named)

    def without_onlookers(self, choices: Sequence[Choice]) -> list[Choice]:
        """The choices without those who only look on, or stand between the sides."""
        return [
            choice for choice in choices if not (self.looks_on(choice.party) or self.sides.keeps_peace(choice.party))
        ]

    def _all(self) -> frozenset[str]:
        return frozenset(self._contending) | (self._rivals_named() if self._contending else frozenset())

    def _rivals_named(self) -> frozenset[str]:
        """The region's rivals that the article names at all."""
        named = {self.sides.of(party): party for party in self.named}
        found = self.sides.rivals() & {side for side in named if side}
        for side in found:
            self._known.setdefault(side, named[side])
        return found if len(found) > 1 else frozenset()
