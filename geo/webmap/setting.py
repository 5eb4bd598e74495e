"""What a region says about its own map: the order of its names, and whom to credit.

All of it is optional and stands in ``region.toml``::

    [map]
    name_order = ["en", "hy-Latn"]       # languages of the two names of a label, in the stated order
    label_without = ["District"]         # words that a label on the map leaves out
    labelled_kinds = ["city", "town"]    # kinds of places that get a label
    accuracy = "Edges are approximate."  # how far off the borders may be, told in the footer
    credits = ["Natural Earth"]          # whom the page credits, instead of the sources of areas and lines
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.regions import Region

NAME_ORDER = ("en", "*-Latn")
LABEL_WITHOUT = ("District",)
LABELLED_KINDS = ("capital", "city", "town")
ACCURACY = "Edges are generalised: about 2 km off better sources, up to 10."
"""Measured for Natural Earth's 10m districts against surveyed borders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """See the module's docstring."""

    name_order: tuple[str, ...]
    label_without: tuple[str, ...]
    labelled_kinds: tuple[str, ...]
    accuracy: str
    credits: tuple[str, ...]


def read_setting(region: Region) -> Setting:
    """The region's wishes for its map, with this module's defaults for what it does not say."""
    path = region.folder / "region.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("map", {}) if path.is_file() else {}
    return Setting(
        name_order=tuple(table.get("name_order", NAME_ORDER)),
        label_without=tuple(table.get("label_without", LABEL_WITHOUT)),
        labelled_kinds=tuple(table.get("labelled_kinds", LABELLED_KINDS)),
        accuracy=str(table.get("accuracy", ACCURACY)),
        credits=tuple(table.get("credits", ())),
    )
