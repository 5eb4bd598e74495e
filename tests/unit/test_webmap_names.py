"""Labels say both names in the stated order, or one language."""

from __future__ import annotations

from geo.webmap.names import label, short

NAMES = [("az", "Şuşa"), ("hy", "Շուշի"), ("hy-Latn", "Shushi"), ("ru", "Шуша")]


def test_both_names_stand_in_the_stated_order():
    assert label("Shusha", NAMES, choice="both", order=("en", "hy-Latn")) == "Shusha / Shushi"
    assert label("Shusha", NAMES, choice="both", order=("hy-Latn", "az")) == "Shushi / Şuşa"
    assert label("Shusha", NAMES, choice="both", order=("en", "*-Latn")) == "Shusha / Shushi"


def test_a_name_that_both_share_is_said_once():
    assert label("Hadrut", [("hy-Latn", "HADRUT")], choice="both", order=("en", "hy-Latn")) == "Hadrut"


def test_one_language_is_used_alone_where_it_is_known():
    assert label("Shusha", NAMES, choice="hy", order=()) == "Շուշի"
    assert label("Goris", [], choice="hy", order=()) == "Goris"


def test_a_label_leaves_out_asides_but_never_everything():
    assert short("Nagorno-Karabakh (the oblast of 1991) / Artsakh", without=()) == "Nagorno-Karabakh / Artsakh"
    assert short("(unnamed)", without=()) == "(unnamed)"


def test_a_last_word_that_both_names_share_is_said_once():
    assert short("Lachin corridor / Berdzor corridor", without=()) == "Lachin / Berdzor corridor"
    assert short("Lachin corridor / Berdzor road", without=()) == "Lachin corridor / Berdzor road"
    assert short("corridor / Berdzor corridor", without=()) == "corridor / Berdzor corridor"
