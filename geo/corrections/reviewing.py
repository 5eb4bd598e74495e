"""Makes the table that an analyst decides in: what is still to be decided first, and every decision that was made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.corrections.applying import as_read, correct
from geo.corrections.judging import VERDICTS
from geo.corrections.table import CLAIM_COLUMNS, COLUMNS, DECISION_COLUMNS, Row
from geo.corrections.wording import TEXT_HASH, as_read_cell, cells_of, one_line, quote_cell, read_as_read
from geo.records import CONTROL_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.corrections.choosing import Choice
    from geo.corrections.outcomes import Outcome
    from geo.records import Article, Claim
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTable:
    """The rows of a table, and how many of them there are of each sort."""

    rows: tuple[Row, ...]
    claims: int
    decided: int
    refused: int
    unmatched: int


def review_table(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    rows: Sequence[Row] | None,
    *,
    region: Region,
    decides: Mapping[str, float],
    choice: Choice,
) -> ReviewTable:
    """A table of claims as they were read, with the decisions of the table that it takes the place of.

    Parameters
    ----------
    articles, claims
        What a folder holds, decided on or not.
    rows
        Those of the table that is there already, each of which with a decision is kept as it is; None where there is no
        table yet, so that the decisions are those that the claims bear.
    region
        Whose places and parties the cells name.
    decides
        The km² whose control rests on a claim, by its id.
    choice
        Which claims without a decision are listed.
    """
    read_articles, read_claims = as_read(articles, claims)
    writer = _Writer({article.id: article for article in read_articles}, region, decides)
    if rows is None:
        rows = [writer.borne(claim) for claim in claims if claim.review]
    outcomes = correct(articles, claims, rows, region=region).outcomes
    kept = [outcome for outcome in outcomes if outcome.state != "undecided" or _is_touched(outcome.row)]
    states = Counter(outcome.state for outcome in kept)
    taken = {outcome.claim.id for outcome in kept if outcome.claim}
    elsewhere = {claim.id for claim in claims if claim.review} if choice.undecided else set()
    open_claims = [claim for claim in read_claims if claim.id not in taken | elsewhere and choice.takes(claim)]
    others = {row["claim"]: row for outcome in outcomes if outcome.state == "undecided" and (row := outcome.row)}
    listed = [writer.open(claim, others.get(claim.id)) for claim in sorted(open_claims, key=writer.urgency)]
    ordered = sorted(kept, key=_attention)
    return ReviewTable(
        rows=(*listed, *(writer.kept(outcome) for outcome in ordered)),
        claims=len(listed) + len(taken),
        decided=states["applied"],
        refused=states["refused"],
        unmatched=states["unmatched"],
    )


class _Writer:
    """Writes rows about claims."""

    def __init__(self, articles: Mapping[str, Article], region: Region, decides: Mapping[str, float]) -> None:
        self._articles = articles
        self._region = region
        self._decides = decides

    def urgency(self, claim: Claim) -> tuple[bool, bool, float, str, int, str]:
        """What decides control comes first, then what speaks of it; of these, what is least certain."""
        return (
            not self._decides.get(claim.id),
            claim.kind not in CONTROL_KINDS,
            claim.confidence,
            claim.article,
            claim.start,
            claim.id,
        )

    def open(self, claim: Claim, before: Row | None) -> Row:
        """A row without a decision; an analyst's own columns stay."""
        cells = cells_of(claim, self._region)
        return Row(values={**_own_columns(before), **self._about(claim), **cells, "as_read": self._as_read(claim)})

    def kept(self, outcome: Outcome) -> Row:
        """A row as the analyst has it, with what is known of its claim by now and what became of it."""
        row, claim = outcome.row, outcome.claim
        values = dict(row.values)
        if claim is not None and VERDICTS.get(row["decision"].casefold()) != "add":
            values |= self._about(claim)
            if TEXT_HASH not in read_as_read(row):
                values |= self._as_if_written(claim, row)
        return Row(values={**values, "note": _note(outcome)})

    def borne(self, claim: Claim) -> Row:
        """The row whose decision a claim bears."""
        review = claim.review
        if review is None:
            return self.open(claim, None)
        decided = {
            "decision": review.decision,
            "who": review.who,
            "why": review.why or "",
            "decided_on": review.decided_on or "",
        }
        if review.read is None:
            quote = "" if review.own else one_line(claim.evidence)
            article = "" if review.own else claim.article
            return Row(values={**decided, **cells_of(claim, self._region), "quote": quote, "article": article})
        read = cells_of(review.read, self._region)
        article_read = self._articles[claim.article]
        cells = read if review.decision == "accept" else cells_of(claim, self._region)
        return Row(values={**self._about(claim), **cells, **decided, "as_read": as_read_cell(read, article_read)})

    def _about(self, claim: Claim) -> dict[str, str]:
        """What a row tells of a claim that no analyst changes."""
        article = self._articles[claim.article]
        km2 = self._decides.get(claim.id)
        return {
            "claim": claim.id,
            "quote": quote_cell(claim),
            "confidence": f"{claim.confidence:g}",
            "decides_km2": f"{km2:.0f}" if km2 else "",
            "outlet": one_line(article.source or ""),
            "published": article.published or "",
            "title": one_line(article.title or ""),
            "article": article.id,
        }

    def _as_read(self, claim: Claim) -> str:
        return as_read_cell(cells_of(claim, self._region), self._articles[claim.article])

    def _as_if_written(self, claim: Claim, row: Row) -> dict[str, str]:
        """What a row written by hand leaves out, so that its decision stays what it is."""
        cells = cells_of(claim, self._region)
        filled = {column: row[column] or cells[column] for column in CLAIM_COLUMNS}
        return {**filled, "as_read": self._as_read(claim)}


def _is_touched(row: Row) -> bool:
    """Whether an analyst has begun to fill in a row."""
    read = read_as_read(row)
    changed = TEXT_HASH in read and any(
        column in row.values and one_line(row[column]) != read.get(column, "") for column in CLAIM_COLUMNS
    )
    return changed or any(row[column] for column in DECISION_COLUMNS)


def _own_columns(row: Row | None) -> dict[str, str]:
    """What stands in columns that are the analyst's own."""
    return {column: text for column, text in row.values.items() if column not in COLUMNS} if row else {}


def _attention(outcome: Outcome) -> int:
    """Rows that want attention come before those that are applied."""
    return ("undecided", "refused", "unmatched", "set_aside", "applied").index(outcome.state)


def _note(outcome: Outcome) -> str:
    """What became of a row, for whoever reads the table."""
    if outcome.state == "undecided":
        return "no decision yet"
    if outcome.state == "applied":
        return "applied"
    return "not applied: " + " ".join(str(fault) for fault in outcome.faults) if outcome.faults else "not looked at"


def summary(table: ReviewTable) -> str:
    """A table in one line: ``31 claims, 4 decided, 1 matches nothing any more``."""
    parts = [f"{table.claims} claim{'' if table.claims == 1 else 's'}", f"{table.decided} decided"]
    if table.refused:
        parts.append(f"{table.refused} not applied (see the column note)")
    if table.unmatched:
        parts.append(f"{table.unmatched} match{'es' if table.unmatched == 1 else ''} nothing any more")
    return ", ".join(parts)
