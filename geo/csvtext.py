"""Rows as CSV (RFC 4180), with nothing in them that a spreadsheet would run; a byte order mark is the file's affair."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection)."""

BETWEEN = " | "
"""Stands between the values of a list."""


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""A header and rows; None is empty, lists are joined, a text that begins as a formula gets an apostrophe in front.

    Examples
    --------
    >>> csv_text(["place", "claims"], [["lachin", ["a", "b"]], [None, "=1+1"]])
    "place,claims\r\nlachin,a | b\r\n,'=1+1\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return _cell(BETWEEN.join(map(str, value)))
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return str(value)
