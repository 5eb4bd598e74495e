"""Finds the neighbour with which a fringe counts.

Outlines from different sources disagree: a piece of a district can lie behind the line and outside the oblast although
the district's land there does neither. No report names such a piece. It keeps its district, and is marked with the
neighbour, one of the districts that changed hands as a whole, with which it shares the longest edge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.partition import Piece
    from geo.recipe.plan import Fringe


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShape:
    """A piece of the partition and the district that it adjoins, where it is a fringe."""

    piece: Piece
    adjoins: str | None


def mark_fringes(pieces: Sequence[Piece], fringe: Fringe | None) -> list[CellShape]:
    """Split each fringe piece by the neighbour that its polygons adjoin; all others pass as they are."""
    marked: list[CellShape] = []
    for piece in pieces:
        if fringe is None or not _is_fringe(piece, fringe):
            marked.append(CellShape(piece=piece, adjoins=None))
        else:
            marked.extend(_split(piece, [other for other in pieces if other.tile in fringe.adjoins], fringe))
    return marked


def _is_fringe(piece: Piece, fringe: Fringe) -> bool:
    return (
        piece.tile not in fringe.adjoins
        and set(fringe.inside).issubset(piece.layers)
        and set(fringe.outside).isdisjoint(piece.layers)
    )


def _split(piece: Piece, neighbours: Iterable[Piece], fringe: Fringe) -> list[CellShape]:
    """The piece's polygons by the district they adjoin, in the order of the recipe; those that touch none come last."""
    from shapely import coverage_union_all, get_parts, normalize

    beside = [other for other in neighbours if set(fringe.inside).issubset(other.layers)]
    groups: dict[str | None, list[object]] = {name: [] for name in (*fringe.adjoins, None)}
    for part in get_parts(piece.geometry):
        edges: dict[str, float] = dict.fromkeys(fringe.adjoins, 0.0)
        for other in beside:
            edges[other.tile] += part.boundary.intersection(other.geometry.boundary).length
        nearest = max(edges, key=lambda name: edges[name])
        groups[nearest if edges[nearest] > 0 else None].append(part)
    return [
        CellShape(piece=replace(piece, geometry=normalize(coverage_union_all(parts))), adjoins=name)
        for name, parts in groups.items()
        if parts
    ]
