"""Finds the claim that a row is about: by its id, or by its sentence where the id is gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geo.corrections.wording import TEXT_HASH, cells_of, one_line, quote_cell, read_as_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.corrections.table import Row
    from geo.records import Article, Claim
    from geo.regions import Region


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

        One whose id is gone is that of the same sentence in the same text which is of the same kind and about the same
        places; failing that, of the same kind or about the same places.
        """
        if row["claim"] in self._by_id:
            return self._by_id[row["claim"]]
        read = read_as_read(row)
        near = self._by_quote.get((read.get(TEXT_HASH, ""), one_line(row["quote"])), ())
        return self._alike(near, read, at_least=2) or self._alike(near, read, at_least=1)

    def _alike(self, near: Sequence[Claim], read: dict[str, str], *, at_least: int) -> Claim | None:
        """The only claim that has so much of kind and places in common with what was read."""
        found = []
        for claim in near:
            cells = cells_of(claim, self._region)
            if sum(cells[column] == read.get(column, "") for column in ("kind", "places")) >= at_least:
                found.append(claim)
        return found[0] if len(found) == 1 else None
