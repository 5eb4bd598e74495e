"""Places and dates of one clause in the same order: ``Agdam and Kalbajar were given back on November 20 and 25``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.dating.undated import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.dates import Dating
    from geo.extract.told import Told


def in_turn(told: Told, days: Sequence[Dating]) -> list[Told]:
    """What is told of several places on as many days: each place with its own day, in the order of both."""
    places = sorted(told.draft.places, key=lambda place: place.start)
    if len(places) != len(days) or len(places) < 2 or told.draft.kind in STATES or told.dating.link:  # noqa: PLR2004
        return [told]
    if len({place.start for place in places}) < len(places):
        return [told]
    return [
        replace(told, draft=replace(told.draft, places=(place,)), dating=day)
        for place, day in zip(places, days, strict=True)
    ]
