"""Makes areas of lines: rings that almost close, sides of a line that ends at a border, bands along a road. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from geo.ellipsoid import ellipsoid
from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import LineString, MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    Surface: TypeAlias = Polygon | MultiPolygon

Position: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees on WGS 84."""

QUARTER_CIRCLE_SEGMENTS = 4
"""Corners of a band's round ends; its width is schematic, so few are enough."""


def join_ends(lines: Iterable[BaseGeometry], *, gap_km: float) -> list[LineString]:
    """Join lines at their nearest ends where the gap is at most ``gap_km``, the narrowest gap first.

    Gaps are measured on the ellipsoid. What stays apart comes back as lines of its own, the longest first.
    """
    from shapely import LineString, line_merge, union_all

    merged = line_merge(union_all(list(lines)))
    chains = [[(x, y) for x, y in part.coords] for part in getattr(merged, "geoms", [merged])]
    while len(chains) > 1:
        gap, first, second = min(
            (_gap_km(a[-1], b[0]), a, b)
            for one in range(len(chains))
            for two in range(len(chains))
            if one != two
            for a in (chains[one], chains[one][::-1])
            for b in (chains[two], chains[two][::-1])
        )
        if gap > gap_km:
            break
        joined = first + (second[1:] if gap == 0 else second)
        rest = [chain for chain in chains if chain not in (first, first[::-1], second, second[::-1])]
        chains = [joined, *rest]
    return sorted((LineString(chain) for chain in chains), key=lambda line: (-line.length, line.bounds))


def ring_area(lines: Iterable[BaseGeometry], *, gap_km: float, name: str) -> Polygon:
    """The area within lines that close upon themselves, once gaps up to ``gap_km`` are closed.

    Raises
    ------
    RegionError
        Where the lines do not close; the message says how wide the gap is.
    """
    from shapely import Polygon

    outline, *rest = join_ends(lines, gap_km=gap_km)
    gap = _gap_km(outline.coords[0], outline.coords[-1])
    if rest or gap > gap_km:
        parts = 1 + len(rest)
        raise RegionError(f"The outline {name!r} stays open by {gap:.2f} km in {parts} parts. Raise its gap_km.")
    return Polygon(outline.coords)


def side_area(
    lines: Iterable[BaseGeometry], country: Surface, *, side: Position, gap_km: float, name: str
) -> tuple[Polygon, LineString]:
    """The part of a country on the side of a line that holds the point ``side``, and the line, drawn to the border.

    Raises
    ------
    RegionError
        Where the line ends farther than ``gap_km`` from the border, is in parts, or does not cut the country.
    """
    from shapely import LineString, Point, polygonize, union_all

    line, *rest = join_ends(lines, gap_km=gap_km)
    if rest:
        raise RegionError(f"The line {name!r} is in {1 + len(rest)} parts. Raise its gap_km.")
    ends = [_on_border(end, country, gap_km=gap_km, name=name) for end in (line.coords[0], line.coords[-1])]
    line = LineString([ends[0], *line.coords[1:-1], ends[1]])
    faces = polygonize([union_all([country.boundary, line], grid_size=1e-9)])
    found = [face for face in faces.geoms if face.covers(Point(side))]
    if len(faces.geoms) < 2 or not found:  # noqa: PLR2004  a cut makes two
        raise RegionError(f"The line {name!r} does not cut off the point {side}. Correct its side.")
    return found[0], line


def band_area(route: Sequence[Position], *, width_km: float, inside: Surface, outside: Surface) -> Surface:
    """A band of ``width_km`` along a route, cut to ``inside`` and out of ``outside``; the part along the route only.

    The width is laid off in a transverse Mercator projection centred on the route, where it is true to some
    centimetres over a road of 100 km.
    """
    from pyproj import CRS, Transformer
    from shapely import LineString, transform

    lon, lat = (sum(point[axis] for point in route) / len(route) for axis in (0, 1))
    local = CRS.from_dict({"proj": "tmerc", "lon_0": lon, "lat_0": lat, "ellps": "WGS84", "units": "m"})
    there = Transformer.from_crs("EPSG:4326", local, always_xy=True)
    metres = transform(LineString(route), there.transform, interleaved=False)
    band = metres.buffer(width_km * 500, quad_segs=QUARTER_CIRCLE_SEGMENTS, cap_style="flat", join_style="round")
    degrees = transform(band, lambda x, y: there.transform(x, y, direction="INVERSE"), interleaved=False)
    return degrees.intersection(inside).difference(outside)


def _on_border(end: Position, country: Surface, *, gap_km: float, name: str) -> Position:
    """The border's point nearest to a line's end."""
    from shapely import Point

    border = country.boundary
    nearest = border.interpolate(border.project(Point(end)))
    gap = _gap_km(end, (nearest.x, nearest.y))
    if gap > gap_km:
        raise RegionError(f"The line {name!r} ends {gap:.2f} km from the border. Raise its gap_km.")
    return nearest.x, nearest.y


def _gap_km(start: Sequence[float], end: Sequence[float]) -> float:
    return float(ellipsoid().inv(start[0], start[1], end[0], end[1])[2]) / 1000
