"""Shapes as GeoJSON by RFC 7946: degrees on WGS 84 to six decimals, outer rings anticlockwise.

Source of the rules: RFC 7946, sections 3.1.6 (rings) and 11.2 (precision). Six decimals are about 11 cm, far finer than
any boundary here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

Feature: TypeAlias = dict[str, object]

DECIMALS = 6


def geometry_of(shape: BaseGeometry) -> dict[str, object]:
    """The geometry of a shape; where rings start and in which order parts stand is left as it is.

    Examples
    --------
    >>> from shapely import box
    >>> geometry_of(box(46, 39, 47, 40))["coordinates"][0][:2]
    [[47.0, 39.0], [47.0, 40.0]]
    """
    from shapely import orient_polygons
    from shapely.geometry import mapping

    found = mapping(orient_polygons(shape))
    return {"type": found["type"], "coordinates": _rounded(found["coordinates"])}


def feature(shape: BaseGeometry, **properties: object) -> Feature:
    """One feature, its polygons wound as the standard asks."""
    return {"type": "Feature", "properties": properties, "geometry": geometry_of(shape)}


def feature_collection(features: Iterable[Feature]) -> str:
    """A collection as text, one feature a line, so that a change of a region's shapes shows as a changed line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def degrees(value: float) -> float:
    """A longitude or latitude as it is written; never a negative zero."""
    return round(float(value), DECIMALS) + 0.0


def _rounded(coordinates: object) -> object:
    if isinstance(coordinates, list | tuple):
        return [_rounded(part) for part in coordinates]
    return degrees(coordinates) if isinstance(coordinates, float) else coordinates
