"""Writes a region's shapes as GeoJSON files (see :mod:`geo.geojson`), which people read and compare line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from geo.geojson import geometry_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Feature: TypeAlias = dict[str, object]


def feature(shape: BaseGeometry, **properties: object) -> Feature:
    """One feature, its polygons wound as the standard asks."""
    return {"type": "Feature", "properties": properties, "geometry": geometry_of(shape)}


def feature_collection(features: list[Feature]) -> str:
    """A collection as text, one feature a line, so that a change shows as a changed line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
