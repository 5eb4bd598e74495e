"""What there is to export, and the layers that it makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.export.control import control_layer
from geo.export.events import events_layer
from geo.export.layers import Atlas
from geo.export.places import places_layer
from geo.export.times import last_publication
from geo.export.towns import towns_layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.export.layers import Layer
    from geo.places.geocode import GeocodedPlace
    from geo.records import Article, Claim, ControlInterval
    from geo.regions import Region

LAYERS = ("control", "towns", "events", "places")
"""The layers by name, in the order in which they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What there is to export: the records of one build, with their region.

    ``points`` are the intervals of places that are no cells. ``colours`` are ``#rrggbb`` by party, for the formats that
    have colours.
    """

    region: Region
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    intervals: tuple[ControlInterval, ...]
    places: tuple[GeocodedPlace, ...]
    points: tuple[ControlInterval, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)


def atlas_of(content: Content, *, only: str | None = None) -> Atlas:
    """All layers, or ``only`` the one of that name.

    Raises
    ------
    RegionError
        When an interval's cell is none of the region's, or has no geometry.
    RecordError
        When a claim behind an interval, or a claim's article, is not there.
    """
    chosen = LAYERS if only is None else (only,)
    return Atlas(
        layers=tuple(_layer(name, content) for name in chosen),
        as_of=last_publication(content.articles),
        colours=content.colours,
    )


def _layer(name: str, content: Content) -> Layer:
    region, claims, articles = content.region, content.claims, content.articles
    if name == "control":
        return control_layer(content.intervals, claims=claims, articles=articles, region=region)
    if name == "towns":
        return towns_layer(content.points, claims=claims, articles=articles, region=region)
    if name == "events":
        return events_layer(claims, articles=articles, region=region)
    if name == "places":
        return places_layer(content.places, claims=claims, articles=articles, region=region)
    raise ValueError(name)
