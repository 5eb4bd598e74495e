"""Writes files that belong together: all of them or none.

All are written to a hidden folder inside the target first, flushed, and then renamed one after another; where that
breaks off, what was there before is put back. One process at a time does so in a folder, and clears away what a killed
one left. The folder is locked where the system can lock folders (not on Windows); the lock dies with its process.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import OutputError
from geo.files import refusals_named, show, write_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

STAGE = ".geo-"
"""How the name of the hidden folder begins."""


def write_set(folder: Path, files: Mapping[str, bytes], *, without: Sequence[str] = ()) -> None:
    """Write ``files`` into ``folder`` in their order, and remove those ``without`` which the set stands.

    Parameters
    ----------
    folder
        Made where it is not there.
    files
        Contents by name.
    without
        Names that must not stand beside the new files: what was told of the old ones.

    Raises
    ------
    OutputError
        Where one cannot be written; the folder then holds what it held before.
    """
    first = folder / next(iter(files))
    made = not folder.exists()
    try:
        with refusals_named(first):
            folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder, first):
            _write(folder, files, without)
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _write(folder: Path, files: Mapping[str, bytes], without: Sequence[str]) -> None:
    """Stage and rename; whoever calls is alone in the folder, so that other stages are a killed process's."""
    for name in files:
        if (folder / name).is_dir():
            raise OutputError(f"Cannot write {show(folder / name)}: it is a folder. Move it out of the way.")
    with suppress(OSError):
        for left in folder.glob(f"{STAGE}*"):
            shutil.rmtree(left, ignore_errors=True)
    with refusals_named(folder / next(iter(files))):
        stage = tempfile.TemporaryDirectory(prefix=STAGE, dir=folder, ignore_cleanup_errors=True)
    with stage as name:
        new, old = Path(name, "new"), Path(name, "old")
        with refusals_named(folder / next(iter(files))):
            new.mkdir()
            old.mkdir()
        for file, data in files.items():
            with refusals_named(folder / file):
                write_new(new / file, data)
        _swap(folder, new, old, files, without)
    _flush(folder)


def _swap(folder: Path, new: Path, old: Path, files: Mapping[str, bytes], without: Sequence[str]) -> None:
    """Bring the new files in, keeping the old ones until the last is there."""
    moved: list[str] = []
    try:
        for file in (*(name for name in without if name not in files), *files):
            with refusals_named(folder / file):
                _keep(folder / file, old / file)
                moved.append(file)
                if file in files:
                    (new / file).replace(folder / file)
                else:
                    (folder / file).unlink(missing_ok=True)
    except BaseException:
        for file in reversed(moved):
            with suppress(OSError):
                if (old / file).exists():
                    (old / file).replace(folder / file)
                else:
                    (folder / file).unlink(missing_ok=True)
        raise


def _keep(path: Path, kept: Path) -> None:
    """A second name for a file, or a copy where the file system knows no second names."""
    if not path.exists():
        return
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


@contextmanager
def _alone_in(folder: Path, first: Path) -> Iterator[None]:
    """Wait until no other process writes a set into the folder, and keep the others waiting."""
    try:
        import fcntl
    except ImportError:  # Windows: each file is whole still, and the manifest tells a mixed set
        yield
        return
    with refusals_named(first):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _flush(folder: Path) -> None:
    """Bring the folder's new names to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
