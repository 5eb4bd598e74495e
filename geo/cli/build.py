"""``geo build``: reports to a map, its data and GeoJSON, all in one folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import Inputs, Open, Region, Strict
from geo.cli.reporting import ConsoleReporter
from geo.cli.writing import show_in_browser

NAME = "build"
EXAMPLES = """Examples:

geo build seeds --output output

geo build reports/ more.jsonl -o output --open

geo build today.txt --strict"""


def run(
    inputs: Inputs,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write.")] = Path("output"),
    region: Region = "karabakh",
    strict: Strict = False,
    open_page: Open = False,
) -> None:
    """Build the map from reports: articles, claims, control, GeoJSON and map.html in one folder."""
    from geo.files import show
    from geo.pipeline import Settings, build

    with ConsoleReporter() as report:
        result = build(inputs, settings=Settings(region=region, output=output), report=report)
    typer.echo(result.summary, err=True)
    typer.echo(show(result.page))
    if open_page:
        show_in_browser(result.page)
    report.exit_if_strict(strict=strict)
