"""The course of one cell: events and reported states, in order of time, become turns from one state to the next.

Each function takes the turns so far and one thing reported, and is one rule. The sentence a reader sees for it is
:mod:`geo.timeline.sentences`'.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from geo.dates import ONE_DAY, Span
from geo.timeline.dating import ONE_EVENT_DAYS, Dating, days_apart, ordinal_first, ordinal_last
from geo.timeline.events import Event, event_order, in_time, make_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.records import Basis, Status
    from geo.timeline.conflict import Verdict
    from geo.timeline.statements import Statement

Way = Literal["opening", "change", "implied", "found", "contest", "divided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """From when on a cell is in a state, how it came to it, and on whose word.

    ``way``: the region's beginning (``opening``), a reported change, a change that reports imply and none tells of
    (``implied``), a first report of a state (``found``), a contest, or both sides inside (``divided``). ``others`` are
    the rivals, both sides where divided, and the side that lost where nobody is said to have gained. ``held`` are later
    reports that the state still stands; ``outweighed`` are those that contradict it and do not count. ``sure`` is the
    last day on which the state is certain to have stood.
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
    sure: date | None = None

    @property
    def first(self) -> date | None:
        """The first day on which the state can have begun."""
        return self.dating.span.first

    @property
    def last(self) -> date | None:
        """The day by which it had begun."""
        return self.dating.span.last


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


def run_course(
    settled: Iterable[tuple[Event, Verdict]], statements: Iterable[Statement], setting: Setting
) -> list[Turn]:
    """The turns of one cell, in order of time."""
    marks: list[tuple[tuple[int, int, float, int, str], Event | Statement, Verdict]] = []
    for event, verdict in settled:
        key = event_order(event)
        marks.append(((key[0], 0, key[1], key[2], key[4]), event, verdict))
    for statement in statements:
        if statement.act in ("hold", "inside") and not statement.denied:
            key4 = in_time(statement)
            marks.append(((key4[0], 1, *key4[1:]), statement, "stands"))
    turns = [open_course(setting)]
    for _, mark, verdict in sorted(marks, key=lambda entry: entry[0]):
        if not isinstance(mark, Event):
            if mark.act == "hold":
                take_hold(turns, mark, setting)
            else:
                take_inside(turns, mark)
        elif verdict == "stands":
            take_change(turns, mark, setting)
        elif verdict == "contested":
            take_contest(turns, mark, setting)
        else:
            turns[-1] = _outweigh(turns[-1], mark.told)
    return turns


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


def take_change(turns: list[Turn], event: Event, setting: Setting) -> None:
    """A side gains, or loses: the state turns, unless reports tell of the same change again or it changes nothing.

    In a contest a side's own word settles nothing, however often it is given.
    """
    current = turns[-1]
    if current.way == "contest" and not event.strong:
        turns[-1] = _confirm(current, event.told)
        return
    if _is_told_again(current, event):
        _retell(turns, event, setting)
        return
    before = event.before or setting.rival(event.after)
    if before is not None and before != current.controller:
        presuppose(turns, before, event, setting)
        current = turns[-1]
    if current.status == "held" and current.controller == event.after:
        turns[-1] = _confirm(current, event.told)
        return
    _turn(turns, event, setting)


def _retell(turns: list[Turn], event: Event, setting: Setting) -> None:
    """One change told twice: under the dates on which both agree, or else within those that differ.

    Where the taker was reported in control between, the second report restates what was so. A change that was only
    implied takes the date of the report that tells of it.
    """
    current = turns[-1]
    if current.way == "implied":
        if ordinal_first(event.dating.span) > ordinal_last(current.dating.span):
            turns[-1] = _confirm(current, event.told)
            return
        span = Span(event.dating.span.first, min(event.last, current.last or event.last))
        merged = replace(event, dating=replace(event.dating, span=span), after=current.controller)
        kept: tuple[Statement, ...] = (*current.told, *current.held)
    elif _still_held_between(current, event):
        turns[-1] = _confirm(current, event.told)
        return
    else:
        merged, kept = merge_retelling(current, event), current.held
    turns.pop()
    _turn(turns, merged, setting)
    turns[-1] = _outweigh(_confirm(turns[-1], kept), current.outweighed)


def merge_retelling(turn: Turn, event: Event) -> Event:
    """Two reports of one change as one event, dated as they agree or else as their dates span."""
    known = turn.event.denials if turn.event else ()
    return make_event((*turn.told, *event.told), denials=(*known, *event.denials))


def presuppose(turns: list[Turn], before: str, event: Event, setting: Setting) -> None:
    """A loss presupposes that the loser held until then, whatever the region's file says of earlier days.

    Where reports had another side in control before, there was a change between that no report tells of.
    """
    current = turns[-1]
    if _is_unreported(current):
        turns[-1] = replace(current, controller=before, status="held", basis="inferred", told=event.told)
    elif current.status == "unknown" and before not in current.others:
        turns[-1] = replace(current, controller=before, others=(), status="held", basis="inferred")
    elif current.status in ("contested", "divided"):
        return
    elif event.before is not None or current.controller == event.after:
        _imply(turns, before, told=event.told, until=event.dating.span.first, setting=setting)


def take_contest(turns: list[Turn], event: Event, setting: Setting) -> None:
    """A claim and a denial by the other side, with nothing later to settle it: contested from the claim on.

    A claim that was made before without a denial is denied with it; what an outlet reported stands.
    """
    current = turns[-1]
    taker = event.after or setting.rival(event.before)
    if taker is None or taker in current.others:
        turns[-1] = _confirm(current, (*event.told, *event.denials))
    elif current.controller != taker:
        turns.append(_contest(current, (taker,), event))
    elif current.way == "change" and current.event is not None and not current.event.strong and len(turns) > 1:
        both = make_event((*current.told, *event.told), denials=(*current.event.denials, *event.denials))
        claimed = replace(both, dating=Dating(span=Span(current.first, event.dating.span.last)))
        turns.pop()
        turns.append(_contest(turns[-1], (taker,), claimed))
    else:
        turns[-1] = _outweigh(current, (*event.told, *event.denials))


def _contest(current: Turn, rivals: tuple[str, ...], event: Event) -> Turn:
    span = _after(current, event.dating.span)
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


def take_inside(turns: list[Turn], statement: Statement) -> None:
    """A side that is at a point inside the other's cell, or has a part of it: both are inside, and no line is told of."""
    current = turns[-1]
    side = statement.after
    if current.status == "divided" and side in current.others:
        turns[-1] = _confirm(current, (statement,))
        return
    if side is None or current.controller in (None, side) or current.status != "held":
        turns[-1] = _outweigh(current, (statement,))
        return
    span = _after(current, statement.span)
    turns.append(
        Turn(
            way="divided",
            controller=None,
            others=tuple(sorted((str(current.controller), side))),
            status="divided",
            basis="stated",
            dating=Dating(span=span),
            told=(statement,),
            sure=span.first,
        )
    )


def take_hold(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """A reported state confirms the one before it, or shows that there was a change between.

    Of two reports of the same time, the one of the smaller area rules. A side's own word does not outweigh what an
    outlet reported.
    """
    current, side = turns[-1], hold.after
    if side is None:
        return
    earlier = turns[-2] if len(turns) > 1 else None
    if current.status == "held" and current.controller == side:
        turns[-1] = _confirm(current, (hold,))
    elif _is_unreported(current):
        _open_with_hold(turns, hold, setting)
    elif _fits_before(current, earlier, hold):
        _hold_before(turns, hold)
    elif current.status == "unknown" and side not in current.others:
        taken = replace(current, controller=side, others=(), status="held", basis="inferred")
        turns[-1] = _confirm(taken, (hold,))
    elif not hold.strong and _is_only_claimed(current):
        turns.append(_contest(current, (side,), make_event((hold,))))
    elif not hold.strong:
        turns[-1] = _outweigh(current, (hold,))
    elif current.status in ("contested", "divided"):
        turns.append(_found(hold, _after(current, hold.span)))
    else:
        _imply(turns, side, told=(hold,), until=hold.span.first, setting=setting)


def _open_with_hold(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """The first report of a cell is of a state: so it was from that day, and before as the region's file has it.

    A state that goes back without a begin outranks the file; one that contradicts it leaves a change between.
    """
    current = turns[-1]
    if hold.span.first is None:
        turns[-1] = replace(current, controller=hold.after, status="held", basis="inferred", told=(hold,))
    elif current.controller is None:
        turns.append(_found(hold, _after(current, hold.span)))
    elif hold.after is not None:
        _imply(turns, hold.after, told=(hold,), until=hold.span.first, setting=setting)


def _fits_before(current: Turn, earlier: Turn | None, hold: Statement) -> bool:
    """Whether a hold of the former side may be of the time before the change."""
    if earlier is None or current.way not in ("change", "implied") or earlier.controller != hold.after:
        return False
    return ordinal_first(hold.span) <= ordinal_last(current.dating.span)


def _hold_before(turns: list[Turn], hold: Statement) -> None:
    """A hold of the time of a change: it came first; but what is said of a smaller area undoes the change there."""
    current, earlier = turns[-1], turns[-2]
    smaller = current.event is not None and hold.km2 < current.event.km2
    if smaller and hold.strong:
        turns.pop()
        turns[-1] = _outweigh(_confirm(earlier, (hold,)), current.told)
        return
    turns[-2] = _confirm(earlier, (hold,))
    turns[-1] = replace(current, dating=replace(current.dating, span=_after(turns[-2], current.dating.span)))


def _turn(turns: list[Turn], event: Event, setting: Setting) -> None:
    """Append the turn that an event brings; of two on one day, the one told of the smaller area rules."""
    current = turns[-1]
    if _is_same_day(current, event) and current.event is not None:
        if current.event.km2 > event.km2:
            turns.pop()
            take_change(turns, event, setting)
        elif current.event.km2 < event.km2:
            turns[-1] = _outweigh(current, event.told)
        else:
            turns[-1] = _contradict(turns[-2], current, event)
        return
    if _is_unreported(current) and event.before is not None:
        turns[-1] = current = replace(
            current, controller=event.before, status="held", basis="inferred", told=event.told
        )
    span = _after(current, event.dating.span)
    lost = event.before or current.controller
    turns.append(
        Turn(
            way="change",
            controller=event.after,
            others=(lost,) if lost and event.after is None else (),
            status="held" if event.after else "unknown",
            basis="stated",
            dating=replace(event.dating, span=span),
            event=event,
            told=event.told,
            sure=span.last,
        )
    )


def _is_same_day(current: Turn, event: Event) -> bool:
    return current.way == "change" and current.last == event.dating.span.last


def _contradict(earlier: Turn, current: Turn, event: Event) -> Turn:
    """Two opposite changes on one day, told alike: contested from that day."""
    sides = {side for side in (current.controller, event.after) if side}
    holder = earlier.controller if earlier.controller in sides else None
    return Turn(
        way="contest",
        controller=holder,
        others=tuple(sorted(sides - {holder})),
        status="contested",
        basis="stated",
        dating=current.dating,
        event=make_event((*current.told, *event.told)),
        told=(*current.told, *event.told),
        sure=current.last,
    )


def _imply(turns: list[Turn], side: str, *, told: Sequence[Statement], until: date | None, setting: Setting) -> None:
    """A change that no report tells of, between the last word for one side and the first for the other."""
    current = turns[-1]
    begin = max(current.sure or setting.start, setting.start)
    end = max(begin, until) if until else begin
    turns.append(
        Turn(
            way="implied",
            controller=side,
            others=(),
            status="held",
            basis="inferred" if all(s.act != "hold" for s in told) else "stated",
            dating=Dating(span=Span(begin, end)),
            told=tuple(told),
            sure=end,
        )
    )


def _found(hold: Statement, span: Span) -> Turn:
    return Turn(
        way="found",
        controller=hold.after,
        others=(),
        status="held",
        basis="stated",
        dating=Dating(span=span),
        told=(hold,),
        sure=span.first,
    )


def _is_told_again(current: Turn, event: Event) -> bool:
    """Whether an event is the last change, told with other dates: the same taker, or a loss by whom that one took from.

    A change never comes twice without another between.
    """
    if current.way not in ("change", "implied") or days_apart(current.dating.span, event.dating.span) > ONE_EVENT_DAYS:
        return False
    if current.controller is None:
        return event.before in (None, *current.others) and event.after not in current.others
    if event.after is not None:
        return event.after == current.controller
    return event.before != current.controller


def _still_held_between(current: Turn, event: Event) -> bool:
    """Whether the taker was reported in control after the change and before it is told again."""
    begin, end = ordinal_last(current.dating.span), ordinal_first(event.dating.span)
    return any(begin < ordinal_first(s.span) <= end for s in current.held)


def _is_unreported(turn: Turn) -> bool:
    """Whether the state is the region's file's, or what later reports presuppose: nobody has reported it as it stood."""
    return turn.way == "opening" and not turn.held


def _is_only_claimed(turn: Turn) -> bool:
    """Whether nobody but a side says so, and no change led there (claims of change are settled before)."""
    words = (*turn.told, *turn.held)
    return turn.way in ("opening", "found", "implied") and bool(words) and not any(s.strong for s in words)


def _after(turn: Turn, span: Span) -> Span:
    """The days of ``span`` after those on which the state before is certain; two changes take two days."""
    floor = turn.sure
    if floor is None:
        return span
    if turn.way == "change" and turn.last == floor and floor != date.max:
        floor += ONE_DAY
    first = max(floor, span.first) if span.first else floor
    return Span(min(first, span.last) if span.last else first, span.last)


def _confirm(turn: Turn, statements: Iterable[Statement]) -> Turn:
    """The turn, with later reports that its state stands, or that tell of it again."""
    held = (*turn.held, *statements)
    days = [s.span.first for s in held[len(turn.held) :] if s.span.first]
    return replace(turn, held=held, sure=max((day for day in (turn.sure, *days) if day), default=None))


def _outweigh(turn: Turn, statements: Iterable[Statement]) -> Turn:
    return replace(turn, outweighed=(*turn.outweighed, *statements))
