"""The layer ``control``: who controlled what, when, as reported; a feature for each area, state and interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.export.evidence import EVIDENCE, evidence_values
from geo.export.layers import Layer, Row
from geo.export.rfc7946 import surface
from geo.export.rows import control_rows
from geo.export.states import STATE, party_name, state_values
from geo.export.times import MOMENTS, window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.export.layers import Kind
    from geo.export.rows import ControlRow
    from geo.export.times import Window
    from geo.records import Article, Claim, ControlInterval
    from geo.regions import Region

_EXTENT: dict[str, Kind] = {"whole": "flag", "cells": "texts", "km2": "number"}


def control_layer(
    intervals: Iterable[ControlInterval], *, claims: Iterable[Claim], articles: Sequence[Article], region: Region
) -> Layer:
    """Intervals as rows, ordered by area and time; a row's geometry is the union of its cells.

    ``start`` and ``end`` are half-open ISO days, None where open; ``start_edtf`` and ``end_edtf`` keep how exactly they
    are known; ``start_time`` and ``end_time`` are never open (:mod:`geo.export.times`). ``claims``, ``quotes`` and
    ``sources`` are lists in one order: the n-th quote is the n-th claim's. ``area_name_<language>`` is the area's first
    name in each language of which the region's areas have one, with ``_`` for the language tag's hyphen.

    Raises
    ------
    RegionError
        When an interval's cell is none of the region's, or has no geometry.
    RecordError
        When a claim behind an interval, or its article, is not there.
    """
    found = control_rows(intervals, claims=claims, articles=articles, region=region)
    languages = list(dict.fromkeys(lang for area in region.areas for lang, _ in area.names))
    named: dict[str, Kind] = dict.fromkeys(("area", "area_name", *map(_name_column, languages)), "text")
    window = window_of(articles, region)
    shapes = _shapes(found, region)
    rows, count = [], dict.fromkeys((row.area for row in found), 0)
    for row in found:
        count[row.area] += 1
        ident = f"{row.area}.{count[row.area]}"
        values = _values(row, languages, window, region)
        rows.append(Row(id=ident, title=_title(row, region), geometry=shapes[row.cells], properties=values))
    columns: dict[str, Kind] = {**named, **_EXTENT, **STATE, **EVIDENCE, **MOMENTS}
    return Layer(name="control", title="Reported control", shape="MultiPolygon", columns=columns, rows=rows)


def _shapes(rows: Iterable[ControlRow], region: Region) -> Mapping[tuple[str, ...], Mapping[str, object] | None]:
    """The union of cells for each list of cells, each made once."""
    frame = region.cell_frame()
    shapes: dict[str, BaseGeometry] = dict(zip(frame["cell"], frame.geometry, strict=True))
    unions = {}
    for cells in dict.fromkeys(row.cells for row in rows):
        undrawn = [cell for cell in cells if cell not in shapes]
        if undrawn:
            raise RegionError(f"Cell {undrawn[0]!r} of region {region.id!r} has no geometry. Build the region anew.")
        unions[cells] = surface([shapes[cell] for cell in cells])
    return unions


def _values(row: ControlRow, languages: Iterable[str], window: Window, region: Region) -> dict[str, object]:
    names = dict(reversed(row.area_names))  # the first name of a language stays
    return {
        "area": row.area,
        "area_name": row.area_name,
        **{_name_column(lang): names.get(lang) for lang in languages},
        **{name: getattr(row, name) for name in _EXTENT},
        **state_values(row, region),
        **evidence_values(row.evidence),
        **window.moments(row.start, row.end),
    }


def _name_column(language: str) -> str:
    return f"area_name_{language.replace('-', '_')}"


def _title(row: ControlRow, region: Region) -> str:
    status = row.status.replace("_", " ")
    controller = party_name(row.controller, region)
    return f"{row.area_name}: {controller}, {status}" if controller else f"{row.area_name}: {status}"
