"""Finds a region's folder: a path, then ``./shapes``, then what the package carries."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import UnknownRegionError

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "region.toml"
PACKAGE = Path(__file__).resolve().parent.parent


def default_search() -> list[Path]:
    """Where regions are looked for, the first first: here, in the package, beside the package in a source checkout."""
    return [Path("shapes"), PACKAGE / "_shapes", PACKAGE.parent / "shapes"]


def find_folder(name_or_path: str, *, search: Sequence[Path] | None = None) -> Path:
    """The folder of a region.

    Parameters
    ----------
    name_or_path
        The name of a folder in one of ``search``, or a path to a folder.
    search
        Folders that hold regions; :func:`default_search` where None.

    Raises
    ------
    UnknownRegionError
        Where there is no such region; the message lists those that there are.
    """
    folders = default_search() if search is None else list(search)
    is_path = Path(name_or_path).name != name_or_path or name_or_path in ("", ".", "..")
    tried = [Path(name_or_path)] if is_path else [folder / name_or_path for folder in folders]
    for folder in tried:
        if (folder / MARK).is_file():
            return folder
    names = list_regions(search=folders)
    close = difflib.get_close_matches(name_or_path.casefold(), names, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    what = f"No {MARK} in {name_or_path!r}." if is_path else f"No region {name_or_path!r}."
    there = ", ".join(names) or "none"
    raise UnknownRegionError(f"{what}{hint} Regions there are: {there}. A path to a folder works too.")


def list_regions(*, search: Sequence[Path] | None = None) -> list[str]:
    """Names of the regions that can be opened by name, sorted."""
    folders = default_search() if search is None else search
    return sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{MARK}")})
