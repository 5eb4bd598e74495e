"""Runs the command line. The one place where an error becomes a message and an exit status.

0: done; 1: an error, told on stderr; 2: the command was not understood. A traceback only with ``--debug``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from geo.cli.app import Options, app
from geo.cli.speaking import refuse
from geo.errors import GeoError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command, by default the one that the process was started with, and exit."""
    _bear_any_text()
    options = Options()
    try:
        app(list(sys.argv[1:] if arguments is None else arguments), prog_name="geo", obj=options)
    except GeoError as error:
        if options.debug:
            raise
        _fail(str(error))
    except OSError as error:  # a full disk behind standard output, a terminal that went away
        if options.debug:
            raise
        _fail(f"The system refused: {error.strerror or error}. Nothing is wrong with the input.")
    except Exception as error:  # the last resort of a program: its user gets a message, not a traceback
        if options.debug:
            raise
        _fail(f"{type(error).__name__}: {error}\nThis is a fault of geo itself. Run geo --debug ... for its traceback.")


def _bear_any_text() -> None:
    """Let a console that has no letter for a name show its number, where Python would break off."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _fail(message: str) -> None:
    refuse(message)
    raise SystemExit(1)
