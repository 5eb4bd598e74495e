"""Reads the tables of a region's folder: places, parties, outlets. Every row has its source."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.records import Name, Place
from geo.regions.model import Party, PublishedArea
from geo.regions.outlets import Outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIST_MARK = "|"
LANGUAGE_MARK = ":"
MEASURES = ("whole", "changes-hands")
"""What a published figure measures: all of an area, or the part that changes hands under its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of a table, which knows where it stands for the sake of errors."""

    where: str
    values: dict[str, str]

    def text(self, column: str) -> str:
        """A value that must be there."""
        value = self.values[column]
        if not value:
            raise RegionError(f"{self.where} has no {column}. Every row needs one.")
        return value

    def optional(self, column: str) -> str | None:
        """A value that may be absent."""
        return self.values[column] or None

    def words(self, column: str) -> tuple[str, ...]:
        """A list, parted by ``|``."""
        return tuple(word for part in self.values[column].split(LIST_MARK) if (word := part.strip()))

    def number(self, column: str) -> float | None:
        """A number that may be absent."""
        value = self.values[column]
        try:
            return float(value) if value else None
        except ValueError as error:
            raise RegionError(f"{self.where} has {column} {value!r}, which is no number.") from error

    def flag(self, column: str) -> bool:
        """``yes`` or ``no``."""
        value = self.values[column]
        if value not in ("yes", "no"):
            raise RegionError(f"{self.where} has {column} {value!r}. Write yes or no.")
        return value == "yes"


def read_places(folder: Path) -> tuple[Place, ...]:
    """The gazetteer, ``places.csv``.

    Raises
    ------
    RegionError
        Where the file or a column is missing, an id comes twice, or a value is no number; file and row are named.
    """
    columns = ("id", "name", "names", "kind", "lat", "lon", "precision_km", "parent", "area", "source", "remark")
    return tuple(_place(row) for row in _rows(folder / "places.csv", columns))


def read_parties(folder: Path) -> tuple[Party, ...]:
    """The parties, ``actors.csv``, where ``names`` (``language:name``) may be absent; raises as :func:`read_places`."""
    columns = ("id", "name", "side", "words", "adjectives", "presence_only", "source")
    return tuple(
        Party(
            id=row.text("id"),
            name=row.text("name"),
            names=tuple((name.lang, name.text) for name in _names(row)),
            side=row.text("side"),
            words=row.words("words"),
            adjectives=row.words("adjectives"),
            presence_only=row.flag("presence_only"),
            source=row.text("source"),
        )
        for row in _rows(folder / "actors.csv", columns)
    )


def read_outlets(folder: Path) -> tuple[Outlet, ...]:
    """The outlets and agencies, ``sources.csv``; raises as :func:`read_places`."""
    columns = ("id", "name", "words", "ordinary", "kind", "agency", "side", "remark", "source")
    return tuple(
        Outlet(
            id=row.text("id"),
            name=row.text("name"),
            words=row.words("words"),
            ordinary=_ordinary(row),
            kind="agency" if _kind(row) == "agency" else "outlet",
            agency=row.text("agency"),
            side=row.optional("side"),
            remark=row.values["remark"],
            source=row.text("source"),
        )
        for row in _rows(folder / "sources.csv", columns)
    )


def read_published_areas(folder: Path) -> tuple[PublishedArea, ...]:
    """The published figures, ``figures.csv``; none where there is no such file. Raises as :func:`read_places`."""
    path = folder / "figures.csv"
    return (
        tuple(map(_published, _rows(path, ("id", "area", "measure", "km2", "source", "remark"))))
        if path.exists()
        else ()
    )


def _published(row: _Row) -> PublishedArea:
    measure, km2 = row.text("measure"), row.number("km2")
    if measure not in MEASURES:
        raise RegionError(f"{row.where} has measure {measure!r}. Write {' or '.join(MEASURES)}.")
    if km2 is not None and km2 <= 0:
        raise RegionError(f"{row.where} has {km2:g} km². Write a figure above 0, or leave it empty.")
    return PublishedArea(
        area=row.text("area"), measure=measure, km2=km2, source=row.text("source"), remark=row.values["remark"]
    )


def _place(row: _Row) -> Place:
    lat, lon = row.number("lat"), row.number("lon")
    if (lat is None) != (lon is None):
        raise RegionError(f"{row.where} has one coordinate of two. Give lat and lon, or neither.")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004
        raise RegionError(f"{row.where} lies at {lat}, {lon}, which is nowhere. lat comes first.")
    return Place(
        id=row.text("id"),
        name=row.text("name"),
        names=_names(row),
        kind=row.text("kind"),
        lat=lat,
        lon=lon,
        precision_km=row.number("precision_km"),
        parent=row.optional("parent"),
        area=row.optional("area"),
        source=row.text("source"),
    )


def _names(row: _Row) -> tuple[Name, ...]:
    return tuple(_name(entry, row) for entry in row.words("names")) if "names" in row.values else ()


def _name(entry: str, row: _Row) -> Name:
    lang, mark, text = entry.partition(LANGUAGE_MARK)
    if not (lang and mark and text):
        raise RegionError(f"{row.where} has the name {entry!r}. Write language:name, such as az:Laçın.")
    return Name(lang=lang, text=text)


def _ordinary(row: _Row) -> tuple[str, ...]:
    """Those of the names that are ordinary words; each must be one of the names, letter for letter."""
    names = (row.text("name"), *row.words("words"))
    for word in row.words("ordinary"):
        if word not in names:
            raise RegionError(f"{row.where} has ordinary {word!r}, which is none of its names: {', '.join(names)}.")
    return row.words("ordinary")


def _kind(row: _Row) -> str:
    kind = row.text("kind")
    if kind not in ("agency", "outlet"):
        raise RegionError(f"{row.where} has kind {kind!r}. Write agency or outlet.")
    return kind


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    """The rows of a table, checked to have these columns and ids of their own."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise RegionError(f"{path} cannot be read: {error.strerror}. A region needs it.") from error
    except UnicodeDecodeError as error:
        raise RegionError(f"{path} is not UTF-8: {error}. Save it as UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise RegionError(f"{path} lacks the column {missing[0]!r}. Its columns are: {', '.join(columns)}.")
    seen: set[str] = set()
    for row in _read(reader, path):
        where = f"{path}, line {reader.line_num} ({row['id'] or 'no id'})"
        if None in row or None in row.values():
            raise RegionError(f"{where} has not {len(reader.fieldnames or ())} values. Quote those that hold a comma.")
        if row["id"] in seen:
            raise RegionError(f"{where} comes twice. Give each row an id of its own.")
        seen.add(row["id"])
        yield _Row(where=where, values={column: value.strip() for column, value in row.items()})


def _read(reader: csv.DictReader[str], path: Path) -> Iterator[dict[str, str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise RegionError(
            f"{path}, line {reader.line_num}: {error}. Quote values that hold a comma or a quote."
        ) from error
