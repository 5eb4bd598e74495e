"""``control.geojson``: who controlled what, when, as reported; a feature for each area, state and interval."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.export.rfc7946 import collection, feature, surface
from geo.export.rows import control_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.export.rows import ControlRow
    from geo.records import Article, Claim, ControlInterval
    from geo.regions import Region

_FIELDS = (
    "whole",
    "cells",
    "km2",
    "controller",
    "controller_name",
    "others",
    "other_names",
    "status",
    "basis",
    "support",
    "start",
    "end",
    "start_edtf",
    "end_edtf",
    "last_reported",
    "rule",
)
"""Fields of a row that are exported under their own names."""


def control_geojson(
    intervals: Iterable[ControlInterval], *, claims: Iterable[Claim], articles: Iterable[Article], region: Region
) -> str:
    """Intervals as a FeatureCollection, its features ordered by area and time.

    A feature's geometry is the union of its cells. ``start`` and ``end`` are half-open ISO days, as time sliders take
    them; ``start_edtf`` and ``end_edtf`` keep how exactly they are known. ``claims``, ``quotes`` and ``sources`` are
    lists in one order: the n-th quote is the n-th claim's.

    Raises
    ------
    RegionError
        When an interval's cell is none of the region's, or has no geometry.
    RecordError
        When a claim behind an interval, or its article, is not there.
    """
    rows = control_rows(intervals, claims=claims, articles=articles, region=region)
    frame = region.cell_frame()
    shapes = dict(zip(frame["cell"], frame.geometry, strict=True))
    columns = control_columns(region)
    features, count = [], dict.fromkeys((row.area for row in rows), 0)
    for row in rows:
        undrawn = [cell for cell in row.cells if cell not in shapes]
        if undrawn:
            raise RegionError(f"Cell {undrawn[0]!r} of region {region.id!r} has no geometry. Build the region anew.")
        count[row.area] += 1
        geometry = surface([shapes[cell] for cell in row.cells])
        properties = {name: value(row) for name, value in columns.items()}
        features.append(feature(f"{row.area}.{count[row.area]}", geometry=geometry, properties=properties))
    return collection(features)


def control_columns(region: Region) -> dict[str, Callable[[ControlRow], object]]:
    """The flat properties of a row, in order: their names, and how each is read from it.

    ``area_name_<language>`` is the area's first name in each language of which the region's areas have one, with ``_``
    for the language tag's hyphen.
    """
    languages = dict.fromkeys(lang for area in region.areas for lang, _ in area.names)
    return {
        "area": attrgetter("area"),
        "area_name": attrgetter("area_name"),
        **{f"area_name_{lang.replace('-', '_')}": partial(_name_in, lang) for lang in languages},
        **{name: attrgetter(name) for name in _FIELDS},
        "claims": lambda row: [evidence.claim for evidence in row.evidence],
        "quotes": lambda row: [evidence.quote for evidence in row.evidence],
        "sources": lambda row: [evidence.source for evidence in row.evidence],
    }


def _name_in(lang: str, row: ControlRow) -> str | None:
    return next((text for known, text in row.area_names if known == lang), None)
