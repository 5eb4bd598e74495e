"""Borders are stored once, and the polygons come back whole."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from geo.webmap.topology import STEPS, Topology, build_topology


def rebuild(topology: Topology, number: int) -> Polygon:
    """A polygon from its arcs, rings joined by symmetric difference (even-odd)."""
    whole = Polygon()
    for ring in topology.polygons[number]:
        points: list[tuple[int, int]] = []
        for arc in ring:
            walked = topology.arcs[arc] if arc >= 0 else topology.arcs[~arc][::-1]
            assert not points or points[-1] == walked[0], "arcs of a ring join end to end"
            points += walked[1:] if points else walked
        assert points[0] == points[-1], "a ring is closed"
        whole = whole.symmetric_difference(Polygon([(x / STEPS, y / STEPS) for x, y in points]))
    return whole


def test_neighbours_share_their_border():
    topology = build_topology([box(0, 0, 1, 1), box(1, 0, 2, 1)])
    assert len(topology.arcs) == 3
    used = [arc if arc >= 0 else ~arc for polygon in topology.polygons for ring in polygon for arc in ring]
    assert sorted(Counter(used).values()) == [1, 1, 2]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_any_grid_of_cells_comes_back_from_its_arcs(widths, heights):
    shapes = [
        box(sum(widths[:i]), sum(heights[:j]), sum(widths[: i + 1]), sum(heights[: j + 1]))
        for i in range(len(widths))
        for j in range(len(heights))
    ]
    topology = build_topology(shapes)
    for number, shape in enumerate(shapes):
        assert rebuild(topology, number).equals(shape)


def test_holes_islands_and_enclaves_come_back():
    ring = Polygon(box(0, 0, 4, 4).exterior, [box(1, 1, 2, 2).exterior])
    shapes = [ring, box(1, 1, 2, 2), MultiPolygon([box(6, 0, 7, 1), box(8, 0, 9, 1)])]
    topology = build_topology(shapes)
    for number, shape in enumerate(shapes):
        assert rebuild(topology, number).equals(shape)


def test_what_has_no_inside_draws_nothing():
    shapes = [None, Polygon(), LineString([(0, 0), (1, 1)]), box(0, 0, 1e-7, 1e-7)]
    assert build_topology(shapes).polygons == [[], [], [], []]


def test_arcs_are_whole_steps_by_difference():
    topology = build_topology([box(45, 39, 46, 40)])
    (flat,) = topology.deltas()
    assert all(isinstance(value, int) for value in flat)
    assert sum(flat[2::2]) == sum(flat[3::2]) == 0
