"""Reads ``base.geojson``: the land, waters and towns around a region's areas, on which its map stands.

Nothing in it says who controls what. Each feature names its source; ``zoom`` is the least zoom of a web map (whole
world on 256 pixels at 0) from which on it is worth drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from geo.errors import RegionError
from geo.files import show
from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

FILE_NAME = "base.geojson"

BaseKind = Literal["land", "province-border", "river", "lake", "province", "town"]
KINDS: tuple[BaseKind, ...] = get_args(BaseKind)

_SHAPES: Mapping[BaseKind, str] = {
    "land": "Polygon",
    "province-border": "LineString",
    "river": "LineString",
    "lake": "Polygon",
    "province": "Point",
    "town": "Point",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFeature:
    """One thing of the base map; its shape in degrees on WGS 84.

    ``place`` is the gazetteer's id of the same place, whose names are then shown; ``names`` are (BCP 47 tag, text) of
    what the gazetteer does not hold. ``population`` is a town's, ``capital`` what it is the capital of. ``room_km`` is
    the radius of the largest circle inside a province, around the point at which its name may stand.
    """

    kind: BaseKind
    shape: BaseGeometry
    name: str
    names: tuple[tuple[str, str], ...]
    place: str | None
    zoom: float
    population: int | None
    capital: Literal["country", "province"] | None
    room_km: float | None
    source: str


def read_base(folder: Path) -> tuple[BaseFeature, ...]:
    """The base map of the region in ``folder``; empty where it has none.

    Raises
    ------
    RegionError
        Where the file is no GeoJSON, or a feature has an unknown kind, another shape than its kind, or no source; the
        message counts features from 1.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return ()
    try:
        collection: Any = loads(path.read_text("utf-8"))
        rows = list(collection["features"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RegionError(f"{show(path)} cannot be read as GeoJSON: {error}. {_ANEW}") from error
    return tuple(_feature(row, where=f"{show(path)}, feature {number}") for number, row in enumerate(rows, start=1))


_ANEW = "Make it anew with: geo region base NAME."


def _feature(row: Mapping[str, Any], *, where: str) -> BaseFeature:
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        said, geometry = row["properties"], shape(row["geometry"])
        kind, zoom, source = said["kind"], float(said.get("zoom", 0)), said["source"]
    except (KeyError, TypeError, ValueError, AttributeError, ShapelyError) as error:
        raise RegionError(f"{where} lacks or misstates {error}. {_ANEW}") from error
    if kind not in KINDS:
        raise RegionError(f"{where} has kind {kind!r}. Write one of: {', '.join(KINDS)}.")
    wanted = _SHAPES[cast("BaseKind", kind)]
    if geometry.is_empty or not geometry.geom_type.endswith(wanted):
        raise RegionError(f"{where}, a {kind}, has shape {geometry.geom_type}. Give a {wanted} that is not empty.")
    return BaseFeature(
        kind=kind,
        shape=geometry,
        name=said.get("name") or "",
        names=tuple((said.get("names") or {}).items()),
        place=said.get("place"),
        zoom=zoom,
        population=said.get("population"),
        capital=said.get("capital"),
        room_km=said.get("room_km"),
        source=source,
    )
