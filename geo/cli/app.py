"""The app: every command under its name, and the options that stand before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from geo import __version__
from geo.cli import (
    build,
    check,
    diff,
    evaluate,
    explain,
    export,
    extract,
    history,
    region,
    review,
    timeline,
    totals,
    who,
)
from geo.cli import map as map_command

COMMANDS = (build, extract, timeline, map_command, export, who, explain, review, history, diff, totals, check, evaluate)
"""Modules of one command each: ``NAME``, ``EXAMPLES`` for its help, and ``run``."""

GROUPS = (region,)
"""Modules of several commands under one name: ``NAME``, ``EXAMPLES`` by command, and ``group``."""


@dataclass(slots=True)
class Options:
    """What stands before the command: ``geo --debug build ...``."""

    debug: bool = False


app = typer.Typer(
    name="geo",
    help="News reports in, one offline map out: who controlled what, when, each colour backed by its sentence.",
    epilog="Start with: geo build seeds --output output",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich's help takes longer to load than all the rest
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in COMMANDS:
    app.command(module.NAME, epilog="\n".join(("\b", "Examples:", *(f"  {line}" for line in module.EXAMPLES))))(
        module.run
    )
for several in GROUPS:
    app.add_typer(several.group)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if value:
        typer.echo(f"geo {__version__}")
        raise typer.Exit


@app.callback()
def before_command(
    context: typer.Context,
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Keep the options for :func:`geo.cli.main.main`."""
    context.ensure_object(Options).debug = debug
