"""Gives every party its colour, from data: the region's ``[colours]`` first, then the palette's order of hues."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Hue:
    """A colour on a light and on a dark page, as ``#rrggbb``."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of a page: one hue a party, and the ground of what nobody reports on."""

    parties: Mapping[str, Hue]
    unknown: Hue


def read_palette(region: Region) -> Palette:
    """Assign hues to the region's parties: what the region says, then what is free.

    A side comes before the parties that belong to it; these share its hue, but for peacekeepers and others that are
    only ever present, who have one of their own. Hues repeat where there are more parties than hues.

    Raises
    ------
    RegionError
        Where the region's ``[colours]`` names a hue that the palette lacks.
    """
    data = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))
    hues = {row["id"]: Hue(light=row["light"], dark=row["dark"]) for row in data["hue"]}
    chosen = _region_colours(region, hues)
    free = [hue for name, hue in hues.items() if name not in chosen.values()] or list(hues.values())
    parties = {party: hues[name] for party, name in chosen.items()}
    own = [party for party in region.parties if party.side == party.id or party.presence_only]
    open_ones = [party.id for party in own if party.id not in parties]
    parties |= {party: free[i % len(free)] for i, party in enumerate(open_ones)}
    for party in region.parties:
        if party.id not in parties and party.side in parties:
            parties[party.id] = parties[party.side]
    ground = data["ground"]["unknown"]
    return Palette(parties=parties, unknown=Hue(light=ground["light"], dark=ground["dark"]))


def _region_colours(region: Region, known: Mapping[str, Hue]) -> dict[str, str]:
    for party, hue in region.colours:
        if hue not in known:
            raise RegionError(f"Region {region.id!r}: no hue {hue!r} for {party!r}. Choose one of: {', '.join(known)}.")
    return dict(region.colours)
