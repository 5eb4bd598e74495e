"""``geo map``: the page, from files that a build wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import BOTH, OUTPUT, PIPE, REGION, AsKnownOn, Folder, Names, Open, Region, Story
from geo.cli.speaking import warn
from geo.cli.writing import open_page, put

NAME = "map"
EXAMPLES = (
    "geo map -i output --open",
    "geo map -i output -o share/karabakh.html --names hy",
    "geo map -i output -o online.html --tiles osm,esri",
)


def run(
    *,
    folder: Folder = OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="By default map.html in the input's folder; - for a pipe."),
    ] = None,
    region: Region = REGION,
    names: Names = BOTH,
    as_known_on: AsKnownOn = None,
    tiles: Annotated[
        str | None,
        typer.Option("--tiles", metavar="LIST", help="Online maps to switch on in the page: osm,esri,topo. None is."),
    ] = None,
    story: Story = None,
    show_page: Open = False,
) -> None:
    """Draw the map from files that exist.

    One HTML file, which opens without a network. With --tiles its reader may switch on pictures from the named hosts,
    which are off at first; without, the page can ask the network for nothing.
    """
    from geo import pipeline
    from geo.regions import open_region
    from geo.story import read_story

    opened, told = open_region(region, names=names), read_story(story) if story else None
    reading, decision = pipeline.load(folder, region=opened, as_known_on=as_known_on, warn=warn)
    page = pipeline.draw(reading, decision, region=opened, tiles=_names(tiles), story=told)
    target = output or folder / pipeline.PAGE
    put(target, page.encode("utf-8"))
    if show_page and target != PIPE:
        open_page(target)


def _names(tiles: str | None) -> list[str]:
    return [name.strip() for name in (tiles or "").split(",") if name.strip()]
