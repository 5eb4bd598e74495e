"""Puts a command's data where ``-o`` says: a file, written whole or not at all, or the pipe."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from geo.cli.options import PIPE
from geo.files import show, write_bytes


def put(target: Path, data: bytes) -> None:
    """Write ``data`` to the file ``target``, or to standard output for ``-``; a file's path is told on stderr."""
    if target == PIPE:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(target, data)
        typer.echo(f"Wrote {show(target)}", err=True)


def show_in_browser(page: Path) -> None:
    """Open a page of this machine in the user's browser."""
    typer.launch(page.resolve().as_uri())
