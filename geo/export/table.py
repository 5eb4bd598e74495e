"""CSV: a layer as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.export.layers import Atlas, Row

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection)."""

BETWEEN = " | "


def table(atlas: Atlas) -> bytes:
    """One layer as CSV (RFC 4180) in UTF-8 with a byte order mark; points as ``lon`` and ``lat``, surfaces left out.

    Lists are joined by `` | ``. A text that a spreadsheet would run as a formula gets an apostrophe in front, which
    spreadsheets hide.
    """
    (layer,) = atlas.layers
    points = layer.shape == "Point"
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("id", *layer.columns, *(("lon", "lat") if points else ())))
    for row in layer.rows:
        values = [row.id, *(row.properties[name] for name in layer.columns), *(_position(row) if points else ())]
        writer.writerow([_cell(value) for value in values])
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8", errors="replace")


def _position(row: Row) -> Sequence[float | None]:
    return cast("Sequence[float]", row.geometry["coordinates"]) if row.geometry else (None, None)


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
