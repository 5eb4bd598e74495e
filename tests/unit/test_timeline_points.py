"""Places that are too small to be a cell have a history of their own, decided as a cell's is."""

from dataclasses import replace

import pytest
from timeline_cases import REGION, make_region, told
from timeline_cases import place as make_place

from geo.locating import locate
from geo.regions import open_region
from geo.timeline import decide_control

TOWNS = make_region(
    places=(
        *REGION.places,
        make_place("southwell", parent="south", kind="village"),
        make_place("northam", parent="north", kind="village"),
        make_place("old-south", parent="south", kind="district"),
        make_place("oldham", parent="old-south", kind="village"),
    )
)
SEATED = replace(TOWNS, areas=tuple(replace(a, seat="southton") if a.id == "south" else a for a in TOWNS.areas))
NAMED = told("hold", "southwell", by="red", when="1995-01-01")
"""Makes Southwell a point of which a claim tells; red held the south by then."""
TAKEN = told("capture", "south", by="red", frm="blue", when="1993-05-01")


def points(*tellings, region=TOWNS):
    claims, articles = zip(*tellings, strict=True)
    return decide_control(locate(claims, articles, region)[0], region).points


def state(day, *tellings, at, region=TOWNS):
    """Controller and status of one point on a day."""
    found = [
        (i.controller, i.status)
        for i in points(*tellings, region=region)
        if i.cell == f"place:{at}" and i.start <= day and (i.end is None or day < i.end)
    ]
    assert len(found) == 1, found
    return found[0]


def except_for(telling, *left_out):
    """The same report of all of its place except these."""
    claim, article = telling
    return replace(claim, places=tuple(replace(p, extent="part", but=left_out) for p in claim.places)), article


def test_only_places_of_whose_control_a_claim_tells_have_a_history():
    assert points(TAKEN) == []
    assert {i.cell for i in points(TAKEN, told("capture", "southton", by="blue", when="1996"))} == {"place:southton"}
    assert points(told("ceasefire", "southton", when="1994"), told("deployment", "southton", by="green")) == []


def test_a_town_that_nobody_names_is_asked_for_itself_where_its_district_is_divided():
    village = told("capture", "southwell", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, village, at="southton") == ("red", "held")
    assert {i.cell for i in points(TAKEN, village, region=SEATED)} == {"place:southwell"}


def test_a_part_of_its_district_taken_leaves_a_town_that_nobody_names_in_doubt():
    part = told("capture", "part of south", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, part, at="southton") == ("red", "in_doubt")


def test_a_town_taken_in_its_rivals_district_is_its_takers_and_its_district_divided():
    town = told("capture", "southton", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-01", TAKEN, town, at="southton") == ("blue", "held")
    claims, articles = zip(TAKEN, town, strict=True)
    cells = decide_control(locate(claims, articles, TOWNS)[0], TOWNS).cells
    assert next(i.status for i in cells if i.cell == "south.held" and i.end is None) == "divided"


def test_what_is_said_of_all_of_its_district_is_said_of_the_town():
    assert state("1993-04-30", TAKEN, NAMED, at="southwell") == ("blue", "held")
    assert state("1993-05-01", TAKEN, NAMED, at="southwell") == ("red", "held")


def test_a_later_report_of_the_district_overrules_an_older_one_of_the_town():
    town = told("capture", "southwell", by="red", when="1991-03-01")
    assert state("1992-01-01", town, at="southwell") == ("red", "held")
    later = told("handover", "south", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-01", town, later, at="southwell") == ("blue", "held")


def test_of_one_day_what_is_said_of_the_town_rules_it():
    district = told("hold", "south", by="blue", when="1996-03-01")
    town = told("hold", "southwell", by="red", when="1996-03-01", source="post")
    assert state("1996-03-01", TAKEN, district, town, at="southwell") == ("red", "held")


def test_what_a_report_takes_out_is_not_said_of_it():
    rest = except_for(told("capture", "south", by="red", frm="blue", when="1993-05-01"), "southton")
    naming = told("loss", "southton", frm="blue", when="1996-05-01"), told("loss", "southwell", when="1993-05-01")
    assert state("1994-01-01", rest, *naming, at="southton")[0] == "blue"
    assert state("1994-01-01", rest, *naming, at="southwell") == ("red", "held")


def test_a_change_in_part_of_its_district_leaves_it_in_doubt_until_a_report_names_it():
    part = told("capture", "part of south", by="blue", frm="red", when="1996-03-01")
    named = told("hold", "southwell", by="red", when="1997-01-01")
    assert state("1996-02-28", TAKEN, NAMED, part, at="southwell") == ("red", "held")
    assert state("1996-03-01", TAKEN, NAMED, part, at="southwell") == ("red", "in_doubt")
    assert state("1997-01-01", TAKEN, NAMED, part, named, at="southwell") == ("red", "held")
    rule = next(i.rule for i in points(TAKEN, NAMED, part) if i.status == "in_doubt")
    assert "gains by Blue on 1996-03-01 around it, and not whether it is among them (“part of south”)" in rule


def test_a_part_that_its_own_holder_takes_leaves_no_doubt():
    part = told("capture", "part of south", by="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, NAMED, part, at="southwell") == ("red", "held")


def test_the_fall_of_another_town_says_nothing_of_this_one():
    other = told("capture", "southton", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, NAMED, other, at="southwell") == ("red", "held")


def test_the_fall_of_the_districts_seat_leaves_its_villages_in_doubt():
    seat = told("capture", "southton", by="blue", frm="red", when="1996-03-01", words="the town of Southton fell")
    assert state("1996-03-02", TAKEN, NAMED, seat, at="southwell", region=SEATED) == ("red", "in_doubt")
    assert state("1996-03-02", TAKEN, NAMED, seat, at="southton", region=SEATED) == ("blue", "held")


def test_a_loss_without_a_taker_is_told_of_a_town_too():
    town = told("loss", "southton", frm="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, town, at="southton") == ("blue", "held")


def test_a_part_of_a_town_taken_divides_the_town():
    part = told("capture", "part of southwell", by="blue", frm="red", when="1996-03-01")
    assert state("1996-03-02", TAKEN, NAMED, part, at="southwell") == (None, "divided")


def test_a_claim_and_its_denial_leave_the_town_contested():
    claim = told("capture", "southwell", by="blue", frm="red", when="1996-03-01", who="Blueton")
    denial = told("capture", "southwell", by="blue", frm="red", when="1996-03-01", who="Redville", stance="denied")
    assert state("1996-03-02", TAKEN, claim, denial, at="southwell") == ("red", "contested")


def test_where_it_is_not_known_in_which_cell_it_lies_only_what_is_said_of_all_of_them_is_said_of_it():
    """Northam lies in one of three cells; one of them alone changes hands under the name of the north."""
    naming = told("hold", "northam", by="blue", when="1991-01-01")
    assert state("1991-01-01", naming, at="northam") == ("blue", "held")
    some = told("handover", "north", by="red", frm="blue", when="1993-05-01")
    assert state("1993-05-02", naming, some, at="northam") == ("blue", "in_doubt")


def test_what_is_said_of_an_area_without_an_outline_is_said_of_the_places_in_it_on_record():
    old = told("capture", "old-south", by="red", frm="blue", when="1993-05-01")
    naming = told("hold", "oldham", by="red", when="1995-01-01"), NAMED
    assert state("1994-01-01", old, *naming, at="oldham") == ("red", "held")
    assert state("1993-05-02", old, *naming, at="southwell")[1] == "date_uncertain"
    assert not [i for i in points(old, *naming) if i.cell == "place:old-south"]


@pytest.mark.parametrize("published", ["1996-03-05", "1996-03"])
def test_an_undated_change_of_a_part_casts_doubt_from_its_publication(published):
    part = told("capture", "part of south", by="blue", frm="red", published=published)
    assert state("1996-02-28", TAKEN, NAMED, part, at="southwell") == ("red", "held")
    assert state("1996-03-06", TAKEN, NAMED, part, at="southwell") == ("red", "in_doubt")


def test_a_point_held_up_to_the_day_on_which_the_whole_was_lost_does_not_divide_it():
    seat = told(
        "capture",
        "southton",
        by="blue",
        frm="red",
        when="2020-10-17",
        published="2020-10-17",
        words="The town of Southton fell.",
    )
    held = told(
        "hold",
        "southton",
        by="red",
        when="1993-05-01/..",
        published="2020-10-17",
        words="The town of Southton was red's.",
    )
    claims, articles = zip(TAKEN, seat, held, strict=True)
    cells = decide_control(locate(claims, articles, SEATED)[0], SEATED).cells
    assert next((i.controller, i.status) for i in cells if i.cell == "south.held" and i.end is None) == ("blue", "held")


def test_a_seat_in_a_corridor_apart_from_its_district_turns_the_district_and_divides_the_corridor():
    """In a region's file the town can lie in cells that do not change hands with the district named after it."""
    region = open_region("karabakh")
    claim, article = told(
        "capture", "lachin", by="azerbaijan", when="2022-08-26", published="2022-08-27", words="the town of Lachin fell"
    )
    held, report = told("capture", "lachin-district", by="armenia", when="1992-05-18", words="the Lachin District fell")
    located = locate([held, claim], [report, article], region)[0]
    cells = {
        one.cell: one for one in decide_control(located, region).cells if one.start <= "2022-08-26" and not one.end
    }
    assert (cells["lachin.held"].controller, cells["lachin.held"].status) == ("azerbaijan", "held")
    assert cells["lachin.held.corridor"].status == "divided"
    assert cells["lachin.held.corridor"].others == ("armenia", "azerbaijan")


def test_what_a_later_report_refutes_is_cited_where_doubt_leaves_the_state_before_it_no_day():
    """Gains near the town since the region's first day; a later capture presupposes that the loser held on."""
    refuted = told("capture", "southton", by="red", frm="red", who="Redville", published="1991-05-05")
    taken = told("capture", "southton", by="red", frm="blue", when="1996-01-01")
    near = told("capture", "part of south", by="red", when="1990", published="1991-05-05")
    before, _ = points(refuted, taken, near)
    assert before.claims == (taken[0].id, refuted[0].id)


def test_changes_near_a_town_are_told_in_one_order_whichever_other_towns_are_told_of():
    left = told("withdrawal", ("part of south", "part of old-south"), frm="blue", published="1991-05-05")
    named = told("loss", "oldham", frm="red", when="1990-06-01")
    other = told("capture", "southton", by="blue", frm="red", when="1996-03-01")
    histories = [
        [i for i in points(*said) if i.cell == "place:oldham"] for said in ((left, named), (left, named, other))
    ]
    assert histories[0] == histories[1]
    assert histories[0][-1].status == "in_doubt"
