"""Polygons as shared arcs: every border is stored once, in whole steps of a grid, by difference.

Rings are snapped to a grid (by default ``1 / STEPS`` degrees, about 10 m, far below the sources' generalisation), cut
where the neighbourhood changes, and each piece is kept once however many polygons it bounds. A polygon is then a list
of rings, a ring a list of arc numbers; ``~n`` is arc ``n`` walked backwards, as in TopoJSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

STEPS = 10_000
"""Grid steps in a degree, unless a finer or coarser grid is asked for."""

Point = tuple[int, int]
Ring = list[Point]


@dataclass(slots=True)
class Topology:
    """Arcs, and for each polygon that was given its rings as arc numbers."""

    arcs: list[list[Point]] = field(default_factory=list)
    polygons: list[list[list[int]]] = field(default_factory=list)

    def deltas(self) -> list[list[int]]:
        """Arcs as ``x, y, dx, dy, dx, dy ...`` in grid steps."""
        return [delta(arc) for arc in self.arcs]


def build_topology(shapes: Sequence[BaseGeometry | None], *, steps: int = STEPS) -> Topology:
    """Cut polygons (WGS 84 degrees) into shared arcs on a grid of so many ``steps`` a degree.

    A missing or empty shape gets no ring.

    Points, lines and pieces that vanish on the grid draw nothing.
    """
    rings = [list(_rings(shape, steps)) for shape in shapes]
    junctions = _junctions([ring for of_shape in rings for ring in of_shape])
    topology = Topology()
    numbers: dict[tuple[Point, ...], int] = {}
    for of_shape in rings:
        topology.polygons.append([_arcs_of(ring, junctions, topology, numbers) for ring in of_shape])
    return topology


def _rings(shape: BaseGeometry | None, steps: int) -> Iterator[Ring]:
    if shape is None or shape.is_empty:
        return
    if shape.geom_type in ("MultiPolygon", "GeometryCollection"):
        for part in shape.geoms:
            yield from _rings(part, steps)
    elif shape.geom_type == "Polygon":
        for line in (shape.exterior, *shape.interiors):
            ring = snap(line.coords, steps=steps)
            if len(ring) > 1 and ring[0] == ring[-1]:
                ring.pop()
            if len(ring) >= 3:  # noqa: PLR2004 - a ring has at least three corners
                yield ring


def snap(coords: Sequence[tuple[float, ...]], *, steps: int = STEPS) -> list[Point]:
    """Points on the grid, without repeats of the one before."""
    ring: list[Point] = []
    for lon, lat, *_ in coords:
        point = (round(lon * steps), round(lat * steps))
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring


def _junctions(rings: list[Ring]) -> set[Point]:
    """Points where rings meet or part: those that are seen with more than one pair of neighbours."""
    seen: dict[Point, frozenset[Point]] = {}
    found: set[Point] = set()
    for ring in rings:
        for i, point in enumerate(ring):
            pair = frozenset((ring[i - 1], ring[(i + 1) % len(ring)]))
            if seen.setdefault(point, pair) != pair:
                found.add(point)
    return found


def _arcs_of(ring: Ring, junctions: set[Point], topology: Topology, numbers: dict[tuple[Point, ...], int]) -> list[int]:
    cuts = [i for i, point in enumerate(ring) if point in junctions]
    first = cuts[0] if cuts else ring.index(min(ring))
    turned = [*ring[first:], *ring[:first], ring[first]]
    marks = [i - first for i in cuts[1:]] if cuts else []
    result = []
    for start, end in zip([0, *marks], [*marks, len(ring)], strict=True):
        arc = tuple(turned[start : end + 1])
        back = arc[::-1]
        if back in numbers:
            result.append(~numbers[back])
            continue
        if arc not in numbers:
            numbers[arc] = len(topology.arcs)
            topology.arcs.append(list(arc))
        result.append(numbers[arc])
    return result


def delta(arc: list[Point]) -> list[int]:
    """An arc as ``x, y, dx, dy, dx, dy ...`` in grid steps."""
    flat = [*arc[0]]
    for (x0, y0), (x1, y1) in pairwise(arc):
        flat += (x1 - x0, y1 - y0)
    return flat
