"""The formats that ``geo export`` writes, by stable id; a later one is one more entry.

A format turns a :class:`Content` into whole files, so that it never touches a disk: the caller writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geo.export.control import control_geojson
from geo.export.events import events_geojson
from geo.export.places import places_geojson
from geo.export.table import control_csv

if TYPE_CHECKING:
    from geo.places.geocode import GeocodedPlace
    from geo.records import Article, Claim, ControlInterval
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What there is to export: the records of one build, with their region."""

    region: Region
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    intervals: tuple[ControlInterval, ...]
    places: tuple[GeocodedPlace, ...]


class Format(Protocol):
    """A format for export."""

    @property
    def id(self) -> str:
        """The name that a user gives, and that never changes."""

    @property
    def description(self) -> str:
        """One line: what it holds and who reads it."""

    def render(self, content: Content) -> dict[str, bytes]:
        """The files of the format, by name; the same content gives the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoJson:
    """Three FeatureCollections by RFC 7946."""

    id: str = "geojson"
    description: str = "control, events and places as GeoJSON (RFC 7946), for QGIS, kepler.gl and Leaflet"

    def render(self, content: Content) -> dict[str, bytes]:
        """``control.geojson``, ``events.geojson`` and ``places.geojson``."""
        texts = {
            "control.geojson": control_geojson(
                content.intervals, claims=content.claims, articles=content.articles, region=content.region
            ),
            "events.geojson": events_geojson(content.claims, articles=content.articles, region=content.region),
            "places.geojson": places_geojson(content.places, region=content.region),
        }
        return {name: text.encode() for name, text in texts.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Csv:
    """One table of states and intervals."""

    id: str = "csv"
    description: str = "who controlled what, when, as a table for spreadsheets (UTF-8), without geometry"

    def render(self, content: Content) -> dict[str, bytes]:
        """``control.csv``."""
        text = control_csv(content.intervals, claims=content.claims, articles=content.articles, region=content.region)
        return {"control.csv": text.encode("utf-8", errors="replace")}


FORMATS: dict[str, Format] = {known.id: known for known in (GeoJson(), Csv())}
"""The formats by id."""
