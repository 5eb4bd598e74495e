"""Tells what a region lacks: what is wrong first, then what is missing for good maps, each with what to do.

Whether the parts fit together is checked where a region is opened (:mod:`geo.regions.opening`); here is what opens well
and still gives a poor map: areas that no name finds, places without a point, parties that no report can name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.errors import RegionError
from geo.files import show
from geo.names import fold
from geo.regions.folders import find_folder
from geo.regions.measuring import area_figures
from geo.regions.opening import open_region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.regions.model import Region

GAP_KM2 = 25.0
"""A hole between cells that is smaller than this and touches several areas is a gap between outlines, and no lake."""

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """``wrong`` is a contradiction to mend; ``missing`` is something without which the map says less."""

    level: Literal["wrong", "missing"]
    what: str


def check_region(name_or_path: str, *, search: Sequence[Path] | None = None) -> list[Finding]:
    """What is wrong with a region, and what it lacks, the worst first.

    Raises
    ------
    UnknownRegionError
        Where there is no such region.
    """
    folder = find_folder(name_or_path, search=search)
    try:
        region = open_region(str(folder))
        found = [*_wrong_shapes(region), *_wrong_sizes(region), *_missing(region)]
    except RegionError as error:
        return [Finding(level="wrong", what=str(error))]
    return sorted(found, key=lambda finding: finding.level != "wrong")


def _wrong_sizes(region: Region) -> Iterator[Finding]:
    """Areas that measure something else than is published, and nothing explains it."""
    for figure in area_figures(region):
        if figure.published and not figure.is_explained:
            size = f"{figure.label} measures {figure.km2:,.0f} km², {figure.difference:+.0f} % beside what is published"
            yield Finding(level="wrong", what=f"figures.csv: {size}. Mend the outline, or say why in its remark.")


def _wrong_shapes(region: Region) -> Iterator[Finding]:
    """Cells without shape, that overlap, or that measure something else than they say."""
    import shapely

    from geo.partition import area_km2

    frame = region.cell_frame()
    where = show(region.folder / "cells.geojson")
    shapes = dict(zip(frame["cell"], frame.geometry, strict=True))
    empty = [cell for cell, shape in shapes.items() if shape is None or shape.is_empty or not shape.is_valid]
    if empty:
        yield Finding(level="wrong", what=f"{where}: cells without a valid shape: {_few(empty)}. Make them anew.")
        return
    if not shapely.coverage_is_valid(list(shapes.values())):
        edges = shapely.coverage_invalid_edges(list(shapes.values()))
        bad = [cell for cell, edge in zip(shapes, edges, strict=True) if not edge.is_empty]
        yield Finding(level="wrong", what=f"{where}: cells that overlap or whose edges differ: {_few(bad)}.")
    said = {cell.id: cell.km2 for cell in region.cells}
    off = [cell for cell, shape in shapes.items() if abs(area_km2(shape) - said[cell]) > max(0.01 * said[cell], 0.02)]
    if off:
        yield Finding(level="wrong", what=f"{where}: km2 is not what the shape measures: {_few(off)}.")
    yield from _gaps(region, shapes)


def _gaps(region: Region, shapes: dict[str, BaseGeometry]) -> Iterator[Finding]:
    import shapely

    from geo.partition import area_km2

    parts = shapely.get_parts(shapely.union_all(list(shapes.values())))
    holes = [shapely.Polygon(ring) for part in parts for ring in part.interiors]
    tree, cells = shapely.STRtree(list(shapes.values())), list(region.cells)
    found = [
        hole
        for hole in holes
        if area_km2(hole) < GAP_KM2 and len({cells[at].district for at in tree.query(hole, "intersects")}) > 1
    ]
    if found:
        near = ", ".join(f"{hole.centroid.x:.3f} {hole.centroid.y:.3f}" for hole in found[:_SHOWN])
        yield Finding(level="missing", what=f"{len(found)} gaps between areas (near {near}): no map colours them.")


def _missing(region: Region) -> Iterator[Finding]:
    """What a person has to add; in the order in which it is worth adding."""
    lacks = (
        *_parties(region),
        *_outlets(region),
        *_places(region),
        *_areas(region),
        *_base(region),
        *_papers(region),
    )
    return (Finding(level="missing", what=what) for what in lacks)


def _parties(region: Region) -> Iterator[str]:
    if not region.parties:
        yield "actors.csv has no parties: reports of who holds what cannot be read. Add a row for each."
        return
    own = [party for party in region.parties if party.side == party.id and not party.presence_only]
    wordless = [party.id for party in own if not party.adjectives]
    if wordless:
        yield f"actors.csv: parties without adjectives ('Armenian' forces): {_few(wordless)}."
    sides = {party.side for party in region.parties if not party.presence_only}
    if len(sides) == 1:
        yield "actors.csv knows one side only: nothing can change hands. Add the other."
    if not region.colours:
        yield "region.toml has no [colours]: parties get the page's own. Choose those that no side has in its flag."


def _outlets(region: Region) -> Iterator[str]:
    if not region.outlets:
        yield "sources.csv has no outlets: every report counts as independent. Add those that speak for a side."
    elif not any(outlet.side for outlet in region.outlets):
        yield "sources.csv: no outlet speaks for a side, so that all count as independent. Say who does."


def _places(region: Region) -> Iterator[str]:
    names = Counter(fold(place.name) for place in region.places if place.area)
    twice = sorted(name for name, count in names.items() if count > 1)
    if twice:
        yield f"places.csv: several areas are called alike: {_few(twice)}. Reports that name them mean either."
    if not any(place.area is None for place in region.places):
        yield "places.csv has no towns: reports name more than areas. Add them, each with a source."
    pointless = [place.id for place in region.places if place.lat is None and place.kind != "country"]
    if pointless:
        yield f"places.csv: {len(pointless)} places without coordinates are found and not drawn: {_few(pointless)}."
    lost = [place.id for place in region.places if place.kind == "place"]
    if lost:
        yield f"places.csv: places of no kind (town, village, ...): {_few(lost)}."


def _areas(region: Region) -> Iterator[str]:
    found = {place.area for place in region.places}
    nameless = [area.id for area in region.areas if area.id not in found]
    if nameless:
        yield f"places.csv has no row for the areas {_few(nameless)}: no report finds them. Add rows with that area."
    spoken = {language for area in region.areas for language, _ in area.names}
    for language in sorted(spoken):
        silent = [area.id for area in region.areas if language not in dict(area.names)]
        if silent and len(silent) < len(region.areas) / 2:
            yield f"region.toml: areas without a name in {language!r}: {_few(silent)}."
    if not spoken:
        yield "region.toml: areas have names in one language only. Add names = { uk = ..., ru = ... }."
    if region.baseline is None:
        yield "region.toml has no [baseline]: until the first report, who held what is unknown."


def _base(region: Region) -> Iterator[str]:
    if not region.base:
        yield f"base.geojson: no rivers, towns and neighbours around the areas. Make them: geo region base {region.id}."


def _papers(region: Region) -> Iterator[str]:
    readme = region.folder / "README.md"
    text = readme.read_text("utf-8", errors="replace") if readme.is_file() else ""
    if not text:
        yield "README.md is missing: sources and licences of the data belong there."
    elif "licence" not in text.casefold() and "license" not in text.casefold():
        yield "README.md says nothing of licences. Say under which each source is used."
    elif "| not said |" in text:
        yield "README.md: the licence of a source is not said. Look it up before you share the region."


def _few(names: Sequence[str]) -> str:
    """Some of the names, and how many more there are."""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
