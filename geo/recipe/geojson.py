"""Writes shapes as GeoJSON by RFC 7946: WGS 84, outer rings anticlockwise, no more than six decimals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DECIMALS = 6

Feature: TypeAlias = dict[str, object]


def feature(shape: BaseGeometry, **properties: object) -> Feature:
    """One feature, its polygons wound as the standard asks."""
    from shapely import orient_polygons
    from shapely.geometry import mapping

    geometry = mapping(orient_polygons(shape))
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])},
    }


def feature_collection(features: list[Feature]) -> str:
    """A collection as text, one feature a line, so that a change shows as a changed line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _rounded(coordinates: object) -> object:
    if isinstance(coordinates, list | tuple):
        return [_rounded(part) for part in coordinates]
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return coordinates
