"""The base map in the page's data: land, waters, provinces and towns around the areas, under every colour.

Its shapes have arcs and a grid of their own, coarser than the cells': they are generalised more, and the page must stay
small. Lines that two countries share are found by the page, as arcs that two pieces of land use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.regions.naming import BOTH, shown
from geo.webmap.geometry import anchors
from geo.webmap.names import choices, short
from geo.webmap.topology import build_topology, delta, snap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from geo.regions import Region
    from geo.regions.base import BaseFeature

Json = dict[str, object]

STEPS = 2_500
"""Grid steps in a degree: about 40 m."""


def base_data(region: Region, *, labelled: Collection[str]) -> Json:
    """The region's base map; empty lists where it has none.

    Parameters
    ----------
    region
        Its ``base.geojson`` is read.
    labelled
        Places of the gazetteer that the page has with their names already; they are not said again as towns.

    Returns
    -------
    ``steps`` a degree; ``arcs`` by difference; ``extent`` as west, south, east, north of the land; ``land`` and
    ``lakes`` as rings of arc numbers; ``borders`` of provinces and ``rivers`` as arc numbers; ``provinces`` and
    ``towns`` as points. ``zoom`` is that of :class:`geo.regions.base.BaseFeature`, ``room`` in kilometres.
    """
    features = region.base
    land, lakes = _of("land", features), _of("lake", features)
    topology = build_topology([feature.shape for feature in (*land, *lakes)], steps=STEPS)
    arcs = list(topology.deltas())
    rings = topology.polygons

    def lines(feature: BaseFeature) -> list[int]:
        parts = [snap(part.coords, steps=STEPS) for part in getattr(feature.shape, "geoms", [feature.shape])]
        first = len(arcs)
        arcs.extend(delta(part) for part in parts if len(part) > 1)
        return list(range(first, len(arcs)))

    return {
        "steps": STEPS,
        "land": [{"names": names_of(item, region), "rings": ring} for item, ring in zip(land, rings, strict=False)],
        "lakes": [
            {"names": names_of(item, region), "zoom": item.zoom, "rings": ring, "anchor": anchors([[item.shape]])[0]}
            for item, ring in zip(lakes, rings[len(land) :], strict=True)
        ],
        "borders": [{"zoom": item.zoom, "arcs": lines(item)} for item in _of("province-border", features)],
        "rivers": [
            {"names": names_of(item, region), "zoom": item.zoom, "arcs": lines(item)} for item in _of("river", features)
        ],
        "provinces": [
            {"names": _short(names_of(item, region), region), "zoom": item.zoom, "room": item.room_km, **_point(item)}
            for item in _of("province", features)
        ],
        "towns": [
            {"names": names_of(item, region), "zoom": item.zoom, "capital": item.capital == "country", **_point(item)}
            for item in _of("town", features)
            if item.place not in labelled
        ],
        "arcs": arcs,
        "extent": _extent(land),
    }


def zooms(region: Region) -> dict[str, float]:
    """From which zoom on a place of the gazetteer is labelled, where the base map knows how large it is."""
    return {item.place: item.zoom for item in _of("town", region.base) if item.place}


def names_of(feature: BaseFeature, region: Region) -> str | list[str]:
    """What a feature is called by each of the reader's choices; one text where all are the same.

    The base map is there to find one's way, so where both names are chosen it says one, that of the region's file.
    """
    place = region.place(feature.place or "")
    name = place.name if place else feature.name
    names = region.names_of(place) if place else feature.names
    found = [name if tag == BOTH else shown(name, names, choice=tag, order=()) for tag in choices(region)]
    return found[0] if len(set(found)) == 1 else found


def _short(names: str | list[str], region: Region) -> str | list[str]:
    """A province is called as areas are on the map: without what the region leaves out."""
    without = region.map.label_without or ()
    return short(names, without=without) if isinstance(names, str) else [short(name, without=without) for name in names]


def _of(kind: str, features: Iterable[BaseFeature]) -> list[BaseFeature]:
    return [feature for feature in features if feature.kind == kind]


def _point(feature: BaseFeature) -> Json:
    lon, lat = feature.shape.coords[0]
    return {"lon": round(lon, 4), "lat": round(lat, 4)}


def _extent(land: Sequence[BaseFeature]) -> list[float] | None:
    if not land:
        return None
    west, south, east, north = zip(*(feature.shape.bounds for feature in land), strict=True)
    return [min(west), min(south), max(east), max(north)]
