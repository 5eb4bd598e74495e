"""The options of ``geo region new``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

SHAPES = Path("shapes")
"""The folder in which regions are kept, unless another is told."""

_LIST = " Several: give the option again."

RegionName = Annotated[
    str, typer.Argument(metavar="NAME", show_default=False, help="The region's folder: small letters.")
]
AreasFile = Annotated[
    Path,
    typer.Option("--areas", "-a", metavar="FILE", help="Districts: GeoJSON, GeoPackage, Shapefile, or a zip of one."),
]
PlacesFile = Annotated[
    Path | None,
    typer.Option("--places", metavar="FILE", help="Towns, a CSV: name, lat, lon; more as in shapes/*/places.csv."),
]
ActorsFile = Annotated[
    Path | None,
    typer.Option("--actors", metavar="FILE", help="Parties, a CSV: name, words; more as in shapes/*/actors.csv."),
]
OverlayFiles = Annotated[
    list[Path] | None,
    typer.Option("--overlay", metavar="FILE", help="Areas that cut across the districts." + _LIST),
]
Layer = Annotated[str | None, typer.Option("--layer", metavar="NAME", help="Of a file or zip with several.")]
Where = Annotated[str | None, typer.Option("--where", metavar="SQL", help="Only these rows: \"iso_a2 = 'ML'\".")]
Crs = Annotated[str | None, typer.Option("--crs", metavar="CODE", help="If the file is silent: EPSG:32638.")]
NameColumn = Annotated[str | None, typer.Option("--name", metavar="COLUMN", help="The column of names.")]
Languages = Annotated[
    str | None,
    typer.Option("--languages", metavar="LIST", help="Of columns name_xx, these: fr,bm. By default all."),
]
AreaKind = Annotated[str, typer.Option("--kind", metavar="WORD", help="What the areas are: district, province.")]
Simplify = Annotated[
    float, typer.Option("--simplify", metavar="KM", min=0, help="Generalise all edges, common ones alike.")
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The region's name in words.")]
Start = Annotated[str, typer.Option("--start", metavar="DAY", help="First day of its timeline.")]
SourceText = Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Whose the areas are.")]
Licence = Annotated[str | None, typer.Option("--licence", metavar="TEXT", help="Under which licence.")]
Shapes = Annotated[Path, typer.Option("--shapes", metavar="FOLDER", help="Where regions are kept.")]
Replace = Annotated[bool, typer.Option("--replace", help="Write a region anew that is there.")]
BasePackages = Annotated[
    Path | None,
    typer.Option("--base", metavar="FOLDER", help="Packages there give it a base map: geo region base."),
]
