"""The cells in which a point lies: those of its district on record, and of these the one whose outline holds it.

A town's own state is told by what is said of it, and of whatever wholly holds it. So it must be known which cell that
is. Outlines are generalised: a point that they put outside its district lies in the district's nearest cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.places.kinds import load_kinds
from geo.regions.districts import district_on_record

if TYPE_CHECKING:
    from geo.records import Place
    from geo.regions import Region


def is_point(place: Place, region: Region) -> bool:
    """Whether a place is a point that can be held: neither an area of the region, nor one whose outline is unknown."""
    return place.area is None and place.kind not in load_kinds().areas and region.group(place.id) is None


def cells_holding(place: Place, region: Region) -> tuple[str, ...]:
    """The cell in which a point lies; where its own place or the cells' outlines are not known, those in one of which.

    Empty for what is no point, or lies in no district on record.
    """
    district = district_on_record(place, region)
    if district is None or not is_point(place, region):
        return ()
    inside = tuple(cell.id for cell in region.cells if cell.district == district)
    if len(inside) < 2 or place.lat is None or place.lon is None:  # noqa: PLR2004 - one cell needs no outline
        return inside
    shapes = region.cell_shapes
    if any(cell not in shapes for cell in inside):
        return inside
    from shapely import Point

    at = Point(place.lon, place.lat)
    return (min(inside, key=lambda cell: (shapes[cell].distance(at), cell)),)
