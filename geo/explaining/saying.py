"""What a claim says, in one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.dates import bounds
from geo.explaining.phrasing import capitalised, chosen, joined, table
from geo.timeline.sentences import spoken

if TYPE_CHECKING:
    from geo.records import Claim, ClaimPlace
    from geo.timeline.sentences import Names

_MODES = {"planned": 1, "hypothetical": 2}
_MOST_PLACES = 8
_OPEN = "../.."


def says(claim: Claim, names: Names) -> str:
    """A claim as a sentence: whose word it is, who did what to which places, and when."""
    known = "_".join(
        name for name, party in (("gained", claim.gained_by), ("lost", claim.lost_by), ("actor", claim.actor)) if party
    )
    templates = table("says")[claim.kind]
    template = templates.get(known) or next((templates[row] for row in known.split("_") if row in templates), None)
    told = chosen(template or templates["none"], _MODES.get(claim.stance, 0)).format(
        gained_by=names.the(claim.gained_by),
        lost_by=names.the(claim.lost_by),
        actor=names.the(claim.actor),
        places=_places(claim),
    )
    return f"{_whose_word(claim)}: {told}, {_when(claim)}."


def _when(claim: Claim) -> str:
    if not claim.when or claim.when == _OPEN:
        return "when is not known"
    span = bounds(claim.when)
    if claim.stance in _MODES and span.last is None:
        return f"from {span.first} on"
    return spoken(span)


def _whose_word(claim: Claim) -> str:
    if claim.is_own:
        return "An analyst's own statement"
    stances = table("says")["stance"]
    if claim.stance in ("claimed", "denied") and not claim.claimant:
        return str(stances[f"nobody_{'says' if claim.stance == 'claimed' else 'denies'}"])
    return capitalised(str(stances[claim.stance]).format(claimant=claim.claimant))


def _places(claim: Claim) -> str:
    if not claim.places:
        return "a place that is not named"
    few = [_place(place) for place in claim.places[:_MOST_PLACES]]
    rest = len(claim.places) - len(few)
    return joined([*few, *([f"{rest} more"] if rest else [])])


def _place(place: ClaimPlace) -> str:
    name = " ".join((place.name or place.text).split())
    return f"part of {name}" if place.extent == "part" else name
