"""The layer ``towns``: who controlled which town or village, when, as reported, of those too small to be an area.

Each lies in an area of the layer ``control``, whose state may be another: a district is ``divided`` while a rival holds
a town in it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.areas import area_around
from geo.early_days import by_time
from geo.errors import RegionError
from geo.export.evidence import EVIDENCE, evidence_behind, evidence_by_claim, evidence_values
from geo.export.layers import Layer, Row
from geo.export.rfc7946 import point
from geo.export.states import STATE, state_values
from geo.export.times import MOMENTS, window_of
from geo.records import points_by_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.export.layers import Kind
    from geo.records import Article, Claim, ControlInterval, Place
    from geo.regions import Region

_COLUMNS: dict[str, Kind] = {
    "place": "text",
    "name": "text",
    "kind": "text",
    "precision_km": "number",
    "district": "text",
    "district_name": "text",
    **STATE,
    **EVIDENCE,
    **MOMENTS,
}


def towns_layer(
    points: Sequence[ControlInterval], *, claims: Iterable[Claim], articles: Sequence[Article], region: Region
) -> Layer:
    """Intervals of points as rows, by place and time, at the coordinates of the place where these are known.

    Raises
    ------
    RegionError
        When an interval's place is none of the region's.
    RecordError
        When a claim behind an interval, or its article, is not there.
    """
    told = evidence_by_claim(claims, articles)
    window = window_of(articles, region)
    place_of = {ident: place for place, ident in points_by_place(points).items()}
    rows, count = [], Counter[str]()
    for interval in sorted(points, key=lambda one: (one.cell, by_time(one.start or ""))):
        place = region.place(place_of.get(interval.cell, ""))
        if place is None:
            raise RegionError(
                f"{interval.cell!r} is no place of region {region.id!r}. Was another region used? Build again."
            )
        count[place.id] += 1
        values = {
            **_place(place, region),
            **state_values(interval, region),
            **evidence_values(evidence_behind([interval], told)),
            **window.moments(interval.start, interval.end),
        }
        title = f"{values['name']}: {interval.status.replace('_', ' ')}"
        where = point(lon=place.lon, lat=place.lat)
        rows.append(Row(id=f"{place.id}.{count[place.id]}", title=title, geometry=where, properties=values))
    return Layer(name="towns", title="Reported control of towns", shape="Point", columns=_COLUMNS, rows=rows)


def _place(place: Place, region: Region) -> dict[str, object]:
    around = area_around(place, region)
    return {
        "place": place.id,
        "name": region.called(place),
        "kind": place.kind,
        "precision_km": place.precision_km,
        "district": around.id if around else None,
        "district_name": region.called(around) if around else None,
    }
