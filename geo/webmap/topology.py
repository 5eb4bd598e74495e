"""Polygons as shared arcs: every border is stored once, in whole steps of a grid, by difference.

Rings are snapped to a grid (by default ``1 / STEPS`` degrees, about 10 m, far below the sources' generalisation), cut
where the neighbourhood changes, and each piece is kept once however many polygons it bounds. A polygon is then a list
of rings, a ring a list of arc numbers; ``~n`` is arc ``n`` walked backwards, as in TopoJSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.webmap.tables import Ragged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Points = NDArray[np.int32]
    """Points of the grid, a row each."""

STEPS = 10_000
"""Grid steps in a degree, unless a finer or coarser grid is asked for."""

Point = tuple[int, int]
_CORNERS = 3
"""A ring has at least so many."""


@dataclass(slots=True)
class Topology:
    """Arcs, and for each polygon that was given its rings as arc numbers."""

    lines: list[Points] = field(default_factory=list)
    polygons: list[list[list[int]]] = field(default_factory=list)

    @property
    def arcs(self) -> list[list[Point]]:
        """The points of each arc."""
        return [[(x, y) for x, y in line.tolist()] for line in self.lines]

    def deltas(self) -> Ragged:
        """Arcs as ``x, y, dx, dy, dx, dy ...`` in grid steps."""
        sizes = np.array([len(line) for line in self.lines], dtype=np.int64)
        points = np.concatenate([np.zeros((1, 2), dtype=np.int32), *self.lines])
        steps = np.diff(points, axis=0)
        first = np.cumsum(sizes) - sizes
        steps[first] = points[1:][first]
        return Ragged(2 * sizes, steps.ravel())


def build_topology(shapes: Sequence[BaseGeometry | None], *, steps: int = STEPS) -> Topology:
    """Cut polygons (WGS 84 degrees) into shared arcs on a grid of so many ``steps`` a degree.

    A missing or empty shape gets no ring.

    Points, lines and pieces that vanish on the grid draw nothing.
    """
    points, sizes, owners = _rings(shapes, steps)
    topology = Topology(polygons=[[] for _ in shapes])
    if not owners:
        return topology
    names, is_cut = _junctions(points, sizes)
    ends = np.cumsum(sizes).tolist()
    numbers: dict[bytes, int] = {}
    for owner, start, end in zip(owners, [0, *ends], ends, strict=False):
        ring = _Ring(points=points[start:end], names=names[start:end], cuts=np.flatnonzero(is_cut[start:end]))
        topology.polygons[owner].append(_arcs_of(ring, topology.lines, numbers))
    return topology


def snap(coords: Sequence[tuple[float, ...]] | NDArray[np.float64], *, steps: int = STEPS) -> Points:
    """Points on the grid, without repeats of the one before."""
    grid = _on_grid(np.asarray(coords, dtype=np.float64), steps)
    moves = np.any(grid[1:] != grid[:-1], axis=1)
    kept: Points = grid[np.append(True, moves)]
    return kept


def delta(arc: Points) -> list[int]:
    """An arc as ``x, y, dx, dy, dx, dy ...`` in grid steps."""
    steps: list[int] = np.diff(arc, axis=0, prepend=np.zeros((1, 2), dtype=np.int32)).ravel().tolist()
    return steps


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ring:
    """Points of a ring without the one that closes it, a number for each, the same for the same point, and the cuts."""

    points: Points
    names: NDArray[np.int32]
    cuts: NDArray[np.intp]


def _rings(shapes: Sequence[BaseGeometry | None], steps: int) -> tuple[Points, NDArray[np.int64], list[int]]:
    """Rings on the grid, one after the other, each without the point that closes it; their sizes, and whose they are.

    Of points in a row that fall on one only the first is kept, and no ring that has too few corners left.
    """
    from shapely import get_coordinates, get_rings

    found = [(part, number) for number, shape in enumerate(shapes) for part in _polygons(shape)]
    lines, part_of = get_rings([part for part, _ in found], return_index=True)
    coords, ring_of = get_coordinates(lines, return_index=True)
    grid = _on_grid(coords, steps)
    begins = np.append(True, ring_of[1:] != ring_of[:-1])[: len(grid)]
    kept = begins | np.append(True, np.any(grid[1:] != grid[:-1], axis=1))[: len(grid)]
    grid, ring_of, begins = grid[kept], ring_of[kept], begins[kept]
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(grid))[: len(first)] - 1
    closing = last[(last > first) & np.all(grid[first] == grid[last], axis=1)]
    sizes = last - first + 1
    sizes[np.isin(last, closing)] -= 1
    stays = np.repeat(sizes >= _CORNERS, last - first + 1)
    stays[closing] = False
    owners = [found[part][1] for part, size in zip(part_of.tolist(), sizes.tolist(), strict=True) if size >= _CORNERS]
    return grid[stays], sizes[sizes >= _CORNERS], owners


def _on_grid(coords: NDArray[np.float64], steps: int) -> Points:
    grid: Points = np.rint(coords[:, :2] * steps).astype(np.int32)
    return grid


def _polygons(shape: BaseGeometry | None) -> Iterator[BaseGeometry]:
    if shape is None or shape.is_empty:
        return
    if shape.geom_type in ("MultiPolygon", "GeometryCollection"):
        for part in shape.geoms:
            yield from _polygons(part)
    elif shape.geom_type == "Polygon":
        yield shape


def _junctions(points: Points, sizes: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """A number for each point, and whether rings meet or part there: it is seen with more than one pair of neighbours.

    ``sizes`` are those of the rings, whose points follow each other.
    """
    keys = points[:, 0].astype(np.int64) * (1 << 32) + points[:, 1]
    names = np.unique(keys, return_inverse=True)[1].reshape(-1).astype(np.int32)
    del keys
    last = np.cumsum(sizes) - 1
    first = last - sizes + 1
    before, after = np.roll(names, 1), np.roll(names, -1)
    before[first], after[last] = names[last], names[first]
    pairs = np.minimum(before, after).astype(np.int64) * len(names) + np.maximum(before, after)
    one_of = np.zeros(len(names), dtype=np.int64)
    one_of[names] = pairs
    differs = np.zeros(len(names), dtype=bool)
    differs[names[pairs != one_of[names]]] = True
    return names, differs[names]


def _arcs_of(ring: _Ring, lines: list[Points], numbers: dict[bytes, int]) -> list[int]:
    """Numbers of the arcs of a ring; new ones are added to ``lines``, by the numbers of their points."""
    first = int(ring.cuts[0]) if len(ring.cuts) else _lowest(ring.points)
    marks = [0, *(ring.cuts[1:] - first).tolist(), len(ring.names)]
    names, points = (np.concatenate((part[first:], part[: first + 1])) for part in (ring.names, ring.points))
    result = []
    for start, end in pairwise(marks):
        arc = names[start : end + 1]
        back = numbers.get(arc[::-1].tobytes())
        if back is not None:
            result.append(~back)
            continue
        number = numbers.setdefault(arc.tobytes(), len(lines))
        if number == len(lines):
            lines.append(points[start : end + 1].copy())
        result.append(number)
    return result


def _lowest(points: Points) -> int:
    """The place of the first point by longitude, then by latitude."""
    return int(np.lexsort((points[:, 1], points[:, 0]))[0])
