"""``geo build``: reports to a map, its data and GeoJSON, all in one folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import (
    BOTH,
    OUTPUT,
    PIPE,
    REGION,
    AsKnownOn,
    Corrections,
    GrammarOnly,
    Inputs,
    Names,
    Open,
    Region,
    Story,
    Strict,
)
from geo.cli.reporting import ConsoleReporter, count
from geo.cli.speaking import say, tell
from geo.cli.writing import open_page, standard_input
from geo.files import show

NAME = "build"
EXAMPLES = ("geo build seeds --output output", "geo build reports/ more.jsonl -o output --open")
NO_PIPE = "a build writes a folder; into a pipe go geo extract -o - (claims), geo map -o - and geo export WHAT -o -"


def run(
    inputs: Inputs,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write.")] = OUTPUT,
    region: Region = REGION,
    names: Names = BOTH,
    as_known_on: AsKnownOn = None,
    grammar: GrammarOnly = False,
    corrections: Corrections = None,
    story: Story = None,
    strict: Strict = False,
    show_page: Open = False,
) -> None:
    """Build the map from reports.

    Claims, control, GeoJSON and map.html go to one folder; the path of the page is printed.
    """
    from geo.pipeline import build
    from geo.settings import Settings

    if output == PIPE:
        raise typer.BadParameter(NO_PIPE, param_hint="--output")
    reporter = ConsoleReporter()
    known_on = str(as_known_on) if as_known_on else None
    settings = Settings(region=region, names=names, as_known_on=known_on, grammar_only=grammar)
    result = build(
        inputs,
        output,
        settings=settings,
        reporter=reporter,
        stdin=standard_input(),
        corrections=corrections,
        story=story,
    )
    counts = result.counts
    read = f"{count(counts.articles, 'article')}, {count(counts.claims, 'claim')}"
    decided = f", {counts.decided} decided by analysts" if counts.decided else ""
    told = f"{read}, {counts.unplaced} not drawn but listed{decided}"
    tell(f"Nothing changed: {told}" if result.unchanged else f"Built: {told}")
    say(show(result.page))
    if show_page:
        open_page(result.page)
    reporter.exit_if_strict(strict=strict)
