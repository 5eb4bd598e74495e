"""What was known before, for the page: of each day of knowledge only what differs.

Days of knowledge are counted as steps: 0 is before the first report, 1 and on are from each of the days, and the one
after the last is what all reports together say, those of unknown date too. What the page shows then has the step since
which it was known; what was known once and is not now has the step until which it was, too.
"""

from __future__ import annotations

import json
from math import inf
from typing import TYPE_CHECKING, Generic, TypeVar

from geo.webmap.control import INTERVAL, columns
from geo.webmap.days import day_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.knowledge import Knowledge
    from geo.records import Presence
    from geo.regions import Region
    from geo.webmap.control import Row, StateBook

Json = dict[str, object]
T = TypeVar("T")

FEWEST = 2
"""Days of knowledge without which there is nothing to go back to."""


class _Course(Generic[T]):
    """Facts with the steps through which they are known."""

    def __init__(self) -> None:
        self.past: list[tuple[T, int, int]] = []
        self._since: dict[T, int] = {}

    def take(self, step: int, facts: Iterable[T]) -> None:
        """Note what is known at a step, which is the next one."""
        known = dict.fromkeys(facts)
        gone = [fact for fact in self._since if fact not in known]
        self.past += [(fact, self._since.pop(fact), step) for fact in gone]
        for fact in known:
            self._since.setdefault(fact, step)

    def since(self, facts: Iterable[T]) -> list[int]:
        """Since when each of some facts has been known that are."""
        return [self._since[fact] for fact in facts]


def known_data(
    knowledge: Knowledge | None,
    region: Region,
    *,
    book: StateBook,
    rows: Sequence[Row],
    presences: Sequence[Presence],
    put: Callable[[Presence], Json],
) -> Json | None:
    """What the page has to know to go back to any day of knowledge; None where there is nothing to go back to.

    ``rows`` and ``presences`` are what all reports say; ``put`` is how the page has a presence.
    """
    if knowledge is None or (knowledge.pace and len(knowledge.days) < FEWEST):
        return None
    control: _Course[Row] = _Course()
    forces: _Course[str] = _Course()
    for step, version in enumerate(knowledge.versions(region)):
        control.take(step, book.rows((*version.intervals, *version.points)))
        forces.take(step, (json.dumps(put(item)) for item in version.presences))
    last = len(knowledge.days) + 1
    shown = [json.dumps(put(item)) for item in presences]
    control.take(last, rows)
    forces.take(last, shown)
    past = sorted(control.past, key=lambda fact: (fact[0][0], -inf if fact[0][1] is None else fact[0][1], *fact[1:]))
    return {
        "days": [day_number(day) for day in knowledge.days],
        "pace": knowledge.pace,
        "since": control.since(rows),
        "presencesSince": forces.since(shown),
        "intervals": columns([(*row, *steps) for row, *steps in past], (*INTERVAL, "since", "until")),
        "presences": [{**json.loads(item), "since": since, "until": until} for item, since, until in forces.past],
    }
