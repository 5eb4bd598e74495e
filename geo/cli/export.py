"""``geo export``: what a build found, in formats for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import BOTH, OUTPUT, PIPE, REGION, AsKnownOn, Folder, Names, Region
from geo.cli.speaking import warn
from geo.cli.writing import put, put_set

NAME = "export"
EXAMPLES = (
    "geo export -i output --format gpkg -o share",
    "geo export control -i output --format kml -o control.kml",
    "geo export -i output --format all -o share",
    "geo export control -i output -o -",
)
ALL = "all"


def run(
    what: Annotated[
        str | None, typer.Argument(metavar="WHAT", help="One layer: control, towns, events or places; by default all.")
    ] = None,
    *,
    form: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="geojson, gpkg, parquet, fgb, kml, csv, jsonl, or all of them."
        ),
    ] = "geojson",
    folder: Folder = OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="By default the input's; for one file also its name, or - for a pipe.",
        ),
    ] = None,
    as_known_on: AsKnownOn = None,
    region: Region = REGION,
    names: Names = BOTH,
) -> None:
    """Write what was found for GIS programs, spreadsheets and code.

    From files that exist. geojson: for QGIS, kepler.gl, Leaflet. gpkg: GeoPackage, all layers in one file. parquet:
    GeoParquet. fgb: FlatGeobuf. kml: for Google Earth, with time spans, all layers in one file. csv: for spreadsheets,
    without surfaces. jsonl: a GeoJSON feature on each line.

    Days are half-open: 'start' is the first day, 'end' the day after the last, empty where open. 'start_time' and
    'end_time' are moments for time sliders, never open. 'start_edtf' and 'end_edtf' say how exactly the days are known.
    """
    from geo import pipeline
    from geo.regions import open_region

    forms, opened = _forms(form, what, output), open_region(region, names=names)
    reading, decision = pipeline.load(folder, region=opened, as_known_on=as_known_on, warn=warn)
    files = pipeline.exports(reading, decision, region=opened, forms=forms, only=what)
    if output and _is_one_file(output, forms):
        put(output, next(iter(files.values())))
    else:
        put_set(output or folder, files)


def _forms(form: str, what: str | None, output: Path | None) -> Sequence[str]:
    """The formats asked for, where the command can be done."""
    from geo.export import FORMATS, LAYERS

    if form not in (*FORMATS, ALL):
        raise typer.BadParameter(f"{form!r} is none of: {', '.join((*FORMATS, ALL))}", param_hint="--format")
    if what not in (*LAYERS, None):
        raise typer.BadParameter(f"{what!r} is none of: {', '.join(LAYERS)}", param_hint="WHAT")
    forms = list(FORMATS) if form == ALL else [form]
    if output and _is_one_file(output, forms):
        if form == ALL:
            raise typer.BadParameter("a pipe takes one file; say which format", param_hint="--format")
        if what is None and not FORMATS[form].together:
            kind = "a pipe" if output == PIPE else "one file"
            raise typer.BadParameter(f"{kind} takes one layer; say which: {', '.join(LAYERS)}", param_hint="WHAT")
    return forms


def _is_one_file(output: Path, forms: Sequence[str]) -> bool:
    """Whether ``-o`` names a pipe, or a file of the one format."""
    from geo.export import FORMATS

    return output == PIPE or (len(forms) == 1 and output.suffix == f".{FORMATS[forms[0]].suffix}")
