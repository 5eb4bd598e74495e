"""The names of places as the page shows them: in each language that its reader may choose, and short on the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.regions.languages import offered
from geo.regions.naming import BOTH, JOINT, on_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.records import Place
    from geo.regions import Area, Region

_ASIDE = re.compile(r"\s*\([^()]*\)")


def choices(region: Region) -> tuple[str, ...]:
    """What a reader of the page may choose from, the names of the stated order first."""
    return tuple(dict.fromkeys((BOTH, *offered(region), region.shown_names)))


def naming(region: Region, places: Sequence[Place]) -> dict[str, object]:
    """The choices, the one that the page opens with, and how many of the page's names are on record in each."""
    shown: tuple[Area | Place, ...] = (*region.areas, *places)
    named = [(item.name, region.names_of(item)) for item in shown]
    return {
        "shown": region.shown_names,
        "choices": [
            {
                "tag": tag,
                "known": sum(tag == BOTH or on_record(name, names, tag) is not None for name, names in named),
            }
            for tag in choices(region)
        ],
        "all": len(named),
    }


def called_in(item: Area | Place, region: Region) -> list[str]:
    """What an area or place is called by each of the choices, in their order."""
    return caller(region)(item)


def caller(region: Region) -> Callable[[Area | Place], list[str]]:
    """Says what areas and places are called by each of the choices; for many of them, since the choices are one."""
    offers = choices(region)
    return lambda item: [region.called(item, choice=choice) for choice in offers]


def short(name: str, *, without: Sequence[str]) -> str:
    """The name as a map has room for it: without some words, and without what stands in parentheses.

    A last word that all names share is said once.

    Examples
    --------
    >>> short("Kalbajar District / Karvachar", without=("District",))
    'Kalbajar / Karvachar'
    >>> short("Lachin corridor / Berdzor corridor", without=())
    'Lachin / Berdzor corridor'
    """
    bare = _ASIDE.sub("", name)
    for word in without:
        bare = bare.replace(f" {word}", "")
    *others, last = bare.strip().split(JOINT)
    _, space, kind = last.rpartition(" ")
    if space and all(other.endswith(space + kind) for other in others):
        others = [other.removesuffix(space + kind) for other in others]
    return JOINT.join([*others, last]) or name
