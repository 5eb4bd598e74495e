"""Remembers what an output folder was built from, so that a build with nothing changed is not done again.

The digest covers the articles as read, the settings, every file of the region and every file of this package; the
outputs' own sizes and hashes are checked too, so that a file that somebody changed or removed is built anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.codec import from_dict, to_dict
from geo.files import remove, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.pipeline import Settings
    from geo.records import Article
    from geo.regions import Region

NAME = ".build.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a build was about."""

    articles: int
    claims: int
    unplaced: int


def digest(articles: Sequence[Article], *, region: Region, settings: Settings) -> str:
    """A hash of all that decides what a build gives."""
    total = hashlib.sha256()
    for article in articles:
        total.update(json.dumps(to_dict(article), sort_keys=True).encode("utf-8", errors="surrogatepass"))
    total.update(repr((region.id, settings.names)).encode())
    package = Path(__file__).parent
    for folder, files in ((region.folder, region.folder.rglob("*")), (package, package.rglob("*"))):
        for name, content in _hashes(folder, files):
            total.update(f"{name}\0{content}\0".encode("utf-8", errors="surrogatepass"))
    return total.hexdigest()


def load(output: Path, *, digest: str) -> Counts | None:
    """The counts of the last build, where it had this digest and its files still stand as it wrote them."""
    try:
        kept = json.loads((output / NAME).read_text(encoding="utf-8"))
        intact = kept["digest"] == digest and kept["files"] == _outputs(output)
        return from_dict(Counts, kept["counts"]) if intact else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no manifest, or one that something else wrote: build anew


def save(output: Path, *, digest: str, counts: Counts) -> None:
    """Remember a finished build.

    Raises
    ------
    OutputError
        Where the file cannot be written.
    """
    kept = {"digest": digest, "counts": to_dict(counts), "files": _outputs(output)}
    write_text(output / NAME, json.dumps(kept, indent=1, sort_keys=True) + "\n")


def forget(output: Path) -> None:
    """Take back what was remembered: a file of the folder is about to change."""
    remove(output / NAME)


def _outputs(output: Path) -> dict[str, str]:
    return dict(_hashes(output, (path for path in output.iterdir() if not path.name.startswith("."))))


def _hashes(folder: Path, files: Iterable[Path]) -> list[tuple[str, str]]:
    return sorted(
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in files
        if path.is_file() and "__pycache__" not in path.parts and "node_modules" not in path.parts
    )
