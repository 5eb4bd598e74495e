"""Plans meet time: what was to be handed over, by when, and when that was moved to.

A plan changes nothing. But once its day is there, and no report tells whether it was carried out, nobody can say that
all is as it was: the cell is in doubt from that day on, until a report names it. Of several plans of one change the one
told last counts, so that a postponed deadline raises no doubt on its first day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.dates import Span, When, bounds
from geo.errors import DateError
from geo.timeline.dating import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.records import Kind, LocatedClaim
    from geo.timeline.voices import Listener

AGREED: frozenset[Kind] = frozenset({"handover", "withdrawal"})
"""Kinds that are agreed for a day; who means to capture a place has no deadline that others keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A change of some cells that was to come by the end of ``due``; ``told`` is when it was last told so."""

    claim: str
    gainer: str | None
    loser: str | None
    due: Span
    told: Span
    cells: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The plans of one change in the order in which they were told: the last one counts, for ``cells``."""

    plans: tuple[Plan, ...]
    cells: frozenset[str]

    @property
    def last(self) -> Plan:
        """The plan that counts."""
        return self.plans[-1]

    @property
    def days(self) -> tuple[str, ...]:
        """By when it was to be, each deadline once, the one that counts last."""
        days = [str(When.of(Span(plan.due.last, plan.due.last))) for plan in self.plans]
        return tuple(dict.fromkeys(reversed(days)))[::-1]


def read_plans(
    items: Iterable[LocatedClaim], *, controlling: Callable[[str | None], str | None], listener: Listener
) -> list[Plan]:
    """Agreed changes that are placed and have a day by which they were to come.

    What the side that would gain demands, or announces of itself, is no agreement. ``controlling`` gives the side as
    which a party controls.
    """
    plans = []
    for item in items:
        claim = item.claim
        if claim.stance != "planned" or claim.kind not in AGREED or claim.when_basis == "publication":
            continue
        gainer, loser = controlling(claim.gained_by), controlling(claim.lost_by)
        cells = frozenset(cell for place in item.places for cell in place.cells)
        due, told = _days(claim.when), _days(item.published)
        is_demand = gainer is not None and listener.side_of(claim.claimant) == gainer
        if cells and due.last and told.last and (gainer or loser) and not is_demand:
            words = next(place.text for place in item.places if place.cells)
            plans.append(Plan(claim=claim.id, gainer=gainer, loser=loser, due=due, told=told, cells=cells, words=words))
    return plans


def courses(plans: Iterable[Plan]) -> list[Course]:
    """What was planned for each cell, and moved; cells of one course together."""
    by_cell: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in sorted(plans, key=lambda p: (in_order(p.told), in_order(p.due), p.claim)):
        for cell in plan.cells:
            by_cell[cell].append(plan)
    shared: defaultdict[tuple[int, ...], set[str]] = defaultdict(set)
    known: dict[int, Plan] = {}
    for cell, found in by_cell.items():
        shared[tuple(map(id, found))].add(cell)
        known |= {id(plan): plan for plan in found}
    return [Course(plans=tuple(known[ident] for ident in key), cells=frozenset(cells)) for key, cells in shared.items()]


def _days(edtf: str | None) -> Span:
    try:
        return bounds(edtf)
    except DateError:
        return Span(None, None)
