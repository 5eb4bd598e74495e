"""What holds of the history of every town and village, whatever the reports say and in whatever order they come."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from test_timeline_points import TOWNS, except_for
from test_timeline_properties import DAYS, PUBLISHED, SIDES, SOURCES, STANCES, WHENS
from timeline_cases import told

from geo.areas import locate
from geo.timeline import decide_control
from geo.timeline.statements import read_statements

PLACES = st.sampled_from(
    ["southton", "southwell", "northam", "oldham", "part of southton", "south", "north", "both", "part of south",
     "part of north", "old-south", "part of old-south", "?some"]
)  # fmt: skip


@st.composite
def tellings(draw):
    kind = draw(st.sampled_from(["capture", "handover", "withdrawal", "loss", "hold"]))
    telling = told(
        kind,
        tuple(draw(st.lists(PLACES, max_size=2, unique=True))),
        by=draw(SIDES) if kind in ("capture", "handover", "hold") else None,
        frm=draw(SIDES) if kind != "hold" else None,
        when=draw(WHENS),
        who=draw(st.sampled_from([None, "Redville", "Blueton"])),
        source=draw(SOURCES),
        published=draw(PUBLISHED),
        stance=draw(STANCES),
        number=draw(st.integers(0, 3)),
    )
    return except_for(telling, "southton") if draw(st.integers(0, 9)) == 0 else telling


REPORTS = st.lists(tellings(), max_size=12, unique_by=lambda telling: telling[0].id)


def placed(reports):
    return locate([claim for claim, _ in reports], [article for _, article in reports], TOWNS)[0]


def decided(reports):
    return decide_control(placed(reports), TOWNS).points


@given(REPORTS)
@settings(max_examples=150)
def test_intervals_of_a_point_neither_overlap_nor_leave_a_gap(reports):
    by_point = defaultdict(list)
    for interval in decided(reports):
        by_point[interval.cell].append(interval)
    for intervals in by_point.values():
        assert (intervals[0].start, intervals[-1].end) == (TOWNS.start, None)
        assert all(before.start < before.end == after.start for before, after in pairwise(intervals))


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_claims_does_not_matter(reports, random):
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert decided(shuffled) == decided(reports)


@given(REPORTS, st.data())
@settings(max_examples=100)
def test_a_claim_given_twice_changes_nothing(reports, data):
    if reports:
        assert decided([*reports, data.draw(st.sampled_from(reports))]) == decided(reports)


@given(REPORTS, st.data())
@settings(max_examples=100)
def test_a_copy_of_an_article_changes_no_state(reports, data):
    if not reports:
        return
    claim, article = data.draw(st.sampled_from(reports))
    copy = (replace(claim, id="copy", article="copy"), replace(article, id="copy"))
    states = [[replace(i, claims=()) for i in decided(told_so)] for told_so in ([*reports, copy], reports)]
    assert states[0] == states[1]


@given(REPORTS)
@settings(max_examples=100)
def test_no_state_without_a_claim_a_presupposition_or_the_baseline(reports):
    known = {claim.id for claim, _ in reports}
    for interval in decided(reports):
        assert set(interval.claims) <= known
        if interval.basis == "baseline" and interval.status == "held":
            assert interval.controller == TOWNS.baseline.side
        elif interval.status != "unknown" or interval.basis is not None:
            assert interval.claims


@given(REPORTS)
@settings(max_examples=100)
def test_every_report_that_names_a_point_is_cited_in_one_of_its_intervals(reports):
    items = placed(reports)
    reading, intervals = read_statements(items, TOWNS), decide_control(items, TOWNS).points
    for point in reading.points.points(reading.by_cell):
        cited = {claim for interval in intervals if interval.cell == point.id for claim in interval.claims}
        assert {statement.claim for statement in point.statements} <= cited


@given(REPORTS)
@settings(max_examples=100)
def test_a_report_of_a_point_alone_leaves_other_points_as_they_were(reports):
    named = told("capture", "southton", by="blue", frm="red", when="1996-03-01", number=9)
    before = {i for i in decided(reports) if i.cell != "place:southton"}
    assert {i for i in decided([*reports, named]) if i.cell != "place:southton"} == before


@given(st.lists(st.tuples(st.sampled_from(["capture", "hold"]), DAYS, st.booleans()), min_size=1, max_size=8))
@settings(max_examples=100)
def test_what_is_denied_and_never_confirmed_is_never_held(claims):
    """Blue says again and again that it took the town or holds it; red denies each capture, or says it holds it."""
    reports = [told("capture", "south", by="red", frm="blue", when="1989-06-01", published="1989-07-01")]
    for kind, day, flatly in claims:
        reports.append(told(kind, "southton", by="blue", frm="red", when=day, who="Blueton", published="1997-01-01"))
        if kind == "capture" and flatly:
            denial = {"by": "blue", "frm": "red", "stance": "denied"}
            reports.append(told("capture", "southton", when=day, who="Redville", published="1997-01-01", **denial))
        elif kind == "capture":
            reports.append(told("hold", "southton", by="red", when=day, who="Redville", published="1997-01-01"))
    assert all((i.controller, i.status) != ("blue", "held") for i in decided(reports))
