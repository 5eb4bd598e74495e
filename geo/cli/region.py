"""``geo region``: a region of one's own, from files or from open boundaries, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.answering import give
from geo.cli.options import BOTH, REGION, Answers, Form, Names
from geo.cli.region_options import (
    SHAPES,
    ActorsFile,
    AreaKind,
    AreasFile,
    BasePackages,
    Crs,
    Languages,
    Layer,
    Licence,
    NameColumn,
    OverlayFiles,
    PlacesFile,
    RegionName,
    Replace,
    Shapes,
    Simplify,
    SourceText,
    Start,
    Title,
    Where,
)
from geo.cli.reporting import count
from geo.cli.speaking import say, tell, warn

if TYPE_CHECKING:
    from geo.regions.making import Made

NAME = "region"
SUMMARY = "Make a region of your own, or check one."
EXAMPLES = {
    "new": ("geo region new mali --areas mali.geojson --places towns.csv --actors parties.csv",),
    "base": ("geo region base mali",),
    "areas": ("geo region areas karabakh", "geo region areas karabakh --format csv"),
    "check": ("geo region check karabakh",),
    "fetch": ("geo region fetch Mali --level 2",),
}
BOUNDARIES = Path("boundaries")
DOWNLOADS = Path("build/downloads")


def new(
    name: RegionName,
    *,
    areas: AreasFile,
    places: PlacesFile = None,
    actors: ActorsFile = None,
    overlays: OverlayFiles = None,
    layer: Layer = None,
    where: Where = None,
    crs: Crs = None,
    column: NameColumn = None,
    languages: Languages = None,
    kind: AreaKind = "district",
    simplify: Simplify = 0.0,
    title: Title = None,
    start: Start = "2000-01-01",
    source: SourceText = None,
    licence: Licence = None,
    shapes: Shapes = SHAPES,
    replace: Replace = False,
    base: BasePackages = None,
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
        _tell_base(write_base(made.folder, packages))
    _tell(made, name)


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
    _tell_base(path)
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


def areas(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A region's name, or a path to its folder.")] = REGION,
    *,
    form: Answers = Form.TABLE,
    names: Names = BOTH,
) -> None:
    """Print what a region's areas and groups measure.

    Beside it what sources publish (figures.csv), and the difference in percent. km² on the WGS 84 ellipsoid.
    """
    from geo.regions import measuring, open_region

    opened = open_region(name, names=names)
    found = measuring.area_figures(opened)
    give(
        form,
        words=lambda: measuring.area_table(opened).rstrip(),
        data=lambda: measuring.area_rows(found),
        rows=lambda: measuring.area_rows(found),
        columns=measuring.AREA_COLUMNS,
    )


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


def _tell_base(path: Path) -> None:
    credited = "Natural Earth (public domain) and GeoNames (CC BY 4.0)"
    tell(f"Base map: {path}, made of {credited}. Say so in {path.with_name('README.md')}")


def _tell(made: Made, name: str) -> None:
    for change in made.changes:
        warn(str(change))
    counts = (("area", made.areas), ("cell", made.cells), ("place", made.places), ("party", made.parties))
    told = ", ".join(count(number, what) for what, number in counts)
    tell(f"Made: {told}. What is missing: geo region check {name}")
    say(str(made.folder))


group = typer.Typer(name=NAME, help=SUMMARY, no_args_is_help=True, rich_markup_mode=None)
for body in (new, base, check, areas, fetch):
    lines = ("\b", "Examples:", *(f"  {line}" for line in EXAMPLES[body.__name__]))
    group.command(body.__name__, epilog="\n".join(lines))(body)
