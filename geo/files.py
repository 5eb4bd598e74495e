"""Writes files whole or not at all, and reads and writes records as JSON Lines.

A file is written to a temporary name beside its target, flushed to the disk, and renamed: whoever reads the target
finds the old bytes or the new ones, never half of either.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from geo.codec import from_dict, to_dict
from geo.errors import InputError, MissingInputError, OutputError, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

R = TypeVar("R")


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all; folders on the way are made.

    Raises
    ------
    OutputError
        When the file cannot be written; nothing half-written is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            msg = f"Cannot write {show(path)}: it is a folder. Name a file in it instead."
            raise OutputError(msg)
        _replace(path, data)
    except OutputError:
        raise
    except (FileExistsError, NotADirectoryError) as error:
        msg = f"Cannot write {show(path)}: a file stands where its folder should be. Choose another path."
        raise OutputError(msg) from error
    except OSError as error:
        msg = f"Cannot write {show(path)}: {_reason(error)}. Check the path and its permissions, or choose another."
        raise OutputError(msg) from error


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8, line ends as they are, whole or not at all.

    Raises
    ------
    OutputError
        When the file cannot be written; nothing half-written is left behind.
    """
    write_bytes(path, text.encode("utf-8"))


def remove(path: Path) -> None:
    """Take a file away; one that is not there, or cannot be, is no error.

    Raises
    ------
    OutputError
        When it is there and cannot be removed.
    """
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise OutputError(f"Cannot remove {show(path)}: {_reason(error)}. Check its permissions.") from error


def write_records(path: Path, records: Iterable[object]) -> None:
    """Write records as JSON Lines, one a line, fields in the order in which the record names them.

    Raises
    ------
    OutputError
        When the file cannot be written; nothing half-written is left behind.
    """
    write_text(path, "".join(f"{line}\n" for line in dump_lines(records)))


def dump_lines(records: Iterable[object]) -> Iterator[str]:
    """Each record as one line of JSON, without the line's end."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
    for record in records:
        # U+2028 and U+2029 are legal in JSON, yet many readers break lines at them (as at U+0085).
        line = encode(to_dict(record))
        for separator, escape in _LINE_BREAKS:
            line = line.replace(separator, escape)
        yield line


_LINE_BREAKS = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\u0085", "\\u0085"))


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
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in str(path))


def _read_line(line: str, cls: type[R], *, where: str) -> R:
    try:
        return from_dict(cls, json.loads(line))
    except json.JSONDecodeError as error:
        msg = f"{where}: not JSON ({error.msg} at column {error.colno})."
        raise RecordError(msg) from error
    except RecordError as error:
        msg = f"{where}: {error}"
        raise RecordError(msg) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode() -> int:
    """What the user's umask leaves of read and write; ``mkstemp`` alone would shut out everyone else."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
