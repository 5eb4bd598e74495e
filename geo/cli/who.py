"""``geo who``: who held a place on a day, with the sentences that say so."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from geo.cli.options import OUTPUT, PIPE, REGION, Folder, Region
from geo.cli.speaking import say
from geo.cli.writing import put

NAME = "who"
EXAMPLES = ("geo who Kalbajar --on 2021-02-01", "geo who Zangilan --on 2021-02-01 -i output --format json")


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day. Write it as 2021-02-01.") from error


def run(
    place: Annotated[str, typer.Argument(metavar="PLACE", show_default=False, help="A place, in any of its names.")],
    *,
    on: Annotated[
        date, typer.Option("--on", metavar="DATE", parser=_day, show_default=False, help="The day, as 2021-02-01.")
    ],
    folder: Folder = OUTPUT,
    form: Annotated[Form, typer.Option("--format", "-f", help="For people, or one JSON object.")] = Form.TABLE,
    region: Region = REGION,
) -> None:
    """Say who held a place on a day, as reported.

    With the rule that decided and the sentences behind it, from files that exist.
    """
    from geo import answers, pipeline
    from geo.jsontext import dumps
    from geo.regions import open_region

    opened, decision = open_region(region), pipeline.load_decision(folder)
    answer = answers.who(place, on, region=opened, intervals=decision.intervals, claims=decision.located)
    if form is Form.JSON:
        put(PIPE, f"{dumps(answers.as_object(answer), indent=2)}\n".encode())
    else:
        say(answers.explain(answer, region=opened, claims=decision.located))
