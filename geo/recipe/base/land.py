"""The land around a region: countries, their borders, and the provinces of those that are not the region itself."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

HOME_SHARE = 0.5
"""A province of which more than this lies under the region's cells is the region's own; the cells draw it better."""

SMALLEST = 3e-4
"""Square degrees (about 3 km²) under which a piece of land is left out."""

CITIES = frozenset({"City", "Independent City", "Capital City", "Metropolis", "Municipality"})
"""Provinces that are a town: the town has a name on the map already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province as Natural Earth has it, cut to the window.

    ``word`` is what it is (``Province``), ``zoom`` from where on that source labels it.
    """

    country: str
    name: str
    word: str
    names: tuple[tuple[str, str], ...]
    zoom: float
    home: bool
    shape: BaseGeometry


def read_provinces(path: Path, *, window: Polygon, cells: BaseGeometry, tolerance: float) -> list[Province]:
    """The provinces within the window (degrees on WGS 84), generalised together, so that common edges stay common."""
    from shapely import coverage_simplify, prepare
    from shapely.geometry import shape

    prepare(window)
    found = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        outline = shape(feature["geometry"])
        if window.intersects(outline):
            found.append((feature["properties"], outline.buffer(0).intersection(window)))
    simple = coverage_simplify([outline for _, outline in found], tolerance)
    return [
        _province(said, whole, _without_crumbs(outline), cells)
        for (said, whole), outline in zip(found, simple, strict=True)
        if not _without_crumbs(outline).is_empty
    ]


def countries(provinces: Sequence[Province]) -> Iterator[tuple[str, BaseGeometry]]:
    """Each country's land but for the region's own; then that of the region, without a name."""
    from shapely import union_all

    groups: dict[str, list[BaseGeometry]] = defaultdict(list)
    for province in provinces:
        groups["" if province.home else province.country].append(province.shape)
    for name in sorted(groups, key=lambda name: (not name, name)):
        yield name, union_all(groups[name])


def borders(provinces: Sequence[Province]) -> Iterator[tuple[float, BaseGeometry]]:
    """Edges that two provinces of one country share, by the zoom from which on they are drawn.

    Those of the region's own provinces are its cells' to draw, those of countries are edges of their land.
    """
    from shapely import MultiLineString, line_merge

    sides: dict[tuple[tuple[float, ...], tuple[float, ...]], list[Province]] = defaultdict(list)
    for province in provinces:
        for edge in _edges(province.shape):
            sides[edge].append(province)
    lines: dict[float, list[object]] = defaultdict(list)
    for edge, owners in sides.items():
        if len(owners) != 2 or any(owner.home for owner in owners):  # noqa: PLR2004 - a border has two sides
            continue
        one, other = owners
        if one.country == other.country:
            lines[max(one.zoom, other.zoom)].append(edge)
    for zoom, edges in sorted(lines.items()):
        yield zoom, line_merge(MultiLineString(edges))


def _province(said: dict[str, object], whole: BaseGeometry, outline: BaseGeometry, cells: BaseGeometry) -> Province:
    covered = whole.intersection(cells).area if whole.intersects(cells) else 0.0
    names = tuple(
        (key.removeprefix("name_"), str(value))
        for key, value in sorted(said.items())
        if key.startswith("name_") and key not in ("name_alt", "name_len", "name_local") and value
    )
    return Province(
        country=str(said["admin"]),
        name=str(said.get("name_en") or said.get("name") or ""),
        word=str(said.get("type_en") or ""),
        names=names,
        zoom=float(str(said.get("min_zoom") or 9)),
        home=covered > HOME_SHARE * whole.area,
        shape=outline,
    )


def _without_crumbs(shape: BaseGeometry) -> BaseGeometry:
    from shapely import MultiPolygon

    parts = getattr(shape, "geoms", [shape])
    return MultiPolygon([part for part in parts if part.geom_type == "Polygon" and part.area >= SMALLEST])


def _edges(shape: BaseGeometry) -> Iterable[tuple[tuple[float, ...], tuple[float, ...]]]:
    for part in getattr(shape, "geoms", [shape]):
        for ring in (part.exterior, *part.interiors):
            for one, other in pairwise(ring.coords):
                yield (one, other) if one < other else (other, one)
