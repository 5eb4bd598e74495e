"""Claims become statements: in this cell, this side gained, lost or held, then, on this word.

A statement is one claim as it bears on a cell. What no cell can be given for becomes a doubt about many.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

from geo.areas import handed_over
from geo.dates import Span, bounds, day_before
from geo.errors import DateError
from geo.records import CHANGE_KINDS, CONTROL_KINDS
from geo.timeline.around import cells_around
from geo.timeline.dating import ordinal_first, ordinal_last
from geo.timeline.points import PointBook
from geo.timeline.unplaced import Unplaced, overdue_doubts
from geo.timeline.voices import Listener, Voice
from geo.told_days import last_told, told_span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.records import Claim, LocatedClaim, LocatedPlace
    from geo.regions import Area, Region
    from geo.timeline.doubt import Doubt

LESS_EXACT = 0.001
"""Added to a district's km² where only its seat is named, so that what is said of the district outranks it."""

Act = Literal["gain", "loss", "hold", "inside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one claim says of a cell.

    ``after`` is the side that has it by then (None for a loss), ``before`` the side that had it, where said. The last
    day of ``span`` is always known. ``sure`` is the first day for which it vouches that ``after`` has it, and ``word``
    the days of which one is the last. ``km2`` is the size of what was named: smaller statements rule their own cells.
    An ``inside`` statement is of a point or part of the cell; a loss without a side (``the town fell``) only dates what
    others tell of. ``spot`` is that point. ``handed`` tells a transfer by agreement from a capture, ``by_seat`` that it
    is told of the town after which the district is named, ``undated`` that the report only tells by its publication
    when a change had happened, ``lasting`` that it is of a state and no change. ``begun`` is since when a state is told
    to stand, as the report has it (``1993``), and ``until`` the day of the report up to which such a state stood.
    ``given`` says that a loss names a taker who is no side: peacekeepers, or somebody whom the region does not know.

    What is asked of it often follows from the rest, and is worked out as it is made. ``strong`` is whether it is an
    outlet's own voice, or against the speaker's interest; ``first_day`` and ``last_day`` are the numbers of the days of
    ``span``. ``in_time`` is its place in time: by the last day; of one day, the larger area first, so that the smaller
    has the last word.
    """

    claim: str
    act: Act
    after: str | None
    before: str | None
    span: Span
    sure: date | None
    word: Span
    denied: bool
    voice: Voice
    km2: float
    evidence: str
    handed: bool
    by_seat: bool = False
    undated: bool = False
    lasting: bool = False
    begun: str | None = None
    until: date | None = None
    spot: str | None = None
    given: bool = False
    strong: bool = field(init=False, compare=False, repr=False)
    first_day: int = field(init=False, compare=False, repr=False)
    last_day: int = field(init=False, compare=False, repr=False)
    in_time: tuple[int, float, int, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what follows from the rest."""
        first, last = ordinal_first(self.span), ordinal_last(self.span)
        object.__setattr__(self, "strong", self.voice.strong)
        object.__setattr__(self, "first_day", first)
        object.__setattr__(self, "last_day", last)
        object.__setattr__(self, "in_time", (last, -self.km2, first, self.claim))

    @property
    def last(self) -> date:
        """The last day on which it can have been so."""
        if self.span.last is None:
            raise DateError(f"The statement of claim {self.claim!r} has no last day. Date it by its publication.")
        return self.span.last

    @property
    def vouched(self) -> date | None:
        """The last day for which it vouches that ``after`` has it."""
        return max((day for day in (self.sure, self.until) if day), default=None)

    @property
    def stands(self) -> Span:
        """The days through which a reported state stood."""
        return Span(self.sure, self.last)

    @property
    def earliest(self) -> date | None:
        """The first day of which it can tell; of a state that goes back without a begin, the one it vouches for."""
        return self.span.first or self.sure

    @property
    def since(self) -> Span:
        """The days of which it can be: those before its publication too, where it does not say when."""
        return Span(None, self.span.last) if self.undated else self.span

    @property
    def is_nameless(self) -> bool:
        """Whether it tells of a change and of neither side, so that it only dates what others tell of."""
        return self.act == "loss" and self.before is None and not self.denied

    @property
    def is_reported(self) -> bool:
        """Whether a report makes it, and not an analyst."""
        return bool(self.voice.agency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the claims say: statements by cell, what bears on points, doubts, and the sides that take part."""

    by_cell: dict[str, list[Statement]]
    points: PointBook
    doubts: list[Doubt]
    sides: frozenset[str]


@dataclass(slots=True)
class _Draft:
    points: PointBook
    unplaced: Unplaced
    by_cell: defaultdict[str, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))
    doubts: dict[tuple[str, frozenset[str] | None], Doubt] = field(default_factory=dict)
    around: dict[tuple[str | None, str | None], tuple[str, ...]] = field(default_factory=dict)

    def cells_around(self, place: LocatedPlace, region: Region) -> tuple[str, ...]:
        """The cells inside one of which a point or part lies, worked out once for each."""
        key = place.place, place.area
        if key not in self.around:
            self.around[key] = cells_around(place, region)
        return self.around[key]


def read_statements(located: Iterable[LocatedClaim], region: Region) -> Reading:
    """Read what claims of control say of each cell.

    Hypotheses say nothing of control and are left out, and so is what cannot be dated (see :func:`geo.locating.locate`,
    which lists it); plans only leave a doubt, once they are due. A claim that names a cell twice says it once, of the
    smaller name.
    """
    items = list(located)
    claims = [item for item in items if speaks_of_control(item)]
    sides = sides_of(claims, region)
    listener = Listener.of(region, sides)
    draft = _Draft(points=PointBook(region), unplaced=Unplaced(region))
    sizes = {cell.id: cell.km2 for cell in region.cells}
    for item in claims:
        try:
            span = told_span(item.claim, item.published)
        except DateError:
            continue
        _read(item, span, draft, listener=listener, region=region, sizes=sizes)
    by_cell = {cell: list(found.values()) for cell, found in draft.by_cell.items()}
    draft.points.add_towns(by_cell)
    overdue = overdue_doubts(items, controlling=partial(controlling, region=region), listener=listener)
    return Reading(by_cell=by_cell, points=draft.points, doubts=[*draft.doubts.values(), *overdue], sides=sides)


def speaks_of_control(item: LocatedClaim) -> bool:
    """Whether it says who has control, or had it."""
    return item.claim.kind in CONTROL_KINDS and item.claim.stance in ("asserted", "claimed", "denied")


def sides_of(claims: Iterable[LocatedClaim], region: Region) -> frozenset[str]:
    """Sides that take part: those of the region's file and those that gain, lose or hold."""
    found = {limit.side for limit in region.limits}
    if region.baseline:
        found.add(region.baseline.side)
    parties = {party for item in claims for party in (item.claim.gained_by, item.claim.lost_by, item.claim.actor)}
    return frozenset(found.union(side for party in parties if (side := controlling(party, region))))


def controlling(party_id: str | None, region: Region) -> str | None:
    """The side as which a party controls; None for one that the region does not know, or that is only ever present."""
    party = region.party(party_id)
    return None if party is None or party.presence_only else party.side


def ends_of(claim: Claim, region: Region) -> tuple[str | None, str | None]:
    """The side that has a claim's places after what it tells, and the one that had them before."""
    if claim.kind == "hold":
        return controlling(claim.actor, region), None
    return controlling(claim.gained_by, region), controlling(claim.lost_by, region)


def _read(
    item: LocatedClaim, span: Span, draft: _Draft, *, listener: Listener, region: Region, sizes: dict[str, float]
) -> None:
    """File what one claim says: a statement for each cell that it names, and the doubts that it leaves."""
    claim = item.claim
    after, before = ends_of(claim, region)
    if after is None and before is None and not _is_nameless_change(claim):
        return
    statement = _statement(item, span, listener.hear(item, after=after, before=before), after=after, before=before)
    draft.points.file(item, statement)
    whole: Statement | None = None
    named: defaultdict[str | None, float] = defaultdict(float)
    for place in item.places:
        named[place.place] += sum(sizes[cell] for cell in place.cells)
    for place in item.places:
        if place.cells:
            km2 = named[place.place]
            whole = whole if whole and whole.km2 == km2 else statement(km2=km2)
            _file(draft, whole, place.cells)
        elif (district := _district_of_seat(place, claim, region)) is not None:
            km2 = sum(sizes[cell] for cell in handed_over(district)) + LESS_EXACT
            _file(draft, statement(km2=km2, by_seat=True), handed_over(district))
            draft.points.file_seat(item, place, district, statement)
            apart = [cell for cell in place.within or () if cell not in handed_over(district)]
            if after and apart:  # the town lies in a corridor that does not go with its district
                _file(draft, statement(km2=0.0, act="inside", spot=place.place), apart)
        elif after and (cells := draft.cells_around(place, region)):
            km2 = whole.km2 if whole else 0.0
            _file(draft, statement(km2=km2, act="inside", spot=place.place if place.within else None), cells)
    if claim.kind in CHANGE_KINDS and claim.stance != "denied" and (after or before):
        for doubt in draft.unplaced.doubts(item, span, after=after, before=before):
            draft.doubts.setdefault((doubt.claim, doubt.cells), doubt)


def _statement(
    item: LocatedClaim, span: Span, voice: Voice, *, after: str | None, before: str | None
) -> partial[Statement]:
    """What a claim says of all that it names, but for the size of that.

    A side that says that it does not have a place has lost it by then.
    """
    claim = item.claim
    holds, denied = claim.kind == "hold", claim.stance == "denied"
    if holds and denied and voice.standing == "admitted":
        before, after, holds, denied, span = after, None, False, False, Span(None, span.last)
    return partial(
        Statement,
        claim=claim.id,
        act="hold" if holds else "gain" if after else "loss",
        after=after,
        before=before,
        span=span,
        sure=_sure_from(claim, span) if holds else span.first,
        word=last_told(claim, item.published),
        denied=denied,
        voice=voice,
        evidence=claim.evidence,
        handed=claim.kind == "handover",
        given=claim.gained_by is not None and after is None,
        undated=not holds and claim.when_basis == "publication",
        lasting=holds,
        begun=_begun(claim) if holds else None,
        until=_until(item) if holds else None,
    )


def _is_nameless_change(claim: Claim) -> bool:
    """Whether it tells of a change and names nobody; a party that the region does not know is somebody."""
    return claim.kind in CHANGE_KINDS and claim.gained_by is None and claim.lost_by is None


def _district_of_seat(place: LocatedPlace, claim: Claim, region: Region) -> Area | None:
    """The district whose seat changes hands, and so stands for it: a map by district follows who takes its town.

    What is said of the district itself outranks it; who merely holds the seat is inside the district.
    """
    if claim.kind not in CHANGE_KINDS or place.extent == "part":
        return None
    return region.area_seated_at(place.place or "")


def _file(draft: _Draft, statement: Statement, cells: Iterable[str]) -> None:
    for cell in cells:
        filed = draft.by_cell[cell]
        known = filed.get(statement.claim)
        if known is None or _rank(statement) < _rank(known):
            filed[statement.claim] = statement


def _rank(statement: Statement) -> tuple[bool, float]:
    """What a claim says of the whole cell outranks what it says of a point in it, and the smaller name the larger."""
    return statement.act == "inside", statement.km2


def _sure_from(claim: Claim, span: Span) -> date | None:
    """The first day on which a reported state is certain.

    One that is told to stand since a month or year is certain from its last day on, if the report came later. A state
    that is dated by its publication is so on that day, the last possible one where the day is not known. One that goes
    back without a begin was so up to its end: to the last day, or to the eve of a year or month.
    """
    if claim.when is None or claim.when_basis == "publication":
        return span.last
    until = claim.when.rpartition("/")[2]
    if span.first is not None or until in ("", ".."):
        begun = bounds(_begun(claim)).last
        return min(begun, span.last or begun) if begun else span.first or span.last
    end = bounds(until)
    return end.first if end.is_one_day or end.first is None else day_before(end.first)


def _begun(claim: Claim) -> str | None:
    """Since when a state is told to stand, in EDTF; None where a report only finds it on a day."""
    since, slash, _ = (claim.when or "").partition("/")
    return since if slash and since not in ("", "..") else None


def _until(item: LocatedClaim) -> date | None:
    """The day up to which a state stood that a report tells of as lasting: the first on which it can have been told."""
    when = item.claim.when or ""
    return bounds(item.published).first if _begun(item.claim) and when.endswith("/..") else None
