"""Turns become stretches: what the map shows of a cell from day to day, without gap or overlap.

A change whose day is not known makes a stretch of its own, in which nobody is shown in control. Doubt falls on what a
side holds, until a report names the cell; a later report that presupposes the side outranks it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import Span, day_after, day_before, edtf
from geo.timeline import sentences
from geo.timeline.dating import ONE_EVENT_DAYS, days_apart
from geo.timeline.last_words import LastWords
from geo.timeline.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.records import Basis, Status, Support
    from geo.timeline.doubt import Doubt, Shadow
    from geo.timeline.sentences import Names, Told
    from geo.timeline.statements import Statement
    from geo.timeline.turns import Turn


class Shown(NamedTuple):
    """What is shown of a cell; the fields are those of a control interval."""

    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    support: Support | None
    start_edtf: str
    end_edtf: str | None
    rule: str
    claims: tuple[str, ...]


class Stretch(NamedTuple):
    """What is ``shown`` of one cell from ``start`` until before ``end``, and when it was last reported."""

    shown: Shown
    start: date
    end: date | None
    last_reported: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is needed to put turns into words: the region's first day, names, and where its baseline comes from."""

    start: date
    names: Names
    baseline_source: str


class _Near(NamedTuple):
    """What stands beside a turn: the turns before and after it, its days, and what was planned.

    ``onset`` is the first day on which it is seen, ``settled`` the first on which its state is certain, ``until`` the
    first of the next turn. ``told`` is what reports tell of the time of a state that none of them brought. ``support``
    and ``said_by`` are whose word it is, ``words`` the last words for it; ``came`` tells, in sentences, how a change
    came about; ``claims`` are those behind it, and behind what was planned.
    """

    former: Turn | None
    following: Turn | None
    onset: date
    settled: date
    until: date | None
    told: Told | None
    plan: Doubt | None
    support: Support | None
    said_by: str
    words: LastWords
    came: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def holder(self) -> str | None:
        """Who held the cell before."""
        return self.former.controller if self.former else None


def stretches_of(turns: Sequence[Turn], shadow: Shadow, teller: Teller) -> list[Stretch]:
    """The stretches of a cell, from the region's first day to an open end.

    What is said of a turn that others leave no day is cited with the next, so that every report is cited.
    """
    found: list[Stretch] = []
    unseen: list[str] = []
    for i, turn in enumerate(turns):
        laid = len(found)
        near = _near(turns, i, shadow, teller)
        for stretch in (*_changing(turn, near), *_standing(turn, near, shadow, teller)):
            _lay(found, stretch, until=near.until)
        unseen = _cite(found, laid, [*unseen, *near.claims])
    return found


def _cite(found: list[Stretch], laid: int, claims: list[str]) -> list[str]:
    """Cite, in the first stretch from number ``laid`` on, what none of these cites; what is left if there is none.

    Doubt from the first day of a turn leaves its state no day, and what outweighs the doubt cites only what tells of
    that.
    """
    if len(found) == laid:
        return claims
    seen = {claim for stretch in found[laid:] for claim in stretch.shown.claims}
    shown = found[laid].shown
    missed = dict.fromkeys(claim for claim in claims if claim not in seen)
    if missed:
        found[laid] = found[laid]._replace(shown=shown._replace(claims=(*shown.claims, *missed)))
    return []


def _near(turns: Sequence[Turn], number: int, shadow: Shadow, teller: Teller) -> _Near:
    turn = turns[number]
    former = turns[number - 1] if number else None
    following = turns[number + 1] if number + 1 < len(turns) else None
    onset = _onset(turn, teller)
    plan = _planned(turn, former, shadow)
    told = (*turn.told, *_strong(turn.held)) if turn.way != "opening" else turn.told
    support = support_of(told)
    return _Near(
        former=former,
        following=following,
        onset=onset,
        settled=_settled(turn, onset, teller),
        until=_onset(following, teller) if following else None,
        told=_told_of(turn, turns) if turn.basis in ("baseline", None) else None,
        plan=plan,
        support=support,
        said_by=sentences.supported_by(told, teller.names, support),
        words=LastWords.of(turn),
        came=_came(turn, former.controller if former else None, teller) if turn.way in ("change", "implied") else (),
        claims=_ids(turn.cited, also=plan.claims if plan else ()),
    )


def _came(turn: Turn, holder: str | None, teller: Teller) -> tuple[str, ...]:
    return (
        sentences.change_reported(teller.names, turn, holder),
        sentences.by_seat(turn.told),
        sentences.dates_differ(turn.dating.differing),
    )


def _told_of(turn: Turn, turns: Sequence[Turn]) -> Told:
    """What reports tell of the cell in the time of a turn that none of them brought."""
    if turn.outweighed or turn.noted:
        return "unsettled"
    if any(statement.span.first is None for statement in turn.held):
        return "before"
    return "later" if any(other.cited for other in turns) else "never"


def _planned(turn: Turn, former: Turn | None, shadow: Shadow) -> Doubt | None:
    """What was planned before a change took place, on that day or another."""
    if turn.way != "change":
        return None
    plan = shadow.plan(former.controller if former else None, turn.controller)
    return plan if plan and days_apart(plan.span, turn.dating.span) <= ONE_EVENT_DAYS else None


def _lay(found: list[Stretch], stretch: Stretch, *, until: date | None) -> None:
    """Append a stretch after those laid, cut to what they leave before ``until``."""
    start = max(stretch.start, found[-1].end or date.max) if found else stretch.start
    end = stretch.end if until is None else min(stretch.end or until, until)
    if end is None or start < end:
        same = (start, end) == (stretch.start, stretch.end)
        found.append(stretch if same else stretch._replace(start=start, end=end))


def _onset(turn: Turn, teller: Teller) -> date:
    """The first day on which the turn is seen; the region's first day for what is older."""
    return teller.start if turn.way == "opening" else max(turn.first or teller.start, teller.start)


def _settled(turn: Turn, onset: date, teller: Teller) -> date:
    """The first day on which the turn's state is certain: that of a change, or the day after its last possible one.

    Where its holder is reported in control before that, or is known to have been, it is that day.
    """
    if turn.way not in ("change", "implied") or turn.last is None or turn.dating.span.is_one_day:
        return onset
    found = [s.sure for s in (*turn.told, *turn.held) if s.act == "hold" and s.after == turn.controller]
    known = [day for day in (turn.known, *found) if day and day >= (turn.first or day)]
    return max(min(*known, day_after(turn.last)) if known else day_after(turn.last), teller.start)


def _changing(turn: Turn, near: _Near) -> Iterator[Stretch]:
    """The days within which a change took place, where it is not known to the day."""
    if turn.way not in ("change", "implied") or turn.dating.span.is_one_day or turn.last is None:
        return
    start, end = near.onset, near.settled
    if start >= end:
        return
    holder, former = near.holder, near.former
    days = edtf(turn.dating.span)
    shown = Shown(
        controller=None,
        others=(holder,) if holder else former.others if former else (),
        status="date_uncertain",
        basis="inferred" if turn.way == "implied" and turn.basis == "inferred" else "stated",
        support=near.support,
        start_edtf=days,
        end_edtf=days,
        rule=sentences.sentence(
            *near.came,
            sentences.planned(near.plan) if near.plan else "",
            near.said_by,
        ),
        claims=near.claims,
    )
    yield Stretch(shown=shown, start=start, end=end, last_reported=near.words.before(end))


def _standing(turn: Turn, near: _Near, shadow: Shadow, teller: Teller) -> Iterator[Stretch]:
    """The state that a turn brought, and the doubt that falls on it."""
    following, words = near.following, near.words
    start, end = near.settled, near.until
    whole = _whole(turn, near, teller)
    if turn.status != "held" or turn.controller is None:
        yield Stretch(shown=whole, start=start, end=end, last_reported=words.before(None))
        return
    finding = _finding(turn)
    points = [start, *sorted(day for day in finding if day > start and (end is None or day < end))]
    reported = _reported(whole, turn, teller) if len(points) > 1 else whole
    on_a_day = turn.way == "found" or (turn.way != "opening" and turn.dating.span.is_one_day)
    seen = start if on_a_day else day_before(start)
    for i, begin in enumerate(points):
        until = points[i + 1] if i + 1 < len(points) else end
        shown = reported if i else whole
        doubts = shadow.over(turn.controller, after=begin if i else seen, until=until)
        if not doubts:
            yield Stretch(shown=shown, start=begin, end=until, last_reported=words.before(until))
            continue
        since = doubts[0].first
        yield Stretch(shown=shown, start=begin, end=since, last_reported=words.before(since))
        last = words.before(day_after(since))
        if i + 1 < len(points) and until is not None:
            shade = _found_still_held(shown, finding[until], until, teller)
        elif following is not None and until is not None and _presupposes(following, turn.controller):
            shade = _presupposed(shown, following, teller)
        else:
            shade = _doubted(shown, doubts, last, teller)
        yield Stretch(shown=shade, start=since, end=until, last_reported=last)


def _whole(turn: Turn, near: _Near, teller: Teller) -> Shown:
    """A turn's state for all its time, before doubt."""
    begun = Span(None, near.settled) if turn.way == "opening" else turn.dating.span
    return Shown(
        controller=turn.controller,
        others=turn.others,
        status=turn.status,
        basis=turn.basis,
        support="conflicting" if turn.status == "contested" else near.support,
        start_edtf=edtf(begun),
        end_edtf=edtf(near.following.dating.span) if near.following else None,
        rule=_rule(turn, near, teller),
        claims=near.claims,
    )


def _rule(turn: Turn, near: _Near, teller: Teller) -> str:
    """The sentences for a turn's state."""
    names, told_by = teller.names, near.said_by
    against = sentences.outweighed(names, turn)
    if turn.status == "contested":
        return _contest_rule(turn, names)
    if turn.status == "divided":
        return sentences.sentence(sentences.divided(names, turn), told_by, against)
    if near.told:
        begun = sentences.baseline(names, turn.controller, teller.baseline_source, told=near.told)
        return sentences.sentence(begun, against)
    if turn.way == "opening":
        changed = (near.following or turn).dating.span
        return sentences.sentence(sentences.presupposed(names, turn.controller, changed), told_by, against)
    if turn.way == "found":
        told = (*turn.told, *_strong(turn.held))
        return sentences.sentence(sentences.held_as_reported(names, turn.controller, told), told_by, against)
    return sentences.sentence(
        *near.came,
        sentences.taker_not_said(names, turn) if turn.controller is None else "",
        sentences.planned(near.plan) if near.plan else "",
        sentences.later_have_it(names, turn),
        sentences.only_other_side(names, turn),
        told_by,
        against,
    )


def _contest_rule(turn: Turn, names: Names) -> str:
    """The sentences for a contest: of reports, of a claim and its denial, of two claims."""
    if turn.against:
        return sentences.sentence(sentences.contradicted(names, turn))
    denials = turn.event.denials if turn.event else ()
    denied = sentences.denied(names, turn.told, denials)
    return sentences.sentence(sentences.contested(names, turn), denied or "reports contradict each other")


def _reported(whole: Shown, turn: Turn, teller: Teller) -> Shown:
    """The state from the first report of it on, where before it was only presupposed or the region's file's."""
    if whole.basis == "stated":
        return whole
    told = [s for s in turn.held if s.sure]
    support = support_of(told)
    return whole._replace(
        basis="stated",
        support=support,
        rule=sentences.sentence(
            sentences.held_as_reported(teller.names, turn.controller, told),
            sentences.supported_by(told, teller.names, support),
        ),
    )


def _presupposes(following: Turn, side: str) -> bool:
    """Whether the next turn is a reported change away from the side, so that it held until then."""
    event = following.event
    return following.way == "change" and event is not None and event.after != side and event.before in (None, side)


def _presupposed(shade: Shown, following: Turn, teller: Teller) -> Shown:
    """A later report presupposes that the side held until then; this outranks doubt."""
    support = support_of(following.told)
    return shade._replace(
        basis="inferred",
        support=support,
        rule=sentences.sentence(
            sentences.presupposed(teller.names, shade.controller, following.dating.span),
            sentences.supported_by(following.told, teller.names, support),
        ),
        claims=_ids(following.told),
    )


def _finding(turn: Turn) -> dict[date, list[Statement]]:
    """The days on which reports find the state standing, after it came about, and these reports."""
    found: defaultdict[date, list[Statement]] = defaultdict(list)
    for statement in turn.held:
        for day in {day for day in (statement.sure, statement.until) if day}:
            found[day].append(statement)
    for statement in turn.told:
        if statement.until:
            found[statement.until].append(statement)
    return found


def _found_still_held(shade: Shown, told: Sequence[Statement], until: date, teller: Teller) -> Shown:
    """A later report of the state names the cell and ends the doubt."""
    support = support_of(told)
    return shade._replace(
        basis="inferred",
        support=support,
        rule=sentences.sentence(
            sentences.found_still_held(teller.names, shade.controller, until),
            sentences.supported_by(told, teller.names, support),
        ),
        claims=_ids(told),
    )


def _doubted(shade: Shown, doubts: Sequence[Doubt], last_reported: str | None, teller: Teller) -> Shown:
    """Changes that are not placed put the cell in doubt until a report names it; the rule for the state comes after."""
    known = sentences.last_known(teller.names, shade.controller, basis=shade.basis, last_reported=last_reported)
    unplaced = [doubt for doubt in doubts if not doubt.due]
    first = doubts[0]
    said = sentences.overdue(known, first) if first.due else sentences.in_doubt(teller.names, known, unplaced)
    return shade._replace(
        status="in_doubt",
        start_edtf=edtf(Span(doubts[0].first, doubts[0].span.last)),
        rule=f"{sentences.sentence(said)} {shade.rule}",
        claims=tuple(dict.fromkeys((*shade.claims, *(claim for doubt in doubts for claim in doubt.claims)))),
    )


def _strong(statements: Iterable[Statement]) -> list[Statement]:
    return [statement for statement in statements if statement.strong]


def _ids(statements: Iterable[Statement], *, also: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(statement.claim for statement in statements), *also]))
