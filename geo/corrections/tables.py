"""Whole tables: read and applied, and whatever is wrong in them told by file, row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.articles.problems import InputProblem
from geo.corrections.applying import correct
from geo.corrections.files import read_table
from geo.corrections.table import CLAIM_COLUMNS, DECISION_COLUMNS
from geo.errors import InputError
from geo.files import show

_SAYING = ("claim", *DECISION_COLUMNS, *CLAIM_COLUMNS, "quote", "article")
"""Columns in which rows differ that say different things."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from geo.articles.problems import OnProblem
    from geo.corrections.applying import Corrected
    from geo.corrections.table import Row
    from geo.records import Article, Claim
    from geo.regions import Region


def correct_by(
    tables: Iterable[Path],
    articles: Sequence[Article],
    claims: Sequence[Claim],
    *,
    region: Region,
    on_problem: OnProblem,
    elsewhere: Sequence[Article] = (),
) -> Corrected:
    """Articles and claims as tables decide, as :func:`geo.corrections.applying.correct`.

    ``on_problem`` hears of each table, row and cell that does not count; the rest does.

    Raises
    ------
    MissingInputError
        Where there is no such table.
    """
    rows = [row for table in tables for row in rows_of(table, on_problem=on_problem)]
    found = correct(articles, claims, rows, region=region, elsewhere=elsewhere)
    for outcome in found.outcomes:
        for fault in outcome.faults:
            on_problem(InputProblem(path=f"{outcome.row.where}, column {fault.column}", reason=fault.words))
    return found


def rows_of_all(tables: Iterable[Path], *, on_problem: OnProblem) -> list[Row]:
    """The rows of several tables; one that says in a later table what it says in an earlier one stands there once."""
    said: dict[tuple[str, ...], Row] = {}
    for table in tables:
        for row in rows_of(table, on_problem=on_problem):
            said.setdefault(tuple(row[column] for column in _SAYING), row)
    return list(said.values())


def rows_of(table: Path, *, on_problem: OnProblem) -> list[Row]:
    """The rows of a table; none of one that cannot be read, of which ``on_problem`` hears.

    Raises
    ------
    MissingInputError
        Where there is no such table.
    """
    try:
        return read_table(table, on_problem=on_problem)
    except InputError as error:
        on_problem(InputProblem(path=show(table), reason=str(error)))
        return []
