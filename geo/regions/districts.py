"""The district on record of a place: one answer for all who ask, from the gazetteer and not from polygons.

Boundaries are generalised, so that a town near one may fall on the wrong side of it: what the record says outranks the
polygon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.records import Place
    from geo.regions.model import Region


def district_on_record(place: Place, region: Region) -> str | None:
    """The district that the gazetteer says a place lies in: the first among its parents, or its own area.

    None for a place that lies in several districts or in none. The parent comes first, so that a town that is an area
    of its own still has the district around it; a district, whose parent is a country, is its own.
    """
    seen: set[str] = set()
    at: Place | None = place
    while at is not None and at.id not in seen:
        seen.add(at.id)
        for ident in (at.parent, at.area):
            if ident in region.districts:
                return ident
        at = region.place(at.parent) if at.parent else None
    return None
