"""Asks who held a place on a day: the states of its cells, and the last word for each by then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.answers.finding import find_place
from geo.areas import last_told
from geo.codec import to_dict
from geo.dates import Span, When, bounds
from geo.errors import DateError
from geo.records import CONTROL_KINDS, Basis, Status, Support
from geo.timeline import last_publication
from geo.timeline.dating import in_order
from geo.timeline.sentences import outside_time, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.answers.finding import Target
    from geo.records import ControlInterval, LocatedClaim
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a place in one state on a day: some cells, and their area in km² on the ellipsoid."""

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
    km2: float
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who held a place on a day: the state in which most of its km² is, and all of them where its cells differ.

    ``place`` is the id of the area, group or point that was asked for, ``on`` an ISO day; the other fields are those of
    a control interval, but for ``last_reported``, which is the last word of no later than that day. ``parts`` is empty
    where all cells are in one state.
    """

    place: str
    on: str
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
    parts: tuple[Part, ...] = ()


def who(
    place_text: str,
    day: date,
    *,
    region: Region,
    intervals: Iterable[ControlInterval],
    claims: Iterable[LocatedClaim],
) -> Answer:
    """Who held a place on a day, as reported.

    ``claims`` are the located claims from which the intervals were decided: no state is known after the last of their
    publications, whose last possible day counts, nor before the region's first day. A point (a town, a village) is no
    cell: its answer is that of the district in which it lies, and says so.

    Raises
    ------
    UnknownPlaceError
        Where the region has no such place, or the place no cells; the message says which names come near, or why.
    """
    target = find_place(place_text, region)
    known = {item.claim.id: item for item in claims}
    first, last = date.fromisoformat(region.start), last_publication(known.values())
    if day < first or last is None or (last.last is not None and day > last.last):
        return _silence(target, day, sentence(outside_time(day, first, last)))
    parts = tuple(_as_of(part, day, known, region) for part in _parts(target, day, region, intervals))
    if not parts:
        return _silence(target, day, sentence("the intervals have nothing about its cells"))
    main = _main(parts)
    note = f"{target.name} is a point: this is the state of {target.inside}, in which it lies" if target.inside else ""
    return Answer(
        place=target.id,
        on=day.isoformat(),
        controller=main.controller,
        others=main.others,
        status=main.status,
        basis=main.basis,
        support=main.support,
        start_edtf=main.start_edtf,
        end_edtf=main.end_edtf,
        last_reported=main.last_reported,
        rule=f"{main.rule} {sentence(note)}".strip(),
        claims=main.claims,
        parts=parts if len(parts) > 1 else (),
    )


def as_object(answer: Answer) -> dict[str, object]:
    """The answer as one JSON object; ``parts`` is there only where the place's cells differ."""
    data = to_dict(answer)
    if not answer.parts:
        del data["parts"]
    return data


def words_for(state: Answer | Part, claims: Mapping[str, LocatedClaim], region: Region) -> list[Span]:
    """When the reports behind a state vouch for its controller, each as exactly as it is known, the last one last."""
    items = [claims[claim] for claim in state.claims if claim in claims]
    spans = {_told(item) for item in items if _vouches(item, state.controller, region)}
    return sorted((span for span in spans if span.last), key=in_order)


def _vouches(item: LocatedClaim, side: str | None, region: Region) -> bool:
    """Whether a claim says that a side has or gained a place, or that another lost it to nobody named."""
    claim = item.claim
    if side is None or claim.kind not in CONTROL_KINDS or claim.stance not in ("asserted", "claimed"):
        return False
    holder = region.side_of(claim.actor if claim.kind == "hold" else claim.gained_by)
    loser = region.side_of(claim.lost_by)
    return holder == side if holder or claim.kind == "hold" else loser not in (None, side)


def _told(item: LocatedClaim) -> Span:
    try:
        return last_told(item.claim, item.published)
    except DateError:
        return Span(None, None)


def _as_of(part: Part, day: date, claims: Mapping[str, LocatedClaim], region: Region) -> Part:
    """The part with the last word for it that was spoken by a day."""
    last = bounds(part.last_reported).last
    if last is None or last <= day:
        return part
    words = [span for span in words_for(part, claims, region) if span.last and span.last <= day]
    return replace(part, last_reported=str(When.of(words[-1])) if words else None)


def _parts(target: Target, day: date, region: Region, intervals: Iterable[ControlInterval]) -> tuple[Part, ...]:
    """The states of a place's cells on a day, the largest first."""
    iso, wanted = day.isoformat(), frozenset(target.cells)
    groups: defaultdict[tuple[object, ...], list[ControlInterval]] = defaultdict(list)
    for interval in intervals:
        begun = interval.start is None or interval.start <= iso
        if interval.cell in wanted and begun and (interval.end is None or iso < interval.end):
            groups[_state(interval)].append(interval)
    parts = [_part(group, region) for group in groups.values()]
    return tuple(sorted(parts, key=lambda part: (-part.km2, part.cells)))


def _state(interval: ControlInterval) -> tuple[object, ...]:
    """All that an interval says but where and until when it is drawn."""
    return (
        interval.controller,
        interval.others,
        interval.status,
        interval.basis,
        interval.support,
        interval.start_edtf,
        interval.end_edtf,
        interval.last_reported,
        interval.rule,
        interval.claims,
    )


def _part(group: Sequence[ControlInterval], region: Region) -> Part:
    one = group[0]
    cells = tuple(interval.cell for interval in group)
    return Part(
        controller=one.controller,
        others=one.others,
        status=one.status,
        basis=one.basis,
        support=one.support,
        start_edtf=one.start_edtf,
        end_edtf=one.end_edtf,
        last_reported=one.last_reported,
        rule=one.rule,
        claims=one.claims,
        km2=round(sum(cell.km2 for found in cells if (cell := region.cell(found)) is not None), 1),
        cells=cells,
    )


def _main(parts: Sequence[Part]) -> Part:
    """The largest part of the state that most of the place's km² is in."""
    sizes: defaultdict[tuple[str | None, Status], float] = defaultdict(float)
    for part in parts:
        sizes[part.controller, part.status] += part.km2
    most = max(sizes.values())
    return next(part for part in parts if sizes[part.controller, part.status] == most)


def _silence(target: Target, day: date, rule: str) -> Answer:
    return Answer(
        place=target.id,
        on=day.isoformat(),
        controller=None,
        others=(),
        status="unknown",
        basis=None,
        support=None,
        start_edtf=None,
        end_edtf=None,
        last_reported=None,
        rule=rule,
        claims=(),
    )
