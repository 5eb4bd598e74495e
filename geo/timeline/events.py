"""Statements become events: reports of one change in one cell, gathered under the date on which they agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.timeline.dating import ONE_EVENT_DAYS, Dating, agree, days_apart, ordinal_first, ordinal_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.dates import Span
    from geo.timeline.statements import Statement


in_time = attrgetter("in_time")
"""Statements in order of time."""

_span_in_order = attrgetter("last_day", "first_day")
"""Events in order of their days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A change of control: from ``before`` to ``after``; None where no report says who.

    ``told`` are the statements that tell of it and ``denials`` those that deny it, each in order of time.

    The rest follows from these, as with a statement: ``strong`` is whether an outlet's own voice or an admission tells
    of it, ``km2`` the size of the smallest area of which it is told, ``in_time`` its place in time.
    """

    before: str | None
    after: str | None
    dating: Dating
    told: tuple[Statement, ...]
    denials: tuple[Statement, ...] = ()
    strong: bool = field(init=False, compare=False, repr=False)
    km2: float = field(init=False, compare=False, repr=False)
    first_day: int = field(init=False, compare=False, repr=False)
    last_day: int = field(init=False, compare=False, repr=False)
    in_time: tuple[int, float, int, str, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what follows from the rest."""
        first, last = ordinal_first(self.dating.span), ordinal_last(self.dating.span)
        km2 = min([statement.km2 for statement in self.told])
        object.__setattr__(self, "strong", any(statement.strong for statement in self.told))
        object.__setattr__(self, "km2", km2)
        object.__setattr__(self, "first_day", first)
        object.__setattr__(self, "last_day", last)
        object.__setattr__(self, "in_time", (last, -km2, first, self.after or "", self.told[0].claim))

    @property
    def last(self) -> date:
        """The day by which it had happened; what is told is always told by some day."""
        return (
            max(statement.last for statement in self.told) if self.dating.span.last is None else self.dating.span.last
        )

    @property
    def given(self) -> bool:
        """Whether a taker is named who is no side."""
        return any(statement.given for statement in self.told)


def gather_events(statements: Sequence[Statement]) -> list[Event]:
    """Events of one cell in order of time, from its statements in order of time: gains and losses that none denies."""
    gains: defaultdict[str, list[Statement]] = defaultdict(list)
    losses: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.denied:
            continue
        if statement.act == "gain" and statement.after:
            gains[statement.after].append(statement)
        elif statement.act == "loss" and statement.before:
            losses[statement.before].append(statement)
    strong = _days_by_ends(statements)
    events: list[Event] = []
    for side in sorted(gains):
        against = _in_turn(
            days for (after, before), days in strong.items() if side == before or after not in (None, side)
        )
        events += _same_direction(gains[side], against)
    for side in sorted(losses):
        against = _in_turn(days for (after, _), days in strong.items() if side == after)
        events = _name_takers(events, _same_direction(losses[side], against), against)
    return sorted(_date_by_nameless(events, statements), key=in_time)


def _days_by_ends(statements: Iterable[Statement]) -> dict[tuple[str | None, str | None], list[int]]:
    """The last days of strong statements that deny nothing, by whom they have in control after and before."""
    found: defaultdict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for statement in statements:
        if statement.strong and not statement.denied:
            found[statement.after, statement.before].append(statement.last_day)
    return found


def _in_turn(days: Iterable[list[int]]) -> list[int]:
    return sorted(chain.from_iterable(days))


def make_event(told: Iterable[Statement], *, denials: Iterable[Statement] = ()) -> Event:
    """One event of all these statements, dated as its strong ones agree, and no wider for the others.

    Where strong statements name different former holders, the first by time counts.
    """
    ordered = tuple(sorted(told, key=in_time))
    against = tuple(sorted(denials, key=in_time))
    if len(ordered) == 1:
        (only,) = ordered
        dating = Dating(span=only.span)
        return Event(before=only.before, after=only.after, dating=dating, told=ordered, denials=against)
    strong = [s for s in ordered if s.strong]
    ranked = [*strong, *(s for s in ordered if not s.strong)]
    return Event(
        before=next((s.before for s in ranked if s.before), None),
        after=next((s.after for s in ranked if s.after), None),
        dating=_date(ordered, strong),
        told=ordered,
        denials=against,
    )


def _date(told: Sequence[Statement], strong: Sequence[Statement]) -> Dating:
    """Strong statements date an event; others narrow it where all agree, and alone date it where there is no other.

    A report that does not say when agrees with every date before it.
    """
    undated = [s for s in told if s.undated]
    if undated and len(undated) < len(told):
        open_ = agree({s.since for s in told})
        if not open_.differing:
            return open_
    everybody = agree({s.span for s in told})
    return agree({s.span for s in strong}) if everybody.differing and strong else everybody


def _same_direction(statements: Sequence[Statement], against: Sequence[int]) -> list[Event]:
    """Events from statements of one direction: strong ones whose dates overlap are one, others join where they fit.

    ``against`` are the last days, in order, of strong statements of the other direction.
    """
    strong = _overlapping([s for s in statements if s.strong], against)
    lasts = [ordinal_last(group.span) for group in strong]
    rest: list[Statement] = []
    joined: list[list[Statement]] = [list(group.told) for group in strong]
    for statement in statements:
        if statement.strong:
            continue
        at = bisect_left(lasts, statement.first_day)
        if at < len(strong) and (
            strong[at].span.overlaps(statement.span) or _is_dated_by(strong[at], statement, against)
        ):
            joined[at].append(statement)
        else:
            rest.append(statement)
    return [make_event(group) for group in (*joined, *(list(g.told) for g in _overlapping(rest, against)))]


def _is_dated_by(group: _Overlap, claim: Statement, against: Sequence[int]) -> bool:
    """Whether a side's own word gives the day that strong reports leave open: they have it as done, and not when.

    Not where a strong report of the other direction stands between.
    """
    if not all(statement.undated for statement in group.told) or claim.undated:
        return False
    between = bisect_right(against, claim.last_day)
    overtaken = between < len(against) and against[between] < ordinal_last(group.span)
    return not overtaken and days_apart(claim.span, group.span) <= ONE_EVENT_DAYS


@dataclass(slots=True)
class _Overlap:
    span: Span
    told: list[Statement]

    def narrow(self, span: Span, statement: Statement) -> None:
        self.span = span
        self.told.append(statement)


def _overlapping(statements: Sequence[Statement], against: Sequence[int]) -> list[_Overlap]:
    """Groups that share a day, from statements in order of their last days; the fewest groups that hold all.

    A statement without a first day is about the latest change that it can mean: not about one that reports of the
    other direction have overtaken since.
    """
    groups: list[_Overlap] = []
    for statement in statements:
        common = groups[-1].span.intersection(statement.span) if groups else None
        if common is None or (statement.span.first is None and _is_overtaken(common, statement, against)):
            groups.append(_Overlap(statement.span, [statement]))
        else:
            groups[-1].narrow(common, statement)
    return groups


def _is_overtaken(earlier: Span, statement: Statement, against: Sequence[int]) -> bool:
    at = bisect_right(against, ordinal_last(earlier))
    return at < len(against) and against[at] < statement.last_day


def _date_by_nameless(events: Sequence[Event], statements: Iterable[Statement]) -> list[Event]:
    """Reports that name neither side date the first change that they fit: ``the town fell on 23 July``.

    Alone they change nothing.
    """
    found = sorted(events, key=in_time)
    lasts = [event.last_day for event in found]
    for nameless in (s for s in statements if s.is_nameless):
        near = range(bisect_left(lasts, nameless.first_day), len(found))
        fitting = next((i for i in near if found[i].dating.span.overlaps(nameless.span)), None)
        if fitting is not None and not found[fitting].dating.span.is_one_day:
            found[fitting] = make_event((*found[fitting].told, nameless))
    return found


def _name_takers(gains: list[Event], losses: Sequence[Event], against: Sequence[int]) -> list[Event]:
    """Losses join a gain that they fit: the same days, and a taker who is not the loser. Others stay events.

    ``against`` are the last days, in order, of strong statements that the loser has the cell.
    """
    events = sorted(gains, key=in_time)
    alone: list[Event] = []
    lasts = [event.last_day for event in events]
    for loss in losses:
        at = bisect_left(lasts, loss.first_day)
        fitting = _first_fitting(events, loss, at, against)
        if fitting is None:
            alone.append(loss)
        else:
            events[fitting] = make_event((*events[fitting].told, *loss.told))
    return [*events, *alone]


def _first_fitting(events: Sequence[Event], loss: Event, at: int, against: Sequence[int]) -> int | None:
    near = takewhile(lambda i: events[i].first_day <= loss.last_day, range(at, len(events)))
    return next((i for i in near if _is_one_change(events[i], loss, against)), None)


def _is_one_change(gain: Event, loss: Event, against: Sequence[int]) -> bool:
    """Whether who gained took what was lost; not where one has no first day, and the loser was back since."""
    if gain.after is None or gain.after == loss.before or gain.before not in (None, loss.before):
        return False
    if not gain.dating.span.overlaps(loss.dating.span):
        return False
    earlier, later = sorted((gain, loss), key=_span_in_order)
    between = bisect_right(against, earlier.last_day)
    begun = later.dating.span.first is not None
    return begun or between == len(against) or against[between] >= later.last_day


def with_denials(event: Event, denials: Iterable[Statement]) -> Event:
    """The event, and who denies it."""
    new = tuple(denials)
    if not new:
        return event
    return replace(event, denials=tuple(sorted((*event.denials, *new), key=in_time)))
