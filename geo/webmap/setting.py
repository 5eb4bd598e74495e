"""What a page does where a region says nothing of its own map (``[map]`` in ``region.toml``).

The defaults claim nothing about a region: how far off its borders may be, or what its areas are called, only it knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.regions import Region

LABELLED_KINDS = ("capital", "city", "town")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A region's wishes for its map (:class:`geo.regions.MapStyle`), complete.

    Without an ``accuracy`` the page says no more than that boundaries are approximate.
    """

    label_without: tuple[str, ...]
    labelled_kinds: tuple[str, ...]
    accuracy: str
    credits: tuple[str, ...]


def setting_of(region: Region) -> Setting:
    """The region's wishes for its map, with this module's defaults for what it does not say."""
    style = region.map
    return Setting(
        label_without=style.label_without or (),
        labelled_kinds=LABELLED_KINDS if style.labelled_kinds is None else style.labelled_kinds,
        accuracy=style.accuracy or "",
        credits=style.credits or (),
    )
