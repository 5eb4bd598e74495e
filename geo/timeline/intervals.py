"""Assembles control intervals: each cell's stretches, from the region's first day to an open end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from geo.collector import collector_paused
from geo.dates import bounds
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

    from geo.dates import Span
    from geo.records import LocatedClaim
    from geo.regions import Region
    from geo.timeline.doubt import Shadow
    from geo.timeline.statements import Statement
    from geo.timeline.stretches import Stretch


@collector_paused()
def decide(located: Iterable[LocatedClaim], region: Region) -> list[ControlInterval]:
    """Who held each cell when, as far as the reports go.

    Intervals are ordered by cell (as the region orders them) and time. Those of one cell neither overlap nor leave a
    gap from ``region.start`` on. The last has no ``end``: nothing is claimed after the last publication, so whoever
    shows intervals stops at :func:`last_report`.

    A change whose day is not known makes an interval ``date_uncertain`` from the first day on which it can have been to
    the last, inclusive, or to the eve of the first on which the new holder is reported: ``controller`` is null and
    ``others`` is the former holder. The interval after it, ``held``, keeps in ``start_edtf`` within which days the
    change fell. ``last_reported`` says when, by its own date, the last report in the interval vouches for the state,
    as exactly as that is known (EDTF); null where none does, as for what is inferred or the baseline's.
    """
    reading = read_statements(located, region)
    book = DoubtBook(reading.doubts, region, reading.sides)
    start = date.fromisoformat(region.start)
    teller = Teller(
        start=start, names=Names.of(region), baseline_source=region.baseline.source if region.baseline else "no source"
    )
    known: dict[tuple[object, ...], list[partial[ControlInterval]]] = {}
    intervals: list[ControlInterval] = []
    for cell in region.cells:
        statements = sorted(reading.by_cell.get(cell.id, ()), key=in_time)
        doubt_key = book.key(cell.id)
        key = (*map(id, statements), doubt_key)
        if key not in known:
            setting = Setting(start=start, baseline=_baseline(region), sides=_sides(statements, region))
            found = _decide_cell(statements, book.shadow(doubt_key), setting, teller)
            known[key] = [_interval(stretch) for stretch in found]
        intervals += [interval(cell=cell.id) for interval in known[key]]
    return intervals


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


def _decide_cell(statements: Sequence[Statement], shadow: Shadow, setting: Setting, teller: Teller) -> list[Stretch]:
    events = gather_events(statements)
    turns = run_course(settle(events, statements), statements, setting)
    return _join(stretches_of(turns, shadow, teller))


def _join(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that say the same are one; of the last words for it, the later stands."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1].shown == stretch.shown:
            joined[-1] = replace(joined[-1], end=stretch.end, last_reported=stretch.last_reported)
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
