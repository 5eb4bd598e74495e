"""Tells on stderr what a command is doing: problems and a closing line always, progress on a terminal only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import typer

if TYPE_CHECKING:
    from types import TracebackType

    from rich.status import Status

    from geo.articles import InputProblem


class ConsoleReporter:
    """A reporter for people. Used as a context, so that a spinner never outlives the work."""

    def __init__(self) -> None:
        self.problems: list[InputProblem] = []
        self._status: Status | None = None

    def __enter__(self) -> Self:
        from rich.console import Console

        console = Console(stderr=True)
        if console.is_terminal:
            self._status = console.status("")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def stage(self, name: str) -> None:
        """Say what is being done now."""
        if self._status:
            self._status.update(f"{name} ...")

    def problem(self, problem: InputProblem) -> None:
        """Name a file or line that was left out."""
        self.problems.append(problem)
        self.warn(str(problem))

    def warn(self, message: str) -> None:
        """Tell of something that does not stop the work."""
        typer.secho("Warning: ", fg=typer.colors.YELLOW, nl=False, err=True)
        typer.echo(message, err=True)

    def exit_if_strict(self, *, strict: bool) -> None:
        """With ``--strict``, leave with status 1 where something was left out."""
        if strict and self.problems:
            count = len(self.problems)
            typer.echo(f"{count} {'problem' if count == 1 else 'problems'} in the input (--strict).", err=True)
            raise typer.Exit(1)
