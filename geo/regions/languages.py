"""The languages in which a region has names, so that a wish for another is answered and not ignored."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from geo.errors import UnknownLanguageError
from geo.regions.naming import BOTH, OWN

if TYPE_CHECKING:
    from geo.regions.model import Region


def languages(region: Region) -> list[str]:
    """Tags (BCP 47) of the languages in which the region or anything in it has a name, and that of its own names."""
    return sorted({OWN, *region.tags})


def offered(region: Region) -> tuple[str, ...]:
    """The languages that a reader is given to choose from: those that the region lists, or all but private ones."""
    if region.map.languages is not None:
        return region.map.languages
    return tuple(tag for tag in languages(region) if "-x-" not in tag)


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
