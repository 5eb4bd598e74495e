"""Turns become stretches: what the map shows of a cell from day to day, without gap or overlap.

A change whose day is not known makes a stretch of its own, in which nobody is shown in control. Doubt falls on what a
side holds, until a report names the cell; a later report that presupposes the side outranks it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.dates import ONE_DAY, Span, When, day_after
from geo.timeline import sentences
from geo.timeline.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.records import Basis, Status, Support
    from geo.timeline.doubt import Shadow
    from geo.timeline.sentences import Names
    from geo.timeline.statements import Doubt, Statement
    from geo.timeline.turns import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A state of one cell from ``start`` until before ``end``; the fields are those of a control interval."""

    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    support: Support | None
    start: date
    end: date | None
    start_edtf: str
    end_edtf: str | None
    last_reported: date | None
    rule: str
    claims: tuple[str, ...]

    def says(self) -> tuple[object, ...]:
        """All but its days."""
        state = (self.controller, self.others, self.status, self.basis, self.support)
        return *state, self.start_edtf, self.end_edtf, self.rule, self.claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is needed to put turns into words: the region's first day, names, and where its baseline comes from."""

    start: date
    names: Names
    baseline_source: str


def stretches_of(turns: Sequence[Turn], shadow: Shadow, teller: Teller) -> list[Stretch]:
    """The stretches of a cell, from the region's first day to an open end."""
    found: list[Stretch] = []
    for i, turn in enumerate(turns):
        former = turns[i - 1] if i else None
        following = turns[i + 1] if i + 1 < len(turns) else None
        for stretch in (*_changing(turn, former, teller), *_standing(turn, former, following, shadow, teller)):
            _lay(found, stretch, until=_onset(following, teller) if following else None)
    return found


def _lay(found: list[Stretch], stretch: Stretch, *, until: date | None) -> None:
    """Append a stretch after those laid, cut to what they leave before ``until``."""
    start = max(stretch.start, found[-1].end or date.max) if found else stretch.start
    end = stretch.end if until is None else min(stretch.end or until, until)
    if end is None or start < end:
        found.append(replace(stretch, start=start, end=end))


def _onset(turn: Turn, teller: Teller) -> date:
    """The first day on which the turn is seen; the region's first day for what is older."""
    return teller.start if turn.way == "opening" else max(turn.first or teller.start, teller.start)


def _settled(turn: Turn, teller: Teller) -> date:
    """The first day on which the turn's state is certain: that of a change, or the day after its last possible one."""
    if turn.way not in ("change", "implied") or turn.last is None or turn.dating.span.is_one_day:
        return _onset(turn, teller)
    return max(day_after(turn.last), teller.start)


def _changing(turn: Turn, former: Turn | None, teller: Teller) -> Iterator[Stretch]:
    """The days within which a change took place, where it is not known to the day."""
    if turn.way not in ("change", "implied") or turn.dating.span.is_one_day or turn.last is None:
        return
    start, end = _onset(turn, teller), _settled(turn, teller)
    if start >= end:
        return
    told = (*turn.told, *_strong(turn.held))
    holder = former.controller if former else None
    within = str(When.of(turn.dating.span))
    yield Stretch(
        controller=None,
        others=(holder,) if holder else former.others if former else (),
        status="date_uncertain",
        basis="stated",
        support=support_of(told),
        start=start,
        end=end,
        start_edtf=within,
        end_edtf=within,
        last_reported=end - ONE_DAY,
        rule=sentences.sentence(
            sentences.change_reported(teller.names, turn, holder),
            sentences.dates_differ(turn.dating.differing),
            sentences.supported_by(told, teller.names),
        ),
        claims=_ids(turn.told, turn.held, turn.outweighed, turn.event.denials if turn.event else ()),
    )


def _standing(
    turn: Turn, former: Turn | None, following: Turn | None, shadow: Shadow, teller: Teller
) -> Iterator[Stretch]:
    """The state that a turn brought, and the doubt that falls on it."""
    start, end = _settled(turn, teller), _onset(following, teller) if following else None
    whole = _whole(turn, former, following, start=start, end=end, teller=teller)
    if turn.status != "held" or turn.controller is None:
        yield whole
        return
    words = _LastWords.of(turn)
    reported = _reported(whole, turn, teller)
    named = sorted({s.span.first for s in turn.held if s.span.first and s.span.first > start})
    points = [start, *(day for day in named if end is None or day < end)]
    on_a_day = turn.way == "found" or (turn.way != "opening" and turn.dating.span.is_one_day)
    seen = start if on_a_day else start - ONE_DAY
    for i, begin in enumerate(points):
        until = points[i + 1] if i + 1 < len(points) else end
        part = replace(reported if i else whole, start=begin, end=until)
        doubts = shadow.over(turn.controller, after=begin if i else seen, until=until)
        if not doubts:
            yield words.date(part)
            continue
        since = doubts[0].first
        yield words.date(replace(part, end=since))
        shade = words.date(replace(part, start=since, end=since + ONE_DAY))
        shade = replace(shade, end=until)
        if i + 1 < len(points) and until is not None:
            yield _found_still_held(shade, turn, until, teller)
        elif following is not None and until is not None and _presupposes(following, turn.controller):
            yield _presupposed(shade, following, until, teller)
        else:
            yield _doubted(shade, doubts, teller)


def _whole(
    turn: Turn, former: Turn | None, following: Turn | None, *, start: date, end: date | None, teller: Teller
) -> Stretch:
    """A turn's state for all its time, before doubt."""
    told = (*turn.told, *_strong(turn.held)) if turn.way != "opening" else turn.told
    denials = turn.event.denials if turn.event else ()
    begun = Span(None, start) if turn.way == "opening" else turn.dating.span
    return Stretch(
        controller=turn.controller,
        others=turn.others,
        status=turn.status,
        basis=turn.basis,
        support="conflicting" if turn.status == "contested" else support_of(told),
        start=start,
        end=end,
        start_edtf=str(When.of(begun)),
        end_edtf=str(When.of(following.dating.span)) if following else None,
        last_reported=max((s.last for s in (*turn.told, *turn.held)), default=None),
        rule=_rule(turn, former, following, told, teller),
        claims=_ids(turn.told, turn.held, turn.outweighed, denials),
    )


def _rule(turn: Turn, former: Turn | None, following: Turn | None, told: Sequence[Statement], teller: Teller) -> str:
    """The sentences for a turn's state."""
    names, told_by = teller.names, sentences.supported_by(told, teller.names)
    against = sentences.outweighed(names, turn.outweighed)
    if turn.status == "contested":
        denials = turn.event.denials if turn.event else ()
        claimed = sentences.contested(names, turn)
        return sentences.sentence(
            claimed, sentences.denied(names, turn.told, denials) or "reports contradict each other"
        )
    if turn.status == "divided":
        return sentences.sentence(sentences.divided(names, turn), told_by, against)
    if turn.basis == "baseline" or turn.basis is None:
        return sentences.sentence(sentences.baseline(names, turn.controller, teller.baseline_source), against)
    if turn.way == "opening":
        told_of = sentences.presupposed_long_ago(names, turn.controller)
        if following is not None and any(s.act != "hold" for s in turn.told):
            told_of = sentences.presupposed(names, turn.controller, following.dating.span)
        return sentences.sentence(told_of, told_by, against)
    if turn.way == "found":
        return sentences.sentence(sentences.held_as_reported(names, turn.controller), told_by, against)
    return sentences.sentence(
        sentences.change_reported(names, turn, former.controller if former else None),
        sentences.dates_differ(turn.dating.differing),
        sentences.taker_not_said(names, turn) if turn.controller is None else "",
        f"later reports have {names.the(turn.controller)} in control" if turn.basis == "inferred" else "",
        told_by,
        against,
    )


def _reported(whole: Stretch, turn: Turn, teller: Teller) -> Stretch:
    """The state from the first report of it on, where before it was only presupposed or the region's file's."""
    if whole.basis == "stated":
        return whole
    told = [s for s in turn.held if s.span.first]
    return replace(
        whole,
        basis="stated",
        support=support_of(told),
        rule=sentences.sentence(
            sentences.held_as_reported(teller.names, turn.controller), sentences.supported_by(told, teller.names)
        ),
    )


def _presupposes(following: Turn, side: str) -> bool:
    """Whether the next turn is a reported change away from the side, so that it held until then."""
    event = following.event
    return following.way == "change" and event is not None and event.after != side and event.before in (None, side)


def _presupposed(shade: Stretch, following: Turn, until: date, teller: Teller) -> Stretch:
    """A later report presupposes that the side held until then; this outranks doubt."""
    return replace(
        shade,
        basis="inferred",
        support=support_of(following.told),
        last_reported=until - ONE_DAY,
        rule=sentences.sentence(
            sentences.presupposed(teller.names, shade.controller, following.dating.span),
            sentences.supported_by(following.told, teller.names),
        ),
        claims=_ids(following.told),
    )


def _found_still_held(shade: Stretch, turn: Turn, until: date, teller: Teller) -> Stretch:
    """A later report of the state names the cell and ends the doubt."""
    told = [s for s in turn.held if s.span.first == until]
    return replace(
        shade,
        basis="inferred",
        support=support_of(told),
        last_reported=until - ONE_DAY,
        rule=sentences.sentence(
            sentences.found_still_held(teller.names, shade.controller, until),
            sentences.supported_by(told, teller.names),
        ),
        claims=_ids(told),
    )


def _doubted(shade: Stretch, doubts: Sequence[Doubt], teller: Teller) -> Stretch:
    """Changes that are not placed put the cell in doubt until a report names it."""
    return replace(
        shade,
        status="in_doubt",
        start_edtf=str(When.of(Span(doubts[0].first, doubts[0].span.last))),
        rule=sentences.sentence(
            sentences.in_doubt(teller.names, shade.controller, doubts, shade.last_reported),
            f"before that: {shade.rule}",
        ),
        claims=tuple(dict.fromkeys((*shade.claims, *(doubt.claim for doubt in doubts)))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _LastWords:
    """The days on which reports vouch for a state: the last day of each report's own date."""

    days: tuple[date, ...]
    changed: date | None

    @classmethod
    def of(cls, turn: Turn) -> _LastWords:
        told = turn.held if turn.way == "opening" else (*turn.told, *turn.held)
        changed = turn.last if turn.way != "opening" else None
        return cls(days=tuple(sorted({statement.last for statement in told})), changed=changed)

    def date(self, part: Stretch) -> Stretch:
        """The stretch with the last day before its end on which a report vouches for it."""
        number = bisect_left(self.days, part.end) if part.end else len(self.days)
        last = max((day for day in (self.changed, *self.days[max(0, number - 1) : number]) if day), default=None)
        return replace(part, last_reported=last)


def _strong(statements: Iterable[Statement]) -> list[Statement]:
    return [statement for statement in statements if statement.strong]


def _ids(*groups: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statement.claim for group in groups for statement in group))
