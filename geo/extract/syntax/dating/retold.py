"""The same event told twice: what one sentence leaves undated has the date that another gives it.

A lead tells what happened, the body says when; a minister welcomes on Friday what was taken on Wednesday. Twins have a
place in common, the same change of it, and no two parties in one part; and the date must fit in the time that the
undated one leaves open.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.dates import bounds
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.dates import Span
    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.told import Told

_CHANGES = {"capture": "change", "handover": "change", "loss": "change", "withdrawal": "withdrawal"}
_VAGUE = ("publication", "context")
_BEFORE = timedelta(days=7)
"""How long before the day of its report an event can have happened that is told without a date."""


def dated_by_twins(told: Sequence[Told]) -> list[Told]:
    """What was told, the undated with the dates of their twins."""
    exact = [one for one in told if _is_exact(one)]
    return [_dated(one, exact) if _is_vague(one) else one for one in told]


def _is_exact(one: Told) -> bool:
    span = bounds(one.dating.when)
    clear = one.draft.kind in _CHANGES and not one.draft.planned and one.dating.basis in ("explicit", "relative")
    return clear and span.is_one_day and not _hangs_on_report(one)


def _is_vague(one: Told) -> bool:
    if one.draft.kind not in _CHANGES or one.draft.planned or one.draft.possible or one.dating.when is None:
        return False
    return one.dating.basis in _VAGUE or _hangs_on_report(one)


def _hangs_on_report(one: Told) -> bool:
    """Whether only what somebody said or did about an event is dated."""
    return one.dating.by_report


def _dated(one: Told, exact: Sequence[Told]) -> Told:
    open_span = bounds(one.dating.when)
    fitting = [
        other
        for other in exact
        if other is not one and _is_twin(one, other) and _fits(open_span, bounds(other.dating.when))
    ]
    dates = {other.dating.when for other in fitting}
    return replace(one, dating=replace(fitting[0].dating, rule="twin")) if len(dates) == 1 else one


def _fits(left_open: Span, day: Span) -> bool:
    if day.first is None or left_open.last is None:
        return False
    return day.first <= left_open.last and (left_open.first is None or day.first >= left_open.first - _BEFORE)


def _is_twin(one: Told, other: Told) -> bool:
    a, b = one.draft, other.draft
    if _CHANGES[a.kind] != _CHANGES[b.kind] or not {_key(ref) for ref in a.places} & {_key(ref) for ref in b.places}:
        return False
    if _are_one(a.gained_by, b.lost_by) or _are_one(a.lost_by, b.gained_by):  # lost by whoever took it back
        return False
    return _agree(a.gained_by, b.gained_by) and _agree(a.lost_by, b.lost_by)


def _are_one(one: PartyRef | None, other: PartyRef | None) -> bool:
    return one is not None and other is not None and one.name == other.name


def _key(ref: PlaceRef) -> str:
    return ref.place or fold(ref.name or ref.text)


def _agree(one: PartyRef | None, other: PartyRef | None) -> bool:
    return one is None or other is None or one.name == other.name
