"""``geo map``: the page, from files that a build wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import PIPE, Folder, Open, Region
from geo.cli.writing import put, show_in_browser

NAME = "map"
EXAMPLES = """Examples:

geo map -i output --open

geo map -i output -o share/karabakh.html --names hy"""


def run(
    *,
    folder: Folder = Path("output"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="The page, by default map.html in the input's folder; - for a pipe.",
        ),
    ] = None,
    names: Annotated[
        str, typer.Option("--names", metavar="LANGUAGE", help="Names of places: both, or one language (az, hy, ru).")
    ] = "both",
    region: Region = "karabakh",
    open_page: Open = False,
) -> None:
    """Draw the map from files that exist: one HTML file that opens without a network."""
    from geo.outputs import PAGE, read_course, read_reading
    from geo.pipeline import draw
    from geo.regions import open_region

    target = output or folder / PAGE
    page = draw(read_reading(folder), read_course(folder), region=open_region(region), names=names)
    put(target, page.encode("utf-8"))
    if open_page and target != PIPE:
        show_in_browser(target)
