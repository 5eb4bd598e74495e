"""Opens a region: reads its folder and checks that the parts fit together."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from geo.dates import When
from geo.errors import DateError, RegionError
from geo.regions.folders import MARK, find_folder
from geo.regions.model import Area, Baseline, Box, Cell, Group, Limit, Region
from geo.regions.queries import select
from geo.regions.tables import read_outlets, read_parties, read_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path


def open_region(name_or_path: str, *, search: Sequence[Path] | None = None) -> Region:
    """Open a region by name or path.

    Parameters
    ----------
    name_or_path
        ``karabakh``, or a path to a folder with a ``region.toml``.
    search
        Folders that hold regions. By default ``./shapes`` wins over those that the package carries.

    Raises
    ------
    UnknownRegionError
        Where there is no such region; the message lists those that there are.
    RegionError
        Where the folder is incomplete or contradicts itself; the message names file and row.

    Examples
    --------
    >>> region = open_region("karabakh")
    >>> region.side_of("russian-peacekeepers")
    'russia'
    """
    folder = find_folder(name_or_path, search=search)
    path = folder / MARK
    data = _toml(path)
    cells = _cells(folder / "cells.geojson")
    try:
        region = _region(folder, data, cells)
    except KeyError as error:
        raise RegionError(f"{path} lacks the key {error}.") from error
    _check(region)
    return region


def _region(folder: Path, data: Mapping[str, Any], cells: Sequence[Cell]) -> Region:
    baseline = data.get("baseline")
    return Region(
        id=data["id"],
        name=data["name"],
        names=_names(data.get("names", {})),
        folder=folder,
        start=_day(data["start"], folder / MARK),
        view=Box(**data["view"]) if "view" in data else None,
        baseline=Baseline(side=baseline["side"], start=data["start"], source=baseline["source"]) if baseline else None,
        cells=tuple(cells),
        areas=tuple(_area(row, cells, folder / MARK) for row in data["area"]),
        groups=tuple(_group(row) for row in data.get("group", ())),
        places=read_places(folder),
        parties=read_parties(folder),
        outlets=read_outlets(folder),
        limits=tuple(Limit(side=row["side"], area=row["area"], source=row["source"]) for row in data.get("limit", ())),
        anaphors=tuple((words, row["place"]) for row in data.get("anaphor", ()) for words in row["words"]),
    )


def _area(row: Mapping[str, Any], cells: Sequence[Cell], path: Path) -> Area:
    where = f"{path}, area {row['id']!r}"
    chosen = select(cells, row["cells"], where=where)
    return Area(
        id=row["id"],
        name=row["name"],
        names=_names(row.get("names", {})),
        kind=row["kind"],
        cells=chosen,
        transfer_cells=select(cells, row["transfer"], where=where) if "transfer" in row else chosen,
        schematic=row.get("schematic", False),
        source=row["source"],
    )


def _group(row: Mapping[str, Any]) -> Group:
    return Group(
        id=row["id"], name=row["name"], words=tuple(row["words"]), areas=tuple(row["areas"]), source=row["source"]
    )


def _names(table: Mapping[str, str | list[str]]) -> tuple[tuple[str, str], ...]:
    """Names by language, one or several each."""
    return tuple(
        (lang, text) for lang, texts in table.items() for text in ([texts] if isinstance(texts, str) else texts)
    )


def _cells(path: Path) -> list[Cell]:
    """Attributes of the cells, without their shapes."""
    try:
        rows = [feature["properties"] for feature in json.loads(path.read_text("utf-8"))["features"]]
        return [
            Cell(
                id=row["cell"],
                district=row["district"],
                layers=tuple(row["layers"]),
                km2=float(row["km2"]),
                adjoins=row["adjoins"],
            )
            for row in rows
        ]
    except OSError as error:
        raise RegionError(f"{path} cannot be read: {error.strerror}. Make it with python -m geo.recipe.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise RegionError(f"{path} holds no cells: {error!r}. Make it with python -m geo.recipe.") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegionError(f"{path} is not TOML: {error}.") from error


def _day(text: str, path: Path) -> str:
    """An EDTF date that is one day."""
    try:
        if When.parse(text).bounds().is_one_day:
            return text
    except DateError as error:
        raise RegionError(f"{path}: start is {text!r}. {error}") from error
    raise RegionError(f"{path}: start is {text!r}, which is no single day. Write it as YYYY-MM-DD.")


def _check(region: Region) -> None:
    """Every id that one part of the folder names must be in the part that it names."""
    path = region.folder
    areas = _ids(path / MARK, "area", [area.id for area in region.areas])
    _ids(path / MARK, "group", [group.id for group in region.groups])
    _ids(path / "cells.geojson", "cell", [cell.id for cell in region.cells])
    places = {place.id for place in region.places}
    parties = {party.id for party in region.parties}
    outlets = {outlet.id for outlet in region.outlets}
    _refer(path / "places.csv", "area", ((place.id, place.area) for place in region.places), areas)
    _refer(path / "places.csv", "parent", ((place.id, place.parent) for place in region.places), places | areas)
    _refer(path / "actors.csv", "side", ((party.id, party.side) for party in region.parties), parties)
    _refer(path / "sources.csv", "side", ((outlet.id, outlet.side) for outlet in region.outlets), parties)
    _refer(path / "sources.csv", "agency", ((outlet.id, outlet.agency) for outlet in region.outlets), outlets)
    _refer(path / MARK, "area", ((limit.side, limit.area) for limit in region.limits), areas)
    _refer(path / MARK, "side", ((limit.area, limit.side) for limit in region.limits), parties)
    _refer(path / MARK, "area", ((group.id, area) for group in region.groups for area in group.areas), areas)
    _refer(path / MARK, "place", region.anaphors, places)
    _refer(path / MARK, "area", ((cell.id, cell.district) for cell in region.cells), areas)
    _refer(path / MARK, "area", ((cell.id, layer) for cell in region.cells for layer in cell.layers), areas)
    if region.baseline:
        _refer(path / MARK, "side", [("baseline", region.baseline.side)], parties)


def _ids(path: Path, what: str, ids: Sequence[str]) -> set[str]:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise RegionError(f"{path}: {what} {twice[0]!r} comes twice. Give each an id of its own.")
    return set(ids)


def _refer(path: Path, column: str, rows: Iterable[tuple[str, str | None]], known: Collection[str]) -> None:
    for row, value in rows:
        if value is not None and value not in known:
            raise RegionError(f"{path}: {row!r} has {column} {value!r}, which the region does not have.")
