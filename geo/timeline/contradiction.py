"""Firm reports that contradict each other: one tells of a change, another finds the loser still in control after it.

Neither is a side's word for itself, so neither is put aside for being one. Whoever is told of by more unrelated sources
is believed, and what a side concedes against its interest outweighs any number of them. Of as many on both sides the
cell is contested, from the day of the change on, until a later report settles it: one more source, an admission, or a
change that only makes sense if the one or the other held the cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from geo.timeline.dating import ONE_EVENT_DAYS, days_apart, ordinal_first, ordinal_last
from geo.timeline.voices import count_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.timeline.events import Event
    from geo.timeline.statements import Statement
    from geo.timeline.turns import Turn

Outcome = Literal["contested", "stands", "refuted"]
"""What becomes of a change that firm reports contradict."""


def weigh(change: Turn, against: Iterable[Statement]) -> Outcome:
    """What becomes of a change, by who tells of it and who contradicts it."""
    told = [s for s in (*change.told, *change.held) if s.strong]
    contrary = [s for s in against if s.strong]
    admitted, conceded = _is_admitted(told), _is_admitted(contrary)
    if admitted != conceded:
        return "stands" if admitted else "refuted"
    balance = _sources(told) - _sources(contrary)
    if balance == 0:
        return "contested"
    return "stands" if balance > 0 else "refuted"


def is_contradicted(turns: Sequence[Turn], hold: Statement) -> bool:
    """Whether a report of the loser in control contradicts the last change, and does not tell of yet another one.

    It does where no firm report found the taker in control between the two, where they lie no further apart than
    reports of one event do, and where they are not of one source, whose later word would be the news.
    """
    change = turns[-1]
    if change.way != "change" or change.event is None or change.controller is None or not change.event.strong:
        return False
    earlier = turns[-2] if len(turns) > 1 else None
    losers = {change.event.before, earlier.controller if earlier else None} - {None}
    return (
        hold.strong
        and hold.after in losers
        and days_apart(change.dating.span, hold.stands) <= ONE_EVENT_DAYS
        and not _found_between(change, hold)
        and _sources((*change.told, *contrary_to(change), hold)) > 1
    )


def is_of_another_time(contest: Turn, hold: Statement) -> bool:
    """Whether a firm report of the state lies so far from those that contradict each other that it is of a later time.

    Who holds a place decades later says nothing of who was right then.
    """
    return hold.strong and all(
        days_apart(said.span, hold.stands) > ONE_EVENT_DAYS for said in (*contest.told, *contest.against)
    )


def contrary_to(turn: Turn) -> tuple[Statement, ...]:
    """The firm reports that have contradicted a turn so far, and did not count."""
    return tuple(s for s in turn.outweighed if s.strong and s.act == "hold" and s.after != turn.controller)


def presupposed_outcome(contest: Turn, event: Event) -> Outcome:
    """What a later change makes of a disputed one: it presupposes that the one side held the cell, or the other.

    Whoever is said to take a cell did not hold it, also in the word of that side itself, where it is of a later day.
    """
    change = contest.disputed
    if change is None:
        return "contested"
    taker, holder = change.controller, contest.against[0].after
    firm = event.strong or ordinal_first(event.dating.span) > max(ordinal_last(s.span) for s in contest.against)
    if not firm:
        return "contested"
    if event.before == taker or event.after == holder:
        return "stands"
    return "refuted" if event.before == holder or event.after == taker else "contested"


def _found_between(change: Turn, hold: Statement) -> bool:
    begin, end = ordinal_last(change.dating.span), hold.earliest.toordinal() if hold.earliest else 0
    finds = (s for s in change.held if s.act == "hold" and s.strong and s.after == change.controller)
    return any(s.sure is not None and begin < s.sure.toordinal() <= end for s in finds)


def _is_admitted(statements: Iterable[Statement]) -> bool:
    return any(statement.voice.standing == "admitted" for statement in statements)


def _sources(statements: Iterable[Statement]) -> int:
    return count_sources((statement.voice.agency, statement.evidence) for statement in statements)
