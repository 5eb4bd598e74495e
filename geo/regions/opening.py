"""Opens a region: reads its folder and checks that the parts fit together."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.dates import When
from geo.errors import DateError, RegionError
from geo.files import show
from geo.jsontext import loads
from geo.regions.folders import MARK, find_folder
from geo.regions.keys import Table, known
from geo.regions.languages import check_names, languages
from geo.regions.model import Area, Baseline, Box, Cell, Group, Limit, MapStyle, Region
from geo.regions.naming import BOTH
from geo.regions.queries import select
from geo.regions.tables import read_outlets, read_parties, read_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

KEYS = frozenset(
    {"id", "name", "names", "start", "view", "colours", "map", "baseline", "area", "group", "limit", "anaphor"}
)
MAP_KEYS = frozenset(
    {"name_order", "languages", "label_without", "labelled_kinds", "accuracy", "credits", "translations"}
)
AREA_KEYS = frozenset({"id", "name", "names", "kind", "cells", "transfer", "schematic", "seat", "source"})


def open_region(name_or_path: str, *, search: Sequence[Path] | None = None, names: str = BOTH) -> Region:
    """Open a region by name or path.

    Parameters
    ----------
    name_or_path
        ``karabakh``, or a path to a folder with a ``region.toml``.
    search
        Folders that hold regions. By default ``./shapes`` wins over those that the package carries.
    names
        ``both``, or the tag of the language in which people are shown the names of places.

    Raises
    ------
    UnknownRegionError
        Where there is no such region; the message lists those that there are.
    UnknownLanguageError
        Where it has no names in that language; the message lists those in which it has.
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
    region = _region(folder, Table.of(_toml(path), where=show(path), keys=KEYS), _cells(folder / "cells.geojson"))
    _check(region)
    check_names(names, region)
    return replace(region, shown_names=names)


def _region(folder: Path, data: Table, cells: Sequence[Cell]) -> Region:
    start = _day(data.text("start"), data.where)
    anaphors = data.tables("anaphor", {"place", "words"})
    return Region(
        id=data.text("id"),
        name=data.text("name"),
        names=data.pairs("names"),
        folder=folder,
        start=start,
        view=_view(data),
        colours=data.pairs("colours", several=False),
        map=_style(data),
        baseline=_baseline(data, start),
        cells=tuple(cells),
        areas=tuple(_area(row, cells) for row in data.tables("area", AREA_KEYS)),
        groups=tuple(_group(row) for row in data.tables("group", {"id", "name", "names", "words", "areas", "source"})),
        places=read_places(folder),
        parties=read_parties(folder),
        outlets=read_outlets(folder),
        limits=tuple(_limit(row) for row in data.tables("limit", {"side", "area", "source"})),
        anaphors=tuple((words, row.text("place")) for row in anaphors for words in row.texts("words")),
    )


def _view(data: Table) -> Box | None:
    table = data.table("view", {"west", "south", "east", "north"})
    if table is None:
        return None
    box = Box(**{edge: table.number(edge) for edge in ("west", "south", "east", "north")})
    if not (-180 <= box.west < box.east <= 180 and -90 <= box.south < box.north <= 90):  # noqa: PLR2004
        raise RegionError(f"{table.where} is no frame: west lies before east, south before north, in degrees.")
    return box


def _style(data: Table) -> MapStyle:
    table = data.table("map", MAP_KEYS)
    if table is None:
        return MapStyle()

    def texts(key: str) -> tuple[str, ...] | None:
        return table.texts(key) if key in table.values else None

    return MapStyle(
        name_order=texts("name_order"),
        languages=texts("languages"),
        label_without=texts("label_without"),
        labelled_kinds=texts("labelled_kinds"),
        accuracy=table.text("accuracy") if "accuracy" in table.values else None,
        credits=texts("credits"),
        translations=_translations(table),
    )


def _translations(table: Table) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Texts of the region's own, each with what it is in other languages."""
    given = table.values.get("translations", {})
    keys = given if isinstance(given, dict) else ()
    said = Table.of(given, where=f"{table.where}, translations", keys=keys)
    return tuple((text, said.pairs(text, several=False)) for text in said.values)


def _baseline(data: Table, start: str) -> Baseline | None:
    table = data.table("baseline", {"side", "source"})
    return Baseline(side=table.text("side"), start=start, source=table.text("source")) if table else None


def _area(row: Table, cells: Sequence[Cell]) -> Area:
    chosen = select(cells, row.query("cells"), where=row.where)
    return Area(
        id=row.text("id"),
        name=row.text("name"),
        names=row.pairs("names"),
        kind=row.text("kind"),
        cells=chosen,
        transfer_cells=select(cells, row.query("transfer"), where=row.where) if "transfer" in row.values else chosen,
        schematic=row.flag("schematic"),
        source=row.text("source"),
        seat=row.text("seat") if "seat" in row.values else None,
    )


def _group(row: Table) -> Group:
    return Group(
        id=row.text("id"),
        name=row.text("name"),
        words=row.texts("words"),
        areas=row.texts("areas"),
        source=row.text("source"),
        names=row.pairs("names"),
    )


def _limit(row: Table) -> Limit:
    return Limit(side=row.text("side"), area=row.text("area"), source=row.text("source"))


def _cells(path: Path) -> list[Cell]:
    """Attributes of the cells, without their shapes."""
    try:
        collection: Any = loads(path.read_text("utf-8"))
        rows = [feature["properties"] for feature in collection["features"]]
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


def _day(text: str, where: str) -> str:
    """An EDTF date that is one day."""
    try:
        if When.parse(text).bounds().is_one_day:
            return text
    except DateError as error:
        raise RegionError(f"{where}: start is {text!r}. {error}") from error
    raise RegionError(f"{where}: start is {text!r}, which is no single day. Write it as YYYY-MM-DD.")


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
    known((party for party, _ in region.colours), parties, where=f"{show(path / MARK)}, [colours]", what="party")
    known(region.map.languages or (), languages(region), where=f"{show(path / MARK)}, [map]", what="language")
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
