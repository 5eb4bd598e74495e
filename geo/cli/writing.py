"""Puts a command's data where ``-o`` says: into a file, whole or not at all, or into the pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from geo.cli.options import PIPE
from geo.files import dump_lines, show, write_bytes


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
        typer.echo(f"Wrote {show(target)}", err=True)


def pipe_records(records: Iterable[object]) -> None:
    """Write records to standard output as JSON Lines."""
    for line in dump_lines(records):
        put(PIPE, f"{line}\n".encode())


def open_page(page: Path) -> None:
    """Show a page of this machine in the user's browser."""
    typer.launch(page.resolve().as_uri())
