"""Remembers what an output folder was built from, so that a build with nothing changed is not done again.

The digest covers the articles as read, the settings, every file of the region and of this package, and the versions of
Python and of the packages that this one needs. The hashes of what was written are kept too, so that a folder in which a
file was changed, removed, or written by another build is built anew.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.codec import from_dict, to_dict
from geo.extract.syntax.trees.models import installed_model
from geo.files import BUILD_MARK
from geo.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.records import Article
    from geo.regions import Region
    from geo.settings import Settings

DISTRIBUTION = "control-atlas"
PACKAGE = Path(__file__).parent
IGNORED = frozenset({"__pycache__", "node_modules"})
"""Folders that nothing of a build is read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a build was about."""

    articles: int
    claims: int
    unplaced: int
    decided: int = 0


def digest(
    articles: Sequence[Article], *, region: Region, settings: Settings, corrections: Sequence[bytes] = ()
) -> str:
    """A hash of all that decides what a build gives; ``corrections`` are analysts' tables and what comes with them."""
    total = hashlib.sha256()
    for record in (settings, *articles):
        total.update(f"{dumps(to_dict(record))}\n".encode("utf-8", errors="surrogatepass"))
    for table in corrections:
        total.update(f"corrections\0{_hash(table)}\0".encode())
    for name, version in versions():
        total.update(f"{name}\0{version}\0".encode())
    for folder in (region.folder, PACKAGE):
        for path in _files(folder):
            name = path.relative_to(folder).as_posix()
            total.update(f"{name}\0{_hash(path.read_bytes())}\0".encode("utf-8", errors="surrogatepass"))
    return total.hexdigest()


def versions() -> list[tuple[str, str]]:
    """Python, the packages that this one needs and the language model, by name, with the versions at hand."""
    try:
        required = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:  # run from its source, not installed
        required = []
    names = {match[0] for line in required if "extra ==" not in line and (match := re.match(r"[\w.-]+", line))}
    model = installed_model()
    names |= {model} if model else set()
    return [("python", platform.python_version()), *((name, _version(name)) for name in sorted(names))]


def load(output: Path, *, digest: str) -> Counts | None:
    """The counts of the last build, where it had this digest and its files still stand as it wrote them."""
    try:
        kept: Any = loads((output / BUILD_MARK).read_text(encoding="utf-8"))
        if kept["digest"] != digest:
            return None
        intact = all(_hash((output / name).read_bytes()) == found for name, found in kept["files"].items())
        return from_dict(Counts, kept["counts"]) if intact else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # no manifest, or one that something else wrote: build anew


def render(files: Mapping[str, bytes], *, digest: str, counts: Counts) -> bytes:
    """What is to be remembered of a build that writes ``files``."""
    kept = {"counts": to_dict(counts), "digest": digest, "files": {name: _hash(files[name]) for name in sorted(files)}}
    return f"{dumps(kept, indent=1)}\n".encode()


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder that a build may read, in an order of their own."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in IGNORED and not name.startswith("."))
        paths = (Path(top, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if path.is_file())


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
