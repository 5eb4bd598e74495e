"""What a row decides, and on whose word; before it is matched with a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.corrections.table import Fault
from geo.corrections.understanding import Misunderstanding, understand_day
from geo.corrections.wording import one_line

if TYPE_CHECKING:
    from geo.corrections.table import Row
    from geo.records import Verdict

VERDICTS: dict[str, Verdict] = {
    "accept": "accept",
    "accepted": "accept",
    "reject": "reject",
    "rejected": "reject",
    "edit": "edit",
    "edited": "edit",
    "add": "add",
    "added": "add",
}
"""What may stand in the column ``decision``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision: what, by whom, why and when."""

    verdict: Verdict
    who: str
    why: str | None
    decided_on: str | None


def judge(row: Row) -> Judgement | list[Fault] | None:
    """The decision of a row, or its faults; None where nothing is decided."""
    word = row["decision"].casefold()
    if not word:
        return None
    verdict = VERDICTS.get(word)
    if verdict is None:
        return [Fault(column="decision", words=f"{row['decision']!r} is none. Write accept, reject, edit or add.")]
    who, why = one_line(row["who"]), one_line(row["why"]) or None
    faults = [] if who else [Fault(column="who", words="it is empty. Write who decides; the map says so.")]
    if why is None and verdict != "accept":
        faults.append(Fault(column="why", words=f"it is empty. Write why; the map says so beside what is {verdict}ed."))
    decided_on = None
    try:
        decided_on = understand_day("decided_on", row["decided_on"])
    except Misunderstanding as error:
        faults.append(error.fault)
    return faults or Judgement(verdict=verdict, who=who, why=why, decided_on=decided_on)
