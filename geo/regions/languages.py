"""The languages in which a region has names, so that a wish for another is answered and not ignored."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from geo.errors import UnknownLanguageError

if TYPE_CHECKING:
    from geo.regions.model import Region

BOTH = "both"
"""Stands for the names in the region's stated order."""


def languages(region: Region) -> list[str]:
    """Tags (BCP 47) of the languages in which the region, an area or a place of it has a name, sorted."""
    own = [lang for lang, _ in region.names]
    areas = [lang for area in region.areas for lang, _ in area.names]
    places = [name.lang for place in region.places for name in place.names]
    return sorted({*own, *areas, *places})


def check_names(choice: str, region: Region) -> None:
    """Refuse a choice of names that would show none.

    Raises
    ------
    UnknownLanguageError
        Where the choice is neither ``both`` nor a language in which the region has names; the message lists these.
    """
    known = [BOTH, *languages(region)]
    if choice in known:
        return
    close = difflib.get_close_matches(choice, known, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise UnknownLanguageError(f"Region {region.id!r} has no names in {choice!r}.{hint} Choose: {', '.join(known)}.")
