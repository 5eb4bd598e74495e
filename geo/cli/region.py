"""``geo region``: a region of one's own, from files or from open boundaries, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.options import REGION
from geo.cli.reporting import count
from geo.cli.speaking import say, tell, warn

if TYPE_CHECKING:
    from geo.regions.making import Change

NAME = "region"
SUMMARY = "Make a region of your own, or check one."
EXAMPLES = {
    "new": ("geo region new mali --areas mali.geojson --places towns.csv --actors parties.csv",),
    "base": ("geo region base mali",),
    "check": ("geo region check karabakh",),
    "fetch": ("geo region fetch Mali --level 2",),
}
SHAPES = Path("shapes")
BOUNDARIES = Path("boundaries")
DOWNLOADS = Path("build/downloads")

_LIST = " Several: give the option again."


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", show_default=False, help="The region's folder: small letters.")
    ],
    *,
    areas: Annotated[
        Path,
        typer.Option(
            "--areas", "-a", metavar="FILE", help="Districts: GeoJSON, GeoPackage, Shapefile, or a zip of one."
        ),
    ],
    places: Annotated[
        Path | None,
        typer.Option("--places", metavar="FILE", help="Towns, a CSV: name, lat, lon; more as in shapes/*/places.csv."),
    ] = None,
    actors: Annotated[
        Path | None,
        typer.Option("--actors", metavar="FILE", help="Parties, a CSV: name, words; more as in shapes/*/actors.csv."),
    ] = None,
    overlays: Annotated[
        list[Path] | None,
        typer.Option("--overlay", metavar="FILE", help="Areas that cut across the districts." + _LIST),
    ] = None,
    layer: Annotated[str | None, typer.Option("--layer", metavar="NAME", help="Of a file or zip with several.")] = None,
    where: Annotated[
        str | None, typer.Option("--where", metavar="SQL", help="Only these rows: \"iso_a2 = 'ML'\".")
    ] = None,
    crs: Annotated[str | None, typer.Option("--crs", metavar="CODE", help="If the file is silent: EPSG:32638.")] = None,
    column: Annotated[str | None, typer.Option("--name", metavar="COLUMN", help="The column of names.")] = None,
    languages: Annotated[
        str | None,
        typer.Option("--languages", metavar="LIST", help="Of columns name_xx, these: fr,bm. By default all."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="WORD", help="What the areas are: district, province.")
    ] = "district",
    simplify: Annotated[
        float, typer.Option("--simplify", metavar="KM", min=0, help="Generalise all edges, common ones alike.")
    ] = 0.0,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The region's name in words.")] = None,
    start: Annotated[str, typer.Option("--start", metavar="DAY", help="First day of its timeline.")] = "2000-01-01",
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Whose the areas are.")] = None,
    licence: Annotated[str | None, typer.Option("--licence", metavar="TEXT", help="Under which licence.")] = None,
    shapes: Annotated[Path, typer.Option("--shapes", metavar="FOLDER", help="Where regions are kept.")] = SHAPES,
    base: Annotated[
        Path | None,
        typer.Option("--base", metavar="FOLDER", help="Packages there give it a base map: geo region base."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write a region anew that is there.")] = False,
) -> None:
    """Make a region from files.

    Shapes are mended and cut into cells; whatever is changed is told, and stands in the region's README.
    """
    from geo.recipe.base import at_hand, write_base
    from geo.regions.making import Inputs, Source, make_region
    from geo.regions.making.plan import about

    inputs = Inputs(
        areas=Source(path=areas, layer=layer, where=where, crs=crs),
        overlays=tuple(Source(path=path) for path in overlays or ()),
        places=places,
        actors=actors,
        name_column=column,
        languages=tuple(languages.replace(",", " ").split()) if languages else None,
        kind=kind,
        tolerance_km=simplify,
    )
    said = about(name, areas, title=title, start=start, source=source, licence=licence)
    packages = at_hand(base) if base else None
    made = make_region(said, inputs, shapes=shapes, replace=replace)
    if packages:
        write_base(made.folder, packages)
    _tell_changes(made.changes)
    counts = (count(made.areas, "area"), count(made.cells, "cell"), f"{made.places} places", f"{made.parties} parties")
    tell(f"Made: {', '.join(counts)}. What is missing: geo region check {name}")
    say(str(made.folder))


def base(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A region's name, or its folder.")],
    *,
    packages: Annotated[
        Path, typer.Option("--packages", metavar="FOLDER", help="Where the packages that it is made of lie.")
    ] = DOWNLOADS,
) -> None:
    """Give a region a base map: land, borders, rivers, lakes and towns around it.

    Of public packages that are at hand (Natural Earth, GeoNames). Where one is not, it says how to fetch it.
    """
    from geo.recipe.base import at_hand, write_base
    from geo.regions.folders import find_folder

    path = write_base(find_folder(name), at_hand(packages))
    tell(f"Made of Natural Earth (public domain) and GeoNames (CC BY 4.0): say so in {path.with_name('README.md')}")
    say(str(path))


def check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A region's name, or a path to its folder.")] = REGION,
) -> None:
    """Tell what a region lacks.

    Contradictions first (exit status 1), then what is missing for a good map.
    """
    from geo.regions.checking import check_region

    found = check_region(name)
    for finding in found:
        say(f"{finding.level}: {finding.what}")
    wrong = sum(finding.level == "wrong" for finding in found)
    tell(f"{name}: {wrong} wrong, {len(found) - wrong} missing")
    if wrong:
        raise typer.Exit(1)


def fetch(
    country: Annotated[
        str, typer.Argument(metavar="COUNTRY", show_default=False, help="Its English name or ISO code.")
    ],
    *,
    level: Annotated[int, typer.Option("--level", "-l", min=1, max=2, help="1: provinces, 2: districts.")] = 1,
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where boundaries are kept; once is enough.")
    ] = BOUNDARIES,
    simplified: Annotated[
        bool, typer.Option("--simplified", help="Outlines that geoBoundaries has generalised.")
    ] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask the network again.")] = False,
    api: Annotated[
        str | None, typer.Option("--api", metavar="URL", envvar="GEO_BOUNDARIES_API", help="A mirror of the service.")
    ] = None,
) -> None:
    """Fetch open boundaries of a country.

    From geoBoundaries; the only command that asks the network. Licence and checksum are kept beside the file.
    """
    from geo.regions.countries import country_code
    from geo.regions.fetching import API, fetch_boundaries

    found = fetch_boundaries(
        country_code(country), level, folder, api=api or API, simplified=simplified, refresh=refresh
    )
    how = "Fetched" if found.fetched else "Already here"
    tell(f"{how}: {count(found.areas, 'area')}; {found.source}; {found.licence}")
    tell(f"Licence: {found.licence_path}. Next: geo region new NAME --areas {found.path}")
    say(str(found.path))


def _tell_changes(changes: tuple[Change, ...]) -> None:
    for change in changes:
        warn(str(change))


group = typer.Typer(name=NAME, help=SUMMARY, no_args_is_help=True, rich_markup_mode=None)
for body in (new, base, check, fetch):
    lines = ("\b", "Examples:", *(f"  {line}" for line in EXAMPLES[body.__name__]))
    group.command(body.__name__, epilog="\n".join(lines))(body)
