"""Names that a district shares with the town it is run from: which of the two a report means.

``Kalbajar was handed over`` is the district, ``the town of Kalbajar`` is the town. Which districts are called by the
bare name of their town stands in the region's file (``seat``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.names import fold
from geo.places.kinds import load_kinds

if TYPE_CHECKING:
    from geo.records import ClaimPlace, Place
    from geo.regions import Area, Region

_SETTLEMENTS = frozenset({"city", "town", "village"})
_LISTED = r"(?:\w+ ){0,8}"
"""What may stand between ``the towns of`` and one of them."""


def district_by_its_seat(named: ClaimPlace, text: str, region: Region) -> Area | None:
    """The district for which a claim's place stands, where it is the district's seat, and by no word called a town.

    One word for a town beside the name, anywhere in the report, makes the name the town's throughout; so does one in
    place of the name (``the city``).

    Parameters
    ----------
    text
        The report.
    """
    area = region.area_seated_at(named.place or "")
    seat = region.place(named.place or "")
    if area is None or seat is None or _is_called_settlement(fold(named.text)):
        return None
    return None if _says_town(fold(text), _names(seat)) else area


def _names(seat: Place) -> tuple[str, ...]:
    return tuple(sorted({fold(name) for name in (seat.name, *(name.text for name in seat.names))}))


def _is_called_settlement(folded: str) -> bool:
    return any(word in _words() for word in folded.split())


@lru_cache(maxsize=1024)
def _says_town(text: str, names: tuple[str, ...]) -> bool:
    name, word = (f"(?:{'|'.join(map(re.escape, group))})" for group in (names, sorted(_words())))
    plural = f"(?:{'|'.join(sorted(_plurals()))})"
    before = rf"\b(?:{word} of (?:the )?|{plural} of {_LISTED}){name}\b"
    after = rf"\b{name} (?:(?:a|an|the) (?:\w+ )?)?{word}\b"
    return re.search(f"{before}|{after}", text) is not None


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Words for one settlement or several."""
    return frozenset(word for word, kinds in load_kinds().words.items() if kinds[0] in _SETTLEMENTS) | _plurals()


@lru_cache(maxsize=1)
def _plurals() -> frozenset[str]:
    kinds = load_kinds()
    return frozenset(plural for plural, word in kinds.plurals.items() if kinds.words[word][0] in _SETTLEMENTS)
