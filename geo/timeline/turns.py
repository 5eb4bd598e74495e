"""A cell's turns: from when on it is in a state, how it came to it, and on whose word; and the ways to make one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.dates import Span, bounds, day_after
from geo.timeline.dating import ONE_EVENT_DAYS, Dating, days_apart
from geo.timeline.events import Event, make_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.records import Basis, Status
    from geo.timeline.statements import Statement

Way = Literal["opening", "change", "implied", "found", "contest", "divided"]


class Turn(NamedTuple):
    """From when on a cell is in a state, how it came to it, and on whose word.

    A named tuple, since each report on a cell makes a turn or changes one. ``way``: the region's beginning
    (``opening``), a reported change, a change that reports imply and none tells of (``implied``), a first report of a
    state (``found``), a contest, or both sides inside (``divided``). ``others`` are the rivals, both sides where
    divided, and the side that lost where nobody is said to have gained. ``held`` are later reports that the state still
    stands; ``outweighed`` are those that contradict it and do not count; ``noted`` name the cell and bear on nothing.
    In a contest, ``against`` are the reports that contradict what is ``told``, and ``disputed`` is the change that
    would stand without them. ``sure`` is the last day on which the state is certain to have stood, ``known`` the first
    one, where a change that no report tells of led there.
    """

    way: Way
    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    dating: Dating
    event: Event | None = None
    told: tuple[Statement, ...] = ()
    held: tuple[Statement, ...] = ()
    outweighed: tuple[Statement, ...] = ()
    noted: tuple[Statement, ...] = ()
    against: tuple[Statement, ...] = ()
    disputed: Turn | None = None
    sure: date | None = None
    known: date | None = None

    @property
    def first(self) -> date | None:
        """The first day on which the state can have begun."""
        return self.dating.span.first

    @property
    def last(self) -> date | None:
        """The day by which it had begun."""
        return self.dating.span.last

    @property
    def cited(self) -> tuple[Statement, ...]:
        """All statements behind it, those that tell of it first."""
        denials = self.event.denials if self.event else ()
        return (*self.told, *self.held, *self.against, *self.outweighed, *denials, *self.noted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the course of every cell begins with: the region's first day, its baseline, the sides that take part."""

    start: date
    baseline: str | None
    sides: frozenset[str]

    def rival(self, side: str | None) -> str | None:
        """The only other side, or None where there is none or there are several."""
        others = self.sides - {side}
        return next(iter(others)) if side in self.sides and len(others) == 1 else None


def open_course(setting: Setting) -> Turn:
    """Until a report says otherwise a cell is as the region's file has it, or unknown."""
    return Turn(
        way="opening",
        controller=setting.baseline,
        others=(),
        status="held" if setting.baseline else "unknown",
        basis="baseline" if setting.baseline else None,
        dating=Dating(span=Span(setting.start, setting.start)),
        sure=setting.start,
    )


def presuppose_opening(turn: Turn, before: str, event: Event) -> Turn:
    """The region's beginning, held by whom an event presupposes; on the word of those who name the loser, if any do."""
    naming = tuple(s for s in event.told if s.before == before) or event.told
    known = turn.told if turn.controller == before else ()
    return turn._replace(controller=before, status="held", basis="inferred", told=(*known, *naming))


def found(hold: Statement, span: Span) -> Turn:
    """A state that a report finds, from the first of its days on."""
    return Turn(
        way="found",
        controller=hold.after,
        others=(),
        status="held",
        basis="stated",
        dating=Dating(span=span),
        told=(hold,),
        sure=max((day for day in (span.first, hold.until) if day), default=None),
    )


def contested(current: Turn, rivals: tuple[str, ...], event: Event) -> Turn:
    """A contest of ``rivals`` with the last reported holder, from the first day of what is claimed."""
    span = days_after(current, event.dating.span)
    return Turn(
        way="contest",
        controller=current.controller,
        others=tuple(sorted({*rivals, *(current.others if current.way == "contest" else ())})),
        status="contested",
        basis="stated",
        dating=Dating(span=span),
        event=event,
        told=event.told,
        sure=span.first,
    )


def disputed(earlier: Turn, change: Turn, against: tuple[Statement, ...]) -> Turn:
    """A contest of a change with firm reports that its loser still has it, from the first day of the change on."""
    contest = _contest(earlier, change, against[0].after)
    return contest._replace(
        event=change.event,
        told=change.told,
        held=change.held,
        against=against,
        disputed=change,
        sure=change.first,
    )


def contradict(earlier: Turn, current: Turn, event: Event) -> Turn:
    """Two opposite changes on one day, told alike: contested from that day."""
    told = (*current.told, *event.told)
    return _contest(earlier, current, event.after)._replace(event=make_event(told), told=told, sure=current.last)


def _contest(earlier: Turn, change: Turn, rival: str | None) -> Turn:
    """Two sides who both are told to have a cell, from a change on; whoever had it before is named first."""
    sides = {side for side in (change.controller, rival) if side}
    holder = earlier.controller if earlier.controller in sides else None
    return Turn(
        way="contest",
        controller=holder,
        others=tuple(sorted(sides - {holder})),
        status="contested",
        basis="stated",
        dating=change.dating,
    )


def imply(
    turns: list[Turn], side: str, *, told: Sequence[Statement], first: date | None, last: date, setting: Setting
) -> None:
    """A change that no report tells of, to a ``side`` that held on ``first``, or at some time until ``last``.

    It lies after the last day on which the state before is certain. Where ``first`` is no later than that, no day is
    known on which the side held.
    """
    current = turns[-1]
    begin = setting.start if last <= setting.start else day_after(max(current.sure or setting.start, setting.start))
    known = first if first is not None and first >= begin else None
    end = known or max(begin, last)
    turns.append(
        Turn(
            way="implied",
            controller=side,
            others=(),
            status="held",
            basis="inferred" if all(s.act != "hold" for s in told) else "stated",
            dating=Dating(span=Span(begin, end)),
            told=tuple(told),
            sure=max(known or begin, *(s.until for s in told if s.until and s.after == side), begin),
            known=known,
        )
    )


def date_implied(turn: Turn, nameless: Sequence[Statement]) -> Turn:
    """A change that no report tells of, dated by those that tell of a change and of neither side.

    Only where these are of one change, and of the time in which the change must have been.
    """
    told = [s for s in nameless if turn.way == "implied" and s.span.overlaps(turn.dating.span)]
    if not told or days_apart(min(told, key=_last).span, max(told, key=_last).span) > ONE_EVENT_DAYS:
        return turn
    event = make_event(told)
    span = event.dating.span.intersection(turn.dating.span)
    if span is None:
        return turn
    return turn._replace(
        way="change",
        basis="inferred",
        dating=event.dating._replace(span=span),
        event=event,
        told=event.told,
        held=(*turn.told, *turn.held),
        sure=max(day for day in (turn.sure, span.last) if day),
    )


def date_by_begin(turn: Turn, former: Turn | None) -> Turn:
    """A change that no report tells of, dated by those that tell since which day its outcome stands.

    Where no report had another side there before, only by those of the same year: what is told decades later (``since
    the truce of 12 May``) dates the state, and not how it came about.
    """
    if turn.way != "implied" or turn.dating.span.is_one_day or former is None:
        return turn
    is_reported = not is_unreported(former)
    days = {
        begun.first
        for s in (*turn.told, *turn.held)
        if s.begun and s.strong and s.after == turn.controller and (begun := bounds(s.begun)).is_one_day
        if begun.first and (is_reported or (s.until and (s.until - begun.first).days <= ONE_EVENT_DAYS))
    }
    told = Span(min(days), max(days)) if days else None
    span = told.intersection(turn.dating.span) if told else None
    return turn._replace(dating=turn.dating._replace(span=span)) if span else turn


def date_by_state(turn: Turn) -> Turn:
    """A change that no report tells of came no later than the first day on which its outcome was found."""
    span = turn.dating.span
    if turn.way != "implied" or span.first is None or span.last is None:
        return turn
    found = [s.sure for s in (*turn.told, *turn.held) if s.act == "hold" and s.after == turn.controller and s.sure]
    days = [day for day in found if span.first <= day < span.last]
    return turn._replace(dating=turn.dating._replace(span=Span(span.first, min(days)))) if days else turn


def _last(statement: Statement) -> date:
    return statement.last


def is_unreported(turn: Turn) -> bool:
    """Whether nobody has reported the state as it stood: it is the region's file's, or presupposed by later reports."""
    return turn.way == "opening" and not turn.held


def is_only_claimed(turn: Turn) -> bool:
    """Whether nobody but a side says so, and no change led there (claims of change are settled before)."""
    words = (*turn.told, *turn.held)
    return turn.way in ("opening", "found", "implied") and bool(words) and not any(s.strong for s in words)


def days_after(turn: Turn, span: Span) -> Span:
    """The days of ``span`` after those on which the state before is certain; two changes take two days.

    Of two reports of one day, the change came after the state. What only the region's file says may end on the
    region's first day, and what changed before that day keeps its dates: they contradict nothing that is certain.
    """
    floor = turn.sure
    if floor is None or (is_unreported(turn) and span.last is not None and span.last < floor):
        return span
    if not is_unreported(turn):
        floor = day_after(floor)
    first = max(floor, span.first) if span.first else floor
    return Span(min(first, span.last) if span.last else first, span.last)


def confirm(turn: Turn, statements: Iterable[Statement], *, sure: date | None = None) -> Turn:
    """The turn, with later reports that its state stands, or that tell of it again.

    ``sure`` is the last day for which they vouch, where that is not their own.
    """
    new = tuple(statements)
    days = [sure] if sure else [s.vouched for s in new if s.vouched]
    return turn._replace(held=(*turn.held, *new), sure=max((day for day in (turn.sure, *days) if day), default=None))


def outweigh(turn: Turn, statements: Iterable[Statement]) -> Turn:
    """The turn, with what contradicts it and does not count."""
    return turn._replace(outweighed=(*turn.outweighed, *statements))


def note(turns: Sequence[Turn], statements: Iterable[Statement]) -> list[Turn]:
    """The turns, each with what was said of the cell in its time and stands behind none of them.

    A statement is of the time of the last turn that can have begun by its last day.
    """
    cited = {statement.claim for turn in turns for statement in turn.cited}
    noted: list[list[Statement]] = [[] for _ in turns]
    begun = _earliest_from(turns)
    for statement in statements:
        if statement.claim not in cited:
            noted[max(bisect_right(begun, statement.last) - 1, 0)].append(statement)
    return [turn._replace(noted=tuple(named)) if named else turn for turn, named in zip(turns, noted, strict=True)]


def _earliest_from(turns: Sequence[Turn]) -> list[date]:
    """For each turn the earliest day on which it, or one after it, can have begun; these days are in order."""
    firsts = [turn.first or date.max for turn in turns]
    return list(accumulate(reversed(firsts), min))[::-1]
