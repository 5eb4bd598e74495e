"""Finds tables of corrections beside the articles that they are about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import MissingInputError
from geo.files import BUILD_MARK, CORRECTIONS, show
from geo.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TABLES_MARK = ".corrections.json"
"""The file by which an output folder remembers where its tables stand."""


def places_for(inputs: Iterable[Path]) -> list[Path]:
    """Where tables may stand, for articles from these files and folders: beside the articles, the top folders first.

    Folders are those that reports are read from: neither hidden ones, nor what a build wrote.
    """
    given = [path for path in inputs if path.exists()]
    tops = [path if path.is_dir() else path.parent for path in given]
    below = [folder for path in given if path.is_dir() for folder in _folders_in(path)]
    return list(dict.fromkeys(folder / name for folder in (*tops, *below) for name in CORRECTIONS))


def _folders_in(path: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(path):
        folders[:] = [] if BUILD_MARK in names else sorted(name for name in folders if not name.startswith("."))
        if BUILD_MARK not in names:
            yield Path(top)


def find_tables(inputs: Iterable[Path], given: Path | None = None) -> list[Path]:
    """The tables for articles: the one that is given, or those that stand beside the articles, each once.

    Raises
    ------
    MissingInputError
        Where the given one does not exist.
    """
    if given is None:
        return list({path.resolve(): path for path in places_for(inputs) if path.is_file()}.values())
    if not given.exists():
        raise MissingInputError(f"No file {show(given)}. A table of corrections is written by: geo review")
    return [given]


def tables_mark(inputs: Iterable[Path], tables: Sequence[Path]) -> dict[str, bytes]:
    """The file by which an output folder remembers its tables, or where one would be found; by name, with its bytes."""
    places = [str(path) for path in tables or places_for(inputs)[:1]]
    return {TABLES_MARK: f"{dumps(places)}\n".encode("utf-8", errors="backslashreplace")}


def tables_of(folder: Path) -> list[Path]:
    """Where the tables of a folder stand, or would stand; none where that is not known."""
    try:
        kept: Any = loads((folder / TABLES_MARK).read_text(encoding="utf-8"))
        return [Path(table) for table in kept]
    except (OSError, ValueError, TypeError):
        return []


def contents_of(tables: Iterable[Path]) -> list[bytes]:
    """What stands in tables; one that cannot be read is told of when it is applied."""
    contents = []
    for table in tables:
        try:
            contents.append(table.read_bytes())
        except OSError:
            contents.append(b"")
    return contents
