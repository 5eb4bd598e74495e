"""Reads the unpacked packages: polygons by key from a GeoJSON file, lines by name from a GeoPackage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias, cast

from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from shapely import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    Surface: TypeAlias = Polygon | MultiPolygon


def read_polygons(path: Path, *, key: str, prefixes: Iterable[str]) -> dict[str, Surface]:
    """The features whose property ``key`` starts with one of ``prefixes``, by that key; degrees on WGS 84."""
    from shapely.geometry import shape

    starts = tuple(prefixes)
    features = json.loads(path.read_text("utf-8"))["features"]
    return {
        code: cast("Surface", shape(feature["geometry"]))
        for feature in features
        if (code := str(feature["properties"].get(key, ""))).startswith(starts)
    }


def read_lines(path: Path, *, layer: str, within: Surface) -> dict[str, list[BaseGeometry]]:
    """The lines of a GeoPackage's layer that touch the bounds of ``within``, by name; degrees on WGS 84."""
    import geopandas as gpd

    frame = gpd.read_file(path, layer=layer, bbox=tuple(within.bounds))
    lines: dict[str, list[BaseGeometry]] = {}
    for name, geometry in zip(frame["name"], frame.geometry, strict=True):
        lines.setdefault(str(name), []).append(geometry)
    return lines


def pick(polygons: Mapping[str, Surface], keys: Iterable[str], *, what: str) -> Surface:
    """The union of the polygons with these keys.

    Raises
    ------
    RegionError
        Where the package has no such key.
    """
    from shapely import union_all

    wanted = list(keys)
    missing = [key for key in wanted if key not in polygons]
    if missing or not wanted:
        names = ", ".join(missing) or "(none named)"
        raise RegionError(f"The package has no polygon {names} for {what!r}. Correct its keys.")
    return cast("Surface", union_all([polygons[key] for key in wanted]))
