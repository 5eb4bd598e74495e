"""Assembles control intervals: each cell's stretches, from the region's first day to an open end."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from geo.collector import collector_paused
from geo.dates import bounds
from geo.early_days import day_of
from geo.errors import DateError
from geo.records import ControlInterval
from geo.timeline.conflict import settle
from geo.timeline.course import run_course
from geo.timeline.dating import in_order
from geo.timeline.doubt import DoubtBook
from geo.timeline.events import gather_events, in_time
from geo.timeline.sentences import Names
from geo.timeline.statements import read_statements
from geo.timeline.stretches import Teller, stretches_of
from geo.timeline.turns import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.dates import Span
    from geo.records import LocatedClaim
    from geo.regions import Region
    from geo.timeline.doubt import DoubtKey, Shadow
    from geo.timeline.statements import Reading, Statement
    from geo.timeline.stretches import Stretch


Memory = dict[tuple[object, ...], list[partial[ControlInterval]]]
"""What was decided of a region's cells and points, by what was said of them: for whoever decides again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who held what, when: the intervals of ``cells`` and those of ``points``."""

    cells: list[ControlInterval]
    points: list[ControlInterval]


@collector_paused()
def decide(located: Iterable[LocatedClaim], region: Region, *, memory: Memory | None = None) -> list[ControlInterval]:
    """Who held each cell when, as far as the reports go.

    Intervals are ordered by cell (as the region orders them) and time. Those of one cell neither overlap nor leave a
    gap from ``region.start`` on. The last has no ``end``: nothing is claimed after the last publication, so whoever
    shows intervals stops at :func:`last_report`.

    A change whose day is not known makes an interval ``date_uncertain`` from the first day on which it can have been to
    the last, inclusive, or to the eve of the first on which the new holder is reported: ``controller`` is null and
    ``others`` is the former holder. The interval after it, ``held``, keeps in ``start_edtf`` within which days the
    change fell. ``last_reported`` says when, by its own date, the last report in the interval vouches for the state,
    as exactly as that is known (EDTF); null where none does, as for what is inferred or the baseline's.
    ``memory`` as for :func:`decide_control`.
    """
    reading = read_statements(located, region)
    return _cells(reading, _Judge.of(region, DoubtBook(reading.doubts, region, reading.sides), memory))


@collector_paused()
def decide_control(located: Iterable[LocatedClaim], region: Region, *, memory: Memory | None = None) -> Control:
    """Who held each cell when (:func:`decide`), and each point of whose control a claim tells, in the same way.

    A point's intervals are those of a cell of its own (:mod:`.points`); their ``cell`` is :func:`geo.records.point_id`
    of the place, by which they are ordered. A ``memory`` of this region, empty at first, spares who decides from more
    and more claims the cells of which nothing new is said.
    """
    reading = read_statements(located, region)
    doubts = [*reading.doubts, *reading.points.doubts(reading.by_cell)]
    judge = _Judge.of(region, DoubtBook(doubts, region, reading.sides), memory)
    points = (
        judge.decide(point.id, point.statements, judge.book.key_of_point(point.id, point.within))
        for point in reading.points.points(reading.by_cell)
    )
    return Control(cells=_cells(reading, judge), points=[*chain.from_iterable(points)])


def _cells(reading: Reading, judge: _Judge) -> list[ControlInterval]:
    cells = (
        judge.decide(cell.id, reading.by_cell.get(cell.id, ()), judge.book.key(cell.id)) for cell in judge.region.cells
    )
    return [*chain.from_iterable(cells)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """Decides cells and points one by one; those of which the same is said share what was decided."""

    region: Region
    book: DoubtBook
    teller: Teller
    memory: Memory | None
    known: Memory = field(default_factory=dict)

    @classmethod
    def of(cls, region: Region, book: DoubtBook, memory: Memory | None) -> _Judge:
        source = region.baseline.source if region.baseline else "no source"
        teller = Teller(start=day_of(region.start), names=Names.of(region), baseline_source=source)
        return cls(region=region, book=book, teller=teller, memory=memory)

    def decide(self, ident: str, said: Sequence[Statement], doubts: DoubtKey) -> list[ControlInterval]:
        """The intervals of one cell or point."""
        key = (*map(id, said), doubts)
        if key not in self.known:
            self.known[key] = self._recall(sorted(said, key=in_time), self.book.shadow(doubts))
        return [interval(cell=ident) for interval in self.known[key]]

    def _recall(self, statements: list[Statement], shadow: Shadow) -> list[partial[ControlInterval]]:
        """What was decided of the same statements under the same doubts before, or is now."""
        if self.memory is None:
            return self._judge(statements, shadow)
        said = (*statements, tuple(shadow.by_side.items()), shadow.planned)
        if said not in self.memory:
            self.memory[said] = self._judge(statements, shadow)
        return self.memory[said]

    def _judge(self, statements: list[Statement], shadow: Shadow) -> list[partial[ControlInterval]]:
        sides = _sides(statements, self.region)
        setting = Setting(start=self.teller.start, baseline=_baseline(self.region), sides=sides)
        return [_interval(stretch) for stretch in _stretches(statements, shadow, setting, self.teller)]


def last_publication(located: Iterable[LocatedClaim]) -> Span | None:
    """When the last of these claims was published, as exactly as that is known; None where none is dated."""
    spans = []
    for published in {item.published for item in located}:
        try:
            spans.append(bounds(published))
        except DateError:
            continue
    known = [span for span in spans if span.last is not None]
    return max(known, key=in_order, default=None)


def last_report(located: Iterable[LocatedClaim]) -> date | None:
    """The last day on which one of these claims can have been published; None where none is dated.

    No state is known after it. A publication known as an interval counts to its last day.
    """
    last = last_publication(located)
    return last.last if last else None


def _baseline(region: Region) -> str | None:
    return region.baseline.side if region.baseline else None


def _sides(statements: Iterable[Statement], region: Region) -> frozenset[str]:
    """The sides that take part in a cell: those of the region's file and those of its statements."""
    sides = {limit.side for limit in region.limits} | {side for s in statements for side in (s.after, s.before) if side}
    return frozenset(sides | ({region.baseline.side} if region.baseline else set()))


def _stretches(statements: Sequence[Statement], shadow: Shadow, setting: Setting, teller: Teller) -> list[Stretch]:
    events = gather_events(statements)
    turns = run_course(settle(events, statements), statements, setting)
    return _join(stretches_of(turns, shadow, teller))


def _join(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that say the same are one; of the last words for it, the later stands."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1].shown == stretch.shown:
            joined[-1] = joined[-1]._replace(end=stretch.end, last_reported=stretch.last_reported)
        else:
            joined.append(stretch)
    return joined


def _interval(stretch: Stretch) -> partial[ControlInterval]:
    """The interval of whichever cell it is."""
    shown = stretch.shown
    return partial(
        ControlInterval,
        controller=shown.controller,
        others=shown.others,
        status=shown.status,
        basis=shown.basis,
        support=shown.support,
        start=stretch.start.isoformat(),
        end=stretch.end.isoformat() if stretch.end else None,
        start_edtf=shown.start_edtf,
        end_edtf=shown.end_edtf,
        last_reported=stretch.last_reported,
        rule=shown.rule,
        claims=shown.claims,
    )
