"""What holds of every history, of a cell and of a town, whatever the reports say and in whatever order they come."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_worlds import CELLS, POINTS

worlds = pytest.mark.parametrize("world", [CELLS, POINTS], ids=["cells", "points"])


@worlds
@given(data=st.data())
def test_intervals_neither_overlap_nor_leave_a_gap(world, data):
    by_place = defaultdict(list)
    for interval in world.decided(data.draw(world.reports)):
        by_place[interval.cell].append(interval)
    if world is CELLS:
        assert set(by_place) == {cell.id for cell in world.region.cells}
    for intervals in by_place.values():
        assert (intervals[0].start, intervals[-1].end) == (world.region.start, None)
        assert all(before.start < before.end == after.start for before, after in pairwise(intervals))


@worlds
@given(data=st.data())
def test_the_order_of_claims_does_not_matter(world, data):
    reports = data.draw(world.reports)
    assert world.decided(data.draw(st.permutations(reports))) == world.decided(reports)


@worlds
@given(data=st.data())
def test_a_claim_given_twice_changes_nothing(world, data):
    reports = data.draw(world.reports)
    if reports:
        assert world.decided([*reports, data.draw(st.sampled_from(reports))]) == world.decided(reports)


@worlds
@given(data=st.data())
def test_a_copy_of_an_article_changes_no_state(world, data):
    reports = data.draw(world.reports)
    if not reports:
        return
    claim, article = data.draw(st.sampled_from(reports))
    copy = (replace(claim, id="copy", article="copy"), replace(article, id="copy"))
    states = [[replace(i, claims=()) for i in world.decided(told_so)] for told_so in ([*reports, copy], reports)]
    assert states[0] == states[1]


@worlds
@given(data=st.data())
def test_no_state_without_a_claim_a_presupposition_or_the_baseline(world, data):
    reports = data.draw(world.reports)
    known = {claim.id for claim, _ in reports}
    for interval in world.decided(reports):
        assert set(interval.claims) <= known
        assert interval.rule
        if interval.basis == "baseline" and interval.status == "held":
            assert interval.controller == world.region.baseline.side
        elif interval.status != "unknown" or interval.basis is not None:
            assert interval.claims
