"""Gives an answer in the form that was asked for: words for people, JSON or CSV for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.options import PIPE, Form
from geo.cli.speaking import say
from geo.cli.writing import put

if TYPE_CHECKING:
    from geo.answers.rows import Row

Place = Annotated[str, typer.Argument(metavar="PLACE", show_default=False, help="A place, in any of its names.")]


def give(
    form: Form,
    *,
    words: Callable[[], str],
    data: Callable[[], object],
    rows: Callable[[], Sequence[Row]],
    columns: Sequence[str],
) -> None:
    """Print an answer to standard output: ``words``, or ``data`` as JSON, or ``rows`` as CSV with these ``columns``."""
    from geo.csvtext import csv_text
    from geo.jsontext import dumps

    if form is Form.TABLE:
        say(words())
    elif form is Form.JSON:
        put(PIPE, f"{dumps(data(), indent=2)}\n".encode())
    else:
        put(PIPE, csv_text(columns, ([row[name] for name in columns] for row in rows())).encode())
