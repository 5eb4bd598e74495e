"""``geo extract``: reports to claims, the first half of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import OUTPUT, PIPE, REGION, Corrections, GrammarOnly, Inputs, Region, Strict
from geo.cli.reporting import ConsoleReporter, count
from geo.cli.speaking import tell
from geo.cli.writing import pipe_records, standard_input
from geo.files import show

NAME = "extract"
EXAMPLES = ("geo extract seeds -o output", "geo extract report.txt -o -")


def run(
    inputs: Inputs,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; - for the claims in a pipe.")
    ] = OUTPUT,
    region: Region = REGION,
    grammar: GrammarOnly = False,
    corrections: Corrections = None,
    strict: Strict = False,
) -> None:
    """Read the claims of reports.

    Writes articles.jsonl, mentions.jsonl and claims.jsonl, from which geo timeline goes on.
    """
    from geo import outputs, pipeline
    from geo.articles import read_articles
    from geo.corrections.finding import find_tables, tables_mark
    from geo.regions import open_region

    reporter, opened, tables = ConsoleReporter(), open_region(region), find_tables(inputs, corrections)
    articles = read_articles(inputs, region=opened, on_problem=reporter.problem, stdin=standard_input())
    reading = pipeline.read(articles, region=opened, reporter=reporter, grammar_only=grammar)
    reading = pipeline.corrected(reading, tables, region=opened, on_problem=reporter.problem)
    if output == PIPE:
        pipe_records(reading.claims)
    else:
        outputs.write_reading(output, reading, tables=tables_mark(inputs, tables))
        tell(f"{count(len(reading.claims), 'claim')} of {count(len(articles), 'article')} in {show(output)}")
    reporter.exit_if_strict(strict=strict)
