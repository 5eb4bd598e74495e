"""Answers to: who held a place on a day."""

import json
from datetime import date

import pytest
from timeline_cases import REGION, area, located, make_region, told

from geo.answers import as_object, explain, find_place, who
from geo.answers.asking import note_on
from geo.errors import UnknownPlaceError
from geo.regions import open_region
from geo.timeline import decide

REPORTS = (
    told("capture", ("both", "core"), by="red", frm="blue", when="1991", source="post", words="Red took it in 1991"),
    told("loss", ("both", "core"), frm="blue", when="1992/1994", words="blue lost it in the war of 1992-1994"),
    told("capture", ("?several cities",), by="blue", when="2020-09-27/2020-11-10", words="Blue took several cities"),
    told("handover", "north", by="blue", frm="red", when="2020-11-10/2021-01-18", words="North went to Blue."),
)


ALONE = make_region(areas=(*REGION.areas, area("north-held", "north.held", kind="part")))
"""The region with the part of north that red can have held as an area of its own."""


def ask(place, day, *reports, region=REGION):
    reports = reports or REPORTS
    claims = located(*reports, region=region)
    return who(place, date.fromisoformat(day), region=region, intervals=decide(claims, region), claims=claims)


def words(place, day):
    return explain(ask(place, day), region=REGION, claims=located(*REPORTS))


def test_the_answer_is_the_state_of_most_of_the_area_and_the_rest_are_parts():
    answer = ask("north", "2021-02-01")
    assert (answer.controller, answer.basis) == ("blue", "baseline")
    assert [(p.controller, p.status, p.km2, p.cells) for p in answer.parts] == [
        ("blue", "held", 60.0, ("north",)),
        ("blue", "held", 30.0, ("north.held",)),
        ("red", "in_doubt", 10.0, ("north.core.held",)),
    ]


def test_states_of_one_holder_are_added_before_they_are_compared():
    region = make_region(
        cells=tuple(type(c)(id=c.id, district=c.district, layers=c.layers, km2=k) for c, k in
                    zip(REGION.cells, (45.0, 30.0, 25.0, 50.0, 40.0), strict=True))
    )  # fmt: skip
    assert ask("north", "2021-02-01", region=region).controller == "blue"


def test_a_place_whose_cells_agree_has_no_parts():
    answer = ask("south", "2000-01-01")
    assert (answer.controller, answer.status, answer.parts) == ("red", "held", ())
    assert "parts" not in as_object(answer)


def test_one_json_object_with_the_fields_of_the_contract():
    data = as_object(ask("north", "2020-12-01"))
    fields = "place on controller others status basis support start_edtf end_edtf last_reported rule claims becomes"
    assert list(data) == [*fields.split(), "parts"]
    assert json.loads(json.dumps(data))["parts"][0]["km2"] == 60.0


@pytest.mark.parametrize("day", ["1989-12-31", "2022-01-02"])
def test_before_the_region_begins_and_after_the_last_report_nothing_is_known(day):
    answer = ask("south", day)
    assert (answer.controller, answer.status, answer.claims) == (None, "unknown", ())
    assert answer.rule in ("The region's timeline begins on 1990-01-01.", "Nothing reported after 2022-01-01.")


LATE = (
    *REPORTS,
    told("hold", "north", by="blue", when="2021-01-18", published="2021-01-18"),
    told("handover", "north", by="blue", when="2020-11/2022-11", published="2022-08-31/2022-11-30", source="post"),
)


@pytest.mark.parametrize(
    ("day", "last", "said"),
    [
        (
            "2021-02-01",
            "2021-01-18",
            "Last reported on 2021-01-18. Reported so again between 2022-08-31 and 2022-11-30.",
        ),
        ("2022-09-30", "2021-01-18", "between 2022-08-31 and 2022-11-30, perhaps after this day."),
        ("2022-11-30", "2022-08-31/2022-11-30", "Last reported between 2022-08-31 and 2022-11-30."),
    ],
)
def test_the_last_report_is_none_of_after_the_day_asked_for(day, last, said):
    answer = next(part for part in ask("north", day, *LATE).parts if part.cells == ("north.held",))
    assert answer.last_reported == last
    whole = ask("north-held", day, *LATE, region=ALONE)
    assert said in explain(whole, region=ALONE, claims=located(*LATE, region=ALONE))


def test_what_is_reported_later_only_is_not_last_reported():
    answer = ask("south", "2020-10-01", told("hold", "south", by="blue", when="2021-05-01"))
    assert (answer.controller, answer.last_reported) == ("blue", None)


def test_a_last_publication_that_is_not_known_to_the_day_is_told_as_such():
    answer = ask("south", "2023-01-01", *LATE)
    assert answer.rule == (
        "Nothing reported after 2022-11-30, the last day on which the last report can have been published."
    )


def test_the_last_day_of_the_last_publication_still_counts():
    assert ask("south", "2022-01-01").status == "in_doubt"


def test_a_town_answers_with_the_district_it_lies_in():
    answer = ask("Southton", "2000-01-01")
    assert answer.place == "southton"
    assert answer.controller == "red"
    assert "Southton has no state of its own: this is that of South, in which it lies." in answer.rule


@pytest.mark.parametrize("name", ["south", "SOUTH", "Süd", "sud", " south "])
def test_a_place_is_found_by_any_name_without_regard_to_case_and_marks(name):
    assert find_place(name, REGION).id == "south"


def test_a_group_is_found_by_its_words():
    assert find_place("two districts", REGION).cells == ("north.held", "south.held")


def test_an_unknown_place_is_an_error_that_names_its_neighbours():
    with pytest.raises(UnknownPlaceError, match=r"No place .soth. in region .tiny.\. Did you mean .South."):
        find_place("soth", REGION)
    with pytest.raises(UnknownPlaceError, match="No place '' in region"):
        find_place("", REGION)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Kalbajar", "kalbajar-district"),
        ("Kəlbəcər", "kalbajar-district"),
        ("Karvachar", "kalbajar-district"),
        ("kalbajar-district", "kalbajar-district"),
        ("lachin", "lachin-district"),
        ("Lachin corridor", "lachin-corridor"),
        ("agdam-held-part", "agdam-held-part"),
        ("nagorno-karabakh-1991-oblast", "nagorno-karabakh-1991-oblast"),
        ("Nagorno-Karabakh", "nagorno-karabakh-1991-oblast"),
        ("qubadli", "qubadli-district"),
        ("Agdam", "agdam-district"),
        ("Agdam town", "agdam"),
        ("town of Agdam", "agdam"),
        ("Shushi", "shusha-city"),
        ("Shusha District", "shusha-district"),
        ("Hadrut", "hadrut"),
        ("seven adjacent regions", "seven-districts"),
        ("seven-districts", "seven-districts"),
        ("Area inside the line of 1994", "held-1994"),
    ],
)
def test_a_district_is_meant_before_its_town(name, area):
    assert find_place(name, open_region("karabakh")).id == area


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Yerevan", "Yerevan is in the gazetteer, but .* it is a point outside the region's areas"),
        ("contact line", "contact line is .* it is a line whose course is not in the region's data"),
        ("Soviet Union", "the region's data does not say where it lies"),
    ],
)
def test_a_place_without_cells_says_why_it_has_no_answer(name, why):
    with pytest.raises(UnknownPlaceError, match=why):
        find_place(name, open_region("karabakh"))


def test_a_village_whose_point_is_not_known_answers_with_the_district_it_has_on_record():
    region = open_region("karabakh")
    sofulu = region.place("sofulu-jabrayil")
    assert sofulu.lat is None
    telling = told("capture", "jabrayil-district", by="armenia", frm="azerbaijan", when="1993")
    answer = ask("Sofulu, Jabrayil", "2000-01-01", telling, region=region)
    assert (answer.place, answer.controller) == ("sofulu-jabrayil", "armenia")
    assert "has no state of its own: this is that of Jabrayil District / Jrakan" in answer.rule


def test_a_name_of_several_places_says_where_the_others_lie_and_a_district_beside_it_chooses():
    region = open_region("karabakh")
    bare = find_place("Mughanli", region)
    assert bare.inside == "Agdam District / Akna"
    assert "Zangilan District / Kovsakan" in bare.namesakes
    assert "Others of the name lie in" in note_on(bare)
    named = find_place("Mughanli, Zangilan district", region)
    assert (named.id, named.namesakes) == ("mughanli-zangilan", ())


def test_a_town_of_the_name_of_its_district_answers_with_the_district_and_says_so():
    region = open_region("karabakh")
    telling = told("capture", "agdam-district", by="armenia", frm="azerbaijan", when="1993")
    answer = ask("Agdam town", "2000-01-01", telling, region=region)
    assert (answer.place, answer.controller) == ("agdam", "armenia")
    assert (
        "Agdam / Akna has no state of its own: this is that of Agdam District / Akna, in which it lies." in answer.rule
    )


def test_held_says_since_which_change_and_that_reports_differ():
    text = words("south", "2010-01-01")
    assert "the Red side, since a change between 1991 and 1994" in text
    assert "Reports differ on the date: in 1991; between 1992 and 1994." in text
    assert "  Last reported in 1994." in text
    assert "“Red took it in 1991” - post, 2022-01-01" in text


def test_an_uncertain_day_says_between_which_days():
    text = words("north", "2020-12-01")
    assert "changed hands between 2020-11-10 and 2021-01-18, the day not reported" in text
    assert "(before: the Red side; after: Blue)" in text


def test_doubt_says_since_when_and_why():
    text = words("south", "2021-02-01")
    assert "last reported held by the Red side, in doubt since 2020-09-27" in text
    assert "“Blue took several cities”" in text


def test_more_quotes_than_asked_for_are_counted():
    claims = located(*REPORTS)
    text = explain(ask("south", "2010-01-01"), region=REGION, claims=claims, quotes=1)
    assert text.endswith("and 1 more quote")
