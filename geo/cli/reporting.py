"""Tells on stderr how a command goes on: what was left out always, how far it is on a terminal only."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import typer

from geo.cli.speaking import tell, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.articles import InputProblem

T = TypeVar("T")


class ConsoleReporter:
    """A reporter for people; it counts the problems for ``--strict``."""

    def __init__(self) -> None:
        self.problems = 0

    def track(self, items: Sequence[T], *, stage: str) -> Iterable[T]:
        """Go through the items, with a bar where stderr is a terminal."""
        from rich.console import Console
        from rich.progress import track

        console = Console(stderr=True)
        return track(items, description=stage, console=console, transient=True, disable=not console.is_terminal)

    def problem(self, problem: InputProblem) -> None:
        """Name a file or line that was left out."""
        self.problems += 1
        self.warn(str(problem))

    def warn(self, message: str) -> None:
        """Tell of something that does not stop the work."""
        warn(message)

    def exit_if_strict(self, *, strict: bool) -> None:
        """With ``--strict``, leave with status 1 where something was left out."""
        if strict and self.problems:
            tell(f"{count(self.problems, 'problem')} in the input, and --strict was asked for.")
            raise typer.Exit(1)


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `0 parties`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
