"""The texts of a new region's files: what is known is filled in, what only a person knows is left out and asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.geojson import feature, feature_collection
from geo.partition import area_km2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.partition import Piece
    from geo.regions.making.changes import Change
    from geo.regions.making.outlines import Outline
    from geo.regions.making.plan import About

HEAD = """\
# Made by `geo region new`; correct it by hand, each entry with its source. What is missing: `geo region check`.
# Optional tables are told of in the region karabakh: [names], [view], [map], [[group]], [[limit]], [[anaphor]].

id = {id}
name = {title}
start = {start}
"""

README = """\
# Region: {title}

Data only. `geo` reads this folder; correct it by hand where you know better, and give each row its source.
`geo region check {id}` says what is missing.

*Reported control, not sovereignty. Names and boundaries imply no endorsement. Boundaries are approximate.*

## Sources and licences

| what | from | licence |
|---|---|---|
{sources}

## What was changed on the way in

{changes}
"""


def region_toml(about: About, outlines: Sequence[Outline], overlays: Sequence[Outline], *, tolerance_km: float) -> str:
    """``region.toml``: every area a query over cells, no baseline, no groups."""
    tables = [HEAD.format(id=quoted(about.id), title=quoted(about.title), start=quoted(about.start))]
    if tolerance_km:
        tables.append(f'[map]\naccuracy = "All edges are generalised by about {tolerance_km:g} km."\n')
    tables += [_area(outline, f"{{ district = {quoted(outline.id)} }}", about) for outline in outlines]
    tables += [_area(outline, f"{{ inside = [{quoted(outline.id)}] }}", about) for outline in overlays]
    return "\n".join(tables)


def cells_geojson(pieces: Sequence[Piece]) -> str:
    """``cells.geojson``: a feature for each piece."""
    return feature_collection(
        feature(
            piece.geometry,
            cell=".".join((piece.tile, *piece.layers)),
            district=piece.tile,
            layers=list(piece.layers),
            adjoins=None,
            km2=round(area_km2(piece.geometry), 2),
        )
        for piece in pieces
    )


def readme(about: About, sources: Sequence[tuple[str, str, str]], changes: Sequence[Change]) -> str:
    """``README.md``: sources and licences, and every change."""
    rows = "\n".join(f"| {what} | {_cell(source)} | {_cell(licence)} |" for what, source, licence in sources)
    said = "\n".join(f"- {change}" for change in changes) or "Nothing."
    return README.format(title=about.title, id=about.id, sources=rows, changes=said)


def quoted(text: str) -> str:
    """A text as TOML's basic string, which JSON's strings are, but for the one character that TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _area(outline: Outline, cells: str, about: About) -> str:
    names = ", ".join(f"{language} = {quoted(name)}" for language, name in outline.names)
    lines = [
        "[[area]]",
        f"id = {quoted(outline.id)}",
        f"name = {quoted(outline.name)}",
        *([f"names = {{ {names} }}"] if names else []),
        f"kind = {quoted(outline.kind)}",
        f"cells = {cells}",
        f"source = {quoted(about.source)}",
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "/")
