"""What the exports say about control, before any format: one row for each area, state and interval.

A row gathers the cells of one district that are in the same state over the same time, with the words that say so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.corrections.telling import decided
from geo.dates import bounds
from geo.early_days import FIRST_DAY, by_time
from geo.errors import RecordError, RegionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.records import Article, Basis, Claim, ControlInterval, Status, Support
    from geo.regions import Cell, Region

_WEAKEST_LAST: tuple[Basis | None, ...] = ("stated", "inferred", "baseline", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim behind a state: its id, the sentence, and the outlet and day of its article, or whose decision it is."""

    claim: str
    quote: str
    source: str


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
    controller_name: str | None
    others: tuple[str, ...]
    other_names: tuple[str, ...]
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


def evidence_by_claim(claims: Iterable[Claim], articles: Iterable[Article]) -> dict[str, Evidence]:
    """The quote and its source for each claim's id.

    Raises
    ------
    RecordError
        When a claim's article is not there.
    """
    by_id = {article.id: article for article in articles}
    return {
        claim.id: Evidence(claim=claim.id, quote=claim.evidence, source=_source(claim, article_of(claim, by_id)))
        for claim in claims
    }


def _source(claim: Claim, article: Article) -> str:
    """Outlet and day, and what an analyst decided about the claim."""
    if claim.review is None:
        return credit(article)
    return decided(claim.review) if claim.is_own else f"{credit(article)} ({decided(claim.review)})"


def article_of(claim: Claim, articles: Mapping[str, Article]) -> Article:
    """The article that a claim was read in; RecordError where it is not among ``articles``."""
    try:
        return articles[claim.article]
    except KeyError:
        raise RecordError(
            f"Claim {claim.id!r} was read in article {claim.article!r}, which is not among the articles. "
            f"Give the articles.jsonl that its claims.jsonl was made from."
        ) from None


def credit(article: Article) -> str:
    """Outlet and publication date as a reader would cite them; the article's id where no outlet is known."""
    outlet = article.source or article.id
    return f"{outlet}, {article.published}" if article.published else outlet


def party_name(party: str | None, region: Region) -> str | None:
    """The neutral name of a party by its id; words that are no id stay as they are."""
    known = region.party(party)
    return known.name if known else party


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
        controller_name=party_name(one.controller, region),
        others=one.others,
        other_names=tuple(str(party_name(other, region)) for other in one.others),
        status=one.status,
        basis=max((interval.basis for interval in group), key=_WEAKEST_LAST.index),
        support=one.support,
        start=one.start,
        end=one.end,
        start_edtf=one.start_edtf,
        end_edtf=one.end_edtf,
        last_reported=max((each.last_reported for each in group if each.last_reported), key=_lateness, default=None),
        rule="; ".join(sorted({interval.rule for interval in group})),
        evidence=tuple(_evidence(group, told)),
    )


def _lateness(told: str) -> tuple[date, date, str]:
    """Orders EDTF dates by the last day that each may mean, then by the first: of a year and a day in it, the year."""
    span = bounds(told)
    return (span.last or date.max, span.first or FIRST_DAY, told)


def _evidence(group: Iterable[ControlInterval], told: Mapping[str, Evidence]) -> Iterable[Evidence]:
    for ident in dict.fromkeys(claim for interval in group for claim in interval.claims):
        if ident not in told:
            raise RecordError(
                f"An interval rests on claim {ident!r}, which is not among the claims. "
                f"Give the claims.jsonl that its intervals.jsonl was made from."
            )
        yield told[ident]


def _order(row: ControlRow) -> tuple[object, ...]:
    time = (by_time(row.start or ""), row.start_edtf or "", by_time(row.end or "~"), row.end_edtf or "~")
    return (row.area, *time, row.status, row.controller or "", row.others, row.support or "")
