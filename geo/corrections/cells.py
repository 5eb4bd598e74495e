"""Cells that a spreadsheet leaves as they are: nothing runs as a formula, no date or id becomes a number.

A spreadsheet turns ``2020-11-25`` into a day of its own and writes it back as ``25.11.2020``; it makes a number of an
id like ``12345678e9012345``. An apostrophe in front keeps a cell text. It is put there when a table is written, and
taken off when it is read, whether the spreadsheet has kept it or not.
"""

from __future__ import annotations

import re

from geo.csvtext import FORMULA_STARTS

_LIKE_A_NUMBER = re.compile(r"(?=[\d.,:/~?%\s-]*\d)[\d.,:/~?%\s-]+|\d+[eE]\d+|true|false", re.IGNORECASE)
"""What a spreadsheet may take for a number, a day, a time or a truth value."""

_APOSTROPHES = "'’‘"
"""The mark in front, and what a spreadsheet's corrections make of it when it is typed."""

_A_YEAR = re.compile(r"[1-9]\d{0,3}")
"""Numbers that come back as they went."""


def guarded(text: str) -> str:
    """The cell for a text, with an apostrophe in front where a spreadsheet would change or run it.

    Examples
    --------
    >>> guarded("2020-11-25"), guarded("=1+1"), guarded("Lachin"), guarded("2020")
    ("'2020-11-25", "'=1+1", 'Lachin', '2020')
    """
    return f"'{text}" if _is_at_risk(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell stands for; the opposite of :func:`guarded`.

    Examples
    --------
    >>> unguarded("'2020-11-25"), unguarded("2020-11-25"), unguarded("'We took it', he said")
    ('2020-11-25', '2020-11-25', "'We took it', he said")
    """
    return cell[1:] if cell[:1] in tuple(_APOSTROPHES) and _is_at_risk(cell[1:]) else cell


def _is_at_risk(text: str) -> bool:
    """Whether a spreadsheet changes the text, or what stands behind its apostrophes."""
    bare = text.lstrip(_APOSTROPHES)
    if bare.startswith(FORMULA_STARTS):
        return True
    return bool(_LIKE_A_NUMBER.fullmatch(bare)) and (bare != text or not _A_YEAR.fullmatch(bare))
