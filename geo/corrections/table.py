"""The table that an analyst fills in: its columns, and a row of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DECISION_COLUMNS = ("decision", "who", "why", "decided_on")
"""What an analyst fills in."""

CLAIM_COLUMNS = ("kind", "places", "extent", "gained_by", "lost_by", "actor", "when", "stance", "claimant")
"""What a claim says; an analyst may change it."""

COLUMNS = (
    "claim",
    *DECISION_COLUMNS,
    "quote",
    *CLAIM_COLUMNS,
    "confidence",
    "decides_km2",
    "outlet",
    "published",
    "title",
    "article",
    "note",
    "as_read",
)
"""All columns, in the order in which they are written; a table may have them in any order, and others beside them."""

NEEDED = ("claim", "decision", "who")
"""Columns without which no table of corrections is one."""

LISTS = ("places", "extent")
"""Columns that hold several values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: ``values`` by column, those of columns that are not ours too; what is empty is the empty text.

    ``file`` is the table as one printable line, ``number`` the row as a spreadsheet counts it (of JSON Lines, the
    line); both are empty where the row stands in no file yet. A column that its table lacks has no value.
    """

    values: Mapping[str, str]
    file: str = ""
    number: int = field(default=0)

    def __getitem__(self, column: str) -> str:
        """The value of a column; empty where the table lacks it."""
        return self.values.get(column, "")

    @property
    def where(self) -> str:
        """Where it stands, for messages."""
        return f"{self.file}, row {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a row: the column, and words that say what to write."""

    column: str
    words: str

    def __str__(self) -> str:
        """The fault as part of a sentence."""
        return f"column {self.column}: {self.words}"
