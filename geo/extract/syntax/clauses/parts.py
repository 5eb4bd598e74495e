"""What a predicate's neighbours play in it, and the event that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.manner import Manner
    from geo.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A filled predicate: what the sentence says, before stance and date.

    ``at`` is the position of its word. ``manner`` says how it is meant; ``effort`` counts the guesses it took.
    ``again`` marks one whose clause leaves the verb out, ``own_word`` one whose verb says by itself that it is claimed.
    """

    kind: Kind
    at: int
    rule: str
    manner: Manner
    places: tuple[PlaceRef, ...]
    gained_by: PartyRef | None = None
    lost_by: PartyRef | None = None
    actor: PartyRef | None = None
    effort: int = 0
    again: bool = False
    own_word: bool = False


@dataclass(slots=True)
class Parts:
    """The parts of a predicate as far as they are filled."""

    places: list[PlaceRef] = field(default_factory=list)
    parties: dict[str, list[PartyRef]] = field(default_factory=dict)
    ownerless: set[str] = field(default_factory=set)
    forces: bool = False
    armed: bool = False
    civilians: bool = False
    nobody: bool = False
    nowhere: bool = False
    control: bool = False
    ruled: bool = False
    holding: bool = False
    site: bool = False
    wide: bool = False
    wild: bool = False
    thing: bool = False
    new_thing: bool = False
    slight: set[str] = field(default_factory=set)
    effort: int = 0
    is_state_place: bool = False
    unnamed: bool = False
    to_anyone: bool = False

    def first(self, part: str) -> PartyRef | None:
        """The first party of a part, or None."""
        return next(iter(self.parties.get(part, ())), None)
