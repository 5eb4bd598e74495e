"""Which cells a claim is about, and what is listed instead."""

from dataclasses import replace

import pytest
from timeline_cases import REGION, area, listed, located, make_region, on, place, told

from geo.areas import area_around
from geo.errors import RecordError
from geo.locating import locate
from geo.regions import open_region
from geo.regions.districts import district_on_record
from geo.timeline import decide


def cells(*args, region=REGION, **more):
    return {cell for item in located(told(*args, **more), region=region) for p in item.places for cell in p.cells}


def reasons(*args, region=REGION, **more):
    return [(item.text, item.reason) for item in listed(told(*args, **more), region=region)]


def test_an_area_that_changes_hands_is_its_transfer_cells():
    assert cells("handover", "north", by="blue", frm="red", when="2020-12-01") == {"north.held"}


def test_a_side_with_a_limit_takes_no_more_than_lies_inside_it():
    region = make_region(areas=(area("north", "north.core.held", "north.held", "north"), *REGION.areas[1:]))
    inside = {"north.core.held", "north.held"}
    assert cells("capture", "north", by="red", when="1993", region=region) == inside
    assert cells("hold", "north", by="red", when="1993", region=region) == inside
    assert cells("withdrawal", "north", frm="red", when="2020", region=region) == inside


def test_what_a_side_lost_to_nobody_named_is_what_the_other_side_then_held():
    region = make_region(areas=(area("north", "north.core.held", "north.held", "north"), *REGION.areas[1:]))
    assert cells("loss", "north", frm="blue", when="1993", region=region) == {"north.core.held", "north.held"}


def test_what_a_side_without_a_limit_holds_reaches_outside_the_others_limit():
    assert cells("hold", "north", by="blue", when="2021") == {"north.held", "north"}


@pytest.mark.parametrize(
    "transfer",
    [("south.held", "east.core.held"), ("south.held",)],
    ids=["a fringe goes with it", "cells of another area do not"],
)
@pytest.mark.parametrize("kind", ["handover", "hold", "withdrawal"])
def test_a_part_is_not_known_where_the_limit_leaves_nothing_else_of_the_area(kind, transfer):
    region = make_region(areas=(area("south", "south.held", "north.core.held", transfer=transfer), *REGION.areas[2:]))
    sides = {"by": "red"} if kind == "hold" else {"frm": "red"}
    assert cells(kind, "part of south", when="2020", region=region, **sides) == set()
    [(_, reason)] = reasons(kind, "part of south", when="2020", region=region, **sides)
    assert "which part is not reported" in reason


def test_a_part_that_a_side_with_a_limit_is_given_may_be_any_part():
    assert cells("handover", "part of north", by="red", frm="blue", when="2020-12-01") == set()


def test_a_part_that_can_only_be_the_transfer_cells_is_those():
    whole = cells("handover", "north", by="blue", when="2020-12-01")
    assert cells("handover", "part of north", by="blue", when="2020-12-01") == whole
    assert cells("hold", "part of north", by="red", when="2010") == whole


def test_what_the_other_side_holds_of_an_area_that_a_limit_cuts_is_what_lies_beyond_it():
    assert cells("hold", "part of north", by="blue", when="1994-05-13") == {"north"}
    assert cells("hold", "part of south", by="blue", when="1994-05-13") == set()
    assert cells("capture", "part of north", by="blue", when="1994-05-13") == set()
    assert cells("hold", "part of north", by="strangers", when="1994-05-13") == set()


@pytest.mark.parametrize(("kind", "name"), [("capture", "part of north"), ("handover", "part of south")])
def test_any_other_part_colours_nothing_and_is_listed(kind, name):
    assert cells(kind, name, by="blue", when="2020-10-10") == set()
    [(text, reason)] = reasons(kind, name, by="blue", when="2020-10-10")
    assert text == name
    assert "which part is not reported" in reason


@pytest.mark.parametrize("words", ["Blue took nearly all of the ", "Blue took almost the entire "])
def test_nearly_all_of_an_area_is_the_area(words):
    claim, article = told("capture", "part of south", by="blue", when="2020-10-10", words=f"{words}south")
    place = replace(claim.places[0], text="south", start=len(words), end=len(words) + len("south"))
    [item] = located((replace(claim, places=(place,)), article))
    assert set(item.places[0].cells) == {"south.held"}


def test_a_group_is_its_areas():
    [item] = located(told("capture", "both", by="red", when="1993"))
    assert [(p.area, p.cells) for p in item.places] == [("north", ("north.held",)), ("south", ("south.held",))]
    assert {p.place for p in item.places} == {"both"}


def test_a_corridor_is_taken_with_its_area_and_not_handed_over_with_it():
    corridor = area("strip", "south.held", kind="corridor")
    region = make_region(
        areas=(
            area("south", "south.held", "east.core.held", transfer=("east.core.held",)),
            REGION.areas[4],
            type(corridor)(**{f: getattr(corridor, f) for f in corridor.__slots__} | {"schematic": True}),
        )
    )
    assert cells("capture", "south", by="red", when="1993", region=region) == {"south.held", "east.core.held"}
    assert cells("handover", "south", by="blue", frm="red", when="2020", region=region) == {"east.core.held"}


def test_a_town_is_a_point_that_colours_no_cell_and_is_not_listed():
    [item] = located(told("capture", "southton", by="blue", when="2020-10-04"))
    assert item.places[0].cells == ()
    assert item.places[0].reason == "Southton is a point in South, smaller than a cell, and does not colour it"
    assert reasons("capture", "southton", by="blue", when="2020-10-04") == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("?several cities", "counted or described, and not named"),
        ("front", "a line whose course is not in the region's data"),
        ("nowhere", "the region's gazetteer has no place 'nowhere'"),
    ],
)
def test_what_cannot_be_placed_is_listed_with_the_reason(name, reason):
    assert reasons("capture", name, by="blue", when="2020-10-04") == [(name, reason)]


def test_an_area_outside_what_a_side_can_have_held_is_listed():
    region = make_region(areas=(area("north", "north"), *REGION.areas[1:]))
    [(_, reason)] = reasons("capture", "north", by="red", when="1993", region=region)
    assert reason == "none of North lies in what can have been held (Line)"


def test_control_without_a_place_is_listed_and_a_dated_event_is_not():
    assert reasons("withdrawal", (), frm="red", when="2020-11-10") == [(None, "no place is named")]
    assert reasons("ceasefire", (), when="2020-11-10") == []
    assert reasons("clash", "?a village", when="2020-11-10") == []


def test_a_party_that_the_region_does_not_know_is_listed():
    assert reasons("capture", "south", by="strangers", when="2020") == [
        ("strangers", "the region does not know the party 'strangers'")
    ]


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ({"when": None, "published": None}, "neither the claim nor its article is dated"),
        ({"when": "2020-12-01", "published": "2020-11-01"}, "after its publication"),
        ({"when": "2020-13", "published": "2021"}, "names no real day"),
        ({"when": "2021/2020", "published": "2022"}, "ends before it starts"),
        ({"when": "2020/..", "published": None}, "is open"),
    ],
)
def test_what_cannot_be_dated_is_listed_and_decides_nothing(dates, reason):
    [(text, said)] = reasons("capture", "south", by="red", **dates)
    assert text is None
    assert said.startswith("cannot be dated: ")
    assert reason in said


def test_every_claim_comes_back_in_its_order():
    tellings = [told("clash", (), when="2020"), told("capture", "?x", by="red"), told("capture", by="red", when="1993")]
    assert [item.claim.id for item in located(*tellings)] == [claim.id for claim, _ in tellings]


def test_a_deployment_is_in_the_whole_area_without_limits():
    assert cells("deployment", "north", by="green-peacekeepers", when="2021") == {
        "north.core.held",
        "north.held",
        "north",
    }


def test_a_claim_whose_article_is_missing_is_an_error():
    claim, _ = told("capture", by="red", when="1993")
    with pytest.raises(RecordError, match="which is not there"):
        locate([claim], [], REGION)


def test_a_gazetteer_with_a_loop_of_parents_does_not_hang():
    looped = (place("a", parent="b", kind="town"), place("b", parent="a", kind="town"))
    [item] = located(told("capture", "a", by="red", when="1993"), region=make_region(places=looped))
    assert item.places[0].reason == "A is a point outside the region's areas"


@pytest.mark.parametrize(
    ("name", "known"),
    [("agdam", 1), ("fuzuli", 1), ("kalbajar", 1), ("qubadli", 0), ("jabrayil", 0), ("lachin", 0), ("zangilan", 0)],
)
def test_of_the_real_districts_a_part_is_known_where_the_line_of_1994_cuts_it(name, known):
    region = open_region("karabakh")
    whole, part = (
        cells("handover", f"{extent}{name}-district", by="azerbaijan", frm="armenia", when="2020-11-20", region=region)
        for extent in ("", "part of ")
    )
    assert part == (whole if known else set())


def test_a_point_in_a_district_around_a_city_is_told_of_as_any_other():
    region = open_region("karabakh")
    before = told("capture", "nagorno-karabakh", by="armenia", frm="azerbaijan", when="1993")
    for village, cell in (("talish", "tartar.oblast.held"), ("karintak", "shusha.oblast.held")):
        taken = told("capture", village, by="azerbaijan", when="2020-11-08")
        assert on("2021-01-01", before, taken, cell=cell, region=region).status == "divided"


@pytest.mark.parametrize(
    ("place_id", "district"),
    [
        ("karintak", "shusha-district"),
        ("shusha", "shusha-district"),
        ("kalbajar-district", "kalbajar-district"),
        ("hadrut-district", "khojavend-district"),
        ("nagorno-karabakh", None),
        ("yerevan", None),
    ],
)
def test_the_district_on_record_is_the_parents_before_the_own_area(place_id, district):
    region = open_region("karabakh")
    known = region.place(place_id)
    assert district_on_record(known, region) == district
    assert area_around(known, region) == (region.area(district) if district else None)


def test_a_name_that_several_places_share_is_listed_with_where_they_lie():
    karabakh = open_region("karabakh")
    [listing] = listed(told("capture", "?Mughanli", by="azerbaijan", when="2020-10-20"), region=karabakh)
    assert listing.reason.startswith("several places are named '?Mughanli', in Agdam District and in Fuzuli District")
    assert listing.reason.endswith("which one is not reported")


class TestExceptions:
    """What a report takes out of an area is not among its cells."""

    @staticmethod
    def cells(places, *but, kind="hold", by="blue"):
        claim, article = told(kind, places, by=by, when="2021-01-01")
        spots = tuple(replace(place, extent="part", but=but) for place in claim.places)
        item = locate([replace(claim, places=spots)], [article], REGION)[0][0]
        return [(place.area, place.cells) for place in item.places]

    def test_of_a_group_the_other_areas(self):
        assert self.cells("both", "south") == [("north", ("north.held", "north"))]

    def test_of_an_area_the_other_cells(self):
        assert self.cells("core", "north", kind="capture") == [("core", ("east.core.held",))]

    def test_what_is_left_out_by_a_name_that_is_no_area_leaves_a_part(self):
        assert self.cells("south", "southton") == [("south", ())]
        assert self.cells("south", "atlantis") == [("south", ())]

    def test_the_rest_is_held_and_what_is_left_out_stays(self):
        claim, article = told("capture", ("both",), by="red", when="1993-05-01")
        spots = tuple(replace(place, extent="part", but=("south",)) for place in claim.places)
        located = locate([replace(claim, places=spots)], [article], REGION)[0]
        on_day = {i.cell: i.controller for i in decide(located, REGION) if i.end is None}
        assert (on_day["north.held"], on_day["south.held"]) == ("red", "blue")
