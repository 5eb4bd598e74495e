"""Claims meet cells: which cells a claim is about, and what of it cannot be placed or dated.

A name in a report is an area, a group of areas, a point or a line. Only areas and groups are cells. What is too small
to be a cell stays a point over them, and what cannot be drawn is listed with the reason, so that nothing is guessed and
nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from geo.collector import collector_paused
from geo.corrections.telling import rejection
from geo.dates import Span, bounds, bounds_told
from geo.errors import DateError, RecordError
from geo.names import fold
from geo.places.index import PlaceIndex
from geo.places.kinds import load_kinds
from geo.points import cells_holding
from geo.records import CHANGE_KINDS, CONTROL_KINDS, LocatedClaim, LocatedPlace, UnplacedClaim
from geo.regions.districts import district_on_record
from geo.seats import district_by_its_seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.records import Article, Claim, ClaimPlace, Place
    from geo.regions import Area, Region

LISTED_KINDS = CONTROL_KINDS | {"deployment"}
UNDATED = "cannot be dated"
"""How the reason begins by which a claim is listed that has a place and no date."""
"""Kinds that say where somebody is: these are listed where no place is named. Other kinds are dated events."""

_BEFORE = 40
"""Characters before a name in which it can stand how much of the place is meant."""

LINE_KIND = "line"


@collector_paused()
def locate(
    claims: Iterable[Claim], articles: Iterable[Article], region: Region
) -> tuple[list[LocatedClaim], list[UnplacedClaim]]:
    """Give each claim the cells it is about, and list what cannot be placed or dated.

    Every claim comes back located, in the order given; one that cannot be placed has no cells, and the timeline still
    reads it (a gain whose places are not named puts others in doubt). Rules for the cells:

    - An area that changes hands, or that a side with a limit holds, is its ``transfer_cells``; a side that has a limit
      reaches no further than that. What one side lost to an unnamed taker is what the other side then held, so the
      other side's limit applies.
    - ``part of`` an area, as a side with a limit hands it over or holds it, is what lies inside the limit, where the
      limit cuts off a part of the area that is no other area's; what another side is said to hold of it is the rest.
      Any other ``part of`` is listed.
    - What a report takes out of an area or a group (``except Lachin``) is not among its cells, where it is an area
      itself; where it is a point or not known, the rest is ``part of`` the area.
    - A group is its areas. A town or village is a point, and no cell takes its colour; but the bare name of a
      district's seat stands for the district, where it is told who controls it (:mod:`geo.seats`).

    Raises
    ------
    RecordError
        Where a claim's article is not among ``articles``.
    """
    by_id = {article.id: article for article in articles}
    atlas = _Atlas.of(region)
    located: list[LocatedClaim] = []
    unplaced: list[UnplacedClaim] = []
    for claim in claims:
        article = by_id.get(claim.article)
        if article is None:
            raise RecordError(f"Claim {claim.id!r} is of article {claim.article!r}, which is not there. Give it too.")
        places = tuple(found for place in claim.places for found in atlas.cells_of(claim, place, article.text))
        item = LocatedClaim(claim=claim, places=places, source=article.source, published=article.published)
        located.append(item)
        unplaced += [
            UnplacedClaim(claim=claim, text=text, reason=reason, source=article.source, published=article.published)
            for text, reason in (_failures(item, region) if not claim.is_rejected else _rejection(claim))
        ]
    return located, unplaced


def told_span(claim: Claim, published: str | None) -> Span:
    """The days within which what a claim tells of took place: those it gives, none later than its publication.

    A change or deployment without a date happened by the day of publication; a state without one was so on that day.
    The last day is always known.

    Raises
    ------
    DateError
        Where neither claim nor article is dated, a date is no EDTF, or a report tells of a day after its publication.
    """
    return _told_span(claim.when, published, _happens(claim))


@lru_cache(maxsize=65536)
def _told_span(when: str | None, published: str | None, is_change: bool) -> Span:  # noqa: FBT001
    out = bounds_told(published)
    if when is None:
        if out.last is None:
            raise DateError("neither the claim nor its article is dated")
        return Span(None if is_change else out.first, out.last)
    told = bounds_told(when)
    if told.last is None and out.last is None:
        raise DateError(f"{when} is open, and the article is not dated")
    if told.first and out.last and told.first > out.last:
        raise DateError(f"dated {when}, after its publication on {published}")
    return Span(told.first, min(day for day in (told.last, out.last) if day))


def last_told(claim: Claim, published: str | None) -> Span:
    """The days of which one is the last that a claim vouches for, as exactly as these are known.

    That is the end of what it tells of (``1994`` of ``1992/1994``), or its publication, where it tells of the time up
    to then. Never open.

    Raises
    ------
    DateError
        As :func:`told_span`.
    """
    return _last_told(claim.when, published, _happens(claim))


def _happens(claim: Claim) -> bool:
    """Whether it tells of what happened, by the day on which it is told; a state is one of that day."""
    return claim.kind in CHANGE_KINDS or claim.kind == "deployment"


@lru_cache(maxsize=65536)
def _last_told(when: str | None, published: str | None, is_change: bool) -> Span:  # noqa: FBT001
    span, out = _told_span(when, published, is_change), bounds(published)
    end = (when or "").rpartition("/")[2]
    last = bounds(end).intersection(span) if end not in ("", "..") else None
    if last is None or (out.last is not None and out.last <= (last.last or out.last)):
        first = max((day for day in (out.first, span.first) if day), default=span.last)
        return Span(first, span.last)
    return last


def area_around(place: Place, region: Region) -> Area | None:
    """The area of the district that a place has on record, or None where it has none."""
    return region.area(district_on_record(place, region) or "")


def why_no_area(place: Place, region: Region) -> str | None:
    """Why nothing can be told of control at a place that is no area; None where it lies in a district on record."""
    if place.kind == LINE_KIND:
        return "a line whose course is not in the region's data"
    if place.lat is None:
        return f"the region's data does not say where {place.name} lies"
    if area_around(place, region) is None:
        return f"{place.name} is a point outside the region's areas"
    return None


def handed_over(area: Area) -> tuple[str, ...]:
    """The cells that change hands when the area's name does."""
    return area.transfer_cells or area.cells


def _rejection(claim: Claim) -> Iterable[tuple[None, str]]:
    """A rejected claim is listed as a whole, with who rejected it and why."""
    return [(None, rejection(claim.review))] if claim.review else []


def _failures(item: LocatedClaim, region: Region) -> Iterable[tuple[str | None, str]]:
    """What of a claim cannot be placed or dated: the words, or None for the whole claim, and the reason."""
    claim = item.claim
    if claim.kind not in LISTED_KINDS:
        return
    if not claim.places:
        yield None, "no place is named"
    for place in item.places:
        if place.reason and not _is_point(place.place, region):
            yield place.text, place.reason
    for party in (claim.gained_by, claim.lost_by):
        if party and region.party(party) is None:
            yield party, f"the region does not know the party {party!r}"
    if claim.kind == "hold" and (not claim.actor or region.party(claim.actor) is None):
        yield claim.actor, f"the region does not know the party {claim.actor!r}" if claim.actor else "no party is named"
    try:
        told_span(claim, item.published)
    except DateError as error:
        if claim.stance not in ("planned", "hypothetical"):
            yield None, f"{UNDATED}: {error}"


def _is_point(place_id: str | None, region: Region) -> bool:
    place = region.place(place_id or "")
    return place is not None and place.area is None and place.lat is not None and place.kind != LINE_KIND


@dataclass(frozen=True, kw_only=True)
class _Atlas:
    """The region as this module asks of it: what each side can have held, and what transfers keep apart.

    Without slots, so that names are filed once, and only where one is asked for.
    """

    region: Region
    limits: dict[str, frozenset[str]]
    limit_names: dict[str, str]
    kept_apart: tuple[str, ...]
    found: dict[tuple[object, ...], LocatedPlace] = field(default_factory=dict)
    holding: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, region: Region) -> _Atlas:
        limits: dict[str, frozenset[str]] = {}
        names: dict[str, str] = {}
        for limit in region.limits:
            area = region.area(limit.area)
            if area is not None:
                limits[limit.side] = limits.get(limit.side, frozenset()) | frozenset(area.cells)
                names[limit.side] = area.name
        apart = dict.fromkeys(cell for area in region.areas if area.schematic for cell in area.cells)
        return cls(region=region, limits=limits, limit_names=names, kept_apart=tuple(apart))

    def cells_of(self, claim: Claim, place: ClaimPlace, text: str) -> list[LocatedPlace]:
        """The cells of one place of a claim of the report ``text``, an entry for each area that it names."""
        if place.place is None:
            return [_unlocated(place, self._why_no_place(place))]
        group = self.region.group(place.place)
        if group is not None:
            areas = [area for area in map(self.region.area, group.areas) if area is not None]
            kept = [area for area in areas if not set(handed_over(area)) <= self._left_out(place)]
            return [self._area(claim, place, area) for area in kept]
        known = self.region.place(place.place)
        area = self.region.area((known.area or "") if known else place.place)
        if area is None and claim.kind in CONTROL_KINDS:
            area = district_by_its_seat(place, text, self.region)
        if area is not None:
            return [self._area(claim, _as_whole(place, text), area)]
        return [self._no_area(place, known)]

    def _cells_holding(self, point: Place | None) -> tuple[str, ...]:
        if point is None:
            return ()
        if point.id not in self.holding:
            self.holding[point.id] = cells_holding(point, self.region)
        return self.holding[point.id]

    def _why_no_place(self, place: ClaimPlace) -> str:
        called = place.name or place.text
        found = self._index.lookup(called)
        equal = [self._index.places[one.place] for one in found if one.score == found[0].score]
        if len(equal) > 1:
            areas = [area_around(one, self.region) for one in equal]
            lie = " and in ".join(dict.fromkeys(area.name if area else "a place outside" for area in areas))
            return f"several places are named {called!r}, in {lie}; which one is not reported"
        return f"no place of the region is named {called!r}" if place.name else "counted or described, and not named"

    @cached_property
    def _index(self) -> PlaceIndex:
        return PlaceIndex(self.region)

    def _why_no_area(self, place: ClaimPlace, known: Place | None) -> str:
        if known is None:
            return f"the region's gazetteer has no place {place.place!r}"
        around = area_around(known, self.region)
        lies = (
            f"{known.name} is a point in {around.name}, smaller than a cell, and does not colour it" if around else ""
        )
        return why_no_area(known, self.region) or lies

    def _area(self, claim: Claim, place: ClaimPlace, area: Area) -> LocatedPlace:
        """An area of a claim; what claims alike say of it is worked out once."""
        parties = (claim.gained_by, claim.lost_by, claim.actor)
        said = (claim.kind, parties, area.id, place.text, place.place, place.extent, place.but)
        if said not in self.found:
            cells, reason = self._told_of(claim, place, area)
            self.found[said] = LocatedPlace(
                text=place.text, place=place.place, area=area.id, extent=place.extent, cells=cells, reason=reason
            )
        return self.found[said]

    def _no_area(self, place: ClaimPlace, known: Place | None) -> LocatedPlace:
        """A point or line of a claim, or what the gazetteer does not have; worked out once for each of its names."""
        said = (place.text, place.place, place.extent)
        if said not in self.found:
            self.found[said] = _unlocated(place, self._why_no_area(place, known), within=self._cells_holding(known))
        return self.found[said]

    def _told_of(self, claim: Claim, place: ClaimPlace, area: Area) -> tuple[tuple[str, ...], str | None]:
        """The cells of an area that a claim is about, or why there are none."""
        if claim.kind not in CONTROL_KINDS or self._only_present(claim):
            return area.cells, None
        left_out = self._left_out(place)
        if place.extent == "part" and not left_out and not self._part_is_known(claim, area):
            rest = self._beyond(area) if claim.kind == "hold" and self._is_unlimited(claim.actor) else ()
            return rest, None if rest else f"part of {area.name}; which part is not reported"
        reach = self._reach(claim)
        wanted = self._wanted(claim, area)
        cells = tuple(cell for cell in wanted if cell not in left_out and (reach is None or cell in reach))
        if cells:
            return cells, None
        limits = ", ".join(sorted(set(self.limit_names.values())))
        return (), f"none of {area.name} lies in what can have been held ({limits})"

    def _left_out(self, place: ClaimPlace) -> frozenset[str]:
        """The cells of what the report takes out of a place; none where one is no area: a point has no cell."""
        areas: list[Area] = []
        for ident in place.but or ():
            group, known = self.region.group(ident), self.region.place(ident)
            found = group.areas if group else ((known.area or "") if known else ident,)
            seated = self.region.area_seated_at(ident)
            areas += [area for area in (*map(self.region.area, found), seated) if area is not None]
            if not areas:
                return frozenset()
        return frozenset(cell for area in areas for cell in {*area.cells, *handed_over(area)})

    def _only_present(self, claim: Claim) -> bool:
        """Whether the claim is about forces that never control: peacekeepers come and go, and the area stays whose."""
        named = [p for p in (claim.gained_by, claim.lost_by, claim.actor) if p]
        parties = [self.region.party(p) for p in named]
        return bool(parties) and all(party is not None and party.presence_only for party in parties)

    def _part_is_known(self, claim: Claim, area: Area) -> bool:
        """Whether ``part of`` the area is its transfer cells: what a side with a limit held of it, and now leaves.

        That it did not hold the whole must be for a reason of its own: the limit cuts off cells that lie in the area
        and in no other. What is left out otherwise (a corridor, the cells of another area) is not the other part. A
        part that was taken, by force or not, may be any part.
        """
        if not self._leaves_or_holds(claim):
            return False
        return bool(self._beyond(area))

    def _beyond(self, area: Area) -> tuple[str, ...]:
        """The cells of an area, and of no other, that no limited side can have held."""
        known = {*handed_over(area), *frozenset[str]().union(*self.limits.values())}
        beyond = (self.region.cell(cell) for cell in area.cells if cell not in known)
        return tuple(cell.id for cell in beyond if cell is not None and not cell.layers)

    def _is_unlimited(self, party: str | None) -> bool:
        return bool(self.limits) and self.region.side_of(party) not in (None, *self.limits)

    def _leaves_or_holds(self, claim: Claim) -> bool:
        """Whether it is a side with a limit that holds, or that leaves by agreement or of itself."""
        if claim.kind == "hold":
            return self.region.side_of(claim.actor) in self.limits
        if claim.kind not in ("handover", "withdrawal"):
            return False
        leaver, taker = self.region.side_of(claim.lost_by), self.region.side_of(claim.gained_by)
        return leaver in self.limits if leaver else bool(self.limits) and taker not in (None, *self.limits)

    def _wanted(self, claim: Claim, area: Area) -> tuple[str, ...]:
        """The area's cells; where it changes hands or a limited side holds it, only those that change hands.

        What a transfer leaves out by rule (a corridor) was no less taken with the area before. A side without a limit
        may hold the rest of the area too, as far as no limited side can have held that.
        """
        transfer = handed_over(area)
        if self._is_taken_by_limited(claim):
            kept = (cell for cell in self.kept_apart if self._belongs(cell, area))
            return tuple(dict.fromkeys((*transfer, *kept)))
        if claim.kind != "hold":
            return transfer
        disputed = frozenset[str]().union(*self.limits.values())
        return tuple(cell for cell in area.cells if cell in transfer or cell not in disputed)

    def _is_taken_by_limited(self, claim: Claim) -> bool:
        """Whether a limited side gains or holds, or what another side lost is what a limited side then held."""
        taker = claim.actor if claim.kind == "hold" else claim.gained_by
        if taker is not None or claim.kind == "hold":
            return self.region.side_of(taker) in self.limits
        return bool(self.limits) and self.region.side_of(claim.lost_by) not in (None, *self.limits)

    def _belongs(self, cell_id: str, area: Area) -> bool:
        cell = self.region.cell(cell_id)
        return cell_id in area.cells or (cell is not None and cell.adjoins == area.id)

    def _reach(self, claim: Claim) -> frozenset[str] | None:
        """The cells that the claim's sides can have held, or None where there is no limit."""
        named = (claim.actor,) if claim.kind == "hold" else (claim.gained_by, claim.lost_by)
        sides = {side for party in named if (side := self.region.side_of(party))}
        limited = [self.limits[side] for side in sorted(sides) if side in self.limits]
        if limited:
            return frozenset.intersection(*limited)
        if claim.kind == "hold" or not self.limits or len(sides) == len(named):
            return None
        return frozenset[str]().union(*self.limits.values())


def _as_whole(place: ClaimPlace, text: str) -> ClaimPlace:
    """A part that is nearly all of a place as the whole of it, which is all that a map of districts can show."""
    if place.extent != "part":
        return place
    before = fold(text[max(0, place.start - _BEFORE) : place.start]).removesuffix(" the")
    here = fold(place.text)
    nearly = any(before.endswith(words) or here.startswith(words) for words in load_kinds().nearly_all)
    return replace(place, extent="whole") if nearly else place


def _unlocated(place: ClaimPlace, reason: str, *, within: Sequence[str] = ()) -> LocatedPlace:
    return LocatedPlace(
        text=place.text,
        place=place.place,
        area=None,
        extent=place.extent,
        cells=(),
        reason=reason,
        within=tuple(within) or None,
    )
