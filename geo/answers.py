"""Answers: who held a place on a day, as far as the reports go, and the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from geo.areas import district_of, handed_over
from geo.codec import to_dict
from geo.dates import Span, bounds
from geo.errors import UnknownPlaceError
from geo.places.names import spellings
from geo.records import Basis, Status, Support  # noqa: TC001 - the codec reads the hints of records
from geo.timeline import last_report
from geo.timeline.sentences import Names, outside_time, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.records import ControlInterval, LocatedClaim, Place
    from geo.regions import Region

DEFAULT_QUOTES = 4


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
    a control interval. ``parts`` is empty where all cells are in one state.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a name stands for: its id, how it is called, its cells; for a point, the area in which it lies."""

    id: str
    name: str
    cells: tuple[str, ...]
    inside: str | None = None


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
    publications, whose last day counts, nor before the region's first day. A point (a town, a village) is no cell: its
    answer is that of the district in which it lies, and says so.

    Raises
    ------
    UnknownPlaceError
        Where the region has no such place; the message says which names come near.
    """
    target = find_place(place_text, region)
    first, last = date.fromisoformat(region.start), last_report(claims)
    if day < first or last is None or day > last:
        return _silence(target, day, sentence(outside_time(day, first, last)))
    parts = _parts(target, day, region, intervals)
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


def find_place(text: str, region: Region) -> Target:
    """The area, group or point that a name or an id stands for, without regard to case and diacritics.

    A district is meant before a town of the same name, and both before groups.

    Raises
    ------
    UnknownPlaceError
        Where there is none; the message says which names come near.
    """
    names = _index(region)
    for key in spellings(text):
        if key in names:
            return names[key]
    wanted = spellings(text)
    near = get_close_matches(wanted[0] if wanted else "", names, n=3, cutoff=0.6)
    hint = f" Did you mean {' or '.join(dict.fromkeys(repr(names[key].name) for key in near))}?" if near else ""
    raise UnknownPlaceError(f"No place {text!r} in region {region.id!r}.{hint} All names are in its places.csv.")


def explain(answer: Answer, *, region: Region, claims: Iterable[LocatedClaim], quotes: int = DEFAULT_QUOTES) -> str:
    """An answer in words for a terminal: the state, the rule that decided, other parts, quotes with their outlets."""
    names = Names.of(region)
    title = next((t.name for t in _index(region).values() if t.id == answer.place), answer.place)
    lines = [f"{title}, {answer.on}: {_headline(answer, names)}", f"  {answer.rule}"]
    if answer.last_reported and answer.status in ("held", "contested"):
        lines.append(f"  Last reported: {answer.last_reported}.")
    if answer.parts:
        lines += _shares(answer.parts, names)
    lines += _quoted(answer.claims, claims, quotes)
    return "\n".join(lines)


def as_object(answer: Answer) -> dict[str, object]:
    """The answer as one JSON object; ``parts`` is there only where the place's cells differ."""
    data = to_dict(answer)
    if not answer.parts:
        del data["parts"]
    return data


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


def _index(region: Region) -> dict[str, Target]:
    """Every name and id by its folded spellings; what comes first wins: areas, then points, then groups.

    A district is also found without the word for its kind (``Kalbajar`` for ``Kalbajar District``).
    """
    index: dict[str, Target] = {}
    for target, words in (*_areas_called(region), *_points_called(region), *_groups_called(region)):
        for word in words:
            for key in spellings(word):
                index.setdefault(key, target)
    return index


def _areas_called(region: Region) -> Iterable[tuple[Target, Iterable[str]]]:
    """Areas by their own names, then by those of the places that stand for them, then districts by their bare names."""
    districts = {cell.district for cell in region.cells}
    ordered = sorted(region.areas, key=lambda area: area.id not in districts)
    targets = {area.id: Target(id=area.id, name=area.name, cells=area.cells) for area in ordered}
    for area in ordered:
        yield targets[area.id], (area.id, area.name, *(text for _, text in area.names))
    for place in region.places:
        if place.area in targets:
            yield targets[place.area], _called(place)
    for area in ordered:
        if area.id in districts:
            kind = spellings(area.kind)
            yield (
                targets[area.id],
                (" ".join(w for w in key.split() if w not in kind) for key in spellings(area.name)),
            )


def _points_called(region: Region) -> Iterable[tuple[Target, Iterable[str]]]:
    """Places too small to be cells, each with the cells of the area in which it lies."""
    for place in region.places:
        district = district_of(place, region)
        if place.area is None and district is not None:
            yield Target(id=place.id, name=place.name, cells=district.cells, inside=district.name), _called(place)


def _groups_called(region: Region) -> Iterable[tuple[Target, Iterable[str]]]:
    """Groups, with the cells that change hands under their areas' names."""
    for group in region.groups:
        areas = [area for area in map(region.area, group.areas) if area is not None]
        cells = dict.fromkeys(cell for area in areas for cell in handed_over(area))
        yield Target(id=group.id, name=group.name, cells=tuple(cells)), (group.id, group.name, *group.words)


def _called(place: Place) -> tuple[str, ...]:
    return (place.id, place.name, *(name.text for name in place.names))


def _headline(state: Answer | Part, names: Names) -> str:
    """A state in one line."""
    holder = names.the(state.controller) if state.controller else "nobody reported in control"
    within = bounds(state.start_edtf)
    if state.status == "held":
        return f"{holder}{_since(within)}"
    if state.status == "date_uncertain":
        former = f" (before: {names.all(state.others)})" if state.others else ""
        return f"changed hands between {within.first} and {within.last}, the day not reported{former}"
    if state.status == "in_doubt":
        return f"last reported held by {holder}, in doubt since {within.first}"
    if state.status == "contested":
        return f"contested: {names.all(sorted({*state.others, *((state.controller,) if state.controller else ())}))}"
    if state.status == "divided":
        return f"divided: both {names.all(state.others)} are inside, no line is reported"
    return "unknown"


def _shares(parts: Sequence[Part], names: Names) -> list[str]:
    """How much of a place is in which state, where there are several."""
    shares: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        shares[_headline(part, names)] += part.km2
    total = sum(shares.values())
    lines = [f"    {km2:,.0f} of {total:,.0f} km²: {headline}" for headline, km2 in shares.items()]
    return ["  Its parts:", *lines] if len(lines) > 1 else []


def _since(within: Span) -> str:
    if within.first is None or within.last is None:
        return ""
    return (
        f", since {within.first}" if within.is_one_day else f", since a change between {within.first} and {within.last}"
    )


def _quoted(ids: Sequence[str], claims: Iterable[LocatedClaim], limit: int) -> list[str]:
    """Quotes of claims with outlet and day of publication."""
    by_id: Mapping[str, LocatedClaim] = {item.claim.id: item for item in claims}
    found = [by_id[claim] for claim in ids if claim in by_id]
    lines = [
        f"  “{' '.join(item.claim.evidence.split())}” - {item.source or 'source not named'}, "
        f"{item.published or 'undated'} [{item.claim.id}]"
        for item in found[:limit]
    ]
    return lines + ([f"  and {len(found) - limit} more"] if len(found) > limit else [])
