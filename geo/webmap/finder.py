"""What the page's search knows: the areas and places of the region by all their names, in any spelling."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.areas import area_around
from geo.names import fold, spellings
from geo.webmap.names import caller

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.records import Place
    from geo.regions import Area, Region

NONE: Mapping[str, int] = MappingProxyType({})


def finder(region: Region, labelled: Sequence[Place], *, stated: Mapping[str, int] = NONE) -> list[dict[str, object]]:
    """One entry for each area, then for each place in one of them, and each of those that the page labels outside.

    ``names`` are those of the page's choices, empty where it is the first; an area has its own elsewhere. ``words`` are
    the words of all further spellings (:func:`geo.names.spellings`), folded, that these names do not hold. ``area`` is
    the number of the area that it is or lies in; ``kind`` and, where it is known, ``at`` (longitude and latitude, WGS
    84) are a place's, and so is ``id`` where it is not its first name, folded. A place with a state of its own has the
    number in ``stated`` as its ``state``.
    """
    number = {area.id: i for i, area in enumerate(region.areas)}
    standing: dict[str, list[Place]] = {}
    for place in region.places:
        standing.setdefault(place.area or "", []).append(place)
    call = caller(region)
    rows = [
        {"area": number[area.id], "words": _further(area, standing.get(area.id, ()), region, called=call(area))}
        for area in region.areas
    ]
    shown = {place.id for place in labelled}
    for place in standing.get("", ()):
        around = area_around(place, region)
        if around is not None or place.id in shown:
            row = _place(place, region, called=call(place)) | ({"area": number[around.id]} if around else {})
            rows.append(row | ({"state": stated[place.id]} if place.id in stated else {}))
    return rows


def _place(place: Place, region: Region, *, called: list[str]) -> dict[str, object]:
    first, *rest = called
    row: dict[str, object] = {} if place.id == _plain_id(first) else {"id": place.id}
    row |= {"names": [first, *("" if name == first else name for name in rest)], "kind": place.kind}
    further = _further(place, (), region, called=called)
    if further:
        row["words"] = further
    if place.lon is not None and place.lat is not None:
        row["at"] = [round(place.lon, 3), round(place.lat, 3)]
    return row


def _plain_id(name: str) -> str:
    """The id that most places have: the first of the names that stand together, folded."""
    return fold(name.split(" / ", maxsplit=1)[0]).replace(" ", "-")


def _further(item: Area | Place, others: Iterable[Place], region: Region, *, called: list[str]) -> str:
    """Words of further spellings, those of the places that stand for an area among them."""
    told = {word for name in called for word in fold(name).split()}
    return " ".join(sorted(_words((item, *others), region) - told))


def _words(items: Iterable[Area | Place], region: Region) -> set[str]:
    named = ((lang, text) for item in items for lang, text in (("en", item.name), *region.names_of(item)))
    return {word for lang, text in named for key in spellings(text, lang=lang) for word in key.split()}
