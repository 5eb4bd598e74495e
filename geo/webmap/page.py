"""Renders the map page: one HTML file that opens from disk and asks the network for nothing."""

from __future__ import annotations

import html
import re
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from geo.collector import collector_paused
from geo.webmap.embed import content_security_policy, data_for_script
from geo.webmap.payload import page_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.knowledge import Knowledge
    from geo.records import Article, Claim, ControlInterval, LocatedClaim, Presence, UnplacedClaim
    from geo.regions import Region
    from geo.story import Story
    from geo.webmap.tiles import Tiles

_SLOT = re.compile(r"@@([a-z.]+)@@")
_REMOTE_IMAGE = re.compile(r"^\s*(?:background-image:\s*url|behavior:).*$", re.MULTILINE)
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@collector_paused()
def render_page(
    *,
    region: Region,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    intervals: Sequence[ControlInterval],
    presences: Sequence[Presence],
    unplaced: Sequence[UnplacedClaim],
    located: Sequence[LocatedClaim],
    tiles: Sequence[Tiles] = (),
    points: Sequence[ControlInterval] = (),
    knowledge: Knowledge | None = None,
    story: Story | None = None,
) -> str:
    """The page as HTML; the same records give the same bytes.

    Parameters
    ----------
    region
        Cells, areas, parties and places; it may say more about its map (:mod:`geo.webmap.setting`). The page opens with
        the region's ``shown_names``, and its reader may choose others.
    articles, claims, intervals, points, presences, unplaced, located
        What the stages before gave; ``points`` are the intervals of towns and villages that have some. Only the
        claims' quotes get into the page, not the articles' texts.
    knowledge
        What was known on earlier days, for the switch ``as known on``; without it the page has none.
    story
        Steps that the page can be gone through by.
    tiles
        Online tiles that the page's reader may switch on. Without any the page can make no request at all.

    Notes
    -----
    folium and branca render first, over nothing but our own shell; texts come in afterwards and once, so that no
    template ever sees them and no text is taken for a slot.
    """
    data = page_data(
        region=region,
        articles=articles,
        claims=claims,
        intervals=intervals,
        presences=presences,
        unplaced=unplaced,
        located=located,
        points=points,
        knowledge=knowledge,
        story=story,
    )
    from geo.webmap.layers import render_shell

    bounds = cast("dict[str, list[float] | None]", data["geometry"])["bounds"]
    page = _fill(render_shell(bounds, tiles), _assets())
    pictures = list(dict.fromkeys(host for source in tiles for host in source.hosts))
    text, kind = data_for_script(data)
    return _fill(
        page,
        {
            "policy": html.escape(content_security_policy(page, pictures=pictures)),
            "title": html.escape(f"{_printable(region.name)}: reported control"),
            "data.type": kind,
            "data": text,
        },
    )


def _assets() -> dict[str, str]:
    """Our own code and styles, and Leaflet's with its licence, without what would make a browser ask for more files."""
    folder = files("geo.webmap").joinpath("assets")
    read = {name: folder.joinpath(path).read_text(encoding="utf-8") for name, path in _ASSETS.items()}
    sheets = (folder.joinpath("styles", f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    read["styles"] = "".join(sheets)
    read["leaflet.css"] = _REMOTE_IMAGE.sub("", read["leaflet.css"])
    read["leaflet.js"] = _SOURCE_MAP.sub("", read["leaflet.js"])
    read["leaflet.licence"] = html.escape(read["leaflet.licence"].strip())
    return read


_ASSETS = {
    "leaflet.css": "leaflet/leaflet.css",
    "leaflet.js": "leaflet/leaflet.js",
    "leaflet.licence": "leaflet/LICENSE",
    "page.js": "page.js",
}

_STYLES = (
    *("page", "map", "time", "instrument", "known", "swipe", "panel", "story", "evidence", "marks", "filters", "files"),
    *("narrow", "print"),
)
"""Style sheets in their order: what small windows, fingers and paper need comes last."""


def _fill(page: str, texts: Mapping[str, str]) -> str:
    """Put each text into its slot in one pass; slots without a text stay."""
    return _SLOT.sub(lambda found: texts.get(found[1], found[0]), page)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
