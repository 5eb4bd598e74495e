"""Mends one shape: what is no area, crosses itself, goes round the Earth, or lies nowhere on it. Pure.

Whatever is changed is said. A shape that cannot be mended without guessing is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from geo.errors import RegionError
from geo.regions.making.antimeridian import split_at_antimeridian

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    Surface: TypeAlias = Polygon | MultiPolygon

MOST_LONGITUDE = 540.0
"""Files write longitudes to 360, and to 540 where what crosses the antimeridian goes on beyond it."""

MOST_LATITUDE = 90.0
_ROUNDING = 1e-6
"""Degrees by which a transformation may overshoot the pole."""


def mended(shape: BaseGeometry | None, *, where: str) -> tuple[Surface | None, list[str]]:
    """The area that a shape means, and what was changed.

    Parameters
    ----------
    shape
        Degrees on WGS 84, longitude first, in two dimensions.
    where
        File, row and name, for errors.

    Returns
    -------
    tuple
        The area, valid, or None where there is none; sentences on what was changed.

    Raises
    ------
    RegionError
        Where a coordinate is no number, or lies nowhere on the Earth.
    """
    if shape is None or shape.is_empty:
        return None, ["it has no geometry, and is left out"]
    _check_position(shape, where)
    areas, dropped = _areas_of(shape)
    if areas is None:
        return None, [f"it is a {shape.geom_type} and no area, and is left out"]
    said = [f"what of it is no area ({', '.join(dropped)}) is left out"] if dropped else []
    split, crossing = split_at_antimeridian(areas)
    if split.is_empty:
        return None, [*said, "it covers nothing, and is left out"]
    if crossing:
        said.append(crossing)
    valid, faults = _valid(split)
    return valid, [*said, *faults]


def _check_position(shape: BaseGeometry, where: str) -> None:
    import numpy as np
    from shapely import get_coordinates

    positions = get_coordinates(shape)
    if not np.isfinite(positions).all():
        raise RegionError(f"{where} has a coordinate that is no number. Correct it in the file.")
    beyond = (np.abs(positions[:, 0]) > MOST_LONGITUDE) | (np.abs(positions[:, 1]) > MOST_LATITUDE + _ROUNDING)
    if beyond.any():
        x, y = positions[beyond][0]
        raise RegionError(
            f"{where} lies at {x:.6g}, {y:.6g}, which is no longitude and latitude in degrees. If the whole file is in "
            "another coordinate reference system, name it with --crs (EPSG:32638); if only this row is, mend the row. "
            "Longitude comes first."
        )


def _areas_of(shape: BaseGeometry) -> tuple[Surface | None, list[str]]:
    """The polygons of a shape, and the kinds of its parts that are none."""
    from shapely import MultiPolygon, get_parts

    parts: list[BaseGeometry] = []
    open_ = [shape]
    while open_:
        part = open_.pop(0)
        if part.geom_type in ("MultiPolygon", "GeometryCollection"):
            open_ += list(get_parts(part))
        elif not part.is_empty:
            parts.append(part)
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    dropped = sorted({part.geom_type for part in parts if part.geom_type != "Polygon"})
    if not polygons:
        return None, dropped
    return cast("Surface", polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)), dropped


def _valid(shape: Surface) -> tuple[Surface | None, list[str]]:
    """The shape without crossings, by the rule that lines bound what they enclose, and what was wrong."""
    from shapely import get_parts, is_valid_reason, make_valid, union_all

    if shape.is_valid:
        return shape, []
    reason = is_valid_reason(shape).replace("[", " near ").replace("]", "")
    fixed, _ = _areas_of(make_valid(shape, method="structure", keep_collapsed=False))
    if fixed is not None and not fixed.is_valid:  # parts that share an edge are one
        fixed, _ = _areas_of(union_all(get_parts(fixed)))
    if fixed is None:
        return None, [f"nothing is left of it once its outline is mended ({reason}), and it is left out"]
    return fixed, [f"its outline is mended ({reason})"]
