"""Opening a region: where it is looked for, and what is refused with which words."""

from __future__ import annotations

import json
import shutil

import pytest

from geo.errors import RegionError, UnknownLanguageError, UnknownRegionError
from geo.regions import MapStyle, check_names, languages, list_regions, open_region
from geo.regions.folders import PACKAGE, find_folder
from geo.regions.model import Cell
from geo.regions.queries import select


@pytest.fixture
def folder(tmp_path, root):
    """A copy of the real region, to be spoilt."""
    copy = tmp_path / "shapes" / "karabakh"
    shutil.copytree(root / "shapes" / "karabakh", copy)
    return copy


def spoil(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_unknown_name_lists_the_regions_and_the_nearest(folder):
    with pytest.raises(UnknownRegionError, match=r"'karabagh'.*mean 'karabakh'.*there are: karabakh"):
        open_region("karabagh", search=[folder.parent])


def test_a_path_without_a_region_says_so(tmp_path):
    with pytest.raises(UnknownRegionError, match=r"No region\.toml in"):
        open_region(str(tmp_path / "nothing"))


def test_where_there_are_no_regions_none_are_listed(tmp_path):
    with pytest.raises(UnknownRegionError, match="there are: none"):
        open_region("karabakh", search=[tmp_path])


def test_a_region_opens_by_path(folder):
    assert open_region(str(folder)).folder == folder


def test_shapes_beside_the_user_win_over_those_of_the_package(folder, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert find_folder("karabakh").resolve() == folder


def test_the_package_finds_its_region_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert PACKAGE.parent in find_folder("karabakh").parents
    assert "karabakh" in list_regions()


@pytest.mark.parametrize("name", ["cells.geojson", "places.csv", "actors.csv", "sources.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(RegionError, match=name):
        open_region(str(folder))


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("region.toml", 'id = "karabakh"', "id = ", "is not TOML"),
        ("region.toml", 'start = "1988-01-01"', "", "lacks the key 'start'"),
        ("region.toml", 'start = "1988-01-01"', 'start = "1988"', "no single day"),
        ("region.toml", 'start = "1988-01-01"', 'start = "1988-13-01"', "names no real day"),
        ("region.toml", 'side = "azerbaijan"', 'side = "azerbajan"', "'baseline' has side 'azerbajan'"),
        ("region.toml", 'district = "kalbajar-district"', 'district = "kalbajar"', "no district 'kalbajar'"),
        ("region.toml", 'id = "lachin-district"', 'id = "kalbajar-district"', "'kalbajar-district' comes twice"),
        ("region.toml", 'place = "nagorno-karabakh"', 'place = "karabakh"', "has place 'karabakh'"),
        ("places.csv", "geonames:586268", "", "has no source"),
        ("places.csv", "40.10984", "north", "lat 'north', which is no number"),
        ("places.csv", "40.10984", "140.1", "which is nowhere"),
        ("places.csv", "40.10984", "", "one coordinate of two"),
        ("places.csv", "en:Kalbajar|", "Kalbajar|", "has the name 'Kalbajar'"),
        ("places.csv", ",remark", ",note", "lacks the column 'remark'"),
        ("places.csv", "\nlachin,", "\nkalbajar,", "comes twice"),
        ("places.csv", ",lachin-district,", ",latchin-district,", "has parent 'latchin-district'"),
        ("actors.csv", "|tr:Rus barış gücü,russia,", ",rusia,", "has side 'rusia'"),
        ("actors.csv", ",yes,", ",true,", "Write yes or no"),
        ("sources.csv", "TASS|ITAR-TASS,,agency", "TASS|ITAR-TASS,,wire", "Write agency or outlet"),
        ("sources.csv", "tass,TASS,", 'tass,TASS,extra,"', "sources.csv"),
    ],
)
def test_what_contradicts_itself_is_refused_naming_file_and_fault(folder, name, old, new, message):
    spoil(folder / name, old, new)
    with pytest.raises(RegionError, match=message) as refusal:
        open_region(str(folder))
    assert name in str(refusal.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[view]\nwest = 45.3", "[view]\nwset = 45.3", r"\[view\]: no key 'wset'\. Did you mean 'west'\?"),
        ("west = 45.3", 'west = "45.3"', r"\[view\]: west is '45\.3', which is not a number"),
        ("west = 45.3", "west = 55.3", "west lies before east"),
        ("west = 45.3\n", "", r"\[view\] lacks the key 'west'"),
        ("[view]", "[veiw]", "no key 'veiw'. Did you mean 'view'"),
        ('name_order = ["en", "hy-Latn"]', "name_order = 5", r"\[map\]: name_order is 5, which is not a list"),
        ('name_order = ["en", "hy-Latn"]', "name_order = [5]", r"\[map\]: name_order is 5, which is not a text"),
        ('name_order = ["en", "hy-Latn"]', 'order = ["en"]', r"\[map\]: no key 'order'\. Did you mean 'name_order'"),
        ('armenia = "purple"', 'armenai = "purple"', r"\[colours\]: no party 'armenai'\. Did you mean 'armenia'\?"),
        ('armenia = "purple"', "armenia = 5", "colours, armenia is 5, which is not a text"),
        ('name = "Lachin District"', 'nmae = "Lachin"', "area 'lachin-district': no key 'nmae'. Did you mean 'name'"),
        ('name = "Lachin District"', "name = true", "area 'lachin-district': name is True, which is not a text"),
        ('az = "Laçın rayonu"', "az = [1]", "area 'lachin-district': names, az is 1, which is not a text"),
        ('cells = { district = "lachin-district" }', 'cells = "all"', "cells is 'all', which is not a table"),
        ('{ az = "1994-cü il atəşkəs xətti"', "{ az = 1994", "Ceasefire line of 1994, az is 1994, which is not a text"),
        ("[[limit]]", "[limit]", "limit is .*, which is not a list"),
        ('id = "seven-districts"', "id = 7", "group 7: id is 7, which is not a text"),
        ('armenia = "purple"', 'armenia = ["purple"]', r"colours, armenia is \['purple'\], which is not a text"),
        ('cells = { district = "lachin-district" }', "cells = { district = 5 }", "no ids in 'district', but 5"),
        ('cells = { district = "lachin-district" }', "cells = { any = [5] }", "no query, but 5"),
        ('cells = { district = "lachin-district" }', "cells = { any = 5 }", "no list of queries in 'any', but 5"),
    ],
)
def test_a_key_that_is_mistyped_or_holds_another_kind_of_value_is_named(folder, old, new, message):
    spoil(folder / "region.toml", old, new)
    with pytest.raises(RegionError, match=message) as refusal:
        open_region(str(folder))
    assert "region.toml" in str(refusal.value)


def test_what_the_region_says_of_its_map_is_opened_with_it(folder):
    region = open_region(str(folder))
    assert region.map.name_order == ("en", "hy-Latn")
    assert region.map.labelled_kinds == ("capital", "city", "town", "village")
    assert dict(region.colours)["armenia"] == "purple"
    assert dict(dict(region.map.translations)["Ceasefire line of 1994"])["ru"] == "Линия прекращения огня 1994 года"


def test_a_party_has_names_in_other_languages_where_the_table_says_them(folder):
    named = {party.id: dict(party.names) for party in open_region(str(folder)).parties}
    assert named["azerbaijan"]["hy"] == "Ադրբեջան"
    path = folder / "actors.csv"
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(",".join(row[:2] + row[3:]) for row in rows) + "\n", "utf-8")
    assert all(party.names == () for party in open_region(str(folder)).parties)


def test_a_region_that_says_nothing_of_its_map_opens_too(folder):
    path = folder / "region.toml"
    text = path.read_text("utf-8")
    start, end = text.index("[view]"), text.index("[baseline]")
    path.write_text(text[:start] + text[end:], "utf-8")
    region = open_region(str(folder))
    assert (region.view, region.map, region.colours) == (None, MapStyle(), ())


def test_names_may_be_asked_for_in_the_languages_that_the_region_has(folder):
    region = open_region(str(folder))
    assert {"az", "hy", "hy-Latn", "ru"} <= set(languages(region))
    for choice in ("both", *languages(region)):
        check_names(choice, region)
    with pytest.raises(
        UnknownLanguageError, match=r"no names in 'hy-latn'\. Did you mean 'hy-Latn'\? Choose: both, az"
    ):
        check_names("hy-latn", region)


def test_cells_that_are_no_geojson_are_refused(folder):
    (folder / "cells.geojson").write_text("[]", "utf-8")
    with pytest.raises(RegionError, match=r"cells\.geojson holds no cells"):
        open_region(str(folder))


def test_a_cell_of_a_district_without_an_area_is_refused(folder):
    data = json.loads((folder / "cells.geojson").read_text("utf-8"))
    row = data["features"][0]
    data["features"].append({**row, "properties": {**row["properties"], "cell": "a", "district": "atlantis"}})
    (folder / "cells.geojson").write_text(json.dumps(data), "utf-8")
    with pytest.raises(RegionError, match="has area 'atlantis'"):
        open_region(str(folder))


@pytest.mark.parametrize("name", ["region.toml", "places.csv"])
def test_a_file_that_is_not_utf_8_is_named(folder, name):
    (folder / name).write_bytes(b"id\xff\xfe")
    with pytest.raises(RegionError, match=name):
        open_region(str(folder))


CELLS = [
    Cell(id="a.x", district="a", layers=("x",), km2=1),
    Cell(id="a", district="a", layers=(), km2=1),
    Cell(id="b.x.y", district="b", layers=("x", "y"), km2=1, adjoins="a"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"all": True}, ("a.x", "a", "b.x.y")),
        ({"district": "a"}, ("a.x", "a")),
        ({"district": ["a", "b"], "inside": ["x"]}, ("a.x", "b.x.y")),
        ({"inside": ["x"], "outside": ["y"]}, ("a.x",)),
        ({"any": [{"district": "a"}, {"adjoins": "a"}], "inside": ["x"]}, ("a.x", "b.x.y")),
    ],
)
def test_a_query_finds_the_cells_that_meet_all_its_conditions(query, found):
    assert select(CELLS, query, where="a test") == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({}, "an empty query"),
        ({"distrikt": "a"}, "distrikt"),
        ({"district": "c"}, "no district 'c'"),
        ({"inside": ["z"]}, "no layer 'z'"),
        ({"any": [{"district": "c"}]}, "no district 'c'"),
        ({"district": "a", "inside": ["y"]}, "no cell meets"),
    ],
)
def test_a_query_that_can_find_nothing_is_refused(query, message):
    with pytest.raises(RegionError, match=message):
        select(CELLS, query, where="a test")
