"""Finds tables of corrections beside the articles that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import MissingInputError
from geo.files import CORRECTIONS, show

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def places_for(inputs: Iterable[Path]) -> list[Path]:
    """Where tables may stand, for articles from these files and folders: in the folders, and beside the files."""
    folders = (path if path.is_dir() else path.parent for path in inputs if path.exists())
    return list(dict.fromkeys(folder / name for folder in folders for name in CORRECTIONS))


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


def contents_of(tables: Iterable[Path]) -> list[bytes]:
    """What stands in tables; one that cannot be read is told of when it is applied."""
    contents = []
    for table in tables:
        try:
            contents.append(table.read_bytes())
        except OSError:
            contents.append(b"")
    return contents
