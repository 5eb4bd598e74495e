"""Finds the files that hold reports, in an order that does not depend on the file system.

A file that is named is read whatever its name. In a folder, files whose name says that they hold reports are read, and
the others are named as left out; hidden files, a ``README`` that tells of the folder itself, and an analyst's
corrections (:mod:`geo.corrections`) are passed over.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.articles.problems import InputProblem, OnProblem
from geo.errors import MissingInputError
from geo.files import BUILD_MARK, CORRECTIONS, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
"""Files of articles, one JSON object a line."""

TEXT_SUFFIXES = frozenset({"", ".text", ".txt"})
"""Files of plain text, one article each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A file to read; ``name`` is unique among those found together and the same on every machine."""

    path: Path
    name: str

    @property
    def is_lines(self) -> bool:
        """Whether it holds one article a line."""
        return self.path.suffix.lower() in LINE_SUFFIXES


def find_files(paths: Iterable[Path], *, on_problem: OnProblem) -> list[ReportFile]:
    """The files to read, in the order of ``paths`` and sorted by name within a folder; each file once.

    Raises
    ------
    MissingInputError
        When one of ``paths`` does not exist.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        if not path.exists():
            raise MissingInputError(f"No file or folder {show(path)}. Check the path; geo build --help has examples.")
        inside = _files_in(path, on_problem=on_problem) if path.is_dir() else [path]
        if path.is_dir() and not inside:
            on_problem(InputProblem(path=show(path), reason="the folder holds no reports (.txt or .jsonl files)"))
        for file in inside:
            relative = file.relative_to(path) if path.is_dir() else Path(file.name)
            found.setdefault(file.resolve(), (file, relative))
    files = list(found.values())
    names = _unique_names([(relative, file.absolute()) for file, relative in files])
    return [ReportFile(path=file, name=name) for (file, _), name in zip(files, names, strict=True)]


def _files_in(folder: Path, *, on_problem: OnProblem) -> list[Path]:
    def unreadable(error: OSError) -> None:
        path = show(Path(os.fsdecode(error.filename)))
        on_problem(InputProblem(path=path, reason=f"the folder cannot be read ({error.strerror})"))

    found = []
    for top, folders, names in os.walk(folder, onerror=unreadable):
        if BUILD_MARK in names:
            on_problem(InputProblem(path=show(Path(top)), reason="left out: it holds what an earlier build wrote"))
            folders[:] = []
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(top, name)
            if name.startswith(".") or name in CORRECTIONS or path.stem.upper() == "README":
                continue
            if not path.is_file():
                on_problem(InputProblem(path=show(path), reason="not a file that can be read"))
            elif path.suffix.lower() not in LINE_SUFFIXES | TEXT_SUFFIXES:
                reason = f"left out: {path.suffix} is not read from a folder (.txt and .jsonl are); name it to read it"
                on_problem(InputProblem(path=show(path), reason=reason))
            else:
                found.append(path)
    return found


def _unique_names(files: Sequence[tuple[Path, Path]]) -> list[str]:
    """A name for each file: its path inside the folder, and where two are alike, as many folders above as tell them."""
    names = [_text(relative.as_posix()) for relative, _ in files]
    counts = Counter(names)
    taken: set[str] = set()
    unique = []
    for name, (relative, absolute) in zip(names, files, strict=True):
        parts = len(relative.parts)
        chosen = name
        while (
            counts[name] > 1 and parts < len(absolute.parts) - 1 and (parts == len(relative.parts) or chosen in taken)
        ):
            parts += 1
            chosen = _text("/".join(absolute.parts[-parts:]))
        taken.add(chosen)
        unique.append(chosen)
    return unique


def _text(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become the replacement character."""
    return os.fsencode(name).decode("utf-8", "replace")
