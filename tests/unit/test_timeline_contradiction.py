"""Firm reports that contradict each other: a change, and its loser still in control after it."""

import pytest
from timeline_cases import on, state, told

BEFORE = told("capture", by="red", frm="blue", when="1993")
TAKEN = told("capture", by="blue", frm="red", when="2020-09-25", published="2020-09-25", words="blue took south")
STILL = told("hold", by="red", when="2020-09-27", published="2020-09-27", source="post", words="south remains red's")


def after(*more, day="2020-09-28"):
    return state(day, BEFORE, TAKEN, STILL, *more)


def test_a_capture_and_an_unrelated_report_of_the_loser_still_there_are_contested_from_the_capture_on():
    assert state("2020-09-24", BEFORE, TAKEN, STILL) == ("red", "held", "stated")
    for day in ("2020-09-25", "2020-09-26", "2020-09-27", "2021-12-31"):
        found = on(day, BEFORE, TAKEN, STILL)
        assert (found.controller, found.others, found.status) == ("red", ("blue",), "contested")
        assert found.support == "conflicting"
        assert {TAKEN[0].id, STILL[0].id} <= set(found.claims)
    assert found.last_reported == "2020-09-27"
    assert found.rule == (
        "Reports contradict each other, and none settles it: taken by Blue on 2020-09-25 (Wire); "
        "held by the Red side on 2020-09-27 (Post)."
    )


def test_one_more_unrelated_source_that_finds_the_taker_there_settles_it():
    later = told("hold", by="blue", when="2020-10-05", source="third paper", words="blue runs south")
    assert after(later, day="2020-09-25") == ("blue", "held", "stated")
    assert after(later, day="2020-09-28") == ("blue", "held", "stated")
    assert "against the word of Post" in on("2020-09-28", BEFORE, TAKEN, STILL, later).rule.replace(
        "Against", "against"
    )


def test_one_more_unrelated_source_that_finds_the_loser_there_settles_it():
    later = told("hold", by="red", when="2020-10-05", source="third paper", words="red is in south")
    for day in ("2020-09-26", "2020-10-06"):
        assert after(later, day=day)[:2] == ("red", "held")
    assert "against the word of Wire" in on("2020-09-28", BEFORE, TAKEN, STILL, later).rule.replace(
        "Against", "against"
    )


@pytest.mark.parametrize("source", ["post", "wire", "echo"])
def test_the_same_sources_saying_it_again_settle_nothing(source):
    side = "red" if source == "post" else "blue"
    again = told("hold", by=side, when="2020-10-05", source=source, words="they say so again")
    assert after(again)[1] == "contested"


def test_two_unrelated_reports_of_the_capture_outweigh_one_against_it():
    second = told("capture", by="blue", when="2020-09-25", source="third paper", words="the south fell")
    assert after(second) == ("blue", "held", "stated")
    assert STILL[0].id in on("2020-09-28", BEFORE, TAKEN, STILL, second).claims


def test_two_unrelated_reports_against_it_outweigh_one_of_the_capture():
    second = told("hold", by="red", when="2020-09-27", source="third paper", words="red flags over south")
    assert after(second)[:2] == ("red", "held")
    assert after(second, day="2020-09-25")[:2] == ("red", "held")


def test_the_losers_admission_settles_it_for_the_taker():
    for admission in (
        told("capture", by="blue", frm="red", when="2020-09-25", who="Redville", published="2020-10-02"),
        told("hold", by="blue", when="2020-10-02", who="Redville", published="2020-10-02"),
    ):
        assert after(admission) == ("blue", "held", "stated")


def test_the_takers_admission_settles_it_for_the_loser():
    admission = told("hold", by="red", when="2020-10-02", who="Blueton", published="2020-10-02")
    assert after(admission)[:2] == ("red", "held")
    assert state("2020-10-03", BEFORE, TAKEN, admission)[:2] == ("red", "held")


def test_a_later_loss_by_the_taker_presupposes_the_capture():
    back = told("capture", by="red", frm="blue", when="2020-10-10", source="post")
    assert after(back) == ("blue", "held", "stated")
    assert after(back, day="2020-10-10")[0] == "red"


@pytest.mark.parametrize("more", [{}, {"who": "Blueton"}], ids=["an outlet", "the taker's side"])
def test_a_later_capture_by_the_taker_presupposes_that_there_was_none_before(more):
    again = told(
        "capture", by="blue", frm="red", when="2020-10-10", published="2020-10-10", words="blue took it", **more
    )
    assert after(again)[:2] == ("red", "held")
    assert after(again, day="2020-10-10")[:2] == ("blue", "held")


def test_a_sides_word_settles_nothing():
    for side, name in (("red", "Redville"), ("blue", "Blueton")):
        word = told("hold", by=side, when="2020-10-02", who=name, published="2020-10-02")
        assert after(word)[1] == "contested"
        assert word[0].id in on("2020-10-03", BEFORE, TAKEN, STILL, word).claims


def test_a_recapture_told_as_such_is_a_change():
    back = told("capture", by="red", frm="blue", when="2020-09-27", source="post")
    assert state("2020-09-26", BEFORE, TAKEN, back) == ("blue", "held", "stated")
    assert state("2020-09-28", BEFORE, TAKEN, back) == ("red", "held", "stated")


def test_a_report_of_the_time_before_the_capture_contradicts_nothing():
    earlier = told("hold", by="red", when="2020-09-20/2020-09-24", published="2020-09-27", source="post")
    assert state("2020-09-28", BEFORE, TAKEN, earlier) == ("blue", "held", "stated")


def test_after_the_taker_was_seen_there_a_report_of_the_loser_is_of_another_change():
    seen = told("hold", by="blue", when="2020-09-26", source="third paper", words="blue walks in south")
    found = [on(day, BEFORE, TAKEN, seen, STILL).status for day in ("2020-09-25", "2020-09-26", "2020-09-28")]
    assert found == ["held", "held", "held"]
    assert after(seen)[0] == "red"


def test_the_later_word_of_the_same_source_is_news_and_no_contradiction():
    later = told("hold", by="red", when="2020-09-27", published="2020-09-27", source="echo", words="red is in south")
    assert on("2020-09-26", BEFORE, TAKEN, later).status == "date_uncertain"
    assert state("2020-09-27", BEFORE, TAKEN, later) == ("red", "held", "stated")


def test_an_outlets_report_outranks_a_sides_claim():
    claim = told("capture", by="blue", frm="red", when="2020-09-25", who="Blueton", published="2020-09-25")
    assert state("2020-09-26", BEFORE, claim, STILL)[:2] == ("red", "held")


def test_who_holds_it_decades_later_settles_nothing_of_then():
    late = told("hold", by="blue", when="2021-05-01", source="third", published="2021-05-01")
    first = told("capture", by="blue", frm="red", when="1995-09-25", source="wire", published="1995-09-25")
    still = told("hold", by="red", when="1995-09-27", source="post", published="1995-09-27")
    before = told("capture", by="red", frm="blue", when="1993-05-01")
    assert on("2000-01-01", before, first, still, late).status == "contested"
    assert on("2021-05-02", before, first, still, late).controller == "blue"
