"""``control.csv``: who controlled what, when, as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from geo.export.control import control_columns
from geo.export.rows import control_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import Article, Claim, ControlInterval
    from geo.regions import Region

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection)."""

BETWEEN = " | "


def control_csv(
    intervals: Iterable[ControlInterval], *, claims: Iterable[Claim], articles: Iterable[Article], region: Region
) -> str:
    """The rows of ``control.geojson`` without geometry, as CSV (RFC 4180) for UTF-8, with a byte order mark.

    Lists are joined by `` | ``. A text that a spreadsheet would run as a formula gets an apostrophe in front, which
    spreadsheets hide.

    Raises
    ------
    RegionError, RecordError
        As :func:`geo.export.control.control_geojson`, but for missing geometry.
    """
    rows = control_rows(intervals, claims=claims, articles=articles, region=region)
    columns = control_columns(region)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value(row)) for value in columns.values()] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return _cell(BETWEEN.join(value))
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return str(value)
