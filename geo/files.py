"""Writes files whole or not at all, and reads and writes records as JSON Lines.

A file is written to a temporary name beside its target, flushed to the disk, and renamed: whoever reads the target
finds the old bytes or the new ones, never half of either. Files that belong together are written by
:mod:`geo.filesets`.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from geo.codec import from_dict, to_dict
from geo.errors import InputError, MissingInputError, OutputError, RecordError
from geo.jsontext import dumps, loads
from geo.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

R = TypeVar("R")

BUILD_MARK = ".build.json"
"""The file by which a folder is known to hold what a build wrote."""

CORRECTIONS = ("corrections.csv", "corrections.jsonl")
"""Files beside articles that hold an analyst's decisions on claims, and no articles."""


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all; folders on the way are made.

    Raises
    ------
    OutputError
        When the file cannot be written; nothing half-written is left behind.
    """
    with refusals_named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise OutputError(f"Cannot write {show(path)}: it is a folder. Name a file in it instead.")
        if path.exists() and not path.is_file():
            raise OutputError(f"Cannot write {show(path)}: it is a device or a pipe, and no file. Use -o - for a pipe.")
        _replace(path.resolve(), data)  # a link stays one: what it points at is replaced


@contextmanager
def refusals_named(path: Path) -> Iterator[None]:
    """Turn what the system says against writing ``path`` into an error that names it.

    Raises
    ------
    OutputError
        In place of any ``OSError`` raised inside.
    """
    try:
        yield
    except OutputError:
        raise
    except (FileExistsError, NotADirectoryError) as error:
        msg = f"Cannot write {show(path)}: a file stands where its folder should be. Choose another path."
        raise OutputError(msg) from error
    except OSError as error:
        msg = f"Cannot write {show(path)}: {_reason(error)}. Check the path and its permissions, or choose another."
        raise OutputError(msg) from error


def write_records(path: Path, records: Iterable[object]) -> None:
    """Write records as JSON Lines, one a line, fields in the order in which the record names them.

    Raises
    ------
    OutputError
        When the file cannot be written; nothing half-written is left behind.
    """
    write_bytes(path, record_bytes(records))


def record_bytes(records: Iterable[object]) -> bytes:
    """Records as a JSON Lines file holds them."""
    return "".join(f"{line}\n" for line in dump_lines(records)).encode("utf-8")


def dump_lines(records: Iterable[object]) -> Iterator[str]:
    """Each record as one line of JSON for every reader, without the line's end."""
    return (dumps(to_dict(record)) for record in records)


def read_records(path: Path, cls: type[R]) -> list[R]:
    """The records of a JSON Lines file; blank lines are skipped.

    Raises
    ------
    MissingInputError
        When there is no such file.
    InputError
        When the file cannot be read or is not UTF-8.
    RecordError
        When a line is not a record of ``cls``; the message names file, line and field.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        msg = f"No file {show(path)}. It is written by: geo build"
        raise MissingInputError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{show(path)} is not UTF-8 (byte {error.start}). Write it anew with: geo build"
        raise InputError(msg) from error
    except OSError as error:
        msg = f"Cannot read {show(path)}: {_reason(error)}."
        raise InputError(msg) from error
    records = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            records.append(_read_line(line, cls, where=f"{show(path)}, line {number}"))
    return records


def show(path: Path) -> str:
    """A path as one printable line: control characters and undecodable bytes stand escaped."""
    return printable(str(path))


def _read_line(line: str, cls: type[R], *, where: str) -> R:
    try:
        return from_dict(cls, loads(line))
    except RecordError as error:
        raise RecordError(f"{where}: {error}") from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, as readable as the umask says, and flush it to the disk.

    Raises
    ------
    OSError
        Where it is there, or cannot be written.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(path: Path, data: bytes) -> None:
    temporary = path.parent / f".{path.name[:100]}.{secrets.token_hex(8)}.tmp"
    try:
        write_new(temporary, data)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
