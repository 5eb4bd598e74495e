"""Whether an article tells of the region: it names a place on its map, or a country whose side fights for it.

Its gazetteer has places abroad too, where the world's reports come from (``Moscow``, ``Paris``, ``the United States``):
those alone make no news of anywhere the region's, whose words (``the region``, ``the enclave``) then mean another land.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import Mention, Place
    from geo.regions import Region

_DEEPEST = 6
"""Steps from a village up to its country."""
_ABROAD = frozenset({"country", "capital"})
"""Kinds that lie in the region only where they fight for it."""


def tells_of_home(region: Region, mentions: Iterable[Mention]) -> bool:
    """Whether any place of an article is at home in the region."""
    found = {mention.place for mention in mentions if mention.place}
    return any(_is_home(region, place) for place in found)


def rivals(region: Region) -> frozenset[str]:
    """The sides that the region's file gives a colour of their own as holders of ground."""
    parties = (region.party(party) for party, _ in region.colours)
    return frozenset(party.side for party in parties if party and not party.presence_only)


def _is_home(region: Region, known: str) -> bool:
    place = region.place(known)
    if place is None or _is_on_map(region, place):
        return True  # an area of the partition or a group of them needs no place on the map
    top = _top(region, place)
    if top.id in rivals(region):
        return True
    located = region.view is not None and top.lat is not None
    return not located and top.kind not in _ABROAD


def _is_on_map(region: Region, place: Place) -> bool:
    box = region.view
    if box is None or place.lon is None or place.lat is None:
        return False
    return box.west <= place.lon <= box.east and box.south <= place.lat <= box.north


def _top(region: Region, place: Place) -> Place:
    """What a place lies in at last, as far as the gazetteer tells: its country."""
    for _ in range(_DEEPEST):
        over = region.place(place.parent) if place.parent else None
        if over is None:
            break
        place = over
    return place
