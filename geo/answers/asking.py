"""Asks who held a place on a day: the states of its cells, and the last word for each by then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.answers.chart import Chart
from geo.answers.finding import find_place
from geo.answers.states import NOTHING_SAID, Part, State, fields_of, parts_on
from geo.codec import to_dict
from geo.dates import Span, When, bounds
from geo.errors import DateError
from geo.records import CONTROL_KINDS
from geo.timeline.dating import in_order
from geo.timeline.sentences import sentence
from geo.told_days import last_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from geo.answers.finding import Target
    from geo.records import ControlInterval, LocatedClaim, Status
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(State):
    """Who held a place on a day: the state in which most of its km² is, and all of them where its cells differ.

    ``place`` is the id of the area, group or point that was asked for, ``on`` an ISO day; ``last_reported`` is the last
    word of no later than that day. ``parts`` is empty where all cells are in one state.
    """

    place: str
    on: str
    parts: tuple[Part, ...] = ()


def who(
    place_text: str,
    day: date,
    *,
    region: Region,
    intervals: Iterable[ControlInterval],
    claims: Iterable[LocatedClaim],
    points: Iterable[ControlInterval] = (),
) -> Answer:
    """Who held a place on a day, as reported.

    ``claims`` are the located claims from which the intervals were decided: no state is known after the last of their
    publications, whose last possible day counts, nor before the region's first day. A point (a town, a village) is no
    cell: where it has intervals of its own among ``points``, its answer is theirs; else it is that of the district in
    which it lies, and says so.

    Raises
    ------
    UnknownPlaceError
        Where the region has no such place, or the place no cells; the message says which names come near, or why.
    """
    return ask(place_text, day, Chart.of(region, intervals=intervals, points=points, claims=claims))


def ask(place_text: str, day: date, chart: Chart) -> Answer:
    """Who held a place on a day, as a chart has it; see :func:`who`."""
    target = find_place(place_text, chart.region, points=chart.point_places)
    silence = chart.silence(day)
    if silence:
        return _silence(target, day, silence)
    parts = tuple(_as_of(part, day, chart) for part in parts_on(day, chart, cells=target.cells))
    if not parts:
        return _silence(target, day, sentence("the intervals have nothing about its cells"))
    main = _main(parts)
    state = fields_of(main) | {"rule": f"{main.rule} {note_on(target)}".strip()}
    return Answer(**state, place=target.id, on=day.isoformat(), parts=parts if len(parts) > 1 else ())


def as_object(answer: Answer) -> dict[str, object]:
    """The answer as one JSON object, the question first; ``parts`` is there only where the place's cells differ."""
    data = {"place": answer.place, "on": answer.on} | to_dict(answer)
    if not answer.parts:
        del data["parts"]
    return data


def note_on(target: Target) -> str:
    """Where a point lies, whose state this is, and where the namesakes are; empty for what is no point."""
    if target.inside is None:
        return ""
    own = f"This is {target.name} itself, a place in {target.inside}, whose state may be another"
    borrowed = f"{target.name} has no state of its own: this is that of {target.inside}, in which it lies"
    others = f"Others of the name lie in {' and in '.join(target.namesakes)}: name the district too"
    return sentence(own if target.is_decided else borrowed, others if target.namesakes else "")


def words_for(state: State, claims: Mapping[str, LocatedClaim], region: Region) -> list[Span]:
    """When the reports behind a state vouch for its controller, each as exactly as it is known, the last one last."""
    items = [claims[claim] for claim in state.claims if claim in claims]
    spans = {_told(item) for item in items if _vouches(item, state.controller, region)}
    return sorted((span for span in spans if span.last), key=in_order)


def _vouches(item: LocatedClaim, side: str | None, region: Region) -> bool:
    """Whether a claim says that a side has or gained a place, or that another lost it to nobody named."""
    claim = item.claim
    if side is None or claim.is_own or claim.kind not in CONTROL_KINDS or claim.stance not in ("asserted", "claimed"):
        return False
    holder = region.side_of(claim.actor if claim.kind == "hold" else claim.gained_by)
    loser = region.side_of(claim.lost_by)
    return holder == side if holder or claim.kind == "hold" else loser not in (None, side)


def _told(item: LocatedClaim) -> Span:
    try:
        return last_told(item.claim, item.published)
    except DateError:
        return Span(None, None)


def _as_of(part: Part, day: date, chart: Chart) -> Part:
    """The part with the last word for it that was spoken by a day."""
    last = bounds(part.last_reported).last
    if last is None or last <= day:
        return part
    words = [span for span in words_for(part, chart.claims, chart.region) if span.last and span.last <= day]
    return replace(part, last_reported=str(When.of(words[-1])) if words else None)


def _main(parts: Sequence[Part]) -> Part:
    """The largest part of the state that most of the place's km² is in."""
    sizes: defaultdict[tuple[str | None, Status], float] = defaultdict(float)
    for part in parts:
        sizes[part.controller, part.status] += part.km2
    most = max(sizes.values())
    return next(part for part in parts if sizes[part.controller, part.status] == most)


def _silence(target: Target, day: date, rule: str) -> Answer:
    return Answer(**fields_of(NOTHING_SAID) | {"rule": rule}, place=target.id, on=day.isoformat())
