"""Puts a command's data where ``-o`` says: into a file, whole or not at all, or into the pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from io import BufferedReader
from pathlib import Path

import typer

from geo.cli.options import PIPE
from geo.cli.speaking import tell
from geo.files import dump_lines, show, write_bytes
from geo.filesets import write_set


def put(target: Path, data: bytes) -> None:
    """Write ``data`` to a file, whose path is told on stderr, or to standard output for ``-``.

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    if target == PIPE:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(target, data)
        tell(f"Wrote {show(target)}")


def pipe_records(records: Iterable[object]) -> None:
    """Write records to standard output as JSON Lines."""
    for line in dump_lines(records):
        put(PIPE, f"{line}\n".encode())


def put_set(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a folder, all or none, and tell their paths on stderr.

    Raises
    ------
    OutputError
        When one cannot be written.
    """
    write_set(folder, files)
    for name in files:
        tell(f"Wrote {show(folder / name)}")


def standard_input() -> BufferedReader | None:
    """What is piped in; None where the program has no input."""
    stream = getattr(sys.stdin, "buffer", None)
    return stream if isinstance(stream, BufferedReader) else None


def open_page(page: Path) -> None:
    """Show a page of this machine in the user's browser."""
    typer.launch(page.resolve().as_uri())
