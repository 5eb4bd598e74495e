"""What the exports say about control, before any format: one row for each area, state and interval.

A row gathers the cells of one district that are in the same state over the same time, with the words that say so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.dates import bounds
from geo.early_days import FIRST_DAY, by_time
from geo.errors import RegionError
from geo.export.evidence import evidence_behind, evidence_by_claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.export.evidence import Evidence
    from geo.records import Article, Basis, Claim, ControlInterval, Status, Support
    from geo.regions import Cell, Region

_WEAKEST_LAST: tuple[Basis | None, ...] = ("stated", "inferred", "baseline", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """Cells of one area in one state over one interval.

    ``area`` is the district's id; ``whole`` says that all its cells are in the row. ``km2`` is the sum of the cells,
    each measured once on the ellipsoid. ``basis`` is the weakest of the cells'; ``rule`` has each rule once;
    ``last_reported`` is the latest, by the last day that each date may mean. ``start`` and ``end`` are ISO days,
    half-open.
    """

    area: str
    area_name: str
    area_names: tuple[tuple[str, str], ...]
    whole: bool
    cells: tuple[str, ...]
    km2: float
    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    support: Support | None
    start: str | None
    end: str | None
    start_edtf: str | None
    end_edtf: str | None
    last_reported: str | None
    rule: str
    evidence: tuple[Evidence, ...]


def control_rows(
    intervals: Iterable[ControlInterval], *, claims: Iterable[Claim], articles: Iterable[Article], region: Region
) -> list[ControlRow]:
    """Rows by area, then by time; intervals may come in any order.

    Raises
    ------
    RegionError
        When an interval's cell is none of the region's.
    RecordError
        When an interval names a claim, or a claim an article, that is not there.
    """
    cells = {cell.id: cell for cell in region.cells}
    groups: dict[tuple[object, ...], list[ControlInterval]] = defaultdict(list)
    for interval in sorted(intervals, key=lambda interval: (interval.cell, interval.rule, interval.claims)):
        if interval.cell not in cells:
            raise RegionError(
                f"{interval.cell!r} is no cell of region {region.id!r}. Was another region used? Build again."
            )
        groups[_key(interval, cells[interval.cell])].append(interval)
    told = evidence_by_claim(claims, articles)
    rows = [_row(group, cells, told, region) for group in groups.values()]
    return sorted(rows, key=_order)


def _key(interval: ControlInterval, cell: Cell) -> tuple[object, ...]:
    time = (interval.start, interval.end, interval.start_edtf, interval.end_edtf)
    return (cell.district, interval.controller, interval.others, interval.status, interval.support, *time)


def _row(
    group: Sequence[ControlInterval], cells: Mapping[str, Cell], told: Mapping[str, Evidence], region: Region
) -> ControlRow:
    one = group[0]
    ids = sorted({interval.cell for interval in group})
    district = cells[one.cell].district
    area = region.area(district)
    return ControlRow(
        area=district,
        area_name=region.called(area) if area else district,
        area_names=area.names if area else (),
        whole=len(ids) == sum(cell.district == district for cell in cells.values()),
        cells=tuple(ids),
        km2=round(sum(cells[ident].km2 for ident in ids), 3),
        controller=one.controller,
        others=one.others,
        status=one.status,
        basis=max((interval.basis for interval in group), key=_WEAKEST_LAST.index),
        support=one.support,
        start=one.start,
        end=one.end,
        start_edtf=one.start_edtf,
        end_edtf=one.end_edtf,
        last_reported=max((each.last_reported for each in group if each.last_reported), key=_lateness, default=None),
        rule="; ".join(sorted({interval.rule for interval in group})),
        evidence=tuple(evidence_behind(group, told)),
    )


def _lateness(told: str) -> tuple[date, date, str]:
    """Orders EDTF dates by the last day that each may mean, then by the first: of a year and a day in it, the year."""
    span = bounds(told)
    return (span.last or date.max, span.first or FIRST_DAY, told)


def _order(row: ControlRow) -> tuple[object, ...]:
    time = (by_time(row.start or ""), row.start_edtf or "", by_time(row.end or "~"), row.end_edtf or "~")
    return (row.area, *time, row.status, row.controller or "", row.others, row.support or "")
