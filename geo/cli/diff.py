"""``geo diff``: what changed between two days."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from geo.cli.answering import give
from geo.cli.options import BOTH, OUTPUT, REGION, Answers, AsKnownOn, Folder, Form, Names, Region, day
from geo.cli.speaking import warn

NAME = "diff"
EXAMPLES = ("geo diff 2020-09-01 2021-02-01", "geo diff 2020-09-01 2021-02-01 -i output --format json")


def run(
    first: Annotated[
        date, typer.Argument(metavar="DATE", parser=day, show_default=False, help="The earlier day, as 2020-09-01.")
    ],
    last: Annotated[date, typer.Argument(metavar="DATE", parser=day, show_default=False, help="The later day.")],
    *,
    as_known_on: AsKnownOn = None,
    folder: Folder = OUTPUT,
    form: Answers = Form.TABLE,
    region: Region = REGION,
    names: Names = BOTH,
) -> None:
    """Tell what changed between two days, as reported.

    The areas whose holder or status is another one on the later day, with the rule that decided; from files that exist.
    """
    from geo import answers, pipeline
    from geo.codec import to_dict
    from geo.regions import open_region

    chart = pipeline.load_chart(folder, region=open_region(region, names=names), as_known_on=as_known_on, warn=warn)
    found = answers.difference(first, last, chart)
    give(
        form,
        words=lambda: answers.tell_difference(found, region=chart.region),
        data=lambda: to_dict(found),
        rows=lambda: answers.difference_rows(found),
        columns=answers.DIFFERENCE_COLUMNS,
    )
