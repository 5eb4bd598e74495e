"""Finds what a name stands for: an area or a group with its cells, or a point in a district on record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.areas import LINE_KIND, area_around, handed_over, place_meant, why_no_area
from geo.errors import UnknownPlaceError
from geo.names import fold
from geo.places.index import PlaceIndex
from geo.records import Name, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.records import Candidate
    from geo.regions import Area, Group, Region

GROUP_KIND = "group"
NO_POINTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a name stands for: its id, how it is called, its cells; for a point, the area in which it lies.

    ``moving`` are the cells that change hands under the name: of a district not those behind the line, in the oblast or
    the corridor, and with the fringes that adjoin it. ``namesakes`` are where else a place of that name lies that fits
    as well. A point that ``is_decided`` has a state of its own, and is its only cell; another has its district's cells.
    """

    id: str
    name: str
    cells: tuple[str, ...]
    moving: tuple[str, ...]
    inside: str | None = None
    namesakes: tuple[str, ...] = ()
    is_decided: bool = False


def find_place(text: str, region: Region, *, points: Mapping[str, str] = NO_POINTS) -> Target:
    """The area, group or point that a name or an id stands for, as the gazetteer's index finds it.

    ``Mughanli, Zangilan`` says in what it lies. Areas and groups are found by their own names too. Where a district has
    the name of its town, the district is meant, unless the words say otherwise (``Agdam town``) or they are the town's
    id. But where reports do not call the district so (it has no ``seat``), the town is, if it has a state of its own:
    ``points`` gives the ids under which places have one.

    Raises
    ------
    UnknownPlaceError
        Where the region has no such place, and the message says which names come near; or where the place has no
        cells, and the message says why.
    """
    index = PlaceIndex(replace(region, places=tuple(_all_places(region))))
    phrases = [] if index.lookup(text) else index.lookup_phrase(text)
    candidates = phrases[0] if len(phrases) == 1 else index.lookup(text)
    found = _own(text, candidates, points, region) or _meant(text, candidates, index, region)
    if found is None:
        near = " or ".join(repr(name) for name in index.suggest(text))
        hint = f" Did you mean {near}?" if near else ""
        raise UnknownPlaceError(f"No place {text!r} in region {region.id!r}.{hint} All names are in its places.csv.")
    target = _target(found, region, points)
    return replace(target, namesakes=_namesakes(found, candidates, index, region)) if target.inside else target


def title_of(target_id: str, region: Region) -> str:
    """What people are shown as the name of the area, group or place with this id; the id where there is none."""
    named = region.area(target_id) or region.group(target_id) or region.place(target_id)
    return region.called(named) if named else target_id


def _meant(text: str, candidates: Sequence[Candidate], index: PlaceIndex, region: Region) -> Place | None:
    """The best candidate, or the district around it that has its name too."""
    places = [index.places[candidate.place] for candidate in candidates]
    says_kind = index.kinds.split(fold(text))[1] is not None
    return next(iter(places), None) if says_kind else place_meant(places, region)


def _own(text: str, candidates: Sequence[Candidate], points: Mapping[str, str], region: Region) -> Place | None:
    """The point that a name means, where it has a state of its own: by its id, or as reports mean its bare name.

    The id of an area is the area's.
    """
    if text in points:
        return region.place(text)
    if region.area(text) is not None:
        return None
    best = region.place(candidates[0].place) if candidates else None
    if best is None or best.id not in points:
        return None
    around = area_around(best, region)
    return None if around is not None and around.seat == best.id else best


def _namesakes(found: Place, candidates: Sequence[Candidate], index: PlaceIndex, region: Region) -> tuple[str, ...]:
    """The districts of the other places that the words fit as well."""
    best = next(candidate.score for candidate in candidates if candidate.place == found.id)
    others = [index.places[other.place] for other in candidates if other.place != found.id and other.score == best]
    return tuple(dict.fromkeys(region.called(area) for other in others if (area := area_around(other, region))))


def _target(place: Place, region: Region, points: Mapping[str, str]) -> Target:
    area, group = region.area(place.area or ""), region.group(place.id)
    if area is not None:
        return Target(id=area.id, name=region.called(area), cells=area.cells, moving=handed_over(area))
    if group is not None:
        cells = _group_cells(group, region)
        return Target(id=group.id, name=region.called(group), cells=cells, moving=cells)
    around = area_around(place, region)
    if around is None or place.kind == LINE_KIND:
        said = (why_no_area(place, region) or "in no district on record").removeprefix(f"{place.name} is ")
        raise UnknownPlaceError(
            f"{place.name} is in the gazetteer, but nobody's control of it is on the map: "
            f"{said.replace(place.name, 'it') if said.startswith('the ') else f'it is {said}'}."
        )
    name, inside = title_of(place.id, region), region.called(around)
    if place.id in points:
        own = (points[place.id],)
        return Target(id=place.id, name=name, cells=own, moving=own, inside=inside, is_decided=True)
    return Target(id=place.id, name=name, cells=around.cells, moving=handed_over(around), inside=inside)


def _group_cells(group: Group, region: Region) -> tuple[str, ...]:
    """The cells that change hands under the names of the group's areas."""
    areas = [area for area in map(region.area, group.areas) if area is not None]
    return tuple(dict.fromkeys(cell for area in areas for cell in handed_over(area)))


def _all_places(region: Region) -> Iterator[Place]:
    """The gazetteer's places; areas and groups by their own names, with those of the places that stand for them."""
    areas = {area.id: area for area in region.areas}
    groups = {group.id: group for group in region.groups}
    for place in region.places:
        if place.id in groups:
            yield _with_names(place, _group_names(groups.pop(place.id)))
        elif place.area in areas:
            area = areas.pop(place.area)
            yield _with_names(place, [*_area_names(area), Name(lang="", text=area.id)])
        else:
            yield place
    for area in areas.values():
        yield _as_place(area.id, area.name, _area_names(area), kind=area.kind, area=area.id, source=area.source)
    for group in groups.values():
        yield _as_place(group.id, group.name, _group_names(group), kind=GROUP_KIND, area=None, source=group.source)


def _area_names(area: Area) -> list[Name]:
    return [Name(lang="en", text=area.name), *(Name(lang=lang, text=text) for lang, text in area.names)]


def _group_names(group: Group) -> list[Name]:
    return [Name(lang="en", text=text) for text in (group.name, *group.words)]


def _with_names(place: Place, names: Sequence[Name]) -> Place:
    return replace(place, names=(*place.names, *names, Name(lang="", text=place.id)))


def _as_place(ident: str, name: str, names: Sequence[Name], *, kind: str, area: str | None, source: str) -> Place:
    return Place(
        id=ident,
        name=name,
        names=(*names, Name(lang="", text=ident)),
        kind=kind,
        lat=None,
        lon=None,
        precision_km=None,
        parent=None,
        area=area,
        source=source,
    )
