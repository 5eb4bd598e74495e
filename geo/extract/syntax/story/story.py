"""What an article has told so far: for pronouns, ``the town``, ``its forces``, and who acted last.

An anaphor takes what stands out most among what fits it; ``the region`` and ``the enclave`` fall back on what the
region's file says they mean. Nothing is guessed beyond that: what has no antecedent stays without a place or a party.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.syntax.phrases.countries import ToldCountries
from geo.extract.syntax.story.contested import Contested
from geo.extract.syntax.story.sides import Sides
from geo.extract.syntax.story.told_parties import ToldParties
from geo.extract.syntax.story.told_places import PlaceMemory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.attacks import Attack
    from geo.regions import Region
    from geo.world import World

_MISSIONS = frozenset(
    {"peacekeeper", "peacekeeping", "peacemaker", "monitor", "observer", "mission", "un", "contingent"}
)
"""Words of those who stand between the sides."""


@dataclass(slots=True)
class Story:
    """The places and parties that an article has named, and what it told last of control; one for each article."""

    places: PlaceMemory
    parties: ToldParties
    sides: Sides
    contested: Contested
    countries: ToldCountries = field(default_factory=ToldCountries)
    last_event: Event | None = None
    last_change: Event | None = None
    to_be: tuple[Event, ...] = ()
    attackers: list[Attack] = field(default_factory=list)
    sides_named: list[PartyRef] = field(default_factory=list)
    homes: list[tuple[int, tuple[PlaceRef, ...]]] = field(default_factory=list)
    numbered: dict[int, int] = field(default_factory=dict)
    """By numbers, the last sentence that told of so many who are no places."""

    @classmethod
    def of(cls, region: Region, lexicon: SyntaxLexicon, world: World) -> Story:
        """The story of an article of which nothing is read yet."""
        sides = Sides(region, world)
        places, parties = PlaceMemory(region, lexicon, world), ToldParties(lexicon)
        return cls(places=places, parties=parties, sides=sides, contested=Contested(sides, lexicon))

    def knows(self, party: PartyRef) -> bool:
        """Whether a party's words tell whose it is: ``a Ukrainian officer`` does, ``the general`` does not."""
        side = self.sides.of(party)
        return party.party is not None or (side is not None and self.sides.is_known(side))

    def is_only_present(self, party: PartyRef) -> bool:
        """Whether forces that stay somewhere hold no ground: peacekeepers, monitors, at home a third party's."""
        words = f"{party.text} {party.party or ''}".lower().replace("-", " ").split()
        if self.sides.keeps_peace(party) or any(word.rstrip("s") in _MISSIONS for word in words):
            return True
        known = party.party is not None and self.sides.is_known(party.party)
        rivals = self.sides.rivals()
        return (
            known and self.sides.of(party) not in rivals and any(self.sides.of(one) in rivals for one in self.named())
        )

    def note_change(self, event: Event, sentence: int) -> None:
        """Remember the last event of control, and the last in which a place changed hands."""
        self.places.note_control(event.places, sentence)
        self.contested.note(event, sentence)
        if event.kind in ("capture", "handover", "loss", "withdrawal", "hold") and not event.manner.negated:
            self.last_event = event
            if event.kind != "hold":
                self.last_change = event
        if event.manner.planned:
            self.to_be = (event,)

    def note_wish(self, events: Iterable[Event]) -> None:
        """Remember what somebody wants, tries or is told to do, for ``and did so``."""
        self.to_be = tuple(events) or self.to_be

    def home(self, determiners: frozenset[str], sentence: int) -> tuple[PlaceRef, ...]:
        """The place that people who were told of just before call ``their town``."""
        told, places = self.homes[-1] if self.homes else (-2, ())
        theirs = determiners & {"their", "his", "her"}
        return places if theirs and len(places) == 1 and sentence - told <= 1 else ()

    def named(self) -> tuple[PartyRef, ...]:
        """The parties that the article names, be it by an adjective (``Armenian occupation``)."""
        return (*(row.party for row in self.parties.rows if not row.party.bare), *self.sides_named)
