"""What two things that an article tells have to do with each other: the same place, which came first, who held it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.dates import bounds

if TYPE_CHECKING:
    from geo.extract.drafts import Draft
    from geo.extract.parties import PartyRef
    from geo.extract.told import Told


def holder(one: Told) -> PartyRef | None:
    """Who is told to hold a place."""
    return one.draft.actor if one.draft.kind == "hold" else None


def word(one: Told) -> str:
    """The verb or noun that told it."""
    return one.draft.rule.split(":")[2] if one.draft.rule.count(":") > 1 else ""


def tells_holder(one: Told) -> bool:
    """Whether something told says who took or held a place."""
    return one.draft.kind in ("hold", "capture", "handover") and not one.draft.negated


def same_places(one: Draft, other: Draft) -> bool:
    """Whether two drafts are about a place that both name."""
    return bool(_keys(one) & _keys(other))


def _keys(draft: Draft) -> frozenset[str]:
    return frozenset(place.place or place.text.lower() for place in draft.places)


def precedes(one: str | None, other: str | None) -> bool:
    """Whether what is dated ``one`` was over before what is dated ``other`` began."""
    if not one or not other:
        return False
    last, first = bounds(one).last, bounds(other).first
    return last is not None and first is not None and last < first
