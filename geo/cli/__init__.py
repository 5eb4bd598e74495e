"""The command line: one module for each command, which parses, calls and reports.

Importing this loads typer and nothing heavier, so that ``geo --help`` answers at once.
"""

from geo.cli.main import main

__all__ = ["main"]
