"""Claims and denials: which claimed changes stand, which are refuted, and which stay contested.

What a party claims for itself stands until the other side denies it. A later report in an outlet's own voice, or an
admission, settles the matter either way; with nothing later to settle it, the cell is contested from the claim on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Literal

from geo.timeline.dating import ONE_EVENT_DAYS, days_apart
from geo.timeline.events import Event, with_denials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.timeline.statements import Statement

Verdict = Literal["stands", "contested", "refuted"]

Ends = tuple[str | None, str | None]
"""The sides that have control after and before a change, where they are said."""


def settle(events: Sequence[Event], statements: Iterable[Statement]) -> list[tuple[Event, Verdict]]:
    """Each event with its denials and what became of it; events and statements are in order of time, and stay so."""
    told = list(statements)
    holds = [s for s in told if s.act == "hold" and not s.denied]
    denied = _assign_denials(events, [s for s in told if s.denied and s.act != "inside"])
    counter = _counterclaims(holds)
    later = _LaterWord(events, holds)
    verdicts: list[tuple[Event, Verdict]] = []
    for at, event in enumerate(events):
        word, until = later.after(at)
        known = with_denials(event, (*denied[at], *_between(counter, event, until)))
        verdicts.append((known, _judge(known, word)))
    return verdicts


def _judge(event: Event, later: Verdict | None) -> Verdict:
    """The verdict on one event, from how strongly it is told and denied, and from the later word on it."""
    firmly_denied = any(denial.strong for denial in event.denials)
    if event.strong and not firmly_denied:
        return "stands"
    if later is not None:
        return later
    if firmly_denied and not event.strong:
        return "refuted"
    return "contested" if event.denials else "stands"


def _assign_denials(events: Sequence[Event], denials: Iterable[Statement]) -> defaultdict[int, list[Statement]]:
    """Denials by the number of the event that they deny: the latest that fits, had begun, and is not long ago."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    by_words: dict[tuple[str | None, str | None], tuple[list[int], list[int]]] = {}
    alike = _numbers_by_ends(events)
    for denial in denials:
        words = (denial.after, denial.before)
        if words not in by_words:
            numbers = (found for ends, found in alike.items() if _is_denied_by(ends, words))
            fitting = sorted(chain.from_iterable(numbers), key=lambda i: (events[i].first_day, i))
            by_words[words] = (fitting, [events[i].first_day for i in fitting])
        fitting, firsts = by_words[words]
        at = bisect_right(firsts, denial.last_day)
        if at and days_apart(events[fitting[at - 1]].dating.span, denial.span) <= ONE_EVENT_DAYS:
            found[fitting[at - 1]].append(denial)
    return found


def _numbers_by_ends(events: Sequence[Event]) -> dict[Ends, list[int]]:
    """The numbers of events alike: those after and before which the same sides have control."""
    found: defaultdict[Ends, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        found[event.after, event.before].append(number)
    return found


def _is_denied_by(event: Ends, denial: Ends) -> bool:
    """Whether denying that a side gained, or that one lost, denies an event."""
    (after, before), (gainer, loser) = event, denial
    if gainer is not None:
        return gainer == after and (loser is None or before in (None, loser))
    return before == loser or (before is None and after != loser)


def _counterclaims(holds: Iterable[Statement]) -> dict[str, tuple[list[Statement], list[int]]]:
    """What sides say of their own holding, by side: said after the other's claim, it denies that claim."""
    own: defaultdict[str, list[Statement]] = defaultdict(list)
    for hold in holds:
        if not hold.strong and hold.after is not None and hold.voice.speaker == hold.after:
            own[hold.after].append(hold)
    return {side: (said, [s.last_day for s in said]) for side, said in own.items()}


def _between(counter: dict[str, tuple[list[Statement], list[int]]], event: Event, until: int | None) -> list[Statement]:
    """The first word of each other side that it holds the cell, after the event's last day and before ``until``."""
    found = []
    for side in sorted(counter):
        said, lasts = counter[side]
        at = bisect_left(lasts, event.last_day)
        if side == event.after or at == len(said) or (until is not None and lasts[at] > until):
            continue
        first = said[at].earliest
        if first is not None and first.toordinal() >= event.first_day:
            found.append(said[at])
    return found


class _LaterWord:
    """What the next strong report after an event says of it."""

    def __init__(self, events: Sequence[Event], holds: Sequence[Statement]) -> None:
        """Line up strong events and strong holds in order of time."""
        self._events = events
        marks: list[tuple[tuple[int, float, int], int, Event | Statement]] = [
            ((e.last_day, -e.km2, e.first_day), i, e) for i, e in enumerate(events) if e.strong
        ]
        marks += [(h.in_time[:3], len(events), h) for h in holds if h.strong]
        self._marks = sorted(marks, key=lambda mark: mark[:2])
        self._keys = [mark[0][0] for mark in self._marks]

    def after(self, at: int) -> tuple[Verdict | None, int | None]:
        """The verdict on the event numbered ``at``, and the last day of the report that gives it or ends the matter."""
        event = self._events[at]
        begin = bisect_left(self._keys, event.last_day)
        for position in range(begin, len(self._marks)):
            key, number, mark = self._marks[position]
            if number == at:
                continue
            word = _word(event, mark)
            if word != "silent":
                return word, key[0]
        return None, None


def _word(event: Event, mark: Event | Statement) -> Verdict | Literal["silent"] | None:
    """What a strong mark says of an earlier event: it stands, is refuted, is overtaken (None), or nothing."""
    if not isinstance(mark, Event):
        if mark.after == event.after:
            return "stands"
        told_before = mark.earliest is None or mark.earliest.toordinal() < event.first_day
        return "silent" if told_before else "refuted"
    if mark.before is not None and mark.before == event.after:
        return "stands"
    if mark.before is not None or (mark.after is not None and mark.after == event.after):
        return "refuted"
    return None
