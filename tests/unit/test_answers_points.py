"""Towns and villages with a state of their own, asked for: on a day, over time, between days, and against a table."""

from dataclasses import replace
from datetime import date

import pytest
from timeline_cases import REGION, make_region, told
from timeline_cases import place as make_place

from geo.answers import Chart, answer_rows, ask, difference, difference_rows, explain, find_place, history, place_rows
from geo.answers.narrating import tell_difference, tell_history
from geo.checking import check, read_truth
from geo.locating import locate
from geo.records import points_by_place
from geo.timeline import decide_control

TOWNS = make_region(places=(*REGION.places, make_place("south-town", parent="south", kind="town", names=("South",))))
"""A second town, of its district's name."""
HELD = told("capture", "south", by="red", frm="blue", when="1993-05-01")
FELL = told("capture", "southton", by="blue", frm="red", when="1996-03-01", words="The town of Southton fell.")
NAMESAKE = told("hold", "south-town", by="red", when="1997-01-01", words="Red is in the town of South.")


def chart(*tellings, region=TOWNS):
    claims, articles = zip(*tellings, strict=True)
    located = locate(claims, articles, region)[0]
    found = decide_control(located, region)
    return Chart.of(region, intervals=found.cells, points=found.points, claims=located)


def test_a_town_with_a_state_of_its_own_answers_with_it_and_says_where_it_lies():
    answer = ask("southton", date(1996, 4, 1), chart(HELD, FELL))
    assert (answer.place, answer.controller, answer.status, answer.parts) == ("southton", "blue", "held", ())
    assert "This is Southton itself, a place in South, whose state may be another." in answer.rule
    assert ask("south", date(1996, 4, 1), chart(HELD, FELL)).status == "divided"
    told_so = explain(answer, region=TOWNS, claims=chart(HELD, FELL).claims.values())
    assert told_so.startswith("Southton, 1996-04-01: Blue, since 1996-03-01")
    assert "“The town of Southton fell.”" in told_so


def test_a_town_of_which_no_claim_tells_answers_with_its_district():
    answer = ask("southton", date(1996, 4, 1), chart(HELD))
    assert answer.controller == "red"
    assert "Southton has no state of its own" in answer.rule


def test_a_bare_name_is_the_towns_where_reports_mean_it_and_it_has_a_state():
    points = {"south-town": "place:south-town"}
    assert find_place("South", TOWNS).id == "south"
    assert find_place("South", TOWNS, points=points).id == "south-town"
    assert find_place("South district", TOWNS, points=points).id == "south"
    assert find_place("south-town", TOWNS, points=points).is_decided
    seated = replace(TOWNS, areas=tuple(replace(a, seat="south-town") if a.id == "south" else a for a in TOWNS.areas))
    assert find_place("South", seated, points=points).id == "south"
    assert find_place("south-town", seated, points=points).id == "south-town"


def test_a_history_of_a_town_has_one_part_without_size():
    found = history("southton", chart(HELD, FELL))
    (strand,) = found.strands
    assert (strand.km2, strand.cells) == (0.0, ("place:southton",))
    assert [(p.start, p.controller) for p in strand.periods[-2:]] == [("1993-05-01", "red"), ("1996-03-01", "blue")]
    assert "km²" not in tell_history(found, region=TOWNS)


def test_a_difference_tells_towns_apart_from_areas():
    found = difference(date(1996, 2, 1), date(1996, 4, 1), chart(HELD, FELL))
    assert [(change.area, change.cells) for change in found.changes] == [("south", ("south.held",))]
    assert [(c.area, c.km2, c.before.controller, c.after.controller) for c in found.places] == [
        ("southton", 0.0, "red", "blue")
    ]
    assert found.km2 == 50.0
    assert [row["area"] for row in difference_rows(found)] == ["south", "southton"]
    words = tell_difference(found, region=TOWNS)
    assert words.startswith("1996-02-01 to 1996-04-01: 50 of 190 km² and 1 place changed")
    assert "\n  Southton\n" in words


def test_rows_of_a_day_give_each_town_once():
    rows = place_rows(date(1997, 2, 1), chart(HELD, FELL, NAMESAKE))
    assert [(row["place"], row["controller"]) for row in rows] == [("south-town", "red"), ("southton", "blue")]
    assert answer_rows(ask("southton", date(1997, 2, 1), chart(HELD, FELL)))[0]["controller"] == "blue"


@pytest.mark.parametrize(("own", "right"), [(True, 1.0), (False, 0.0)])
def test_a_check_asks_the_town_where_it_has_a_state_of_its_own(tmp_path, own, right):
    path = tmp_path / "truth.csv"
    path.write_text("place,from_date,to_date,controller\nsouthton,1996-03-02,1996-03-31,blue\n", "utf-8")
    asked = chart(HELD, FELL)
    points = asked.points if own else ()
    facts = read_truth(path, TOWNS, on_problem=pytest.fail, points=points_by_place(points))
    found = check(facts, (*asked.intervals, *points), TOWNS, on_problem=pytest.fail)
    assert (found.all.right, found.all.weight) == (right, 30)
    assert found.km2.weight == (0 if own else 30 * 50_000)


def test_a_rejected_claim_about_a_town_is_listed_with_its_answer():
    from geo.answers.quoting import rejected_about
    from geo.records import Review

    claim, article = FELL
    review = Review(decision="reject", who="A. Name", why="w", decided_on=None, own=False, read=None)
    located = locate([replace(claim, review=review)], [article], TOWNS)[0]
    assert [item.claim.id for item in rejected_about("southton", located, TOWNS)] == [claim.id]
