"""``geo check``: how much of what is established the map has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.answering import give
from geo.cli.options import REGION, Answers, Form, Region
from geo.cli.speaking import warn

NAME = "check"
EXAMPLES = (
    "geo check output/intervals.jsonl truth.csv",
    "geo check output/intervals.jsonl truth.csv --errors --format json",
)


def run(
    intervals: Annotated[
        Path, typer.Argument(metavar="INTERVALS", show_default=False, help="The intervals.jsonl of a build.")
    ],
    truth: Annotated[
        Path,
        typer.Argument(
            metavar="TRUTH",
            show_default=False,
            help="A table (CSV): place, from_date, to_date (both inclusive), controller or undetermined.",
        ),
    ],
    *,
    errors: Annotated[bool, typer.Option("--errors", help="List the days that are wrong or left open.")] = False,
    form: Answers = Form.TABLE,
    region: Region = REGION,
) -> None:
    """Compare control with a table of what is established.

    Shares of place-days that are right, wrong, or left open: of all, within 60 days of a change, and by km². Only what
    is held for certain is an answer. A town or village is asked for its own state, where the points.jsonl beside the
    intervals has it. Days after the last report, which the located.jsonl beside them tells, are not scored. A row that
    cannot be used is named, and the rest goes on.
    """
    from geo import checking
    from geo.files import read_records
    from geo.outputs import load_last_report, load_points
    from geo.records import ControlInterval, points_by_place
    from geo.regions import open_region

    opened, points = open_region(region), load_points(intervals.parent)
    decided = read_records(intervals, ControlInterval)
    facts = checking.read_truth(truth, opened, on_problem=warn, points=points_by_place((*decided, *points)))
    last = load_last_report(intervals.parent)
    facts, beyond = checking.until(facts, last)
    if beyond:
        warn(f"{beyond:,} place-days after {last}, the last day of reports, are not scored: the map ends there.")
    found = checking.check(facts, (*decided, *points), opened, on_problem=warn)
    give(
        form,
        words=lambda: checking.as_table(found, mistakes=errors),
        data=lambda: checking.as_object(found, mistakes=errors),
        rows=lambda: checking.as_rows(found),
        columns=checking.FIGURE_COLUMNS,
    )
