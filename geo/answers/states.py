"""States of cells on a day, and which cells of a place share one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from itertools import chain
from typing import TYPE_CHECKING, Any

from geo.early_days import lasts_on
from geo.records import Basis, Status, Support  # noqa: TC001 - the codec reads a record's hints as it runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from geo.answers.chart import Chart
    from geo.records import ControlInterval
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that an interval says but where and until when it is drawn.

    The fields are those of a control interval; ``becomes`` is who holds the cells once a change of uncertain date is
    over, and None where nobody says so or the state is another one.
    """

    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    support: Support | None
    start_edtf: str | None
    end_edtf: str | None
    last_reported: str | None
    rule: str
    claims: tuple[str, ...]
    becomes: str | None

    @property
    def says(self) -> tuple[object, ...]:
        """Who holds it, and how surely: what must differ for a change."""
        return (self.controller, self.others, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(State):
    """A part of a place in one state on a day: some cells, and their area in km² on the ellipsoid (0 for a point)."""

    km2: float
    cells: tuple[str, ...]


NOTHING_SAID = State(
    controller=None,
    others=(),
    status="unknown",
    basis=None,
    support=None,
    start_edtf=None,
    end_edtf=None,
    last_reported=None,
    rule="The intervals say nothing of it.",
    claims=(),
    becomes=None,
)
"""The state of a cell of which the intervals say nothing."""


def state_of(interval: ControlInterval, chart: Chart) -> State:
    """What an interval says."""
    return State(
        controller=interval.controller,
        others=interval.others,
        status=interval.status,
        basis=interval.basis,
        support=interval.support,
        start_edtf=interval.start_edtf,
        end_edtf=interval.end_edtf,
        last_reported=interval.last_reported,
        rule=interval.rule,
        claims=interval.claims,
        becomes=chart.takers.get((interval.cell, interval.start)),
    )


def states_on(day: date, chart: Chart, *, cells: Collection[str] | None = None) -> dict[str, State]:
    """The state of each cell of which the intervals tell on a day: of all cells, or of some cells and points."""
    iso = day.isoformat()
    return {
        interval.cell: state_of(interval, chart)
        for interval in (chart.intervals if cells is None else chain(chart.intervals, chart.points))
        if (cells is None or interval.cell in cells) and lasts_on(iso, start=interval.start, end=interval.end)
    }


def parts_on(day: date, chart: Chart, *, cells: Sequence[str]) -> tuple[Part, ...]:
    """Cells of one state on a day, together; the largest part first."""
    groups: defaultdict[State, list[str]] = defaultdict(list)
    for cell, state in states_on(day, chart, cells=frozenset(cells)).items():
        groups[state].append(cell)
    parts = [part_of(state, found, chart.region) for state, found in groups.items()]
    return tuple(sorted(parts, key=lambda part: (-part.km2, part.cells)))


def part_of(state: State, cells: Sequence[str], region: Region) -> Part:
    """Cells in a state."""
    return Part(**fields_of(state), km2=km2_of(cells, region), cells=tuple(cells))


def fields_of(state: State) -> dict[str, Any]:
    """The fields that every state has, by name, for a record that has more."""
    return {field.name: getattr(state, field.name) for field in fields(State)}


def km2_of(cells: Iterable[str], region: Region) -> float:
    """The area of cells in km² on the ellipsoid, to a thousandth."""
    return round(sum(cell.km2 for found in cells if (cell := region.cell(found)) is not None), 3)
