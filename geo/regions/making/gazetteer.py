"""The rows of a region's ``places.csv`` and ``actors.csv``, from tables as people keep them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.names import fold
from geo.regions.making.changes import Change
from geo.regions.making.outlines import clean, identifier
from geo.regions.making.tables import columns_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from geo.regions.making.outlines import Outline
    from geo.regions.making.tables import Line

PLACE_COLUMNS = (
    "id",
    "name",
    "names",
    "kind",
    "lat",
    "lon",
    "precision_km",
    "parent",
    "area",
    "source",
    "remark",
    "outline",
)
ACTOR_COLUMNS = (
    "id",
    "name",
    "names",
    "side",
    "words",
    "adjectives",
    "presence_only",
    "source",
)

Values = dict[str, str]

_SHOWN = 10
"""Places that are named where many are meant."""


def name_outlines(
    outlines: Sequence[Outline], lines: Sequence[Line], *, languages: Collection[str] | None = None
) -> tuple[list[Outline], list[Line]]:
    """Areas named by the table of places: a place whose ``area`` is any text of an area's row gives it id and names.

    Of the place's names those in ``languages`` become the area's, or all where it is None: the first of each language.

    Returns
    -------
    tuple
        The areas, those with a place renamed after it, and the lines, their ``area`` and ``parent`` now ids.

    Raises
    ------
    RegionError
        Where a line's ``area`` is in no row, or in several, or two lines are for one area; the line is named.
    """
    named: dict[str, Line] = {}
    ids: dict[str, str] = {}
    for line in lines:
        wanted = _outline_of(line)
        if not wanted:
            continue
        found = _meant(wanted, outlines)
        if len(found) != 1:
            there = "; ".join(item.where for item in found[:3]) or "none"
            raise RegionError(f"{line.where} is for the area {wanted!r}. Rows with that text: {there}. Name one row.")
        if found[0].where in named:
            raise RegionError(f"{line.where} is for the area of {named[found[0].where].where} too. Leave one out.")
        named[found[0].where] = line
        ids[wanted] = ids[line.values.get("area") or wanted] = _id_of(line)
    renamed = [_renamed(item, named[item.where], languages) if item.where in named else item for item in outlines]
    return renamed, [_refer(line, ids) for line in lines]


def place_rows(
    outlines: Sequence[Outline], lines: Sequence[Line], *, source: str, default_source: str
) -> tuple[list[Values], list[Change]]:
    """A row for each area that has none in the table, then the table's own, each with the area that it lies in.

    Parameters
    ----------
    outlines
        The region's areas, named.
    lines
        The table's lines.
    source, default_source
        What is said of areas, and of places whose line says nothing.

    Raises
    ------
    RegionError
        Where an id comes twice, or a coordinate is none; the line is named.
    """
    named = {line.values.get("area") for line in lines}
    rows = [_place_of(outline, source) for outline in outlines if outline.id not in named]
    own = [_place(line, default_source) for line in lines]
    _give_ids([row["id"] for row in rows], own, lines)
    _give_points(own, outlines)
    changes = _give_parents(own, outlines, lines)
    return [*rows, *own], changes


def actor_rows(lines: Sequence[Line], *, default_source: str) -> list[Values]:
    """The parties; one whose line gives no side is a side of its own, and goes by its name."""
    rows = []
    for line in lines:
        given = line.values
        ident = _id_of(line)
        rows.append(
            {
                "id": ident,
                "name": given["name"],
                "names": given.get("names", ""),
                "side": given.get("side") or ident,
                "words": given.get("words") or _words(given),
                "adjectives": given.get("adjectives", ""),
                "presence_only": _yes_or_no(line),
                "source": given.get("source") or default_source,
            }
        )
    _give_ids([], rows, lines)
    return rows


def _meant(wanted: str, outlines: Sequence[Outline]) -> list[Outline]:
    """The areas that a text may stand for: by their id, else by a text of their row, as it is written if any is."""
    return (
        [item for item in outlines if wanted == item.id]
        or [item for item in outlines if wanted in item.words]
        or [item for item in outlines if fold(wanted) in map(fold, item.words)]
    )


def _words(given: Mapping[str, str]) -> str:
    """What a party goes by where its line says nothing: its name, its adjectives before nouns of ``columns.toml``."""
    adjectives = [part for part in given.get("adjectives", "").split("|") if part]
    return "|".join([given["name"], *(f"{one} {noun}" for one in adjectives for noun in columns_of("heads")["nouns"])])


def _renamed(outline: Outline, line: Line, languages: Collection[str] | None) -> Outline:
    pairs = [entry.strip().partition(":") for entry in line.values.get("names", "").split("|") if entry.strip()]
    first: dict[str, str] = {}
    for language, _, name in pairs:
        if languages is None or language in languages:
            first.setdefault(language, name)
    return replace(
        outline,
        id=_id_of(line),
        name=line.values["name"],
        names=tuple(first.items()) or outline.names,
        kind=line.values.get("kind") or outline.kind,
    )


def _outline_of(line: Line) -> str:
    """The text by which the file of areas knows the area that a line is for; empty for a line that is for none."""
    return line.values.get("outline") or line.values.get("area", "")


def _refer(line: Line, ids: Mapping[str, str]) -> Line:
    outline, parent = _outline_of(line), line.values.get("parent", "")
    area = ids.get(outline, outline)
    turned = {"outline": outline, "area": area, "parent": ids.get(parent, parent)}
    return replace(line, values={**line.values, **turned})


def _id_of(line: Line) -> str:
    ident = line.values.get("id") or identifier(line.values["name"])
    if not ident:
        raise RegionError(f"{line.where} has no id, and none can be made of a name without Latin letters. Give it one.")
    return ident


def _place_of(outline: Outline, source: str) -> Values:
    return {
        "id": outline.id,
        "name": outline.name,
        "names": "|".join(f"{language}:{name}" for language, name in outline.names),
        "kind": outline.kind,
        "area": outline.id,
        "source": source,
        **_point_in(outline),
    }


def _point_in(outline: Outline) -> Values:
    point = outline.shape.representative_point()
    return {"lat": f"{point.y:.4f}", "lon": f"{point.x:.4f}", "remark": "a point inside the area"}


def _give_points(rows: Sequence[Values], outlines: Sequence[Outline]) -> None:
    """Give each row that stands for an area, and has no point, one inside it."""
    by_id = {outline.id: outline for outline in outlines}
    for row in rows:
        if row["area"] in by_id and not row["lat"]:
            point = _point_in(by_id[row["area"]])
            row |= {**point, "remark": "; ".join(text for text in (row["remark"], point["remark"]) if text)}


def _place(line: Line, default_source: str) -> Values:
    given = {column: clean_list(line.values.get(column, "")) for column in PLACE_COLUMNS}
    given["id"] = _id_of(line)
    given["outline"] = "" if given["outline"] == given["area"] else given["outline"]
    given["kind"] = given["kind"] or "place"
    given["source"] = given["source"] or default_source
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        if given[column] and not _is_within(given[column], most):
            raise RegionError(f"{line.where} has {column} {given[column]!r}, which is no degrees within {most:g}.")
    if bool(given["lat"]) != bool(given["lon"]):
        raise RegionError(f"{line.where} has one coordinate of two. Give lat and lon, or neither.")
    return given


def clean_list(text: str) -> str:
    """A list parted by ``|``, each part cleaned."""
    return "|".join(part for part in map(clean, text.split("|")) if part)


def _give_parents(rows: Sequence[Values], outlines: Sequence[Outline], lines: Sequence[Line]) -> list[Change]:
    """Give each place without a parent the area that its point lies in, and say of how many."""
    from shapely import Point, STRtree

    open_ = [row for row in rows if row["lat"] and not row["parent"] and not row["area"]]
    if not open_:
        return []
    points = [Point(float(row["lon"]), float(row["lat"])) for row in open_]
    found, areas = STRtree([outline.shape for outline in outlines]).query(points, predicate="intersects")
    for place, area in sorted(zip(found.tolist(), areas.tolist(), strict=True), reverse=True):
        open_[place]["parent"] = outlines[area].id
    outside = [row["name"] for row in open_ if not row["parent"]]
    where = lines[0].where.partition(", line")[0]
    what = f"places without a parent that lie in an area, which it is now: {len(open_) - len(outside)}"
    said = [Change(where=where, what=what)]
    if outside:
        more = f" and {len(outside) - _SHOWN} more" if len(outside) > _SHOWN else ""
        lie = f"places that lie in no area: {', '.join(outside[:_SHOWN])}{more}"
        said.append(Change(where=where, what=lie))
    return said


def _give_ids(taken: Sequence[str], rows: Sequence[Values], lines: Sequence[Line]) -> None:
    """See that each row has an id of its own: one that was made of a name may be numbered, a given one may not."""
    seen = dict.fromkeys(taken, "an area")
    for row, line in sorted(zip(rows, lines, strict=True), key=lambda pair: not pair[1].values.get("id")):
        if row["id"] in seen and line.values.get("id"):
            raise RegionError(f"{line.where}: the id {row['id']!r} is that of {seen[row['id']]} too. Give another.")
        ident, number = row["id"], 2
        while row["id"] in seen:
            row["id"], number = f"{ident}-{number}", number + 1
        seen[row["id"]] = line.where


def _yes_or_no(line: Line) -> str:
    given = line.values.get("presence_only", "").casefold() or "no"
    if given not in ("yes", "no"):
        raise RegionError(f"{line.where} has presence_only {given!r}. Write yes or no.")
    return given


def _is_within(text: str, most: float) -> bool:
    try:
        return abs(float(text)) <= most
    except ValueError:
        return False
