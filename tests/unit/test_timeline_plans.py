"""Plans: what was to be handed over by a day, to when that was moved, and what became of it."""

import pytest
from timeline_cases import history, on, state, told

BEFORE = told("capture", by="red", frm="blue", when="1993")


def plan(due, published, *, number="", **more):
    return told(
        "handover", by="blue", frm="red", when=due, published=published, stance="planned", number=number, **more
    )


FIRST = plan("2020-11-10/2020-11-15", "2020-11-10")
MOVED = plan("2020-11-25", "2020-11-15")
DONE = told("handover", by="blue", frm="red", when="2020-11-25", published="2020-11-26")


def test_a_plan_changes_nothing_before_its_day():
    for day in ("2000-01-01", "2020-11-14"):
        assert state(day, BEFORE, FIRST) == state(day, BEFORE)


def test_a_day_that_passed_without_a_report_leaves_the_cell_in_doubt_and_with_its_holder():
    found = on("2021-01-01", BEFORE, FIRST)
    assert (found.controller, found.status, found.start) == ("red", "in_doubt", "2020-11-15")
    assert found.rule.startswith(
        "Last reported held by the Red side in 1993, in doubt since 2020-11-15: it was to be handed over by 2020-11-15 "
        "(“south”), and no report tells whether it was."
    )
    assert FIRST[0].id in found.claims


@pytest.mark.parametrize("tellings", [(FIRST, MOVED), (MOVED, FIRST)])
def test_a_deadline_that_was_moved_raises_no_doubt_on_its_first_day(tellings):
    assert state("2020-11-24", BEFORE, *tellings) == ("red", "held", "stated")
    late = on("2020-11-25", BEFORE, *tellings)
    assert late.status == "in_doubt"
    assert "it was to be handed over by 2020-11-15, then by 2020-11-25 " in late.rule
    assert {FIRST[0].id, MOVED[0].id} <= set(late.claims)


def test_what_happened_on_another_day_keeps_both_in_its_rule():
    for day in ("2020-11-25", "2021-06-01"):
        found = on(day, BEFORE, FIRST, MOVED, DONE)
        assert (found.controller, found.status, found.start_edtf) == ("blue", "held", "2020-11-25")
        assert "It was to be handed over by 2020-11-15, then by 2020-11-25." in found.rule
        assert {FIRST[0].id, MOVED[0].id, DONE[0].id} <= set(found.claims)
    assert state("2020-11-20", BEFORE, FIRST, DONE) == ("red", "held", "inferred")


def test_a_change_whose_day_is_not_reported_names_the_plan_and_is_not_dated_by_it():
    some_day = told("handover", by="blue", frm="red", when="2020-11-10/2021-01-18", published="2021-01-18")
    found = on("2020-12-01", BEFORE, MOVED, some_day)
    assert (found.status, found.start_edtf) == ("date_uncertain", "2020-11-10/2021-01-18")
    assert "It was to be handed over by 2020-11-25." in found.rule


def test_a_report_that_the_holder_is_still_there_ends_the_doubt():
    still = told("hold", by="red", when="2020-12-10", published="2020-12-10")
    assert state("2020-12-01", BEFORE, FIRST, still) == ("red", "held", "inferred")
    assert state("2020-12-10", BEFORE, FIRST, still) == ("red", "held", "stated")


@pytest.mark.parametrize(
    "telling",
    [
        told("capture", by="blue", frm="red", when="2020-11-15", published="2020-11-10", stance="planned"),
        told("handover", by="blue", frm="red", published="2020-11-10", stance="planned"),
        told("handover", by="blue", frm="red", when="2020-11-15/..", published="2020-11-10", stance="planned"),
        plan("2020-11-15", "2020-11-10", who="Blueton"),
        told("handover", by="blue", frm="red", when="2020-11-15", published="2020-11-10", stance="hypothetical"),
    ],
    ids=["a capture", "no day", "no last day", "a demand", "a hypothesis"],
)
def test_what_nobody_agreed_for_a_day_raises_no_doubt(telling):
    assert history(BEFORE, telling) == history(BEFORE)


def test_a_plan_of_years_before_has_nothing_to_do_with_a_change():
    old = plan("2007-01-01", "2006-12-01")
    assert "was to be handed over" not in on("2021-01-01", BEFORE, old, DONE).rule
