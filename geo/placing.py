"""Which cells a place in a claim stands for: areas and groups as a region draws them, as far as each side reaches."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.areas import area_around, handed_over, why_no_area
from geo.names import fold
from geo.places.index import PlaceIndex
from geo.places.kinds import load_kinds
from geo.points import cells_holding
from geo.records import CONTROL_KINDS, LocatedPlace
from geo.seats import district_by_its_seat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Claim, ClaimPlace, Place
    from geo.regions import Area, Region

_BEFORE = 40
"""Characters before a name in which it can stand how much of the place is meant."""


@dataclass(frozen=True, kw_only=True)
class Atlas:
    """The region as locating asks of it: what each side can have held, and what transfers keep apart.

    Without slots, so that names are filed once, and only where one is asked for.
    """

    region: Region
    limits: dict[str, frozenset[str]]
    limit_names: dict[str, str]
    kept_apart: tuple[str, ...]
    found: dict[tuple[object, ...], LocatedPlace] = field(default_factory=dict)
    holding: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, region: Region) -> Atlas:
        """The atlas of a region."""
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
