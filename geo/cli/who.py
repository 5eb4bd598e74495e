"""``geo who``: who held a place on a day, with the sentences that say so."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from geo.cli.answering import Place, give
from geo.cli.options import BOTH, OUTPUT, REGION, Answers, AsKnownOn, Folder, Form, Names, Region, day
from geo.cli.speaking import warn

NAME = "who"
EXAMPLES = (
    "geo who Kalbajar --on 2021-02-01",
    "geo who Kalbajar --on 2020-12-01 --as-known-on 2021-01-31",
    "geo who Zangilan --on 2021-02-01 -i output --format json",
)


def run(
    place: Place,
    *,
    on: Annotated[
        date, typer.Option("--on", metavar="DATE", parser=day, show_default=False, help="The day, as 2021-02-01.")
    ],
    as_known_on: AsKnownOn = None,
    folder: Folder = OUTPUT,
    form: Answers = Form.TABLE,
    region: Region = REGION,
    names: Names = BOTH,
) -> None:
    """Say who held a place on a day, as reported.

    With the rule that decided and the sentences behind it, for each part of the place; from files that exist.
    """
    from geo import answers, pipeline
    from geo.regions import open_region

    chart = pipeline.load_chart(folder, region=open_region(region, names=names), as_known_on=as_known_on, warn=warn)
    answer = answers.ask(place, on, chart)
    give(
        form,
        words=lambda: answers.explain(answer, region=chart.region, claims=chart.claims.values()),
        data=lambda: answers.as_object(answer),
        rows=lambda: answers.answer_rows(answer),
        columns=answers.ANSWER_COLUMNS,
    )
