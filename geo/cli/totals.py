"""``geo totals``: km² by side over time."""

from __future__ import annotations

from geo.cli.answering import give
from geo.cli.options import OUTPUT, REGION, Answers, AsKnownOn, Folder, Form, Region
from geo.cli.speaking import warn

NAME = "totals"
EXAMPLES = ("geo totals", "geo totals -i output --format csv")


def run(
    *,
    as_known_on: AsKnownOn = None,
    folder: Folder = OUTPUT,
    form: Answers = Form.TABLE,
    region: Region = REGION,
) -> None:
    """Add up the km² that each side held over time, as reported.

    A low figure for what a side holds for certain, a high one for all that it may hold. Low figures and what is open
    add up to the region's area on each day; nothing is counted after the last report.
    """
    from geo import answers, pipeline
    from geo.codec import to_dict
    from geo.figures import totals
    from geo.regions import open_region

    chart = pipeline.load_chart(folder, region=open_region(region), as_known_on=as_known_on, warn=warn)
    found = totals(chart.intervals, chart.region, until=chart.last, claims=chart.claims)
    give(
        form,
        words=lambda: answers.tell_totals(found, region=chart.region),
        data=lambda: [to_dict(period) for period in found],
        rows=lambda: answers.totals_rows(found),
        columns=answers.TOTALS_COLUMNS,
    )
