"""Names on the page: in every choice that its reader has, and short on the map."""

from __future__ import annotations

from webmap_cases import make_place, make_region

from geo.records import Name
from geo.regions import MapStyle
from geo.webmap.names import called_in, choices, naming, short

STYLE = MapStyle(name_order=("en", "hy-Latn"), languages=("hy", "en"))


def test_a_reader_chooses_among_the_region_s_languages_the_stated_order_first():
    assert choices(make_region(map=STYLE)) == ("both", "hy", "en")
    assert choices(make_region(map=STYLE, shown_names="hy-Latn")) == ("both", "hy", "en", "hy-Latn")
    assert choices(make_region()) == ("both", "en", "hy-Latn"), "a region that lists none offers what its names have"


def test_a_place_has_a_name_in_every_choice():
    region = make_region(map=STYLE)
    assert called_in(region.places[0], region) == ["Oneton / Onetonabad", "Onetonabad", "Oneton"]


def test_the_page_says_how_many_names_a_language_lacks():
    known = make_place("twoton", "Twoton", 39.5, 46.5)
    unknown = make_place("threeton", "Threeton", 39.5, 47.5)
    object.__setattr__(unknown, "names", (Name(lang="ru", text="Тритон"),))
    told = naming(make_region(map=STYLE, areas=(), places=(known, unknown)), [known, unknown])
    assert told == {
        "shown": "both",
        "choices": [{"tag": "both", "known": 2}, {"tag": "hy", "known": 1}, {"tag": "en", "known": 2}],
        "all": 2,
    }


def test_a_label_leaves_out_asides_but_never_everything():
    assert short("Nagorno-Karabakh (the oblast of 1991) / Artsakh", without=()) == "Nagorno-Karabakh / Artsakh"
    assert short("(unnamed)", without=()) == "(unnamed)"


def test_a_last_word_that_both_names_share_is_said_once():
    assert short("Lachin corridor / Berdzor corridor", without=()) == "Lachin / Berdzor corridor"
    assert short("Lachin corridor / Berdzor road", without=()) == "Lachin corridor / Berdzor road"
    assert short("corridor / Berdzor corridor", without=()) == "corridor / Berdzor corridor"
