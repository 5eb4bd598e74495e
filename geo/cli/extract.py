"""``geo extract``: reports to claims, the first half of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import PIPE, Inputs, Region, Strict
from geo.cli.reporting import ConsoleReporter

NAME = "extract"
EXAMPLES = """Examples:

geo extract seeds -o output

geo extract report.txt -o - | head"""


def run(
    inputs: Inputs,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; - for the claims in a pipe.")
    ] = Path("output"),
    region: Region = "karabakh",
    strict: Strict = False,
) -> None:
    """Read the claims of reports: articles.jsonl, mentions.jsonl and claims.jsonl."""
    from geo.cli.writing import put_lines
    from geo.outputs import CLAIMS, write_reading
    from geo.pipeline import read_reports
    from geo.regions import open_region

    with ConsoleReporter() as report:
        reading = read_reports(inputs, region=open_region(region), report=report)
    if output == PIPE:
        put_lines(PIPE, reading.claims)
    else:
        write_reading(output, reading)
        typer.echo(f"{len(reading.claims)} claims in {output / CLAIMS}", err=True)
    report.exit_if_strict(strict=strict)
