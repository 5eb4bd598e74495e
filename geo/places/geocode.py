"""Puts the places that articles mention on the map: coordinates, district, and how often they are mentioned.

The district on record decides. Where there is none, the cell that the point lies in does (geopandas ``sjoin``); the
polygon's answer is kept beside the record's, since boundaries are generalised and a town near one may fall on the wrong
side: Lachin falls into its neighbour's polygon.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.errors import UnknownPlaceError
from geo.places.kinds import load_kinds
from geo.regions.districts import district_on_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.records import Mention, Place
    from geo.regions import Region

DistrictBasis = Literal["record", "polygon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeocodedPlace:
    """A place that articles mention, with where it lies.

    ``place`` has the coordinates (WGS 84 degrees), their source and likely error. ``district`` is the id of a
    district's area, ``district_basis`` whether it stands on record or was found by the polygon; both are None for a
    place that lies in several districts or in none of the region. ``polygon_district`` is what the polygon says of the
    point, whatever the record does; None for what is an area itself and has no district on record. ``texts`` are the
    words that stood for the place, ``articles`` the ids of the articles that mention it.
    """

    place: Place
    district: str | None
    district_basis: DistrictBasis | None
    polygon_district: str | None
    mentions: int
    texts: tuple[str, ...]
    articles: tuple[str, ...]


def geocode_mentions(mentions: Iterable[Mention], region: Region) -> list[GeocodedPlace]:
    """The places that mentions were resolved to, by id, each once.

    Only mentions whose role is ``place`` count: a capital that acts is no point on the map. Nor is a group of areas,
    unless the gazetteer has an entry for it.

    Raises
    ------
    UnknownPlaceError
        When a mention's place is none of the region's.
    """
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.role == "place" and mention.place is not None:
            found[mention.place].append(mention)
    missing = sorted(ident for ident in found if region.place(ident) is None and region.group(ident) is None)
    if missing:
        raise UnknownPlaceError(
            f"No place {missing[0]!r} in region {region.id!r}, although a mention was resolved to it. "
            f"Was it read with another region? Build again, or name that region."
        )
    places = [place for ident in sorted(found) if (place := region.place(ident))]
    polygons = polygon_districts(places, region)
    return [_geocoded(place, found[place.id], polygons.get(place.id), region) for place in places]


def polygon_districts(places: Sequence[Place], region: Region) -> dict[str, str]:
    """The district whose cell holds a place's point, by place id; places outside all cells are left out.

    A point on an edge belongs to the first of its cells by id, so that the answer does not depend on their order.
    """
    import geopandas as gpd

    points = [place for place in places if place.lat is not None and place.lon is not None]
    if not points:
        return {}
    frame = gpd.GeoDataFrame(
        {"place": [place.id for place in points]},
        geometry=gpd.points_from_xy([place.lon for place in points], [place.lat for place in points]),
        crs="EPSG:4326",
    )
    joined = gpd.sjoin(frame, region.cell_frame()[["cell", "geometry"]], how="inner", predicate="intersects")
    joined = joined.sort_values(["place", "cell"]).drop_duplicates("place")
    districts = {cell.id: cell.district for cell in region.cells}
    return {place: districts[cell] for place, cell in zip(joined["place"], joined["cell"], strict=True)}


def _geocoded(place: Place, mentions: Sequence[Mention], polygon: str | None, region: Region) -> GeocodedPlace:
    record = district_on_record(place, region)
    if record is None and _is_area(place, region):
        polygon = None
    found = polygon if record is None and polygon and _may_lie_in(place, polygon, region) else None
    return GeocodedPlace(
        place=place,
        district=record or found,
        district_basis="record" if record else "polygon" if found else None,
        polygon_district=polygon,
        mentions=len(mentions),
        texts=tuple(sorted({mention.text for mention in mentions})),
        articles=tuple(sorted({mention.article for mention in mentions})),
    )


def _is_area(place: Place, region: Region) -> bool:
    """Whether the place's point only stands for an area, which no one district need hold."""
    return place.kind in load_kinds().areas or (place.area is not None and region.area(place.area) is not None)


def _may_lie_in(place: Place, district: str, region: Region) -> bool:
    """Whether the record allows it: what is on record in another country lies in no district of this one."""
    if place.parent is None:
        return True
    above, seen = region.place(district), set[str]()
    while above and above.id not in seen:
        seen.add(above.id)
        if place.parent in (above.id, above.parent):
            return True
        above = region.place(above.parent) if above.parent else None
    return False
