"""Several rows about one claim: alike, they are one decision; where they contradict each other, none counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.corrections.outcomes import Heard, Outcome
from geo.corrections.table import CLAIM_COLUMNS, Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.corrections.table import Row


def agreed(heard: Sequence[Heard]) -> list[Heard]:
    """What was heard, in its order, where what is said of one claim agrees; what does not is refused.

    Of rows that decide alike, the one that comes first by who, why and when counts, wherever it stands.
    """
    by_claim: defaultdict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        if one.result:
            by_claim[one.result.id].append(one)
    return [_among(one, by_claim[one.result.id]) if one.result else one for one in heard]


def _among(one: Heard, group: Sequence[Heard]) -> Heard:
    """A row's outcome among those about the same claim."""
    others = [other for other in group if _decided(other) != _decided(one)]
    if not others:
        return replace(one, result=min(group, key=_by_words).result)
    row = one.outcome.row
    rows = [other.outcome.row for other in others]
    differing = [
        column for column in ("decision", *CLAIM_COLUMNS) if any(other[column] != row[column] for other in rows)
    ]
    named = ", ".join(sorted({_beside(other, row) for other in rows}))
    ident = one.result.id if one.result else ""
    fault = Fault(
        column=differing[0] if differing else "decision",
        words=f"contradicts {named} on claim {ident}, so neither counts. Keep one of them.",
    )
    return Heard(outcome=Outcome(row=row, state="refused", claim=one.outcome.claim, faults=(fault,)))


def _by_words(one: Heard) -> tuple[str, str, str]:
    review = one.result.review if one.result else None
    return (review.who, review.why or "", review.decided_on or "") if review else ("", "", "")


def _decided(one: Heard) -> object:
    """What a row decides, without on whose word and why."""
    claim = one.result
    if claim is None or claim.is_rejected:
        return "rejected"
    return replace(claim, review=None)


def _beside(other: Row, row: Row) -> str:
    return f"row {other.number}" if other.file == row.file else other.where
