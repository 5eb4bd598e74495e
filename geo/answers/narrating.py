"""Tells courses in words for a terminal: the history of a place, what changed between two days, km² over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.answers.finding import title_of
from geo.answers.quoting import decided_about, quote_of
from geo.answers.telling import headline
from geo.dates import ONE_DAY
from geo.early_days import day_of
from geo.timeline.sentences import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.answers.differences import Change, Difference
    from geo.answers.histories import History, Period
    from geo.figures import Totals
    from geo.records import LocatedClaim
    from geo.regions import Region

OPEN_WORDS = {
    "date_uncertain": "day not reported",
    "contested": "contested",
    "divided": "divided",
    "in_doubt": "in doubt",
    "unknown": "unknown",
}


def tell_history(history: History, *, region: Region, claims: Iterable[LocatedClaim] = ()) -> str:
    """A history in words: each part with its periods, and the rule of each; then what analysts decided on ``claims``.

    These are the claims that the periods rest on, and those about the place that were rejected.
    """
    names = Names.of(region)
    reach = f"{history.start} to {history.until}, the last day of reports" if history.until else "no reports"
    lines = [f"{title_of(history.place, region)}, {reach}", *([f"  {history.note}"] if history.note else [])]
    total = sum(strand.km2 for strand in history.strands)
    for strand in history.strands:
        size = f"{strand.km2:,.0f} of {total:,.0f} km²" if len(history.strands) > 1 else f"{total:,.0f} km²"
        lines += [f"  {size}:"] if strand.km2 else []
        lines += [f"    {line}" for period in strand.periods for line in _period(period, names)]
    cited = {claim for strand in history.strands for period in strand.periods for claim in period.claims}
    decided = decided_about(history.place, list(claims), region, cited=cited)
    if decided:
        lines += ["  Decided by analysts:", *(f"    {quote_of(item, region)}" for item in decided)]
    return "\n".join(lines)


def tell_difference(found: Difference, *, region: Region) -> str:
    """A difference in words: each change with the state before and after, and the rule."""
    names = Names.of(region)
    share = f"{found.km2:,.0f} of {found.of_km2:,.0f} km²"
    number = f"{len(found.places)} {'place' if len(found.places) == 1 else 'places'}"
    changed = [*([share] if found.changes else []), *([number] if found.places else [])]
    lines = [f"{found.first} to {found.last}: {' and '.join(changed) or 'nothing'} changed"]
    for change in (*found.changes, *found.places):
        lines += [f"  {line}" for line in _change(change, names)]
    return "\n".join(lines)


def tell_totals(periods: Sequence[Totals], *, region: Region) -> str:
    """km² by side as a table: what each holds for certain, and at most where it may hold more."""
    if not periods:
        return "Nothing is reported, so there are no figures."
    names, last = Names.of(region), periods[-1]
    sides = [held.controller for held in last.held]
    statuses = [status for status in OPEN_WORDS if any(found.status == status for p in periods for found in p.open)]
    titles = ["from", "to", *(names.the(side) for side in sides), *(OPEN_WORDS[status] for status in statuses), "all"]
    rows = [titles, *(_figures(period, statuses) for period in periods)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(titles))]
    table = ["  ".join(text.rjust(width) for text, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([*table, "km²; a side's second figure counts all that it may hold."])


def _period(period: Period, names: Names) -> list[str]:
    last = "" if period.end is None else f"{day_of(period.end) - ONE_DAY}"
    return [f"{period.start} to {last or '...':10}  {headline(period, names)}", f"  {period.rule}"]


def _change(change: Change, names: Names) -> list[str]:
    return [
        f"{change.name}, {change.km2:,.0f} km²" if change.km2 else change.name,
        f"  before: {headline(change.before, names)}",
        f"  after:  {headline(change.after, names)}",
        f"  {change.after.rule}",
    ]


def _figures(period: Totals, statuses: Sequence[str]) -> list[str]:
    sizes = {found.status: found.km2 for found in period.open}
    held = [
        f"{side.low_km2:,.0f}" if side.low_km2 == side.high_km2 else f"{side.low_km2:,.0f}-{side.high_km2:,.0f}"
        for side in period.held
    ]
    last = day_of(period.end) - ONE_DAY
    still = [f"{sizes[status]:,.0f}" if status in sizes else "-" for status in statuses]
    return [period.start, last.isoformat(), *held, *still, f"{period.km2:,.0f}"]
