"""What a region says of its areas: which one a place lies in, and which of its cells change hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.regions.districts import district_on_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Place
    from geo.regions import Area, Region

LINE_KIND = "line"


def area_around(place: Place, region: Region) -> Area | None:
    """The area of the district that a place has on record, or None where it has none."""
    return region.area(district_on_record(place, region) or "")


def place_meant(places: Sequence[Place], region: Region) -> Place | None:
    """Whom a name means of the places that bear it, the likeliest first: that one, or the district around it."""
    best = next(iter(places), None)
    if best is None or best.area is not None:
        return best
    around = area_around(best, region)
    return next((place for place in places if around is not None and place.area == around.id), best)


def why_no_area(place: Place, region: Region) -> str | None:
    """Why nothing can be told of control at a place that is no area; None where it lies in a district on record."""
    if place.kind == LINE_KIND:
        return "a line whose course is not in the region's data"
    if place.lat is None:
        return f"the region's data does not say where {place.name} lies"
    if area_around(place, region) is None:
        return f"{place.name} is a point outside the region's areas"
    return None


def handed_over(area: Area) -> tuple[str, ...]:
    """The cells that change hands when the area's name does."""
    return area.transfer_cells or area.cells
