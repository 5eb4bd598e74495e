"""``geo history``: who held a place from the first day to the last report, part by part."""

from __future__ import annotations

from geo.cli.answering import Place, give
from geo.cli.options import BOTH, OUTPUT, REGION, Answers, AsKnownOn, Folder, Form, Names, Region
from geo.cli.speaking import warn

NAME = "history"
EXAMPLES = ("geo history Kalbajar", "geo history Lachin -i output --format csv")


def run(
    place: Place,
    *,
    as_known_on: AsKnownOn = None,
    folder: Folder = OUTPUT,
    form: Answers = Form.TABLE,
    region: Region = REGION,
    names: Names = BOTH,
) -> None:
    """Tell who held a place over time, as reported.

    Each part of it with its periods and the rule that decided each, up to the last report; from files that exist.
    """
    from geo import answers, pipeline
    from geo.codec import to_dict
    from geo.regions import open_region

    chart = pipeline.load_chart(folder, region=open_region(region, names=names), as_known_on=as_known_on, warn=warn)
    found = answers.history(place, chart)
    give(
        form,
        words=lambda: answers.tell_history(found, region=chart.region, claims=chart.claims.values()),
        data=lambda: to_dict(found),
        rows=lambda: answers.history_rows(found),
        columns=answers.HISTORY_COLUMNS,
    )
