"""Finds the claim that a row is about: by its id, or by its sentence where the id is gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geo.corrections.table import CLAIM_COLUMNS
from geo.corrections.wording import TEXT_HASH, cells_of, one_line, quote_cell, read_as_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.corrections.table import Row
    from geo.records import Article, Claim
    from geo.regions import Region

_TELLING = frozenset({"kind", "places"})
"""What tells claims of one sentence apart."""


class Matcher:
    """Claims as they were read, by what rows may know of them."""

    def __init__(self, claims: Iterable[Claim], articles: Iterable[Article], region: Region) -> None:
        self._region = region
        self._by_id = {claim.id: claim for claim in claims}
        hashes = {article.id: article.sha256 for article in articles}
        self._by_quote: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self._by_id.values():
            self._by_quote[hashes.get(claim.article, ""), quote_cell(claim)].append(claim)

    def find(self, row: Row) -> Claim | None:
        """The claim of a row; None where there is none, or several might be meant.

        One whose id is gone is that of the same sentence in the same text which says the same; failing that, which is
        of the same kind and about the same places; failing that, of the same kind or about the same places.
        """
        if row["claim"] in self._by_id:
            return self._by_id[row["claim"]]
        read = read_as_read(row)
        near = self._by_quote.get((read.get(TEXT_HASH, ""), one_line(row["quote"])), ())
        same = [(claim, self._same(claim, read)) for claim in near]
        tests: tuple[Callable[[set[str]], bool], ...] = (
            lambda columns: columns.issuperset(CLAIM_COLUMNS),
            lambda columns: columns.issuperset(_TELLING),
            lambda columns: not columns.isdisjoint(_TELLING),
        )
        for is_alike in tests:
            found = [claim for claim, columns in same if is_alike(columns)]
            if len(found) == 1:
                return found[0]
        return None

    def _same(self, claim: Claim, read: dict[str, str]) -> set[str]:
        """The columns in which a claim says what was read when the row was written."""
        return {column for column, cell in cells_of(claim, self._region).items() if cell == read.get(column, "")}
