"""On whose word each claim stands, by the same rule by which control is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.timeline.statements import ends_of, sides_of, speaks_of_control
from geo.timeline.voices import Listener

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import LocatedClaim
    from geo.regions import Region


def speakers(located: Iterable[LocatedClaim], region: Region) -> dict[str, str]:
    """The side on whose word a claim stands, by the claim's id; those without one, and an analyst's own, are left out.

    A side speaks where it is quoted, and where an outlet aligned with it tells what serves it (:mod:`.voices`).
    """
    items = [item for item in located if not item.claim.is_own]
    listener = Listener.of(region, sides_of((item for item in items if speaks_of_control(item)), region))
    found = {}
    for item in items:
        after, before = ends_of(item.claim, region)
        speaker = listener.hear(item, after=after, before=before).speaker
        if speaker is not None:
            found[item.claim.id] = speaker
    return found
