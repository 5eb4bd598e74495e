"""Reads ``recipe.toml``: which packages, which features of them, and how lines become areas."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "recipe.toml"

Manager = Literal["npm", "apt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package in a public registry, and the one file of it that is read."""

    id: str
    manager: Manager
    name: str
    version: str
    sha256: str
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A district: the id of its area, the prefix of its cells' ids, and the keys of its polygons."""

    id: str
    prefix: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """An area that cuts the districts.

    ``how`` is ``ring`` (lines that close upon themselves), ``split`` (the side of a line, within the country, that
    holds the point ``side``; degrees, lon and lat) or ``band`` (``width_km`` along a route through gazetteer places,
    outside the layers ``outside``). ``gap_km`` is the widest gap between line ends that may be closed.
    """

    id: str
    suffix: str
    how: Literal["ring", "split", "band"]
    line_name: str | None
    gap_km: float
    side: tuple[float, float] | None
    through: tuple[str, ...]
    width_km: float
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fringe:
    """Which pieces count with one of ``adjoins``: those of other districts, inside these layers and outside those."""

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    adjoins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A line that the map draws: a layer's own line, under a name and with its source."""

    id: str
    layer: str
    name: str
    kind: str
    schematic: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole recipe."""

    country: str
    key: str
    district_package: str
    line_package: str
    line_layer: str
    grid: float
    sliver_km2: float
    packages: tuple[Package, ...]
    tiles: tuple[Tile, ...]
    layers: tuple[Layer, ...]
    fringe: Fringe | None
    lines: tuple[DrawnLine, ...]


def read_plan(folder: Path) -> Plan:
    """Read the recipe in a region's folder.

    Raises
    ------
    RegionError
        Where the file is missing, is not TOML, or lacks a key; the message names the file and the key.
    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise RegionError(f"{path} does not exist: this region cannot be rebuilt. Name a folder with one.") from error
    except tomllib.TOMLDecodeError as error:
        raise RegionError(f"{path} is not TOML: {error}.") from error
    try:
        return _plan(data)
    except KeyError as error:
        raise RegionError(f"{path} lacks the key {error}. Compare it with shapes/karabakh/{FILE_NAME}.") from error


def _plan(data: Mapping[str, Any]) -> Plan:
    source = data["source"]
    return Plan(
        country=source["country"],
        key=source["key"],
        district_package=source["districts"],
        line_package=source["lines"],
        line_layer=source["line_layer"],
        grid=float(data["overlay"]["grid_degrees"]),
        sliver_km2=float(data["overlay"]["sliver_km2"]),
        packages=tuple(read_package(row) for row in data["package"]),
        tiles=tuple(Tile(id=row["id"], prefix=row["prefix"], keys=tuple(row["keys"])) for row in data["district"]),
        layers=tuple(_layer(row) for row in data["layer"]),
        fringe=_fringe(data["fringe"]) if "fringe" in data else None,
        lines=tuple(DrawnLine(**row) for row in data["line"]),
    )


def read_package(row: Mapping[str, Any]) -> Package:
    """A package as a table of TOML names it.

    Raises
    ------
    RegionError
        Where its registry is not one that is known.
    """
    if row["manager"] not in ("npm", "apt"):
        raise RegionError(f"Package {row['id']!r} has manager {row['manager']!r}. Write npm or apt.")
    return Package(
        id=row["id"],
        manager=row["manager"],
        name=row["name"],
        version=row["version"],
        sha256=row["sha256"],
        member=row["member"],
    )


def _layer(row: Mapping[str, Any]) -> Layer:
    if row["how"] not in ("ring", "split", "band"):
        raise RegionError(f"Layer {row['id']!r} is made by {row['how']!r}. Write ring, split or band.")
    return Layer(
        id=row["id"],
        suffix=row["suffix"],
        how=row["how"],
        line_name=row.get("line_name"),
        gap_km=float(row.get("gap_km", 0)),
        side=cast("tuple[float, float]", tuple(row["side"])) if "side" in row else None,
        through=tuple(row.get("through", ())),
        width_km=float(row.get("width_km", 0)),
        outside=tuple(row.get("outside", ())),
    )


def _fringe(row: Mapping[str, Any]) -> Fringe:
    return Fringe(inside=tuple(row["inside"]), outside=tuple(row["outside"]), adjoins=tuple(row["adjoins"]))
