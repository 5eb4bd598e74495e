"""The overlay of tiles with layers: pure, exact, the same on every run."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon, box, coverage_is_valid, union_all

from geo.errors import RegionError
from geo.partition import GRID_DEGREES, area_km2, partition

SMALL = 0.002
"""Degrees: a square of this side is about 0.04 km², a sliver."""


def tiles_of(cuts):
    """Neighbouring tiles between 46 and 47 degrees east, cut at these fractions."""
    edges = [46.0, *(46 + cut for cut in sorted(cuts)), 47.0]
    return {f"tile-{number}": box(west, 39, east, 40) for number, (west, east) in enumerate(itertools.pairwise(edges))}


fractions = st.integers(1, 99).map(lambda percent: percent / 100)
layers_of = st.lists(
    st.tuples(fractions, fractions, fractions, fractions).map(
        lambda f: box(46 + min(f[0], f[1]), 39 + min(f[2], f[3]), 46.011 + max(f[0], f[1]), 39.017 + max(f[2], f[3]))
    ),
    max_size=3,
)


@settings(max_examples=40)
@given(st.sets(fractions, max_size=3), layers_of)
def test_pieces_tile_each_tile_without_gap_or_overlap(cuts, shapes):
    tiles = tiles_of(cuts)
    pieces = partition(tiles, {f"layer-{number}": shape for number, shape in enumerate(shapes)})
    assert coverage_is_valid([piece.geometry for piece in pieces])
    for name, shape in tiles.items():
        inside = [piece.geometry for piece in pieces if piece.tile == name]
        # In square degrees: on the ellipsoid an edge is a geodesic, which a new corner moves off its parallel.
        assert sum(piece.area for piece in inside) == pytest.approx(shape.area, rel=1e-9)
        assert union_all(inside).symmetric_difference(shape).area < 1e-9


@settings(max_examples=40)
@given(st.sets(fractions, max_size=2), layers_of)
def test_a_tile_has_at_most_one_piece_for_each_set_of_layers(cuts, shapes):
    pieces = partition(tiles_of(cuts), {f"layer-{number}": shape for number, shape in enumerate(shapes)})
    keys = [(piece.tile, piece.layers) for piece in pieces]
    assert len(keys) == len(set(keys))


@settings(max_examples=25)
@given(layers_of)
def test_no_piece_smaller_than_a_sliver_is_left_where_it_has_a_neighbour(shapes):
    layers = {f"layer-{number}": shape for number, shape in enumerate(shapes)}
    for piece in partition({"a": box(46, 39, 47, 40)}, layers, sliver_km2=2.0):
        for part in getattr(piece.geometry, "geoms", [piece.geometry]):
            assert area_km2(part) >= 2.0


def test_a_piece_lies_in_the_layers_it_names():
    pieces = partition({"a": box(46, 39, 47, 40)}, {"west": box(45, 38, 46.5, 41), "north": box(45, 39.5, 48, 41)})
    assert {piece.layers for piece in pieces} == {(), ("west",), ("north",), ("west", "north")}
    north = next(piece for piece in pieces if piece.layers == ("north",))
    assert north.geometry.equals(box(46.5, 39.5, 47, 40))


def test_a_sliver_joins_the_neighbour_with_the_longest_common_edge():
    layer = box(46.5 - SMALL, 39.4, 46.5, 39.402)
    long_edge = box(46.5, 39, 47, 40)
    pieces = partition({"a": box(46, 39, 47, 40)}, {"sliver": layer, "east": long_edge})
    assert {piece.layers for piece in pieces} == {(), ("east",)}
    west = next(piece for piece in pieces if not piece.layers)
    assert west.geometry.covers(layer)


def test_a_sliver_never_leaves_its_tile():
    tiles = {"a": box(46, 39, 46.5, 40), "speck": box(46.5, 39, 46.5 + SMALL, 39 + SMALL)}
    pieces = partition(tiles, {"layer": box(45, 38, 46.5, 41)})
    assert [(piece.tile, piece.layers) for piece in pieces] == [("a", ("layer",)), ("speck", ())]


def test_what_lies_in_no_tile_is_dropped():
    (piece,) = partition({"a": box(46, 39, 46.5, 40)}, {"layer": box(40, 30, 50, 50)})
    assert piece.geometry.equals(box(46, 39, 46.5, 40))


def test_neighbours_share_every_vertex_although_their_sources_differ_in_the_last_digits():
    left = Polygon([(46, 39), (46.3333333333, 39), (46.3333333334, 39.5), (46.3333333333, 40), (46, 40)])
    right = Polygon([(46.3333333331, 39), (47, 39), (47, 40), (46.3333333336, 40), (46.3333333329, 39.5)])
    pieces = partition({"left": left, "right": right}, {})
    assert coverage_is_valid([piece.geometry for piece in pieces])
    for piece in pieces:
        for x, y in piece.geometry.exterior.coords:
            assert x == pytest.approx(round(x / GRID_DEGREES) * GRID_DEGREES, abs=1e-12)
            assert y == pytest.approx(round(y / GRID_DEGREES) * GRID_DEGREES, abs=1e-12)


def test_tiles_that_overlap_are_refused_by_name():
    with pytest.raises(RegionError, match=r"'a' and 'b' overlap by \d+"):
        partition({"a": box(46, 39, 46.5, 40), "b": box(46.4, 39, 47, 40)}, {})


def test_the_order_in_which_layers_are_drawn_changes_no_shape():
    one, two = box(46.2, 39.2, 46.7, 39.7), box(46.5, 39.5, 46.9, 39.9)
    there = partition({"a": box(46, 39, 47, 40)}, {"one": one, "two": two})
    back = partition({"a": box(46, 39, 47, 40)}, {"two": two, "one": one})
    assert {(frozenset(p.layers), p.geometry.wkb) for p in there} == {
        (frozenset(p.layers), p.geometry.wkb) for p in back
    }


def test_area_is_measured_on_the_ellipsoid():
    assert area_km2(box(46, 39, 47, 40)) == pytest.approx(9529, rel=0.005)
