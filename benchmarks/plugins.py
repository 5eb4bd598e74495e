"""The same map by folium's three time plug-ins, each given what it can show and in the way that suits it best.

``timeline`` (Timeline) gets everything: a feature for each interval and each event, with dates, colour and sentence.
``timestamped`` (TimestampedGeoJson) too; since it cuts a polygon's parts by the list of its times, each interval is a
MultiPolygon whose shape stands twice, for its first and its last day: only so does an area lose its old colour.
``choropleth`` (TimeSliderChoropleth) has no events and no sentences, and needs the colour of every area on every date
of its slider, or a jump shows wrong colours: its slider goes by months.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.atlases import DAYS, FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import folium

    from benchmarks.atlases import Atlas

Json = dict[str, Any]

COLOURS = {"north": "#7b5ea7", "south": "#c08a2d", "coast": "#4f8a83"}
OPACITY = 0.8
DIGITS = 4
"""Decimals of a degree, as on our own page: about 10 m."""
_MILLISECONDS_A_DAY = 86_400_000


def timeline(atlas: Atlas) -> str:
    """The page by ``Timeline`` and ``TimelineSlider``."""
    from folium.plugins import Timeline, TimelineSlider
    from folium.utilities import JsCode

    shapes = _shapes(atlas)
    features = [
        *(
            _feature(shapes[cell], {"start": first, "end": last + 1, "endExclusive": True, **about})
            for cell, first, last, about in _held(atlas)
        ),
        *(
            _feature(_point(at), {"start": first, "end": last + 1, "endExclusive": True, "popup": words})
            for at, first, last, words in _events(atlas)
        ),
    ]
    view = _map(atlas)
    layer = Timeline(
        {"type": "FeatureCollection", "features": [_in_milliseconds(feature) for feature in features]},
        style=JsCode(
            "function (feature) { return {stroke: true, color: feature.properties.fill, weight: 0.8,"
            f" fillColor: feature.properties.fill, fillOpacity: {OPACITY}}}; }}"
        ),
        point_to_layer=JsCode("function (feature, at) { return L.circleMarker(at, {radius: 5, color: '#222'}); }"),
        on_each_feature=JsCode("function (feature, layer) { layer.bindPopup(feature.properties.popup); }"),
    ).add_to(view)
    slider = TimelineSlider(auto_play=False, date_options="YYYY-MM-DD", show_ticks=False)
    slider.add_timelines(layer).add_to(view)  # type: ignore[no-untyped-call]
    return _rendered(view)


def timestamped(atlas: Atlas) -> str:
    """The page by ``TimestampedGeoJson``."""
    from folium.plugins import TimestampedGeoJson

    shapes = _shapes(atlas)
    features = [
        *(_twice(shapes[cell], first, last, about) for cell, first, last, about in _held(atlas)),
        *(
            _feature(
                _point(at),
                {
                    "times": [_milliseconds(first), _milliseconds(last)],
                    "popup": words,
                    "icon": "circle",
                    "iconstyle": {"radius": 5, "color": "#222"},
                },
            )
            for at, first, last, words in _events(atlas)
        ),
    ]
    view = _map(atlas)
    TimestampedGeoJson(  # type: ignore[no-untyped-call]
        {"type": "FeatureCollection", "features": features},
        period="P1D", duration="P1D", auto_play=False, loop=False, date_options="YYYY-MM-DD", transition_time=1,
    ).add_to(view)  # fmt: skip
    return _rendered(view)


def choropleth(atlas: Atlas) -> str:
    """The page by ``TimeSliderChoropleth``: areas by months."""
    from folium.plugins import TimeSliderChoropleth

    shapes = _shapes(atlas)
    months = [
        date(year, month, 1) for year in range(FIRST.year, FIRST.year + DAYS // 365 + 1) for month in range(1, 13)
    ]
    stamps = [(str((month - date(1970, 1, 1)).days * 86_400), (month - FIRST).days) for month in months]
    number = {cell.id: i for i, cell in enumerate(atlas.region.cells)}
    styles: dict[str, Json] = {str(i): {} for i in number.values()}
    for cell, first, last, about in _held(atlas):
        style = {"color": about["fill"], "opacity": OPACITY}
        styles[str(number[cell])].update({stamp: style for stamp, day in stamps if first <= day <= last})
    features = [{**_feature(shapes[cell], {}), "id": str(i)} for cell, i in number.items()]
    view = _map(atlas, canvas=False)
    TimeSliderChoropleth(
        {"type": "FeatureCollection", "features": features}, styledict=styles, init_timestamp=-1
    ).add_to(view)
    return _rendered(view)


PLUGINS = {"timeline": timeline, "timestamped": timestamped, "choropleth": choropleth}
"""How to make each page, by the plug-in's short name."""


def _map(atlas: Atlas, *, canvas: bool = True) -> folium.Map:
    """A map without tiles, drawn on canvas where the plug-in can: that is its faster way."""
    import folium

    boxes = [shape.bounds for shape in atlas.region.shapes]
    west, south, east, north = zip(*boxes, strict=True)
    view = folium.Map(tiles=None, prefer_canvas=canvas)
    view.fit_bounds([[min(south), min(west)], [max(north), max(east)]])
    return view


def _rendered(view: folium.Map) -> str:
    page: str = view.get_root().render()
    return page


def _shapes(atlas: Atlas) -> dict[str, Json]:
    return {
        cell.id: {
            "type": "Polygon",
            "coordinates": [[[round(lon, DIGITS), round(lat, DIGITS)] for lon, lat in shape.exterior.coords]],
        }
        for cell, shape in zip(atlas.region.cells, atlas.region.shapes, strict=True)
    }


def _held(atlas: Atlas) -> Iterator[tuple[str, int, int, Json]]:
    """Of each interval the cell, the first and last day (from the map's first), colour and sentence; oldest first."""
    told = {claim.id: claim.evidence for claim in atlas.claims}
    for row in sorted(atlas.intervals, key=lambda row: row.start or ""):
        words = told[row.claims[0]] if row.claims else row.rule
        first, last = _day(row.start or ""), _day(row.end) - 1 if row.end else DAYS
        yield row.cell, first, last, {"fill": COLOURS[row.controller or ""], "popup": words}


def _events(atlas: Atlas) -> Iterator[tuple[Sequence[float], int, int, str]]:
    """Of each event its longitude and latitude, its first and last day, and its sentence."""
    at = {place.id: (place.lon or 0.0, place.lat or 0.0) for place in atlas.region.places}
    for claim in atlas.claims:
        first, _, last = str(claim.when).partition("/")
        yield at[str(claim.places[0].place)], _day(first), _day(last or first), claim.evidence


def _day(day: str) -> int:
    return (date.fromisoformat(day) - FIRST).days


def _milliseconds(day: int) -> int:
    return ((FIRST + timedelta(days=day)) - date(1970, 1, 1)).days * _MILLISECONDS_A_DAY


def _point(at: Sequence[float]) -> Json:
    return {"type": "Point", "coordinates": list(at)}


def _feature(geometry: Json, properties: Json) -> Json:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _in_milliseconds(feature: Json) -> Json:
    properties = feature["properties"]
    dates = {key: _milliseconds(properties[key]) for key in ("start", "end")}
    return {**feature, "properties": {**properties, **dates}}


def _twice(shape: Json, first: int, last: int, about: Json) -> Json:
    style = {"stroke": True, "weight": 0.8, "color": about["fill"], "fillColor": about["fill"], "fillOpacity": OPACITY}
    times = [_milliseconds(first), _milliseconds(last)]
    shapes = {"type": "MultiPolygon", "coordinates": [shape["coordinates"]] * 2}
    return _feature(shapes, {"times": times, "popup": about["popup"], "style": style})
