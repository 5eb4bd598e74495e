"""``geo export``: what a build found, in a format for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import OUTPUT, PIPE, REGION, Folder, Region
from geo.cli.writing import put, put_set

NAME = "export"
EXAMPLES = ("geo export -i output --format csv -o share", "geo export control -i output -o -")


def run(
    what: Annotated[
        str | None, typer.Argument(metavar="WHAT", help="One of the format's files: control, events, places.")
    ] = None,
    *,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="geojson or csv.")] = "geojson",
    folder: Folder = OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="By default the input's; - for one file in a pipe."),
    ] = None,
    region: Region = REGION,
) -> None:
    """Write GeoJSON or a table of what was found.

    For GIS programs and spreadsheets, from files that exist.
    """
    from geo import pipeline
    from geo.export import FORMATS
    from geo.regions import open_region

    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is none of: {', '.join(FORMATS)}", param_hint="--format")
    reading, decision = pipeline.load_reading(folder), pipeline.load_decision(folder)
    files = pipeline.exports(reading, decision, region=open_region(region), form=form)
    chosen = _chosen(files, what, one=output == PIPE)
    if output == PIPE:
        put(PIPE, next(iter(chosen.values())))
    else:
        put_set(output or folder, chosen)


def _chosen(files: dict[str, bytes], what: str | None, *, one: bool) -> dict[str, bytes]:
    """The files asked for, by the name before their suffix; a pipe takes one."""
    stems = ", ".join(Path(name).stem for name in files)
    chosen = {name: data for name, data in files.items() if what in (None, Path(name).stem)}
    if not chosen:
        raise typer.BadParameter(f"{what!r} is none of: {stems}", param_hint="WHAT")
    if one and len(chosen) > 1:
        raise typer.BadParameter(f"a pipe takes one file; say which: {stems}", param_hint="WHAT")
    return chosen
