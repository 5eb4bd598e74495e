"""Turns a recipe and its packages into a region's cells and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from geo.errors import RegionError
from geo.filesets import write_set
from geo.geojson import feature, feature_collection
from geo.partition import area_km2, partition
from geo.recipe import outlines
from geo.recipe.fringe import mark_fringes
from geo.recipe.packages import fetch
from geo.recipe.plan import read_plan
from geo.recipe.sources import pick, read_lines, read_polygons
from geo.regions.tables import read_places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely import LineString, MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    from geo.partition import Piece
    from geo.recipe.plan import Layer, Plan

    Surface: TypeAlias = Polygon | MultiPolygon


@dataclass(frozen=True, slots=True, kw_only=True)
class _Land:
    """What the packages hold: districts by key, their country as a whole, lines by name."""

    polygons: Mapping[str, Surface]
    country: Surface
    lines: Mapping[str, list[BaseGeometry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outline:
    """A layer's area, and the line it was made from."""

    area: Surface
    line: LineString


def build_region(folder: Path, *, downloads: Path) -> list[Path]:
    """Rebuild the geometry of the region in ``folder`` and write it there.

    Parameters
    ----------
    folder
        The region's folder, with ``recipe.toml`` and ``places.csv``.
    downloads
        Where packages are kept; one that is there already is not fetched again.

    Returns
    -------
    list of Path
        The files written.
    """
    files = make_files(folder, downloads=downloads)
    write_set(folder, {name: text.encode("utf-8") for name, text in files.items()})
    return [folder / name for name in files]


def make_files(folder: Path, *, downloads: Path) -> dict[str, str]:
    """The region's geometry files by name, as text; nothing is written but the downloads."""
    plan = read_plan(folder)
    land = _read_land(plan, downloads)
    outlines_by_id = _outlines(plan, land, folder)
    tiles = {tile.id: pick(land.polygons, tile.keys, what=tile.id) for tile in plan.tiles}
    pieces = partition(
        tiles,
        {name: outline.area for name, outline in outlines_by_id.items()},
        grid=plan.grid,
        sliver_km2=plan.sliver_km2,
    )
    return {
        "cells.geojson": _cells(plan, pieces),
        "lines.geojson": _lines(plan, outlines_by_id),
    }


def _read_land(plan: Plan, downloads: Path) -> _Land:
    from shapely import union_all

    files = {package.id: fetch(package, downloads) for package in plan.packages}
    polygons = read_polygons(files[plan.district_package], key=plan.key, prefixes=[plan.country])
    country = union_all(list(polygons.values()))
    lines = read_lines(files[plan.line_package], layer=plan.line_layer, within=country)
    return _Land(polygons=polygons, country=country, lines=lines)


def _outlines(plan: Plan, land: _Land, folder: Path) -> dict[str, _Outline]:
    """The layers in the order of the recipe; a band may be cut by those before it."""
    made: dict[str, _Outline] = {}
    for layer in plan.layers:
        made[layer.id] = _band(layer, land, made, folder) if layer.how == "band" else _line_area(layer, land)
    return made


def _line_area(layer: Layer, land: _Land) -> _Outline:
    from shapely import LineString

    lines = land.lines.get(layer.line_name or "")
    if not lines:
        raise RegionError(f"No line is named {layer.line_name!r}. Names there are: {', '.join(sorted(land.lines))}.")
    if layer.how == "ring":
        area = outlines.ring_area(lines, gap_km=layer.gap_km, name=layer.id)
        return _Outline(area=area, line=LineString(area.exterior.coords))
    if layer.side is None:
        raise RegionError(f"Layer {layer.id!r} is a side of a line. Give the point 'side' that lies in it.")
    area, line = outlines.side_area(lines, land.country, side=layer.side, gap_km=layer.gap_km, name=layer.id)
    return _Outline(area=area, line=line)


def _band(layer: Layer, land: _Land, made: Mapping[str, _Outline], folder: Path) -> _Outline:
    from shapely import LineString, union_all

    places = {place.id: place for place in read_places(folder)}
    route = []
    for name in layer.through:
        place = places.get(name)
        if place is None or place.lon is None or place.lat is None:
            raise RegionError(f"Layer {layer.id!r} goes through {name!r}, which places.csv has no coordinates for.")
        route.append((place.lon, place.lat))
    outside = union_all([made[name].area for name in layer.outside])
    area = outlines.band_area(route, width_km=layer.width_km, inside=land.country, outside=cast("Surface", outside))
    axis = LineString(route).intersection(land.country).difference(outside)
    return _Outline(area=area, line=cast("LineString", axis))


def _cells(plan: Plan, pieces: list[Piece]) -> str:
    prefixes = {tile.id: tile.prefix for tile in plan.tiles}
    suffixes = {layer.id: layer.suffix for layer in plan.layers}
    features = []
    for cell in mark_fringes(pieces, plan.fringe):
        names = [prefixes[cell.piece.tile], *(suffixes[name] for name in cell.piece.layers)]
        if cell.adjoins:
            names.append(f"by-{prefixes[cell.adjoins]}")
        features.append(
            feature(
                cell.piece.geometry,
                cell=".".join(names),
                district=cell.piece.tile,
                layers=list(cell.piece.layers),
                adjoins=cell.adjoins,
                km2=round(area_km2(cell.piece.geometry), 2),
            )
        )
    return feature_collection(features)


def _lines(plan: Plan, outlines_by_id: Mapping[str, _Outline]) -> str:
    from shapely import set_precision

    return feature_collection(
        [
            feature(
                set_precision(outlines_by_id[line.layer].line, plan.grid, mode="pointwise"),
                id=line.id,
                name=line.name,
                kind=line.kind,
                schematic=line.schematic,
                source=line.source,
            )
            for line in plan.lines
        ]
    )
