"""Makes a region of files: areas, and where there are, places and parties. Nothing of it is code."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from geo.errors import OutputError, RegionError
from geo.files import show
from geo.filesets import write_set
from geo.partition import Piece, partition
from geo.regions.folders import MARK
from geo.regions.making import gazetteer, layout
from geo.regions.making.changes import Change
from geo.regions.making.outlines import outlines_of, with_own_ids, without_overlaps
from geo.regions.making.plan import check_name, check_start
from geo.regions.making.tables import csv_text, read_table
from geo.regions.making.vectors import read_rows
from geo.regions.opening import open_region

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely import MultiPolygon, Polygon

    from geo.regions.making.outlines import Outline
    from geo.regions.making.plan import About, Inputs
    from geo.regions.making.tables import Line
    from geo.regions.making.vectors import Source

KM_A_DEGREE = 111.32
"""Kilometres in one degree of a great circle, by which a tolerance on the ground is one in degrees, about."""


KEPT = ("README.md", "sources.csv")
"""Files that only people write, once the first of them is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A region made: its folder, what is in it, and what was changed on the way."""

    folder: Path
    areas: int
    cells: int
    places: int
    parties: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Land:
    """Areas and overlays, mended, named and cut into cells."""

    outlines: Sequence[Outline]
    overlays: Sequence[Outline]
    pieces: Sequence[Piece]


def make_region(about: About, inputs: Inputs, *, shapes: Path, replace: bool = False) -> Made:
    """Make the folder of a region.

    Parameters
    ----------
    about
        Its id, which is the folder's name, its title, first day, source and licence.
    inputs
        The files that it is made of.
    shapes
        The folder that holds regions; it is made where it is not there.
    replace
        Whether a region of that name that is there is written anew; its ``README.md``, its outlets and whatever else
        lies in the folder stay.

    Raises
    ------
    RegionError
        Where the name is none, the region is there already, or an input cannot be read or mended; file and row are
        named, and nothing is written.
    OutputError
        Where the folder cannot be written.
    """
    check_name(about.id)
    check_start(about.start)
    folder = shapes / about.id
    if folder.exists() and not replace:
        raise OutputError(f"{show(folder)} is there already. Choose another name, or write it anew with --replace.")
    files, made = region_files(about, inputs, folder=folder)
    _try_open(files, folder)
    for name in KEPT:
        if (folder / name).exists():
            del files[name]
    write_set(folder, {name: text.encode("utf-8") for name, text in files.items()})
    return made


def region_files(about: About, inputs: Inputs, *, folder: Path) -> tuple[dict[str, str], Made]:
    """The files of a region by name, and what is to be said of it; nothing is written."""
    lines, changes = _lines(inputs.places, "places")
    parties, said = _lines(inputs.actors, "actors")
    changes += said
    land, said = _land(inputs, lines)
    changes += said
    _, lines = gazetteer.name_outlines([*land.outlines, *land.overlays], lines)
    given = f"given: {inputs.places.name}" if inputs.places else ""
    places, said = gazetteer.place_rows(
        [*land.outlines, *land.overlays], lines, source=about.source, default_source=given
    )
    changes += said
    given = f"given: {inputs.actors.name}" if inputs.actors else ""
    actors = gazetteer.actor_rows(parties, default_source=given)
    texts = {
        "cells.geojson": layout.cells_geojson(land.pieces),
        "places.csv": csv_text(_place_columns(places), places),
        "actors.csv": csv_text(gazetteer.ACTOR_COLUMNS, actors),
        "sources.csv": files("geo.regions.making").joinpath("outlets.csv").read_text("utf-8"),
        "README.md": layout.readme(about, _sources(about, inputs), changes),
        MARK: layout.region_toml(about, land.outlines, land.overlays, tolerance_km=inputs.tolerance_km),
    }
    made = Made(
        folder=folder,
        areas=len(land.outlines) + len(land.overlays),
        cells=len(land.pieces),
        places=len(places),
        parties=len(actors),
        changes=tuple(changes),
    )
    return texts, made


def _place_columns(places: Sequence[Mapping[str, str]]) -> Sequence[str]:
    """The columns, without that of outlines where no place names one."""
    columns = gazetteer.PLACE_COLUMNS
    return columns if any(row.get("outline") for row in places) else columns[:-1]


def _try_open(files: Mapping[str, str], folder: Path) -> None:
    """Open the region before it is written, so that what its parts do not agree on is refused."""
    with TemporaryDirectory(prefix="geo-region-") as name:
        trial = Path(name, folder.name)
        write_set(trial, {name: text.encode("utf-8") for name, text in files.items()})
        try:
            open_region(str(trial))
        except RegionError as error:
            raise RegionError(str(error).replace(str(trial), show(folder))) from error


def _lines(path: Path | None, table: str) -> tuple[list[Line], list[Change]]:
    return read_table(path, table=table) if path else ([], [])


def _land(inputs: Inputs, lines: Sequence[Line]) -> tuple[_Land, list[Change]]:
    """The areas as they come into the region: mended, named by the table of places, apart from each other, cut."""
    outlines, changes = _outlines(inputs.areas, inputs)
    overlays: list[Outline] = []
    for source in inputs.overlays:
        found, said = _outlines(source, inputs)
        overlays += found
        changes += said
    named, _ = gazetteer.name_outlines([*outlines, *overlays], lines, languages=inputs.languages)
    own, said = with_own_ids(named)
    changes += said
    outlines, overlays = own[: len(outlines)], own[len(outlines) :]
    outlines, said = without_overlaps(outlines)
    changes += said
    pieces = partition({item.id: item.shape for item in outlines}, {item.id: item.shape for item in overlays})
    pieces = _generalised(pieces, inputs.tolerance_km)
    kept = {piece.tile for piece in pieces} | {layer for piece in pieces for layer in piece.layers}
    changes += [
        Change(where=item.where, what="nothing of it is left once it meets the other areas, and it is left out")
        for item in (*outlines, *overlays)
        if item.id not in kept
    ]
    if not pieces:
        raise RegionError(f"{show(inputs.areas.path)}: no area is large enough to be a cell. Give larger ones.")
    land = _Land(
        outlines=[item for item in outlines if item.id in kept],
        overlays=[item for item in overlays if item.id in kept],
        pieces=pieces,
    )
    return land, changes


def _outlines(source: Source, inputs: Inputs) -> tuple[list[Outline], list[Change]]:
    rows, changes = read_rows(source)
    found, said = outlines_of(
        rows, source.path, name_column=inputs.name_column, languages=inputs.languages, kind=inputs.kind
    )
    return found, [*changes, *said]


def _generalised(pieces: Sequence[Piece], tolerance_km: float) -> list[Piece]:
    """The cells with fewer vertices, common edges alike; the result's vertices are among those that were there."""
    from shapely import coverage_simplify, normalize

    if not tolerance_km:
        return list(pieces)
    simple = coverage_simplify([piece.geometry for piece in pieces], tolerance_km / KM_A_DEGREE)
    return [
        Piece(tile=piece.tile, layers=piece.layers, geometry=cast("Polygon | MultiPolygon", normalize(shape)))
        for piece, shape in zip(pieces, simple, strict=True)
    ]


def _sources(about: About, inputs: Inputs) -> list[tuple[str, str, str]]:
    rows = [("areas", about.source, about.licence)]
    if inputs.places:
        rows.append(("places", f"{inputs.places.name}; each row says its own", "see the rows' sources"))
    if inputs.actors:
        rows.append(("parties", f"{inputs.actors.name}; each row says its own", "see the rows' sources"))
    return rows
