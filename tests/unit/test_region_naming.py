"""People are shown the names that they choose; where a language has none, in a stated order another."""

from __future__ import annotations

import pytest

from geo.errors import RegionError, UnknownLanguageError
from geo.regions import languages, offered, open_region
from geo.regions.naming import shown

NAMES = [("az", "Şuşa"), ("hy", "Շուշի"), ("hy-Latn", "Shushi"), ("ru", "Шуша")]


def test_both_names_stand_in_the_stated_order():
    assert shown("Shusha", NAMES, choice="both", order=("en", "hy-Latn")) == "Shusha / Shushi"
    assert shown("Shusha", NAMES, choice="both", order=("hy-Latn", "az")) == "Shushi / Şuşa"
    assert shown("Shusha", NAMES, choice="both", order=("en", "*-Latn")) == "Shusha / Shushi"


def test_a_name_that_both_share_is_said_once():
    assert shown("Hadrut", [("hy-Latn", "HADRUT")], choice="both", order=("en", "hy-Latn")) == "Hadrut"


def test_one_language_is_used_alone_where_it_is_known():
    assert shown("Shusha", NAMES, choice="hy", order=()) == "Շուշի"


def test_where_a_language_lacks_a_name_the_same_in_other_letters_stands_and_then_the_region_s_own():
    assert shown("Shusha", NAMES[2:], choice="hy", order=()) == "Shushi"
    assert shown("Shusha", NAMES[:1], choice="hy", order=()) == "Shusha"
    assert shown("Shusha", NAMES[1:2], choice="hy-Latn", order=()) == "Shusha", "who asked for Latin letters gets them"


def test_a_region_s_own_names_are_english():
    assert shown("Lachin District", [("en-GB", "The Lachin District")], choice="en", order=()) == "Lachin District"


@pytest.mark.parametrize(
    ("names", "area", "group", "place"),
    [
        ("both", "Kalbajar District / Karvachar", "The seven districts around the oblast", "Lachin / Berdzor"),
        ("az", "Kəlbəcər rayonu", "Dağlıq Qarabağ ətrafındakı yeddi rayon", "Laçın"),
        ("hy", "Քարվաճառի շրջան", "Լեռնային Ղարաբաղի հարակից յոթ շրջանները", "Բերձոր"),
        ("ru", "Кельбаджарский район", "Семь районов вокруг Нагорного Карабаха", "Лачин"),
        ("en", "Kalbajar District", "The seven districts around the oblast", "Lachin"),
    ],
)
def test_areas_groups_and_places_of_karabakh_are_called_as_was_chosen(names, area, group, place):
    region = open_region("karabakh", names=names)
    assert region.called(region.area("kalbajar-district")) == area
    assert region.called(region.group("seven-districts")) == group
    assert region.called(region.place("lachin")) == place


def test_a_language_without_names_is_refused_with_those_that_there_are():
    with pytest.raises(
        UnknownLanguageError, match=r"no names in 'hy_Latn'\. Did you mean 'hy-Latn'\? Choose: both, az, .* ru"
    ):
        open_region("karabakh", names="hy_Latn")


def test_the_languages_that_a_reader_chooses_from_are_the_region_s():
    assert offered(open_region("karabakh")) == ("az", "hy", "ru", "en")
    assert offered(open_region("ukraine")) == ("en", "ru", "ru-Latn", "uk")
    assert "az-x-ascii" in languages(open_region("karabakh")), "found, and not offered"


def test_a_language_that_no_name_is_in_is_not_offered(tmp_path, root):
    import shutil

    folder = shutil.copytree(root / "shapes" / "karabakh", tmp_path / "mine")
    path = folder / "region.toml"
    path.write_text(path.read_text("utf-8").replace('"ru", "en"]', '"ru", "fr"]'), "utf-8")
    with pytest.raises(RegionError, match=r"\[map\]: no language 'fr'"):
        open_region(str(folder))
