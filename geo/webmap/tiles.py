"""Online tiles that a page may offer to switch on, as xyzservices knows them. Without being asked for, a page has none.

A page that offers tiles names their hosts in its policy, and only these may send it pictures; whoever switches them on
tells the host which part of the world is looked at. So the choice is made where the page is made.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xyzservices import TileProvider

_OURS = frozenset({"x", "y", "z", "s", "r"})
"""What Leaflet fills in; all else in an address is the provider's own to fill."""

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """One source of pictures: Leaflet's address template, whom to credit, and the hosts that it asks."""

    id: str
    name: str
    url: str
    attribution: str
    max_zoom: int
    subdomains: str
    hosts: tuple[str, ...]
    referrer: bool


def find_tiles(names: Iterable[str]) -> tuple[Tiles, ...]:
    """The sources of these names, in their order, each once.

    Parameters
    ----------
    names
        ``osm``, ``esri``, ``topo``, or what xyzservices calls a provider (``OpenTopoMap``).

    Raises
    ------
    InputError
        Where there is no such source, it needs a key, or it is not asked by https.

    Examples
    --------
    >>> [(tiles.name, tiles.hosts) for tiles in find_tiles(["osm"])]
    [('OpenStreetMap', ('https://tile.openstreetmap.org',))]
    """
    rows = tomllib.loads(files("geo.webmap").joinpath("tiles.toml").read_text(encoding="utf-8"))["tiles"]
    short = {row["id"]: row for row in rows}
    return tuple(_tiles(name, short.get(name, {})) for name in dict.fromkeys(names))


def _tiles(name: str, row: Mapping[str, object]) -> Tiles:
    provider = _provider(str(row.get("provider", name)), name)
    if provider.requires_token():
        raise InputError(f"Tiles {name!r} need a key, which a page that is shared cannot keep. Choose osm or esri.")
    url = _SLOT.sub(lambda slot: slot[0] if slot[1] in _OURS else str(provider.get(slot[1], "")), provider.url)
    if not url.startswith("https://"):
        raise InputError(f"Tiles {name!r} are not asked for by https. Choose osm or esri.")
    subdomains = "".join(provider.get("subdomains", "abc")) if "{s}" in url else ""
    return Tiles(
        id=re.sub(r"[^a-z0-9]+", "-", name.lower()),
        name=str(row.get("name", name)),
        url=url,
        attribution=str(provider.get("attribution", "")).replace("(C)", "©").replace(" -- ", " — "),
        max_zoom=int(provider.get("max_zoom", 18)),
        subdomains=subdomains,
        hosts=tuple(_host(url.replace("{s}", letter)) for letter in subdomains or "-"),
        referrer=bool(row.get("referrer")),
    )


def _provider(known_as: str, name: str) -> TileProvider:
    from xyzservices import providers

    try:
        return providers.query_name(known_as)
    except ValueError as error:
        raise InputError(f"No tiles {name!r}. Write osm, esri, topo, or a provider's name of xyzservices.") from error


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
