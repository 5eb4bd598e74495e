"""Reads areas from a GeoJSON, GeoPackage or Shapefile, or a zip of one, as GDAL does; degrees on WGS 84 come out.

GDAL decides by a file's content what it is, and some of what it knows names other files and addresses. So the content
is looked at first: only the three formats, and their zips, reach it.
"""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.errors import MissingInputError, RegionError
from geo.files import show
from geo.printable import printable
from geo.regions.making.archives import READ, opened
from geo.regions.making.changes import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

WGS84 = "EPSG:4326"
MAGIC = {".gpkg": b"SQLite format 3\0", ".shp": b"\x00\x00\x27\x0a"}
"""How files begin: SQLite (of which a GeoPackage is one), ESRI's Shapefile (white paper of 1998, file code 9994)."""

GEOJSON_TYPES = frozenset({"FeatureCollection", "Feature", "Polygon", "MultiPolygon", "GeometryCollection"})
PIPELINE = b"gdal_streamed_alg"
"""How GDAL (3.11 and later) knows JSON that is a list of its own commands, which may name other files."""

UNCLOSED = "Non closed ring"
"""What GDAL warns of once, for a whole file, and is said here of each row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the file: its number, from 1, its columns, and its shape in degrees on WGS 84, longitude first."""

    number: int
    values: Mapping[str, object]
    shape: BaseGeometry | None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What to read: a file, of it a layer, of that the rows that meet a condition; its reference if it is silent.

    ``layer`` also names the file of a zip that holds several; ``where`` is a condition as SQL writes it
    (``iso_a2 = 'UA'``); ``crs`` is what pyproj understands (``EPSG:32638``).
    """

    path: Path
    layer: str | None = None
    where: str | None = None
    crs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What GDAL gave: columns, shapes as WKB, and the reference system that the file names."""

    crs: str | None
    columns: Mapping[str, Sequence[object]]
    shapes: Sequence[bytes | None]
    said: list[str] = field(default_factory=list)


def read_rows(source: Source) -> tuple[list[Row], list[Change]]:
    """The rows of a file, and what was changed of the file as a whole.

    Raises
    ------
    MissingInputError
        Where there is no such file.
    RegionError
        Where it is none of the formats, GDAL cannot read it, several layers hold areas and none was chosen, or its
        reference system is unknown.
    """
    if not source.path.is_file():
        raise MissingInputError(f"No file {show(source.path)}. Check the path.")
    if source.path.suffix.lower() not in {*READ, ".zip"}:
        known = ", ".join(sorted({*READ, ".zip"}))
        raise RegionError(f"{show(source.path)} is none of: {known}. Convert it to GeoJSON or GeoPackage first.")
    with opened(source.path, choose=source.layer) as file:
        _check_content(file, source.path)
        table = _read(file, source)
    crs, notes = _reference(table, source)
    shapes, faults = _shapes(table.shapes)
    shapes = _in_degrees(shapes, crs)
    rows = [
        Row(
            number=number,
            values={name: column[number - 1] for name, column in table.columns.items()},
            shape=shape,
            changes=tuple(fault),
        )
        for number, (shape, fault) in enumerate(zip(shapes, faults, strict=True), 1)
    ]
    return rows, [Change(where=printable(source.path.name), what=what) for what in (*table.said, *notes)]


def _check_content(file: Path, path: Path) -> None:
    magic = MAGIC.get(file.suffix.lower())
    if magic is not None:
        with file.open("rb") as stream:
            if stream.read(len(magic)) != magic:
                raise RegionError(f"{show(path)}: {printable(file.name)} is no {file.suffix[1:]} file. Export it anew.")
        return
    data = file.read_bytes()
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RegionError(f"{show(path)} is no GeoJSON: {error}. Export it anew, as UTF-8.") from error
    kind = found.get("type") if isinstance(found, dict) else type(found).__name__
    if kind not in GEOJSON_TYPES or PIPELINE in data:
        raise RegionError(f"{show(path)} is no GeoJSON of areas: its type is {kind!r}. Export a FeatureCollection.")


def _read(file: Path, source: Source) -> _Table:
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FieldError

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            meta, _, shapes, columns = pyogrio.raw.read(
                file, layer=_layer(file, source), where=source.where, datetime_as_string=True
            )
        except (DataLayerError, DataSourceError, FieldError, ValueError, UnicodeDecodeError) as error:
            asked = f" with --where {source.where!r}" if source.where else ""
            raise RegionError(f"{show(source.path)} cannot be read{asked}: {printable(str(error))}") from error
    if shapes is None:
        raise RegionError(f"{show(source.path)} holds no shapes, only a table. Give the file with the areas.")
    return _Table(
        crs=meta["crs"],
        columns=dict(zip(meta["fields"].tolist(), columns, strict=True)),
        shapes=list(shapes),
        said=sorted({text for item in told if UNCLOSED not in (text := printable(str(item.message)))}),
    )


def _layer(file: Path, source: Source) -> str:
    """The layer asked for, or the only one that holds areas.

    Raises
    ------
    RegionError
        Where there is no such layer, or several hold areas: one file may hold several reference systems.
    """
    import pyogrio

    layers = {str(name): str(kind) for name, kind in pyogrio.list_layers(file).tolist()}
    names = ", ".join(printable(name) for name in layers)
    if source.layer is not None and source.layer in layers:
        return source.layer
    if source.layer is not None and file == source.path:
        raise RegionError(f"{show(source.path)} has no layer {source.layer!r}. Its layers: {names}.")
    areas = [name for name, kind in layers.items() if "Polygon" in kind] or list(layers)
    if len(areas) != 1:
        raise RegionError(f"{show(source.path)} has several layers: {names}. Say which with --layer.")
    return areas[0]


def _reference(table: _Table, source: Source) -> tuple[str, list[str]]:
    """The reference system of the shapes, and what is said of it.

    A file without one is in degrees where every coordinate can be; a guess at anything else would move areas silently.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    named = source.crs or table.crs
    if named is None:
        if _can_be_degrees(table.shapes):
            return WGS84, ["it names no coordinate reference system; read as degrees on WGS 84"]
        raise RegionError(
            f"{show(source.path)} names no coordinate reference system, and its coordinates are no degrees. Name it "
            "with --crs (EPSG:32638)."
        )
    try:
        crs = CRS.from_user_input(named).to_2d()
    except CRSError as error:
        raise RegionError(f"{show(source.path)}: no reference system {named!r}. Write EPSG:32638.") from error
    if crs.equals(CRS.from_user_input(WGS84), ignore_axis_order=True) or crs.to_authority() == ("OGC", "CRS84"):
        return WGS84, []
    return named, [f"turned from {printable(crs.name)} into degrees on WGS 84"]


def _can_be_degrees(shapes: Sequence[bytes | None]) -> bool:
    import numpy as np
    from shapely import from_wkb, get_coordinates

    positions = get_coordinates(from_wkb(list(shapes), on_invalid="ignore"))
    return bool((np.abs(positions) <= np.array([360.0, 90.0])).all())


def _shapes(packed: Sequence[bytes | None]) -> tuple[list[BaseGeometry | None], list[list[str]]]:
    """The shapes in two dimensions, their rings closed, and what was changed of each."""
    from shapely import force_2d, from_wkb

    plain = from_wkb(list(packed), on_invalid="ignore")
    fixed = from_wkb(list(packed), on_invalid="fix")
    shapes = [one if one is not None else other for one, other in zip(plain, fixed, strict=True)]
    said: list[list[str]] = [[] for _ in shapes]
    for number, shape in enumerate(shapes):
        if plain[number] is None and shape is not None and not shape.is_empty:
            said[number].append("a ring that was not closed is closed")
        if shape is not None and shape.has_z:
            said[number].append("its heights are left out")
    return [shape if shape is None else force_2d(shape) for shape in shapes], said


def _in_degrees(shapes: Sequence[BaseGeometry | None], crs: str) -> list[BaseGeometry | None]:
    from pyproj import Transformer
    from shapely import transform

    if crs == WGS84:
        return list(shapes)
    turn = Transformer.from_crs(crs, WGS84, always_xy=True).transform
    return [shape if shape is None else transform(shape, turn, interleaved=False) for shape in shapes]
