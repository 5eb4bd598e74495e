"""Control against a table of what is established: place-days right, wrong and left open."""

from datetime import date, timedelta

import pytest
from timeline_cases import REGION, located, told

from geo.checking import as_object, as_rows, as_table, check, read_truth, until
from geo.errors import InputError, MissingInputError
from geo.timeline import decide

HEADER = "place,from_date,to_date,controller\n"
TAKEN = told("capture", ("both", "core"), by="red", frm="blue", when="1993-05-01")
GIVEN = told("handover", "south", by="blue", frm="red", when="2020-11-10/2020-11-19")
INTERVALS = decide(located(TAKEN, GIVEN), REGION)


@pytest.fixture
def scored(tmp_path):
    """Scores a table of these rows; what was said of bad rows is kept."""
    said = []

    def run(*rows, intervals=INTERVALS):
        path = tmp_path / "truth.csv"
        path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
        facts = read_truth(path, REGION, on_problem=said.append)
        return check(facts, intervals, REGION, on_problem=said.append)

    run.said = said
    return run


def shares(found):
    return (found.right, found.wrong, found.abstained)


def test_days_are_right_wrong_or_left_open(scored):
    found = scored("south,2020-11-01,2020-11-14,red", "south,2020-11-15,2020-11-30,blue")
    assert found.all.weight == 30
    assert shares(found.all) == (9 / 30 + 11 / 30, 0, 10 / 30)
    wrong = scored("south,2000-01-01,2000-01-10,blue")
    assert shares(wrong.all) == (0, 1, 0)
    assert [(s.first, s.last, s.side, s.controller, s.verdict) for s in wrong.stretches] == [
        ("2000-01-01", "2000-01-10", "blue", "red", "wrong")
    ]


def test_both_days_of_a_row_count(scored):
    assert scored("south,2000-01-01,2000-01-01,red").all.weight == 1


def test_of_a_district_the_cells_that_change_hands_are_asked_for(scored):
    """North's 60 km² outside the line were never in red's hands, and are not what a table means by north."""
    found = scored("north,2000-01-01,2000-12-31,red")
    assert shares(found.all) == shares(found.km2) == (1, 0, 0)


def test_by_area_each_cell_counts_by_itself(scored):
    found = scored("core,2000-01-01,2000-01-10,red", intervals=[i for i in INTERVALS if i.cell != "north.core.held"])
    assert shares(found.all) == (1, 0, 0)
    assert shares(found.km2) == (0.8, 0, 0.2)


def test_near_a_change_are_sixty_days_on_either_side_and_the_day_itself(scored):
    found = scored("south,2000-01-01,2020-11-14,red", "south,2020-11-15,2022-12-31,blue")
    assert found.near_change.weight == 60 + 1 + 60
    gap = scored("south,2000-01-01,2020-11-10,red", "south,2020-11-20,2022-12-31,blue")
    assert gap.near_change.weight == 60 + 1 + 60


def test_no_change_is_where_the_same_side_goes_on(scored):
    found = scored("south,2000-01-01,2000-06-30,red", "south,2000-07-01,2000-12-31,red")
    assert found.near_change.weight == 0
    assert shares(found.near_change) == (None, None, None)


def test_undetermined_days_are_not_scored_whatever_else_is_said_of_them(scored):
    found = scored("south,2000-01-01,2000-01-31,red", "south,2000-01-11,2000-01-20,undetermined")
    assert found.all.weight == 21
    assert scored.said == []


def test_a_day_on_which_one_ends_and_the_next_begins_is_nobodys(scored):
    found = scored("south,2000-01-01,2000-01-31,red", "south,2000-01-31,2000-02-29,blue")
    assert found.all.weight == 30 + 29
    assert scored.said == []


def test_facts_that_contradict_each_other_are_named_and_not_scored(scored):
    found = scored("south,2000-01-01,2000-01-31,red", "south,2000-01-21,2000-02-29,blue")
    assert found.all.weight == 20 + 29
    assert scored.said == ["south, 2000-01-21 to 2000-01-31: not scored. Lines 2, 3 contradict each other."]


def test_facts_that_agree_count_once(scored):
    assert scored("south,2000-01-01,2000-01-31,red", "south,2000-01-21,2000-02-10,red").all.weight == 41


@pytest.mark.parametrize("name", ["red", "Red side", "RED", "Redville", "red-locals", "Red locals"])
def test_parties_are_compared_by_side(scored, name):
    assert shares(scored(f"south,2000-01-01,2000-01-31,{name}").all) == (1, 0, 0)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("soth,2000-01-01,2000-01-31,red", "No place 'soth' in region 'tiny'. Did you mean 'South'"),
        (",2000-01-01,2000-01-31,red", "It has no place."),
        ("south,2000-01-31,2000-01-01,red", "It ends on 2000-01-01, before it begins on 2000-01-31."),
        ("south,2000-01-01,2000-01-32,red", "Its to_date '2000-01-32' is no day."),
        ("south,0000-01-01,2000-01-31,red", "Its from_date '0000-01-01' is no day."),
        ("south,9999-01-01,9999-12-31,red", "Its from_date '9999-01-01' stands for an open end."),
        ("south,2000,2001,red", "Its from_date '2000' is no day."),
        (
            "south,2000-01-01,2000-01-31,pink",
            "No party 'pink' in region 'tiny'. Write blue, green, red or undetermined.",
        ),
        ("south,2000-01-01,2000-01-31,", "No party ''"),
        ("south,1980-01-01,1980-01-31,red", "It ends on 1980-01-31, and the region's timeline begins on 1990-01-01."),
        ("faraway,2000-01-01,2000-01-31,red", "nobody's control of it is on the map"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(scored, row, why):
    found = scored(row, "south,2000-01-01,2000-01-10,red")
    assert found.all.weight == 10
    (said,) = scored.said
    assert "truth.csv, line 2: not scored. " in said
    assert why in said


def test_a_row_without_end_reaches_to_the_last_day_of_the_table(scored):
    assert scored("south,2000-01-01,,red", "east,2000-01-01,2000-01-31,red").all.weight == 62
    assert scored("south,2000-01-01,9999-12-31,red", "east,2000-01-01,2000-01-31,red").all.weight == 62
    assert scored("south,,1990-01-31,blue").all.weight == 31


def test_what_no_interval_tells_of_is_left_open(scored):
    assert shares(scored("south,2000-01-01,2000-01-10,red", intervals=[]).all) == (0, 0, 1)


def test_day_by_day_gives_the_same(scored):
    """The pieces are days added up: one by one they come to the same sum."""
    rows = ["south,1993-01-01,2020-11-14,red", "south,2020-11-15,2020-12-31,blue"]
    found, right, total = scored(*rows), 0, 0
    south = [interval for interval in INTERVALS if interval.cell == "south.held"]
    day = date(1993, 1, 1)
    while day <= date(2020, 12, 31):
        iso, side = day.isoformat(), "red" if day < date(2020, 11, 15) else "blue"
        (at,) = [i for i in south if i.start <= iso and (i.end is None or iso < i.end)]
        right += at.status == "held" and at.controller == side
        total, day = total + 1, day + timedelta(days=1)
    assert (found.all.right, found.all.weight) == (pytest.approx(right / total), total)


def test_the_json_is_that_of_the_contract(scored):
    data = as_object(scored("south,2020-11-01,2020-11-14,red", "south,2020-11-15,2020-11-30,blue"))
    assert data == {
        "all": {"right": 0.6667, "wrong": 0.0, "abstained": 0.3333},
        "near_change": {"right": 0.6667, "wrong": 0.0, "abstained": 0.3333},
        "km2": {"right": 0.6667, "wrong": 0.0, "abstained": 0.3333},
    }


def test_the_table_has_the_figures_and_on_request_what_is_not_right(scored):
    found = scored("south,2020-11-01,2020-11-14,red")
    assert as_table(found).splitlines()[1].split() == ["all", "place-days", "0.6429", "0.0000", "0.3571", "14", "days"]
    assert as_table(found, mistakes=True).startswith(
        "abstained  south, 2020-11-10 to 2020-11-14 (5 days): red; the map has: date_uncertain\n"
    )
    assert [row["measure"] for row in as_rows(found)] == ["all", "near_change", "km2"]
    assert len(as_object(found, mistakes=True)["mistakes"]) == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"place,from,to,controller\n", "lacks the column 'from_date'"),
        (b"", "lacks the column 'place'"),
        (HEADER.encode(), "has no row that can be scored"),
        (HEADER.encode() + b"south,2000-01-01,2000-01-02,undetermined\n", "has no row that can be scored"),
        (b"\xff\xfe", "is not UTF-8"),
        (HEADER.encode() + b'"south,2000', "unexpected end of data"),
    ],
)
def test_a_table_that_cannot_be_used_is_an_error(tmp_path, data, why):
    path = tmp_path / "truth.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=why):
        read_truth(path, REGION, on_problem=lambda _: None)


def test_a_table_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(MissingInputError, match=r"No file .*truth\.csv"):
        read_truth(tmp_path / "truth.csv", REGION, on_problem=lambda _: None)


def test_a_table_of_a_spreadsheet_has_a_mark_and_more_columns(tmp_path):
    path = tmp_path / "truth.csv"
    path.write_bytes("\ufeffid,place,from_date,to_date,controller\r\n1,Süd,2000-01-01,2000-01-02,red\r\n".encode())
    (fact,) = read_truth(path, REGION, on_problem=pytest.fail)
    assert (fact.place, fact.side) == ("south", "red")


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_of_a_spreadsheet_may_be_parted_by_something_else(tmp_path, mark):
    path = tmp_path / "truth.csv"
    path.write_text((HEADER + "south,2000-01-01,2000-01-31,red\n").replace(",", mark), "utf-8")
    (fact,) = read_truth(path, REGION, on_problem=pytest.fail)
    assert (fact.last, fact.side) == (date(2000, 1, 31), "red")


def test_a_row_that_begins_in_9999_is_not_the_last_day_of_open_rows(scored):
    assert scored("south,2000-01-01,,red", "core,2000-01-01,2000-01-31,red", "core,9999-01-01,,red").all.weight == 62


def test_days_after_the_last_report_are_counted_and_not_scored(tmp_path):
    path = tmp_path / "truth.csv"
    path.write_text(f"{HEADER}south,2020-12-01,2020-12-31,blue\nnorth,2021-01-01,2021-01-31,blue\n", "utf-8")
    facts = read_truth(path, REGION, on_problem=pytest.fail)
    kept, beyond = until(facts, date(2020, 12, 10))
    assert [(fact.place, fact.last) for fact in kept] == [("south", date(2020, 12, 10))]
    assert beyond == 21 + 31
    assert until(facts, None) == (facts, 0)
    assert until(facts, date(2021, 1, 31)) == (facts, 0)
