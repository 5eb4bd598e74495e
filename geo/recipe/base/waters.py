"""Rivers, lakes and reservoirs of Natural Earth within a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import geopandas as gpd
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

ZOOM_OF_RANK = {0: 2.0, 1: 2.5, 2: 3.0, 3: 4.0, 4: 4.5, 5: 5.0, 6: 5.5, 7: 6.0, 8: 6.3, 9: 6.6}
"""From where on a river or lake of Natural Earth's ``scalerank`` is drawn; that source ranks a map of the world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Water:
    """A river's course or a lake, under the source's own name, which may be empty; degrees on WGS 84."""

    name: str
    zoom: float
    shape: BaseGeometry


def read_rivers(path: Path, *, window: Polygon, tolerance: float) -> Iterator[Water]:
    """Courses by name, the pieces of one joined; the middle lines of lakes are left out, since lakes are drawn."""
    from shapely import line_merge, union_all

    frame = _read(path, window)
    frame = frame[frame["featurecla"] != "Lake Centerline"]
    for (name, rank), rows in frame.groupby(["name", "scalerank"], sort=True):
        course = line_merge(union_all(list(rows.geometry)).intersection(window)).simplify(tolerance)
        if not course.is_empty:
            yield Water(name=name, zoom=ZOOM_OF_RANK.get(int(rank), 7.0), shape=course)


def read_lakes(path: Path, *, window: Polygon, tolerance: float) -> Iterator[Water]:
    """Lakes and reservoirs, which stand in the same file as the ocean; each once, though some stand there twice."""
    frame = _read(path, window)
    frame = frame[frame["featurec_2"].notna()]
    seen: set[bytes] = set()
    for row in frame.itertuples(index=False):
        shape = row.geometry.intersection(window).simplify(tolerance)
        if shape.is_empty or shape.wkb in seen:
            continue
        seen.add(shape.wkb)
        yield Water(name=row.name, zoom=ZOOM_OF_RANK.get(int(row.scaleran_2), 7.0), shape=shape)


def _read(path: Path, window: Polygon) -> gpd.GeoDataFrame:
    import geopandas as gpd

    frame = gpd.read_file(path, bbox=window.bounds)
    frame["name"] = frame["name"].fillna("")
    return frame
