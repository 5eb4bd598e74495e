"""Around a point or a part that a claim names: the area in which it lies, and the cells in one of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.areas import area_around, handed_over

if TYPE_CHECKING:
    from geo.records import LocatedPlace
    from geo.regions import Area, Region


def area_of(place: LocatedPlace, region: Region) -> Area | None:
    """The area of a part, or of the district around a point, that a claim names."""
    if place.area:
        return region.area(place.area)
    known = region.place(place.place or "")
    return area_around(known, region) if known and known.lat is not None and known.area is None else None


def cells_around(place: LocatedPlace, region: Region) -> tuple[str, ...]:
    """The cells inside one of which a point or part lies that a claim names; none for a part of several districts.

    Those of a district are what changes hands with it, less what is a district of its own inside its outline; or the
    cell of a point that does not change hands with it.
    """
    area = area_of(place, region)
    if area is None or not is_one_district(area, region):
        return ()
    if place.within and not {*place.within} & {*handed_over(area)}:
        return place.within
    found = [cell for ident in handed_over(area) if (cell := region.cell(ident)) is not None]
    own = tuple(cell.id for cell in found if area.id in (cell.district, cell.adjoins))
    return own or handed_over(area)


def is_one_district(area: Area, region: Region) -> bool:
    """Whether an area is a district, or lies in one."""
    return area.id in region.districts or len(_districts(area, region)) == 1


def _districts(area: Area, region: Region) -> set[str]:
    return {cell.district for found in area.cells if (cell := region.cell(found)) is not None}
