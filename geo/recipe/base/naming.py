"""What things of the base map are called: as the gazetteer, as the region's ``base.toml``, or as the source.

``base.toml`` has a table ``[[name]]`` for each thing whose source misspells it or knows no other language: ``kind``
and ``found`` (the source's words), then either ``place`` (the gazetteer's id) or ``name`` and ``names`` by language;
``name = ""`` leaves it without a name. ``mended.toml`` has, for all regions, the names that lost letters.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.files import show
from geo.names import fold
from geo.places.gazetteer import distance_km
from geo.regions.base import KINDS
from geo.regions.keys import Table, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from geo.records import Place

FILE_NAME = "base.toml"
GAZETTEER = "geonames:"
"""How a place of the gazetteer says that its point is that of GeoNames."""

LOST = "?"
"""What stands in a name for a letter that its package lost."""

REACH_KM = {"town": 10.0, "province": 150.0}
"""How far the gazetteer's point of a thing may lie from the source's: of a town, and of a province's middle."""

_KINDS = {
    "land": ("country",),
    "river": ("river",),
    "lake": ("lake", "reservoir"),
    "province": ("province", "region", "district"),
    "town": ("capital", "city", "town", "village"),
}
"""Kinds of the gazetteer that a kind of the base map may be; a river is never named for a town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name, and its other languages unless the gazetteer's place has them."""

    name: str
    names: tuple[tuple[str, str], ...] = ()
    place: str | None = None


class Namer:
    """Names the things of a region's base map."""

    def __init__(self, folder: Path, places: Sequence[Place], *, languages: Iterable[str]) -> None:
        self._own = _read(folder / FILE_NAME, places)
        self._mended = tomllib.loads(files("geo.recipe.base").joinpath("mended.toml").read_text("utf-8"))
        self._places = {place.id: place for place in places}
        self._languages = frozenset(languages)
        self._found: dict[tuple[str, str], list[Place]] = {}
        for kind, place in ((kind, place) for kind, kinds in _KINDS.items() for place in places if place.kind in kinds):
            for text in (place.name, *(name.text for name in place.names)):
                self._found.setdefault((kind, fold(text)), []).append(place)
        self._geonames = {place.source: place for place in reversed(places) if place.kind in _KINDS["town"]}

    def name(
        self,
        kind: str,
        found: str,
        names: Iterable[tuple[str, str]] = (),
        *,
        word: str = "",
        at: tuple[float, float] | None = None,
    ) -> Named:
        """The name of what the source calls ``found``, and says to be a ``word`` (``Province``).

        Where it lies (``at``, longitude and latitude in degrees) tells it from its namesakes.
        """
        own = self._own.get((kind, found))
        if own is not None:
            place = self._places.get(own.place or "")
            return own if place is None else Named(name=place.name, place=place.id)
        found = self._mended.get(kind, {}).get(found, found)
        if LOST in found:
            return Named(name="")
        keys = (fold(found), fold(f"{found} {word}"))
        namesakes = [place for key in keys for place in self._found.get((kind, key), ())]
        place = next((place for place in namesakes if _is_there(place, at, kind)), None)
        if place is not None:
            return Named(name=place.name, place=place.id)
        told = tuple((tag, text) for tag, text in names if tag in self._languages and text != found)
        return Named(name=found, names=told)

    def town(self, geonames: int, name: str, *, at: tuple[float, float]) -> Named:
        """The name of a town of GeoNames, by its number, or by its name and where it lies."""
        place = self._geonames.get(f"{GAZETTEER}{geonames}")
        return Named(name=place.name, place=place.id) if place else self.name("town", name, at=at)


def _is_there(place: Place, at: tuple[float, float] | None, kind: str) -> bool:
    if at is None or place.lon is None or place.lat is None:
        return at is None
    lon, lat = at
    return distance_km(lat=place.lat, lon=place.lon, to_lat=lat, to_lon=lon) <= REACH_KM[kind]


def _read(path: Path, places: Sequence[Place]) -> dict[tuple[str, str], Named]:
    if not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegionError(f"{show(path)} is not TOML: {error}.") from error
    found = {}
    ids = {place.id for place in places}
    for row in Table.of(data, where=show(path), keys={"name"}).tables("name", _KEYS):
        known([row.text("kind")], KINDS, where=row.where, what="kind")
        if "place" in row.values:
            known([row.text("place")], ids, where=row.where, what="place")
            named = Named(name="", place=row.text("place"))
        else:
            named = Named(name=row.text("name"), names=row.pairs("names"))
        found[row.text("kind"), row.text("found")] = named
    return found


_KEYS = frozenset({"kind", "found", "place", "name", "names", "source"})
