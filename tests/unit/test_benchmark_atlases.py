"""The maps made up for measuring are the same each time, and hold what they say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.atlases import SIZES, make_atlas


@pytest.fixture(scope="module")
def small():
    return make_atlas(SIZES["S"])


def test_the_same_map_is_made_each_time(small):
    again = make_atlas(SIZES["S"])
    assert (again.claims, again.articles, again.intervals) == (small.claims, small.articles, small.intervals)


def test_a_map_holds_the_areas_changes_and_events_of_its_size(small):
    assert len(small.region.areas) == 80
    assert len(small.intervals) == 80 + 60
    assert len(small.claims) == 200


def test_the_intervals_of_a_cell_follow_each_other_without_gap_or_overlap(small):
    for cell in small.region.cells:
        rows = [row for row in small.intervals if row.cell == cell.id]
        assert rows[-1].end is None
        assert all(one.end == other.start > one.start for one, other in pairwise(rows))
