"""The layer ``places``: the places that the articles mention, at their coordinates, with what is claimed of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geo.export.evidence import EVIDENCE, evidence_by_claim, evidence_values
from geo.export.layers import Layer, Row
from geo.export.rfc7946 import point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.export.evidence import Evidence
    from geo.export.layers import Kind
    from geo.places.geocode import GeocodedPlace
    from geo.records import Article, Claim
    from geo.regions import Region

_COLUMNS: dict[str, Kind] = {
    "place": "text",
    "name": "text",
    "names": "texts",
    "kind": "text",
    "precision_km": "number",
    "source": "text",
    "district": "text",
    "district_name": "text",
    "district_basis": "text",
    "polygon_district": "text",
    "area": "text",
    "mentions": "count",
    "texts": "texts",
    "articles": "texts",
    **EVIDENCE,
}


def places_layer(
    places: Iterable[GeocodedPlace], *, claims: Sequence[Claim], articles: Iterable[Article], region: Region
) -> Layer:
    """Geocoded places as rows, ordered by id.

    ``precision_km`` is the likely error of the point and ``source`` says where it comes from. ``district_basis`` is
    ``record`` or ``polygon``; ``polygon_district`` shows what the generalised boundary alone would say. ``claims``,
    ``quotes`` and ``sources`` are those that name the place, in one order. A place without coordinates has no geometry.

    Raises
    ------
    RecordError
        When a claim's article is not there.
    """
    told = _told(claims, articles)
    ordered = sorted(places, key=lambda geocoded: geocoded.place.id)
    rows = [_row(geocoded, region, told.get(geocoded.place.id, ())) for geocoded in ordered]
    return Layer(name="places", title="Places mentioned", shape="Point", columns=_COLUMNS, rows=rows)


def _told(claims: Sequence[Claim], articles: Iterable[Article]) -> Mapping[str, Sequence[Evidence]]:
    """What is claimed of each place, by its id, in the order of the claims."""
    evidence = evidence_by_claim(claims, articles)
    told: dict[str, list[Evidence]] = defaultdict(list)
    for claim in claims:
        for place in dict.fromkeys(mentioned.place for mentioned in claim.places if mentioned.place):
            told[place].append(evidence[claim.id])
    return told


def _row(geocoded: GeocodedPlace, region: Region, told: Sequence[Evidence]) -> Row:
    place, district = geocoded.place, geocoded.district
    name, around = region.called(place), region.area(district or "")
    values = {
        "place": place.id,
        "name": name,
        "names": tuple(dict.fromkeys(name.text for name in place.names)),
        "kind": place.kind,
        "precision_km": place.precision_km,
        "source": place.source,
        "district": district,
        "district_name": region.called(around) if around else district,
        "district_basis": geocoded.district_basis,
        "polygon_district": geocoded.polygon_district,
        "area": place.area,
        "mentions": geocoded.mentions,
        "texts": geocoded.texts,
        "articles": geocoded.articles,
        **evidence_values(told),
    }
    return Row(id=place.id, title=name, geometry=point(lon=place.lon, lat=place.lat), properties=values)
