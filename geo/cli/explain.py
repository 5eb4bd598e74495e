"""``geo explain``: why a claim says what it does, word by word."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geo.cli.options import OUTPUT, PIPE, REGION, Folder, Region
from geo.cli.speaking import say
from geo.cli.writing import put

NAME = "explain"
EXAMPLES = ("geo explain 9c3ab8c66c6fa4d8", "geo explain 9c3ab -i output --format json")


class Form(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


def run(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            show_default=False,
            help="A claim's id, or the beginning of it; geo who prints ids in brackets behind its quotes.",
        ),
    ],
    *,
    folder: Folder = OUTPUT,
    form: Annotated[Form, typer.Option("--format", "-f", help="For people, or one JSON object.")] = Form.TEXT,
    region: Region = REGION,
) -> None:
    """Say why a claim says what it does.

    Its sentence with the words that decided, the rule, who gained and lost, where the stance and the date came from.
    """
    from geo import explaining, pipeline
    from geo.jsontext import dumps
    from geo.regions import open_region

    found = pipeline.explain(claim, folder, region=open_region(region))
    if form is Form.JSON:
        put(PIPE, f"{dumps(explaining.as_object(found), indent=2)}\n".encode())
    else:
        say(explaining.as_text(found))
