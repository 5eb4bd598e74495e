"""Who and where: each party and place of a claim with the words it was read from, or why it stands there without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.explaining.phrasing import table
from geo.explaining.records import RoleTold
from geo.extract.marking import words_of_party
from geo.records import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.explaining.passages import Passages
    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.told import Told
    from geo.records import Claim, ClaimPlace, Kind
    from geo.timeline.sentences import Names

_EXTENTS = {"whole": "all of it", "part": "part of it", "unspecified": "how much of it is not said"}
_UNKNOWN = "not said, and nothing in the article makes clear who"


def roles_told(claim: Claim, told: Told | None, passages: Passages, names: Names) -> Iterator[RoleTold]:
    """The parties of a claim, then its places."""
    for slot in ("gained_by", "lost_by", "actor"):
        party: str | None = getattr(claim, slot)
        if party is None and slot not in ROLES.get(claim.kind, ()):
            continue
        role = role_name(slot, claim.kind)
        if party is None:
            yield RoleTold(role=role, id=None, name=None, why=_UNKNOWN)
        else:
            ref: PartyRef | None = getattr(told.draft, slot) if told else None
            yield _party(role, party, ref, passages, names)
    for number, place in enumerate(claim.places):
        yield _place(place, told.draft.places[number] if told else None, passages)


def role_name(slot: str, kind: Kind) -> str:
    """The word for a role: ``gained``; an actor's depends on what the claim tells of."""
    roles = table("roles")
    name: str = roles.get(kind, roles["actor"]) if slot == "actor" else roles[slot]
    return name


def _party(role: str, party: str, ref: PartyRef | None, passages: Passages, names: Names) -> RoleTold:
    told = RoleTold(role=role, id=party if party in names.by_id else None, name=names.the(party))
    if ref is None:
        return told
    words = words_of_party(ref)
    return RoleTold(
        role=role,
        id=told.id,
        name=told.name,
        words=passages.quote(words),
        stands_for=passages.quote(ref.at) if ref.at != words else None,
        why=_why_party(ref),
    )


def _why_party(ref: PartyRef) -> str:
    """Why a party is there that nothing in the sentence names, or that is known only by how it is written."""
    if ref.filled is None:
        return "known by its shape alone" if ref.guessed else ""
    told: str = table("filled")[ref.filled]
    if ref.guess is None:
        return told
    signs = "; ".join(f"{sign} ({weight:+.2f})" for sign, weight in ref.guess.signs)
    return told.format(chance=f"{ref.guess.chance:.0%}", signs=signs)


def _place(place: ClaimPlace, ref: PlaceRef | None, passages: Passages) -> RoleTold:
    why = [_EXTENTS[place.extent]]
    if ref is not None and ref.said is None and not passages.holds((ref.start, ref.end)):
        why.append("told of before")
    if place.place is None:
        why.append(_why_unknown(ref))
    if ref is not None and ref.guessed:
        why.append("a place by its shape and slot")
    return RoleTold(
        role=table("roles")["place"],
        id=place.place,
        name=place.name or place.text,
        words=passages.quote(ref.said if ref is not None and ref.said else (place.start, place.end)),
        stands_for=passages.quote((ref.start, ref.end)) if ref is not None and ref.said else None,
        why="; ".join(why),
    )


def _why_unknown(ref: PlaceRef | None) -> str:
    if ref is not None and ref.counted:
        return "only counted, so it has no place on the map"
    return "it has no name" if ref is not None and ref.unnamed else "no gazetteer knows it"
