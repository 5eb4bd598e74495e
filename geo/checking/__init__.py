"""Checks control against a table of what is established: how many place-days are right, wrong, or left open.

A table is read (:mod:`.truth`), compared day by day (:mod:`.scoring`) and told (:mod:`.report`).
"""

from __future__ import annotations

from geo.checking.report import FIGURE_COLUMNS, as_object, as_rows, as_table
from geo.checking.scoring import Check, Shares, Stretch, check
from geo.checking.truth import Fact, read_truth, until

__all__ = [
    "FIGURE_COLUMNS",
    "Check",
    "Fact",
    "Shares",
    "Stretch",
    "as_object",
    "as_rows",
    "as_table",
    "check",
    "read_truth",
    "until",
]
