"""``geo review``: a table of claims for an analyst to decide in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.options import OUTPUT, REGION, Folder, Region
from geo.cli.speaking import tell
from geo.cli.writing import put

if TYPE_CHECKING:
    from geo.articles import InputProblem
    from geo.corrections.table import Row

NAME = "review"
EXAMPLES = (
    "geo review",
    "geo review -i output -o seeds/corrections.csv",
    "geo review --place Kalbajar --below .8 -o kalbajar.csv",
    "geo review --undecided -o - --format jsonl",
)
TABLE = Path("corrections.csv")
"""Where a table is written whose build is not known."""


class Form(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSONL = "jsonl"


def run(
    *,
    places: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="PLACE", help="Only claims about this place, or in it; may be repeated."),
    ] = None,
    undecided: Annotated[bool, typer.Option("--undecided", help="Leave out what has been decided elsewhere.")] = False,
    below: Annotated[
        float | None,
        typer.Option("--below", metavar="CONFIDENCE", min=0, max=1, help="Only claims less certain than this (.6)."),
    ] = None,
    folder: Folder = OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="By default the table that geo build finds beside the articles; - for a pipe.",
        ),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections",
            metavar="FILE",
            show_default=False,
            help="A table whose decisions are taken in; by default that of the last build. Those of FILE stay anyhow.",
        ),
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--format", "-f", help="By default as the file's name says; CSV in a pipe.")
    ] = None,
    region: Region = REGION,
) -> None:
    """Write a table of claims to accept, reject, edit or add to.

    One row a claim, in CSV for Excel and LibreOffice or in JSON Lines; what decides control and is least certain comes
    first. Fill in decision (accept, reject, edit, add), who and why, change cells of what you edit, save, and build
    again. A table that is there already keeps every decision made in it.
    """
    from geo import pipeline
    from geo.corrections.choosing import Choice, Places
    from geo.corrections.files import csv_bytes, is_lines, json_bytes
    from geo.corrections.finding import find_tables, tables_of
    from geo.corrections.reviewing import summary
    from geo.regions import open_region

    opened = open_region(region)
    choice = Choice(places=Places(places, opened) if places else None, below=below, undecided=undecided)
    used = tables_of(folder)
    target = output or next((table for table in used if table.parent.is_dir()), TABLE)
    given = find_tables((), corrections)
    table = pipeline.review(folder, _rows_of(target, given or used), region=opened, choice=choice)
    as_lines = form is Form.JSONL or (form is None and is_lines(target))
    put(target, (json_bytes if as_lines else csv_bytes)(table.rows))
    tell(summary(table))


def _rows_of(target: Path, others: Sequence[Path]) -> list[Row] | None:
    """The rows of a table that is to be written over and of others; None where none is there."""
    from geo.corrections.tables import rows_of, rows_of_all

    if target.is_file() and target not in others:
        rows_of(target, on_problem=_refuse_over)
    tables = [path for path in dict.fromkeys((target, *others)) if path.is_file()]
    return rows_of_all(tables, on_problem=_refuse) if tables else None


def _refuse_over(problem: InputProblem) -> None:
    """Write no table over one that holds what cannot be read.

    Raises
    ------
    InputError
        Always.
    """
    _refuse(problem, advice="Mend it, or write another table with -o.")


def _refuse(problem: InputProblem, advice: str = "Mend it, or take it away: its decisions would be left out.") -> None:
    """Write no table without the decisions of another that cannot be read.

    Raises
    ------
    InputError
        Always.
    """
    from geo.errors import InputError

    raise InputError(f"{str(problem).rstrip('.')}. {advice}")
