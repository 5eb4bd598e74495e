"""``geo timeline``: claims to who held what, when; the second half of a build, without the map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import OUTPUT, PIPE, REGION, AsKnownOn, Corrections, Folder, Region
from geo.cli.reporting import ConsoleReporter, count
from geo.cli.speaking import tell, warn
from geo.cli.writing import pipe_records
from geo.files import show

NAME = "timeline"
EXAMPLES = (
    "geo timeline -i output",
    "geo timeline -i output --as-known-on 2021-01-31 -o -",
    "geo timeline -i output --corrections corrections.csv",
)


def run(
    *,
    folder: Folder = OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="By default the input's; - for the intervals in a pipe."),
    ] = None,
    as_known_on: AsKnownOn = None,
    corrections: Corrections = None,
    region: Region = REGION,
) -> None:
    """Decide from claims who held what, when.

    Reads what geo extract wrote; a claim whose article is missing is named and left out. Writes located, intervals,
    points, presence and unplaced (.jsonl), from which geo map goes on.
    """
    from geo import outputs, pipeline
    from geo.corrections.finding import find_tables, tables_mark
    from geo.regions import open_region

    opened, reporter = open_region(region), ConsoleReporter()
    reading = outputs.load_decidable(folder, warn=warn)
    tables = find_tables((), corrections)
    reading = pipeline.corrected(reading, tables, region=opened, on_problem=reporter.problem)
    known = pipeline.known_reading(reading, as_known_on, warn=warn) if as_known_on else reading
    decision = pipeline.decide(known, region=opened)
    if output == PIPE:
        pipe_records(decision.intervals)
        return
    target = output or folder
    again = reading if tables else None
    beside = tables_mark((), tables)
    outputs.write_decision(target, decision, as_known_on=as_known_on, reading=again, tables=beside)
    tell(f"{count(len(decision.intervals), 'interval')} in {show(target)}")
