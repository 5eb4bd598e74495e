"""Reads a table of places or parties as people keep it, and writes it as a region does.

A byte order mark, semicolons or tabs, decimal commas, columns that are absent or named otherwise: what can be read in
one way only is read, and said; what cannot is refused with its line.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import MissingInputError, RegionError
from geo.files import show
from geo.printable import printable
from geo.regions.making.changes import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")


_LANGUAGE = re.compile(r"name[_:]([a-z]{2}(?:[-_][A-Za-z]{4})?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table: where it stands, and its values by the region's own columns; what is absent is empty."""

    where: str
    values: Mapping[str, str]


@cache
def columns_of(table: str) -> dict[str, tuple[str, ...]]:
    """For each column of ours what others call it (``columns.toml``)."""
    data = tomllib.loads(files("geo.regions.making").joinpath("columns.toml").read_text("utf-8"))
    return {name: tuple(others) for name, others in data[table].items()}


def read_table(path: Path, *, table: str) -> tuple[list[Line], list[Change]]:
    """The rows of a CSV file, and what of it was read otherwise than it stands.

    Parameters
    ----------
    path
        A file of UTF-8 text, with a header.
    table
        ``places`` or ``actors``: whose columns it has.

    Raises
    ------
    MissingInputError
        Where there is no such file.
    RegionError
        Where it is no UTF-8, has no column of names, or a row has too many or too few values; file and line are named.
    """
    text, said = _text(path)
    header = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=header.count)
    if delimiter != ",":
        said.append(f"its values are parted by {DELIMITERS[delimiter]}")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(value.strip() for value in row)]
    except csv.Error as error:
        raise RegionError(f"{show(path)}, line {reader.line_num}: {error}. Quote values that hold a comma.") from error
    if not rows:
        raise RegionError(f"{show(path)} is empty. Give it a header and rows; a column 'name' is needed.")
    names = [name.strip() for name in rows[0][1]]
    found = _columns(names, table, path)
    spoken = {f"{tag}:": name for name in names if table == "places" and (tag := language_of(name))}
    lines = [_named(_line(row, number, names, {**found, **spoken}, path), spoken) for number, row in rows[1:]]
    if delimiter != ",":
        lines, commas = _decimal_points(lines)
        said += commas
    unread = [name for name in names if name and name not in found.values() and name not in spoken.values()]
    if unread:
        said.append(f"columns that are not read: {', '.join(unread)}")
    return lines, [Change(where=printable(path.name), what=what) for what in said]


def language_of(column: str) -> str | None:
    """The tag of the language of a column of names, such as ``name_uk``; None for any other column."""
    match = _LANGUAGE.fullmatch(column)
    return match[1].replace("_", "-") if match else None


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table as a region keeps it: commas, one line a row, UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _text(path: Path) -> tuple[str, list[str]]:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Check the path.") from error
    except OSError as error:
        raise RegionError(f"{show(path)} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RegionError(
            f"{show(path)}, line {line}: no UTF-8 (byte {error.start}). Save the table as UTF-8."
        ) from error
    mark = ["it begins with a byte order mark, which is left out"] if data.startswith(b"\xef\xbb\xbf") else []
    return text.replace("\r\n", "\n").replace("\r", "\n"), mark


def _columns(names: Sequence[str], table: str, path: Path) -> dict[str, str]:
    """For each column of ours the name of the column that stands for it."""
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise RegionError(f"{show(path)} has two columns {twice[0]!r}. Rename one.")
    by_folded = {name.casefold(): name for name in names}
    found = {
        ours: next(by_folded[other] for other in others if other in by_folded)
        for ours, others in columns_of(table).items()
        if any(other in by_folded for other in others)
    }
    if "name" not in found:
        wanted = ", ".join(columns_of(table)["name"])
        raise RegionError(f"{show(path)} has no column of names. Name one of its columns one of: {wanted}.")
    return found


def _line(row: Sequence[str], number: int, names: Sequence[str], found: Mapping[str, str], path: Path) -> Line:
    where = f"{printable(path.name)}, line {number}"
    if len(row) != len(names):
        raise RegionError(f"{where} has {len(row)} values, the header {len(names)}. Quote values that hold a comma.")
    values = dict(zip(names, row, strict=True))
    ours = {name: " ".join(values[other].split()) for name, other in found.items()}
    if not ours["name"]:
        raise RegionError(f"{where} has no name. Give it one, or take it out.")
    return Line(where=f"{where} ({ours['name']})", values=ours)


def _named(line: Line, tags: Collection[str]) -> Line:
    """A line whose names include those of its columns of languages, by ``tags`` such as ``fr:``."""
    rest = {column: value for column, value in line.values.items() if column not in tags}
    told = [f"{tag}{name.replace('|', ' ')}" for tag in tags if (name := line.values[tag])]
    if told:
        rest["names"] = "|".join([*filter(None, [rest.get("names")]), *told])
    return Line(where=line.where, values=rest)


def _decimal_points(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Numbers with a decimal comma, in a table whose values are not parted by commas, with a point."""
    number = 0
    result = []
    for line in lines:
        turned = {
            name: value.replace(",", ".")
            for name, value in line.values.items()
            if name in ("lat", "lon", "precision_km") and _DECIMAL_COMMA.fullmatch(value)
        }
        number += len(turned)
        result.append(Line(where=line.where, values={**line.values, **turned}))
    return result, [f"{number} numbers had a decimal comma"] if number else []
