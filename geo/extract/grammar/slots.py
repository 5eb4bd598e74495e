"""The slots of a frame while it is being filled: places, parties, and pronouns that wait for their antecedent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import Item, PlaceRef
    from geo.extract.lexicon import Slot
    from geo.extract.parties import PartyRef

_PLACE_PRONOUNS = frozenset({"it", "they", "them"})
PARTY_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "we"})
"""Words that stand for a party named before; some of them for a place."""


@dataclass(slots=True)
class Slots:
    """The parts of a frame as far as they are filled.

    ``parties`` also holds ``owner``, whose forces a sentence speaks of without saying what part they play; the second
    party of a list is filed under the slot's name and a plus sign.
    """

    places: list[PlaceRef] = field(default_factory=list)
    parties: dict[str, PartyRef] = field(default_factory=dict)
    pronoun_place: Item | None = None
    pronoun_party: Item | None = None
    pronoun_slot: str | None = None
    _states: set[str] = field(default_factory=set)

    def put(self, slot: Slot | None, item: Item | None) -> bool:
        """Put a phrase into a slot; False where it cannot play that part."""
        if slot is None or item is None:
            return False
        return self._put_place(item) if slot == "place" else self._put_party(slot, item)

    def pop_owner(self, slot: str) -> None:
        """Let the owner of forces play a part, unless forces with a name of their own play it."""
        owner, forces = self.parties.pop("owner", None), self.parties.get(slot)
        if owner and (forces is None or forces.bare):
            self.parties[slot] = owner

    @property
    def has_place(self) -> bool:
        """Whether any place is named, or a pronoun stands for one."""
        return bool(self.places) or self.pronoun_place is not None

    @property
    def has_party(self) -> bool:
        """Whether any party is named, or a pronoun stands for one."""
        return bool(self.parties) or self.pronoun_party is not None

    @property
    def turns_on_itself(self) -> bool:
        """Whether a state is said to take, hold or give itself: the reading went wrong."""
        return any(party.party in self._states for party in self.parties.values() if party.party)

    def _put_place(self, item: Item) -> bool:
        if item.tag == "word" and item.lower in _PLACE_PRONOUNS:
            self.pronoun_place = item
            return True
        if item.is_state:
            self._states.update(ref.party for ref in item.parties if ref.party)
        self.places += item.places
        return bool(item.places)

    def _put_party(self, slot: Slot, item: Item) -> bool:
        if item.tag == "word" and item.lower in PARTY_PRONOUNS:
            self.pronoun_party, self.pronoun_slot = item, slot
            return True
        name = "owner" if slot in ("force", "sender") else slot
        for mark, ref in zip(("", "+"), item.parties, strict=False):
            self.parties.setdefault(name + mark, ref)
        return bool(item.parties)
