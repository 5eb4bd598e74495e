"""CSV: a layer as a table for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.csvtext import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.export.layers import Atlas, Row

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def table(atlas: Atlas) -> bytes:
    """One layer as CSV (RFC 4180) in UTF-8 with a byte order mark; points as ``lon`` and ``lat``, surfaces left out.

    Lists are joined by `` | ``. A text that a spreadsheet would run as a formula gets an apostrophe in front, which
    spreadsheets hide.
    """
    (layer,) = atlas.layers
    points = layer.shape == "Point"
    columns = ("id", *layer.columns, *(("lon", "lat") if points else ()))
    rows = (
        [row.id, *(row.properties[name] for name in layer.columns), *(_position(row) if points else ())]
        for row in layer.rows
    )
    return (BYTE_ORDER_MARK + csv_text(columns, rows)).encode("utf-8", errors="replace")


def _position(row: Row) -> Sequence[float | None]:
    return cast("Sequence[float]", row.geometry["coordinates"]) if row.geometry else (None, None)
