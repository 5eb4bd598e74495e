"""``geo export``: what a build found, in a format for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import PIPE, Folder, Region
from geo.cli.writing import put
from geo.errors import InputError

NAME = "export"
EXAMPLES = """Examples:

geo export -i output --format geojson -o share

geo export control -i output -o - | head

geo export -i output --format csv -o ."""


def run(
    what: Annotated[
        str | None,
        typer.Argument(metavar="[WHAT]", show_default=False, help="control, events or places; by default all there is."),
    ] = None,
    *,
    folder: Folder = Path("output"),
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="geojson or csv.")] = "geojson",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            show_default=False,
            help="Where to write, by default the input's folder; - for a pipe.",
        ),
    ] = None,
    region: Region = "karabakh",
) -> None:
    """Export what a build found, for GIS programs and spreadsheets."""
    from geo.export import render_files
    from geo.outputs import read_course, read_reading
    from geo.regions import open_region

    files = render_files(form, read_reading(folder), read_course(folder), region=open_region(region))
    chosen = {name: data for name, data in files.items() if what in (None, name.split(".")[0])}
    if not chosen:
        raise InputError(f"{form} has no {what!r}. It has: {', '.join(name.split('.')[0] for name in files)}")
    if output == PIPE and len(chosen) > 1:
        raise InputError(f"A pipe takes one file. Say which: {', '.join(name.split('.')[0] for name in chosen)}")
    for name, data in chosen.items():
        put(PIPE if output == PIPE else (output or folder) / name, data)
