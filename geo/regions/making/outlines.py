"""Rows of a file become areas with ids and names; two that overlap are told apart, or refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from geo.errors import RegionError
from geo.files import show
from geo.names import fold
from geo.partition import SLIVER_KM2, area_km2
from geo.printable import printable
from geo.regions.making.changes import Change
from geo.regions.making.repair import mended
from geo.regions.making.tables import columns_of, language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from shapely import MultiPolygon, Polygon

    from geo.regions.making.vectors import Row

    Surface: TypeAlias = Polygon | MultiPolygon

MOST_OVERLAP = 0.01
"""Share of the smaller of two areas that may lie in both: outlines of one border that differ. More is a question of
whose land it is, which nobody but the user answers."""

_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An area in the making. ``words`` are all texts of its row, by any of which a table may refer to it."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    kind: str
    shape: Surface
    where: str
    words: frozenset[str]


def outlines_of(
    rows: Sequence[Row], path: Path, *, name_column: str | None, languages: Collection[str] | None, kind: str
) -> tuple[list[Outline], list[Change]]:
    """The areas that the rows draw, and what was changed of each.

    Parameters
    ----------
    rows
        In the order of the file.
    path
        The file, for what is said.
    name_column
        The column of names; None for the first of those in ``columns.toml``.
    languages
        Of the columns ``name_xx``, those that are read; None for all.
    kind
        What the areas are called (``district``, ``province``).

    Raises
    ------
    RegionError
        Where there is no column of names, or no row is an area.
    """
    column = _name_column(rows, path, name_column)
    made: list[Outline] = []
    changes: list[Change] = []
    for row in rows:
        name = clean(row.values.get(column)) or f"Area {row.number}"
        where = f"{printable(path.name)}, row {row.number} ({name})"
        shape, said = mended(row.shape, where=where)
        if not clean(row.values.get(column)):
            said.append(f"it has no name in column {column!r}; it is called {name!r}")
        changes += [Change(where=where, what=what) for what in (*row.changes, *said)]
        if shape is not None:
            names = _names(row.values, languages)
            words = frozenset(text for value in row.values.values() if (text := clean(value)))
            ident = _with_kind(identifier(name), kind) or f"area-{row.number}"
            made.append(Outline(id=ident, name=name, names=names, kind=kind, shape=shape, where=where, words=words))
    if not made:
        raise RegionError(f"{show(path)} holds no areas: {changes[0].what if changes else 'it has no rows'}.")
    return made, changes


def with_own_ids(outlines: Sequence[Outline]) -> tuple[list[Outline], list[Change]]:
    """The areas with an id each; those that share a name or an id are said."""
    seen: dict[str, Outline] = {}
    result: list[Outline] = []
    changes: list[Change] = []
    for outline in outlines:
        ident, number = outline.id, 2
        while ident in seen:
            ident, number = f"{outline.id}-{number}", number + 1
        if ident != outline.id:
            first = seen[outline.id]
            what = f"it is called like {first.where}; its id is {ident!r}. Reports that name it mean either"
            changes.append(Change(where=outline.where, what=what))
        own = replace(outline, id=ident)
        seen[ident] = own
        result.append(own)
    return result, changes


def without_overlaps(outlines: Sequence[Outline]) -> tuple[list[Outline], list[Change]]:
    """The areas with what lies in two of them left to the first, where that is no more than outlines differ by.

    Raises
    ------
    RegionError
        Where two share more than that; both rows are named.
    """
    from shapely import STRtree, area, intersection

    shapes = [outline.shape for outline in outlines]
    first, second = STRtree(shapes).query(shapes, predicate="intersects")
    pairs = sorted((a, b) for a, b in zip(first.tolist(), second.tolist(), strict=True) if a < b)
    if not pairs:
        return list(outlines), []
    common = intersection([shapes[a] for a, _ in pairs], [shapes[b] for _, b in pairs])
    changes = []
    for (a, b), shared, size in zip(pairs, common, area(common), strict=True):
        if not size:
            continue
        km2, smaller = area_km2(shared), min(area_km2(shapes[a]), area_km2(shapes[b]))
        if km2 > max(MOST_OVERLAP * smaller, SLIVER_KM2 / 1000):
            raise RegionError(
                f"{outlines[a].where} and {outlines[b].where} overlap by {km2:,.1f} km². Cut one of them in the file; "
                "an area that cuts across others belongs into a file of its own, with --overlay."
            )
        shapes[b] = shapes[b].difference(shared)
        if km2 >= SLIVER_KM2:
            what = f"{km2:,.1f} km² lie in {outlines[a].where} too, and are left to that"
            changes.append(Change(where=outlines[b].where, what=what))
    return [replace(outline, shape=shape) for outline, shape in zip(outlines, shapes, strict=True)], changes


def identifier(name: str) -> str:
    """A name as an id: small Latin letters, digits and hyphens; empty where it has none of these.

    Examples
    --------
    >>> identifier("Kəlbəcər rayonu"), identifier("Ivano-Frankivs'k"), identifier("Київ")
    ('kalbacar-rayonu', 'ivano-frankivsk', '')
    """
    return _NO_ID.sub("-", fold(name)).strip("-")


def _with_kind(ident: str, kind: str) -> str:
    """`agdam-district`: the district's id, so that the town's is free."""
    suffix = identifier(kind)
    return ident if not ident or suffix in ident.split("-") else f"{ident}-{suffix}"


def clean(value: object) -> str:
    """A value as one line of text: no control characters, and no mark that parts lists."""
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - only NaN differs from itself
        return ""
    text = "".join(" " if unicodedata.category(char).startswith("C") else char for char in str(value))
    return " ".join(text.replace("|", "/").split())


def _name_column(rows: Sequence[Row], path: Path, asked: str | None) -> str:
    there = list(rows[0].values) if rows else []
    wanted = columns_of("areas")["name"] if asked is None else (asked,)
    by_folded = {name.casefold(): name for name in there}
    found = next((by_folded[name.casefold()] for name in wanted if name.casefold() in by_folded), None)
    if found is not None or not rows:
        return found or ""
    what = f"no column {asked!r}" if asked is not None else "no column of names that is known"
    raise RegionError(
        f"{show(path)} has {what}. Name one with --name: {', '.join(map(clean, there)) or 'it has none'}."
    )


def _names(values: Mapping[str, object], languages: Collection[str] | None) -> tuple[tuple[str, str], ...]:
    """The row's names by language, from columns such as ``name_uk``, in the order of the languages."""
    found = {
        language: name
        for column, value in values.items()
        if (language := language_of(column)) and (name := clean(value))
    }
    wanted: Iterable[str] = sorted(found) if languages is None else languages
    return tuple((language, found[language]) for language in wanted if language in found)
