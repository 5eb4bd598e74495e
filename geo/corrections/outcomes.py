"""What comes of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.corrections.table import Fault, Row
    from geo.records import Article, Claim

State = Literal["undecided", "applied", "refused", "unmatched", "set_aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a row: its claim as read (None where it has none), and why it is not applied.

    ``unmatched`` is a decision on a claim that is not there any more; ``set_aside`` is one about a report that is not
    looked at in this run.
    """

    row: Row
    state: State
    claim: Claim | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An outcome, and the claim that it leads to, with the article of an analyst's own statement."""

    outcome: Outcome
    result: Claim | None = None
    article: Article | None = None
