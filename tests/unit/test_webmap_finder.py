"""What the page's search knows."""

from __future__ import annotations

from geo.names import fold
from geo.regions import open_region
from geo.webmap.finder import finder


def test_every_spelling_of_every_place_of_the_region_s_areas_can_be_found():
    region = open_region("karabakh")
    rows = finder(region, [])
    assert [row["area"] for row in rows[: len(region.areas)]] == list(range(len(region.areas)))
    kalbajar = str(rows[0]["words"]).split()
    assert {"kelbecer", "kalbadjar", "քարվաճառ"} <= set(kalbajar)
    talish = next(row for row in rows if "Talish" in row.get("names", ()))
    assert talish["kind"] == "village"
    assert region.areas[talish["area"]].id == "tartar-district"
    assert not set(str(talish["words"]).split()) & {fold("Talish")}, "what the names say is not said again"


def test_places_outside_the_areas_are_found_where_the_page_labels_them():
    region = open_region("karabakh")
    goris = region.place("goris")
    names = {row["names"][0] for row in finder(region, [goris]) if "names" in row and "area" not in row}
    assert names == {region.called(goris)}


def test_a_place_without_a_point_is_found_and_has_none():
    rows = finder(open_region("karabakh"), [])
    without = [row for row in rows if "names" in row and "at" not in row]
    assert any("Sofulu" in row["names"] for row in without)
