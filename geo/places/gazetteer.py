"""The region's gazetteer as a geopy geocoder: names to points and back, offline.

It answers as geopy's services do (``Location`` with address, point and raw entry; None where nothing is found), so that
it can stand in for one of them, and one of them for it. ``raw`` is the :class:`geo.records.Place`. Nothing is ever
fetched: the adapter that geopy asks for refuses.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any, Literal, NoReturn, overload

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.places.index import PlaceIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Candidate, Place
    from geo.regions import Region

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG), for distances on the sphere."""


class OfflineAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no hints
    """An adapter that refuses: a gazetteer reads its region's file and nothing else."""

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> NoReturn:
        """Refuse to fetch ``url``."""
        self.get_text(url, timeout=timeout, headers=headers)

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> NoReturn:  # noqa: ARG002
        """Refuse to fetch ``url``."""
        raise GeocoderServiceError(f"The gazetteer is offline and does not fetch {url!r}. Use a geopy service for it.")


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no hints
    """A geocoder over a region's places.

    Parameters
    ----------
    region
        Its places are searched; those without coordinates are looked up, but not geocoded.
    index
        An index of the same region that is there already.

    Examples
    --------
    >>> from geo.regions import open_region
    >>> Gazetteer(open_region("karabakh")).geocode("Kəlbəcər rayonu").raw.id
    'kalbajar-district'
    """

    def __init__(self, region: Region, *, index: PlaceIndex | None = None) -> None:
        super().__init__(scheme="https", timeout=None, proxies={}, adapter_factory=OfflineAdapter)
        self.index = index or PlaceIndex(region)

    def lookup(
        self,
        name: str,
        *,
        limit: int = 10,
        kind: str | None = None,
        country: str | None = None,
        parent: str | None = None,
        beside: Sequence[str] = (),
    ) -> list[Candidate]:
        """Places that a name may stand for, ranked; see :meth:`geo.places.index.PlaceIndex.lookup`."""
        return self.index.lookup(name, limit=limit, kind=kind, country=country, parent=parent, beside=beside)

    @overload
    def geocode(
        self,
        query: str,
        *,
        exactly_one: Literal[True] = True,
        timeout: object = ...,
        kind: str | None = ...,
        country: str | None = ...,
        limit: int = ...,
    ) -> Location | None: ...

    @overload
    def geocode(
        self,
        query: str,
        *,
        exactly_one: Literal[False],
        timeout: object = ...,
        kind: str | None = ...,
        country: str | None = ...,
        limit: int = ...,
    ) -> list[Location] | None: ...

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        kind: str | None = None,
        country: str | None = None,
        limit: int = 10,
    ) -> Location | list[Location] | None:
        """The point of a name, or of each name of a phrase.

        Parameters
        ----------
        query
            A name, ``Talish, Tartar district``, or a list (``Kalbajar, Lachin and Agdam districts``).
        exactly_one
            Give the best only (of a list: that of its first name). Otherwise, all candidates of a single name, or the
            best of each name of a list.
        timeout
            Taken because geopy's wrappers pass it; nothing here waits.
        kind, country, limit
            As in :meth:`lookup`.

        Returns
        -------
        WGS 84 degrees; None where no place with coordinates is found.
        """
        del timeout
        found = self.index.lookup_phrase(query, limit=limit, kind=kind, country=country)
        ranked = [self._locations(candidates) for candidates in found]
        locations = ranked[0] if len(ranked) == 1 else [places[0] for places in ranked if places]
        return _answer(locations, exactly_one=exactly_one)

    @overload
    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: Literal[True] = True,
        timeout: object = ...,
        kind: str | None = ...,
        limit: int = ...,
    ) -> Location | None: ...

    @overload
    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: Literal[False],
        timeout: object = ...,
        kind: str | None = ...,
        limit: int = ...,
    ) -> list[Location] | None: ...

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        kind: str | None = None,
        limit: int = 10,
    ) -> Location | list[Location] | None:
        """The nearest places to a point, by distance on the sphere.

        Places that stand for areas (districts, regions, countries) are left out unless ``kind`` asks for them, since
        their point is only one of many in them.

        Parameters
        ----------
        query
            A geopy point, or latitude and longitude as geopy takes them (``"39.64, 46.55"``), WGS 84 degrees.
        exactly_one
            Give the nearest only; otherwise the nearest ``limit``.
        timeout
            Taken because geopy's wrappers pass it; nothing here waits.
        kind
            Only places of this kind, or of those that this word stands for.
        limit
            The most places to give.
        """
        del timeout
        point = query if isinstance(query, Point) else Point(query)
        kinds = self.index.kinds
        wanted = frozenset(kinds.meant_by(kind)) if kind else None
        near = [
            (distance_km(lat=point.latitude, lon=point.longitude, to_lat=place.lat, to_lon=place.lon), place.id)
            for place in self.index.places.values()
            if place.lat is not None and place.lon is not None
            if (place.kind in wanted if wanted else place.kind not in kinds.areas)
        ]
        locations = [self._location(self.index.places[place]) for _, place in sorted(near)[:limit]]
        return _answer([location for location in locations if location], exactly_one=exactly_one)

    def _locations(self, candidates: Sequence[Candidate]) -> list[Location]:
        found = (self._location(self.index.places[candidate.place]) for candidate in candidates)
        return [location for location in found if location]

    def _location(self, place: Place) -> Location | None:
        if place.lat is None or place.lon is None:
            return None
        return Location(self._address(place), Point(place.lat, place.lon), place)

    def _address(self, place: Place) -> str:
        """Its name and those of what it lies in, as far as they are places of the region."""
        names, seen, at = [place.name], {place.id}, place
        while at.parent and at.parent not in seen and at.parent in self.index.places:
            at = self.index.places[at.parent]
            seen.add(at.id)
            names.append(at.name)
        return ", ".join(names)


def distance_km(*, lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance in kilometres between two points in degrees, by the haversine formula."""
    phi, to_phi = radians(lat), radians(to_lat)
    half = sin((to_phi - phi) / 2) ** 2 + cos(phi) * cos(to_phi) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def _answer(locations: list[Location], *, exactly_one: bool) -> Any:  # noqa: ANN401
    """What geopy's geocoders return: None for nothing, else the first or all."""
    if not locations:
        return None
    return locations[0] if exactly_one else locations
