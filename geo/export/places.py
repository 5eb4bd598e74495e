"""``places.geojson``: the places that the articles mention, at their coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.rfc7946 import collection, feature, point

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.places.geocode import GeocodedPlace
    from geo.regions import Region


def places_geojson(places: Iterable[GeocodedPlace], *, region: Region) -> str:
    """Geocoded places as a FeatureCollection, ordered by id.

    ``precision_km`` is the likely error of the point and ``source`` says where it comes from. ``district_basis`` is
    ``record`` or ``polygon``; ``polygon_district`` shows what the generalised boundary alone would say. A place without
    coordinates has a null geometry.
    """
    names = {area.id: area.name for area in region.areas}
    ordered = sorted(places, key=lambda geocoded: geocoded.place.id)
    return collection(_feature(geocoded, names) for geocoded in ordered)


def _feature(geocoded: GeocodedPlace, area_names: dict[str, str]) -> dict[str, object]:
    place = geocoded.place
    district = geocoded.district
    properties = {
        "place": place.id,
        "name": place.name,
        "names": list(dict.fromkeys(name.text for name in place.names)),
        "kind": place.kind,
        "precision_km": place.precision_km,
        "source": place.source,
        "district": district,
        "district_name": area_names.get(district, district) if district else None,
        "district_basis": geocoded.district_basis,
        "polygon_district": geocoded.polygon_district,
        "area": place.area,
        "mentions": geocoded.mentions,
        "texts": list(geocoded.texts),
        "articles": list(geocoded.articles),
    }
    return feature(place.id, geometry=point(lon=place.lon, lat=place.lat), properties=properties)
