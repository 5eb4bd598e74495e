"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from geo.early_days import day_of

PIPE = Path("-")
"""Stands for standard output where a file is asked for."""

OUTPUT = Path("output")
"""The folder that a build writes to and the other commands read from, unless they are told another."""

REGION = "karabakh"

BOTH = "both"
"""The names that a region shows unless told another language (:data:`geo.regions.naming.BOTH`)."""


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def day(text: str) -> date:
    """A day as it is typed."""
    try:
        return day_of(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day. Write it as 2021-02-01.") from error


Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="INPUTS",
        show_default=False,
        help="Reports: text files, folders, or .jsonl files of articles (id, text, published, source, title, url);"
        " - for such lines in a pipe.",
    ),
]
Region = Annotated[
    str,
    typer.Option("--region", "-r", metavar="NAME", help="A folder in ./shapes, a region of the package, or a path."),
]
Folder = Annotated[
    Path, typer.Option("--input", "-i", metavar="FOLDER", help="A folder that geo build or geo extract wrote.")
]
GrammarOnly = Annotated[
    bool, typer.Option("--grammar", help="Read by the grammar alone, without the parser: quicker, and finds less.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 where a file or line of the input was left out.")]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Show the map in the browser.")]
Names = Annotated[
    str,
    typer.Option("--names", metavar="LANGUAGE", help="Names of places: both, or one language (az, hy, ru, en)."),
]
AsKnownOn = Annotated[
    date | None,
    typer.Option(
        "--as-known-on",
        metavar="DATE",
        parser=day,
        show_default=False,
        help="Use only what was published by this day; reports without a date of publication are left out.",
    ),
]
Corrections = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        show_default=False,
        help="A table of an analyst's decisions (geo review); a corrections.csv or .jsonl beside reports is found.",
    ),
]
Story = Annotated[
    Path | None,
    typer.Option(
        "--story",
        metavar="FILE",
        show_default=False,
        help="A story.json whose steps (title, text, date, view) the page can be gone through by.",
    ),
]
Answers = Annotated[Form, typer.Option("--format", "-f", help="For people, as JSON, or as a table for programs.")]
