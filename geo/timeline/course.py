"""The course of one cell: events and reported states, in order of time, become turns from one state to the next.

Each function takes the turns so far and one thing reported, and is one rule. The sentence a reader sees for it is
:mod:`geo.timeline.sentences`'.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.dates import Span, day_before
from geo.timeline.contradiction import contrary_to, is_contradicted, is_of_another_time, presupposed_outcome, weigh
from geo.timeline.dating import ONE_EVENT_DAYS, Dating, days_apart, ordinal_first, ordinal_last
from geo.timeline.events import Event, make_event
from geo.timeline.inside import take_inside
from geo.timeline.turns import (
    Turn,
    confirm,
    contested,
    contradict,
    date_by_begin,
    date_by_state,
    date_implied,
    days_after,
    disputed,
    found,
    imply,
    is_only_claimed,
    is_unreported,
    note,
    open_course,
    outweigh,
    presuppose_opening,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.timeline.conflict import Verdict
    from geo.timeline.contradiction import Outcome
    from geo.timeline.statements import Statement
    from geo.timeline.turns import Setting


def run_course(
    settled: Iterable[tuple[Event, Verdict]], statements: Iterable[Statement], setting: Setting
) -> list[Turn]:
    """The turns of one cell, from statements in order of time; each of these is cited in one of the turns."""
    said = list(statements)
    marks: list[tuple[tuple[int, int, float, int, str], Event | Statement, Verdict]] = []
    for event, verdict in settled:
        last, size, first, _, claim = event.in_time
        marks.append(((last, 0, size, first, claim), event, verdict))
    for statement in _told_states(said):
        last, size, first, claim = statement.in_time
        marks.append(((last, 1, size, first, claim), statement, "stands"))
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
            turns[-1] = outweigh(turns[-1], mark.told)
    nameless = [s for s in said if s.is_nameless and s.span.first is not None]
    dated = [date_by_begin(date_implied(turn, nameless), turns[i - 1] if i else None) for i, turn in enumerate(turns)]
    return note([date_by_state(turn) for turn in dated], said)


def _told_states(statements: Sequence[Statement]) -> list[Statement]:
    """Reports of a state, and of a side inside the cell; not those of a side inside that are claimed and denied."""
    denied = {s.after for s in statements if s.act == "inside" and s.denied}
    return [
        s
        for s in statements
        if not s.denied and (s.act == "hold" or (s.act == "inside" and (s.strong or s.after not in denied)))
    ]


def take_change(turns: list[Turn], event: Event, setting: Setting) -> None:
    """A side gains, or loses: the state turns, unless reports tell of the same change again or it changes nothing.

    In a contest a side's own word settles nothing, however often it is given.
    """
    if turns[-1].disputed is not None:
        end_dispute(turns, presupposed_outcome(turns[-1], event), setting)
    current = turns[-1]
    if current.way == "contest" and not event.strong:
        turns[-1] = confirm(current, event.told)
        return
    if _is_told_again(current, event):
        _retell(turns, event, setting)
        return
    before = event.before or setting.rival(event.after)
    if current.controller == event.after and (
        all(statement.by_seat for statement in event.told) or _is_of_more(event, current)
    ):
        turns[-1] = confirm(current, event.told)  # who takes a town in its own district had not lost the district
        return
    if before is not None and before != current.controller:
        presuppose(turns, before, event, setting)
        current = turns[-1]
    if current.status == "held" and current.controller == event.after:
        turns[-1] = confirm(current, event.told)
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
            turns[-1] = confirm(current, event.told)
            return
        span = Span(event.dating.span.first, min(event.last, current.last or event.last))
        merged = replace(event, dating=event.dating._replace(span=span), after=current.controller)
        kept: tuple[Statement, ...] = (*current.told, *current.held)
    elif _still_held_between(current, event):
        turns[-1] = confirm(current, event.told)
        return
    else:
        merged, kept = merge_retelling(current, event), current.held
    turns.pop()
    _turn(turns, merged, setting)
    turns[-1] = outweigh(confirm(turns[-1], kept), current.outweighed)


def merge_retelling(turn: Turn, event: Event) -> Event:
    """Two reports of one change as one event, dated as they agree or else as their dates span."""
    known = turn.event.denials if turn.event else ()
    return make_event((*turn.told, *event.told), denials=(*known, *event.denials))


def presuppose(turns: list[Turn], before: str, event: Event, setting: Setting) -> None:
    """A loss presupposes that the loser held until then.

    Where reports, or the region's file, had another side in control before, there was a change between that no report
    tells of. What was before the region begins tells how it begins.
    """
    current = turns[-1]
    if is_unreported(current) and (current.controller is None or event.last <= setting.start):
        turns[-1] = presuppose_opening(current, before, event)
    elif current.status == "unknown" and before not in current.others:
        turns[-1] = current._replace(controller=before, others=(), status="held", basis="inferred")
    elif current.status in ("contested", "divided"):
        return
    elif event.before is not None or current.controller == event.after:
        naming = tuple(s for s in event.told if s.before == before) or event.told
        first = event.dating.span.first
        eve = day_before(first) if first else None
        imply(turns, before, told=naming, first=eve, last=day_before(event.last), setting=setting)


def take_contest(turns: list[Turn], event: Event, setting: Setting) -> None:
    """A claim and a denial by the other side, with nothing later to settle it: contested from the claim on.

    A claim that was made before without a denial is denied with it; what an outlet reported stands.
    """
    current = turns[-1]
    taker = event.after or setting.rival(event.before)
    if taker is None or taker in current.others:
        turns[-1] = confirm(current, (*event.told, *event.denials))
    elif current.controller != taker:
        turns.append(contested(current, (taker,), event))
    elif current.way == "change" and current.event is not None and not current.event.strong and len(turns) > 1:
        both = make_event((*current.told, *event.told), denials=(*current.event.denials, *event.denials))
        claimed = replace(both, dating=Dating(span=Span(current.first, event.dating.span.last)))
        turns.pop()
        turns.append(contested(turns[-1], (taker,), claimed))
    elif current.basis == "baseline" and (rival := event.before or setting.rival(taker)):
        # Whoever takes a place, and whoever denies it, say that the taker did not hold it: the file's state is past.
        span = event.dating.span
        known = event if span.first else replace(event, dating=event.dating._replace(span=Span(span.last, span.last)))
        turns.append(contested(current, (taker, rival), known)._replace(controller=None))
    else:
        turns[-1] = outweigh(current, (*event.told, *event.denials))


def take_hold(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """A reported state confirms the one before it, or shows that there was a change between."""
    current, side = turns[-1], hold.after
    if side is None:
        return
    if is_unreported(current) and current.controller != side:
        _open_with_hold(turns, hold, setting)
    elif current.disputed is not None and side in (*current.others, current.controller):
        if is_of_another_time(current, hold):
            turns.append(found(hold, days_after(current, hold.stands)))
        else:
            dispute_further(turns, hold, setting)
    elif current.status == "held" and current.controller == side:
        turns[-1] = confirm(current, (hold,))
    else:
        take_contrary_hold(turns, hold, side, setting)


def take_contrary_hold(turns: list[Turn], hold: Statement, side: str, setting: Setting) -> None:
    """A reported state that is not the one before it.

    Of two reports of the same time, the one of the smaller area rules. A side's own word does not outweigh what an
    outlet reported.
    """
    current, earlier = turns[-1], turns[-2] if len(turns) > 1 else None
    if hold.strong and (same := _reported_the_same_day(current, hold)):
        smaller = hold.km2 < min(statement.km2 for statement in same)
        turns.append(found(hold, hold.stands) if smaller else contested(current, (side,), make_event((hold,))))
    elif _fits_before(current, earlier, hold):
        _hold_before(turns, hold)
    elif current.status == "unknown" and side not in current.others:
        taken = current._replace(controller=side, others=(), status="held", basis="inferred")
        turns[-1] = confirm(taken, (hold,))
    elif not hold.strong and is_only_claimed(current):
        turns.append(contested(current, (side,), make_event((hold,))))
    elif not hold.strong:
        turns[-1] = outweigh(current, (hold,))
    elif is_contradicted(turns, hold):
        dispute(turns, hold, setting)
    elif current.status in ("contested", "divided"):
        turns.append(found(hold, days_after(current, hold.stands)))
    else:
        imply(turns, side, told=(hold,), first=hold.sure, last=hold.last, setting=setting)


def dispute(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """A firm report that the loser still has the cell contradicts the change, which stands, falls, or is contested."""
    change = turns.pop()
    contest = disputed(turns[-1], change, (*contrary_to(change), hold))
    turns.append(contest)
    end_dispute(turns, weigh(contest, contest.against), setting)


def dispute_further(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """One more word in a dispute: it may settle it, if it is a firm one."""
    contest = turns[-1]
    if contest.disputed is not None and hold.after == contest.disputed.controller:
        change = confirm(contest.disputed, (hold,))
        turns[-1] = contest._replace(disputed=change, held=change.held)
    else:
        turns[-1] = contest._replace(against=(*contest.against, hold))
    end_dispute(turns, weigh(turns[-1], turns[-1].against), setting)


def end_dispute(turns: list[Turn], outcome: Outcome, setting: Setting) -> None:
    """The change stands after all, against the word of who contradicts it; or it never was, and who did is believed."""
    if outcome == "contested":
        return
    contest = turns.pop()
    change = contest.disputed
    if change and outcome == "stands":
        turns.append(outweigh(change, (s for s in contest.against if s not in change.outweighed)))
        return
    turns[-1] = outweigh(turns[-1], (*contest.told, *contest.held))
    for hold in contest.against:
        take_hold(turns, hold, setting)


def _open_with_hold(turns: list[Turn], hold: Statement, setting: Setting) -> None:
    """The first report of a cell is of a state: so it was from that day, and before as the region's file has it.

    One that contradicts the file leaves a change between.
    """
    current = turns[-1]
    if current.controller is None:
        turns.append(found(hold, days_after(current, hold.stands)))
    elif hold.after is not None:
        imply(turns, hold.after, told=(hold,), first=hold.sure, last=hold.last, setting=setting)


def _reported_the_same_day(turn: Turn, hold: Statement) -> list[Statement]:
    """Reports that found the state standing on the very day of which a report says otherwise."""
    if not hold.stands.is_one_day:
        return []
    return [s for s in (*turn.told, *turn.held) if s.act == "hold" and s.strong and s.stands == hold.stands]


def _fits_before(current: Turn, earlier: Turn | None, hold: Statement) -> bool:
    """Whether a hold of the former side may be of the time before the change."""
    if earlier is None or current.way not in ("change", "implied") or earlier.controller != hold.after:
        return False
    return hold.earliest is None or hold.earliest.toordinal() <= ordinal_last(current.dating.span)


def _hold_before(turns: list[Turn], hold: Statement) -> None:
    """A hold of the time of a change: it came first; but what is said of a smaller area undoes the change there."""
    current, earlier = turns[-1], turns[-2]
    smaller = current.event is not None and hold.km2 < current.event.km2
    if smaller and hold.strong:
        turns.pop()
        turns[-1] = outweigh(confirm(earlier, (hold,)), current.told)
        return
    turns[-2] = confirm(earlier, (hold,), sure=hold.earliest)
    turns[-1] = current._replace(dating=current.dating._replace(span=days_after(turns[-2], current.dating.span)))


def _turn(turns: list[Turn], event: Event, setting: Setting) -> None:
    """Append the turn that an event brings; of two on one day, the weightier rules.

    Of two sides, what the one lost and nobody is named to have taken is taken to be the other's.
    """
    current = turns[-1]
    if _is_same_day(current, event) and current.event is not None:
        known, new = _weight(current.event), _weight(event)
        if new > known:
            turns.pop()
            take_change(turns, event, setting)
        elif new < known:
            turns[-1] = outweigh(current, event.told)
        else:
            turns[-1] = contradict(turns[-2], current, event)
        return
    if current.way == "opening" and current.controller is not None and current.controller == event.before:
        turns[-1] = current = presuppose_opening(current, event.before, event)
    span = days_after(current, event.dating.span)
    lost = event.before or current.controller
    taker = event.after or (None if event.given else setting.rival(event.before))
    turns.append(
        Turn(
            way="change",
            controller=taker,
            others=(lost,) if lost and taker is None else (),
            status="held" if taker else "unknown",
            basis="stated" if event.after or taker is None else "inferred",
            dating=Dating(span=span, differing=event.dating.differing),
            event=event,
            told=event.told,
            sure=span.last,
        )
    )


def _weight(event: Event) -> tuple[float, bool]:
    """What is told of the smaller area weighs more; of one area, an outlet's own voice more than a side's word."""
    return -event.km2, event.strong


def _is_same_day(current: Turn, event: Event) -> bool:
    return current.way == "change" and current.last == event.dating.span.last


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


def _is_of_more(event: Event, current: Turn) -> bool:
    """Whether a gain is of more than what its taker was reported to have: it took the rest, and not that once more."""
    known = [s.km2 for s in (*current.told, *current.held) if s.after == current.controller]
    return current.status == "held" and bool(known) and min(known) < event.km2


def _still_held_between(current: Turn, event: Event) -> bool:
    """Whether the taker was reported in control after the change and before it is told again."""
    begin, end = ordinal_last(current.dating.span), ordinal_first(event.dating.span)
    return any(s.sure is not None and begin < s.sure.toordinal() <= end for s in current.held)
