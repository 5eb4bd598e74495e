"""Claims that cannot be so: each is listed with the reason, and the rest is decided as without it."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_cases import REGION, history, listed, located, make_region, state, told

from geo.early_days import by_time
from geo.timeline import decide, presences

GOOD = told("capture", by="red", frm="blue", when="1993-05-01")
WITHIN_SECONDS = 10


@pytest.mark.parametrize(
    ("when", "published", "why"),
    [
        ("2021/2020", "2022-01-01", "ends before it starts"),
        ("2020-11-25/2020-11-10", "2022-01-01", "ends before it starts"),
        ("0000", "2022-01-01", "names no real day"),
        ("0000-13", "2022-01-01", "names no real day"),
        ("2020-02-30", "2022-01-01", "names no real day"),
        ("9999", "2022-01-01", "after its publication"),
        ("2023-01-01", "2022-01-01", "after its publication"),
        ("soon", "2022-01-01", "is no EDTF date"),
        (None, None, "neither the claim nor its article is dated"),
        (None, "0000-01-01", "names no real day"),
        (None, "-0500-02-30", "names no real day"),
        ("2020", "99999", "is no EDTF date"),
    ],
)
def test_a_date_that_cannot_be_is_named_and_the_rest_goes_on(when, published, why):
    bad = told("capture", by="blue", frm="red", when=when, published=published)
    assert any(why in item.reason for item in listed(bad))
    assert history(GOOD, bad) == history(GOOD)


@pytest.mark.parametrize("kind", ["deployment", "hold"])
def test_forces_at_a_day_that_cannot_be_are_nowhere(kind):
    assert presences(located(told(kind, by="green-peacekeepers", when="2021/2020")), REGION) == []


def test_an_unknown_place_is_named_and_the_rest_goes_on():
    bad = told("capture", ("atlantis",), by="blue", frm="red", when="2020")
    assert [item.reason for item in listed(bad)] == ["the region's gazetteer has no place 'atlantis'"]
    assert state("2022-01-01", GOOD, bad)[0] == "red"


@pytest.mark.parametrize("party", [{"by": "strangers"}, {"frm": "strangers"}, {"by": "strangers", "frm": "nobody"}])
def test_an_unknown_party_is_named_and_the_rest_goes_on(party):
    bad = told("capture", when="2020", **party)
    assert "the region does not know the party 'strangers'" in {item.reason for item in listed(bad)}
    assert history(GOOD, bad) == history(GOOD)


def test_a_day_of_the_calendars_end_leaves_neither_gap_nor_overlap():
    tellings = [
        told("capture", by=side, when=when, published="9999-12-31", number=number)
        for number, (side, when) in enumerate([("red", "9999"), ("blue", "9999-12-31"), ("red", "0001-01-01")])
    ]
    found = history(*tellings)
    assert found[0].start == REGION.start
    assert found[-1].end is None
    assert all(before.end == after.start for before, after in pairwise(found))


def test_changes_before_the_common_era_are_decided_like_others():
    region = make_region(start="-0600-01-01")
    tellings = [
        told("capture", by="red", frm="blue", when="-0043-03-15", published="0100"),
        told("capture", by="blue", frm="red", when="0014-08", published="0100"),
        told("capture", by="red", frm="blue", when="-0499-01", published="0100"),
        told("capture", by="blue", frm="red", when="-0400-06-01", published="0100"),
    ]
    found = [(one.start, one.controller, one.status) for one in history(*tellings, region=region)]
    assert found == [
        ("-0600-01-01", "blue", "held"),
        ("-0499-01-01", None, "date_uncertain"),
        ("-0499-02-01", "red", "held"),
        ("-0400-06-01", "blue", "held"),
        ("-0043-03-15", "red", "held"),
        ("0014-08-01", None, "date_uncertain"),
        ("0014-09-01", "blue", "held"),
    ]


EDGES = st.sampled_from(
    [
        "-9999",
        "-0500",
        "-0500-01-01/-0001",
        "0000-12-31",
        "0001",
        "0001-01-01",
        "9999",
        "9999-12-31",
        "../0001-01-01",
        "9999-12-30/..",
        "1990-01-01",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(["capture", "hold", "loss"]), st.sampled_from(["red", "blue"]), EDGES)))
@settings(max_examples=150)
def test_days_at_both_ends_of_the_calendar_are_decided_like_others(reports):
    tellings = [
        told(kind, by=side, frm=side if kind == "loss" else None, when=when, published="9999-12-31", number=number)
        for number, (kind, side, when) in enumerate(reports)
    ]
    for region in (REGION, make_region(start="-9999-01-01")):
        found = history(*tellings, region=region)
        assert found[0].start == region.start
        assert all(by_time(one.start) < by_time(one.end) and one.end == other.start for one, other in pairwise(found))


def test_ten_thousand_claims_of_one_day_in_one_cell_are_decided_in_seconds():
    kinds = ("capture", "hold", "loss")
    tellings = [
        told(kinds[i % 3], by=("red", "blue")[i % 2], frm=("blue", "red")[i % 2] if i % 3 == 2 else None,
             who=(None, "Redville", "Blueton")[i % 3], when="2020-10-04", source=f"paper {i % 50}", number=i)
        for i in range(10_000)
    ]  # fmt: skip
    claims = located(*tellings)
    start = process_time()
    found = decide(claims, REGION)
    assert process_time() - start < WITHIN_SECONDS
    cited = {claim for interval in found for claim in interval.claims}
    assert cited == {claim.id for claim, _ in tellings}
