"""Answers to: how did it come about, and what changed."""

from datetime import date

import pytest
from timeline_cases import REGION, located, told

from geo.answers import (
    ANSWER_COLUMNS,
    DIFFERENCE_COLUMNS,
    HISTORY_COLUMNS,
    Chart,
    answer_rows,
    ask,
    difference,
    difference_rows,
    explain,
    history,
    history_rows,
    tell_difference,
    tell_history,
)
from geo.errors import DateError, UnknownPlaceError
from geo.timeline import decide

REPORTS = (
    told("capture", ("both", "core"), by="red", frm="blue", when="1993-05-01", source="post"),
    told("handover", "north", by="blue", frm="red", when="2020-11-10/2021-01-18", words="North went to Blue."),
)
CLAIMS = located(*REPORTS)
CHART = Chart.of(REGION, intervals=decide(CLAIMS, REGION), claims=CLAIMS)
EMPTY = Chart.of(REGION, intervals=decide([], REGION), claims=[])


def test_a_history_has_a_strand_for_cells_that_went_the_same_way():
    found = history("north", CHART)
    assert [(strand.cells, strand.km2) for strand in found.strands] == [
        (("north",), 60.0),
        (("north.held",), 30.0),
        (("north.core.held",), 10.0),
    ]
    assert [(p.start, p.end, p.controller, p.status) for p in found.strands[1].periods] == [
        ("1990-01-01", "1993-05-01", "blue", "held"),
        ("1993-05-01", "2020-11-10", "red", "held"),
        ("2020-11-10", "2021-01-19", None, "date_uncertain"),
        ("2021-01-19", None, "blue", "held"),
    ]


def test_a_change_of_uncertain_date_says_from_whom_to_whom():
    change = history("north", CHART).strands[1].periods[2]
    assert (change.others, change.becomes) == (("red",), "blue")
    answer = ask("north", date(2020, 12, 1), CHART)
    part = next(part for part in answer.parts if part.status == "date_uncertain")
    assert part.becomes == "blue"


def test_a_taker_whom_nobody_names_is_not_made_up():
    claims = located(REPORTS[0], told("loss", "south", frm="red", when="2020-11-10/2021-01-18"))
    lost = Chart.of(REGION, intervals=decide(claims, REGION), claims=claims)
    found = [period for period in history("south", lost).strands[0].periods if period.status == "date_uncertain"]
    follower = [period for period in history("south", lost).strands[0].periods if period.start == found[0].end]
    assert found[0].becomes == follower[0].controller


def test_a_history_is_told_with_its_rules():
    text = tell_history(history("north", CHART), region=REGION)
    assert text.startswith("North, 1990-01-01 to 2022-01-01, the last day of reports\n  60 of 100 km²:\n")
    assert "2020-11-10 to 2021-01-18  changed hands between 2020-11-10 and 2021-01-18, the day not reported" in text
    assert "(before: the Red side; after: Blue)" in text
    assert "2021-01-19 to ...         Blue, since a change between" in text
    assert "Handed over to Blue by the Red side" in text


def test_a_towns_history_is_its_districts_and_says_so():
    assert "Southton has no state of its own: this is that of South" in history("southton", CHART).note
    with pytest.raises(UnknownPlaceError, match="Did you mean 'South'"):
        history("soth", CHART)


def test_where_nothing_is_reported_there_is_no_history():
    found = history("south", EMPTY)
    assert (found.strands, found.until, found.note) == ((), None, "Nothing reported.")
    assert "no reports" in tell_history(found, region=REGION)


def test_a_difference_tells_what_is_held_by_another_and_nothing_else():
    found = difference(date(2020, 11, 1), date(2021, 2, 1), CHART)
    assert [(change.area, change.cells, change.km2) for change in found.changes] == [("north", ("north.held",), 30.0)]
    (change,) = found.changes
    assert (change.before.controller, change.after.controller) == ("red", "blue")
    assert (found.km2, found.of_km2) == (30.0, 190.0)
    text = tell_difference(found, region=REGION)
    assert text.startswith("2020-11-01 to 2021-02-01: 30 of 190 km² changed\n  North, 30 km²\n    before: the Red side")


def test_the_same_day_has_no_difference():
    assert difference(date(2000, 1, 1), date(2000, 1, 1), CHART).changes == ()


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (
            "2021-01-01",
            "2020-01-01",
            "2021-01-01 is after 2020-01-01. Give the earlier day first: 2020-01-01 2021-01-01",
        ),
        ("1980-01-01", "2020-01-01", "timeline begins on 1990-01-01. Give a day from 1990-01-01 to 2022-01-01"),
        ("2020-01-01", "2023-01-01", "Nothing reported after 2022-01-01. Give a day from"),
    ],
)
def test_days_of_which_nothing_is_known_and_days_out_of_order_are_refused(first, last, why):
    with pytest.raises(DateError, match=why):
        difference(date.fromisoformat(first), date.fromisoformat(last), CHART)
    with pytest.raises(DateError, match="Build from reports that are dated"):
        difference(date(2020, 1, 1), date(2020, 1, 2), EMPTY)


def test_rows_have_the_columns_that_they_are_printed_with():
    answer = ask("north", date(2020, 12, 1), CHART)
    assert [list(row) for row in answer_rows(answer)] == [list(ANSWER_COLUMNS)] * 3
    assert [list(row) for row in answer_rows(ask("south", date(2000, 1, 1), CHART))] == [list(ANSWER_COLUMNS)]
    assert {tuple(row) for row in history_rows(history("north", CHART))} == {HISTORY_COLUMNS}
    changed = difference(date(2020, 11, 1), date(2021, 2, 1), CHART)
    assert {tuple(row) for row in difference_rows(changed)} == {DIFFERENCE_COLUMNS}


def test_each_part_of_a_place_is_told_with_its_own_rule_and_quote_and_a_quote_once():
    text = explain(ask("north", date(2021, 2, 1), CHART), region=REGION, claims=CLAIMS)
    assert text.startswith("North, 2021-02-01, 60 of 100 km²: Blue\n  No report names it: held by Blue")
    assert "  30 of 100 km²: Blue, since a change between 2020-11-10 and 2021-01-18\n    Handed over to Blue" in text
    assert "    “North went to Blue.” - wire" in text
    assert "  10 of 100 km²: the Red side, since 1993-05-01" in text
    assert text.count("“North went to Blue.”") == 1
