"""Every word that a command says: results on stdout, all else on stderr, and nothing in them that a terminal obeys.

What is said quotes reports, names and paths of others, which may hold escape sequences. Data for other programs
(:mod:`geo.cli.writing`) are not said: they go out as they are.
"""

from __future__ import annotations

import typer

from geo.printable import printable


def say(text: str) -> None:
    """Print a result for people."""
    typer.echo(printable(text, lines=True))


def tell(text: str) -> None:
    """Tell how a command goes on, on stderr."""
    typer.echo(printable(text), err=True)


def warn(text: str) -> None:
    """Tell of something that does not stop the work, in one line on stderr."""
    typer.secho("Warning: ", fg=typer.colors.YELLOW, nl=False, err=True)
    tell(text)


def refuse(text: str) -> None:
    """Tell on stderr why the work stops."""
    typer.secho("Error: ", fg=typer.colors.RED, bold=True, nl=False, err=True)
    typer.echo(printable(text, lines=True), err=True)
