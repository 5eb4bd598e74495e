"""What the grammar has read of a claim before stance, date and pronouns are settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import Item, Offsets, PlaceRef
    from geo.extract.parties import PartyRef
    from geo.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim in the making.

    ``at`` is the position of the word that decided, among its sentence's items; ``clause`` the positions of its clause.
    ``pronoun_place`` and ``pronoun_party`` are pronouns that :mod:`geo.extract.grammar.document` resolves; the latter
    fills ``pronoun_slot``. ``lasting`` marks a state, which goes on; ``present`` one told in the present tense, so that
    it stood when the report came out. ``effort`` counts the guesses that the reading took. ``word`` is where the word
    that decided stands in the article, ``again`` whether a clause leaves it out and takes it from the one before.
    """

    kind: Kind
    places: tuple[PlaceRef, ...]
    gained_by: PartyRef | None = None
    lost_by: PartyRef | None = None
    actor: PartyRef | None = None
    pronoun_place: Item | None = None
    pronoun_party: Item | None = None
    pronoun_slot: str | None = None
    at: int
    clause: tuple[int, int]
    planned: bool = False
    possible: bool = False
    negated: bool = False
    lasting: bool = False
    present: bool = False
    rule: str
    effort: int = 0
    word: Offsets | None = None
    again: bool = False

    def with_party(self, slot: str, party: PartyRef | None) -> Draft:
        """The draft with a party in one of its fields; unchanged where the slot is none of them."""
        if slot == "gained_by":
            return replace(self, gained_by=party)
        if slot == "lost_by":
            return replace(self, lost_by=party)
        return replace(self, actor=party) if slot == "actor" else self
