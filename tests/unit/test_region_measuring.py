"""What areas measure stands beside what is published, and every larger difference is explained."""

from __future__ import annotations

import shutil

import pytest

from geo.errors import RegionError
from geo.regions import open_region
from geo.regions.checking import check_region
from geo.regions.measuring import EXPLAINED_PERCENT, area_figures, area_rows, area_table


@pytest.fixture(scope="module")
def figures():
    return area_figures(open_region("karabakh"))


def figure_of(figures, area, measure="whole"):
    return next(figure for figure in figures if (figure.area, figure.measure) == (area, measure))


def test_every_figure_is_within_12_percent_of_what_is_published_or_has_its_remark(figures):
    told = [figure for figure in figures if figure.published]
    assert len(told) > 20
    assert EXPLAINED_PERCENT == 12
    unexplained = [
        (figure.area, figure.measure, round(figure.difference, 1))
        for figure in told
        if abs(figure.difference) > 12 and not figure.published.remark
    ]
    assert unexplained == []


def test_every_published_figure_has_its_source(figures):
    assert all(len(figure.published.source) > 10 for figure in figures if figure.published)


@pytest.mark.parametrize(
    ("area", "measure", "low", "high"),
    [
        ("seven-districts", "changes-hands", 7600, 7900),
        ("seven-districts", "whole", 9100, 9300),
        ("eastern-zangezur", "whole", 6800, 7000),
        ("karabakh-economic-region", "whole", 8200, 8300),
        ("held-1994", "whole", 11_900, 12_000),
        ("nagorno-karabakh-1991-oblast", "whole", 4250, 4400),
    ],
)
def test_areas_and_groups_are_measured(figures, area, measure, low, high):
    assert low < figure_of(figures, area, measure).km2 < high


def test_economic_regions_share_no_cell_and_every_district_of_theirs_is_whole():
    region = open_region("karabakh")
    zangezur, karabakh = (region.group(name).areas for name in ("eastern-zangezur", "karabakh-economic-region"))
    assert set(zangezur).isdisjoint(karabakh)
    assert "agjabadi-district" in karabakh
    assert "lachin-district" in zangezur


def test_the_corridor_and_its_line_are_marked_schematic(figures):
    assert figure_of(figures, "lachin-corridor").schematic
    assert [figure.area for figure in figures if figure.schematic] == ["lachin-corridor"]
    lines = open_region("karabakh").line_frame().set_index("id")["schematic"]
    assert lines["lachin-corridor-axis"]
    assert "lachin-corridor (schematic)" in area_table(open_region("karabakh"))


def test_rows_for_programs_have_numbers_and_empty_cells(figures):
    rows = {(row["area"], row["measure"]): row for row in area_rows(figures)}
    kalbajar = rows["kalbajar-district", "whole"]
    assert (kalbajar["km2"], kalbajar["published_km2"], kalbajar["difference_percent"]) == (2771.0, 3050.0, -9.1)
    assert rows["khankendi-city", "whole"]["published_km2"] is None


@pytest.fixture
def copied(tmp_path, root):
    return shutil.copytree(root / "shapes" / "karabakh", tmp_path / "copied")


def test_a_difference_that_nothing_explains_is_found_wrong(copied):
    path = copied / "figures.csv"
    path.write_text(
        path.read_text("utf-8").replace("kalbajar-district,whole,3050", "kalbajar-district,whole,1500"), "utf-8"
    )
    wrong = [finding.what for finding in check_region(str(copied)) if finding.level == "wrong"]
    assert len(wrong) == 1
    assert wrong[0].startswith("figures.csv: kalbajar-district measures 2,771 km², +85 % beside what is published.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kalbajar-district,whole", "kalbajr-district,whole", "no area or group 'kalbajr-district'"),
        ("kalbajar-district,whole", "kalbajar-district,all", "has measure 'all'. Write whole or changes-hands"),
        ("whole,3050", "whole,-3", "has -3 km²"),
        ("whole,3050", "whole,many", "'many', which is no number"),
    ],
)
def test_a_wrong_row_is_named(copied, old, new, said):
    path = copied / "figures.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(RegionError, match=r"figures\.csv") as raised:
        area_figures(open_region(str(copied)))
    assert said in str(raised.value)


def test_a_region_without_published_figures_is_measured_all_the_same():
    table = area_table(open_region("ukraine"))
    assert table.splitlines()[0].split() == ["|", "area", "|", "km²", "|"]
    assert "figures.csv" in table
    assert all(figure.published is None and figure.km2 > 0 for figure in area_figures(open_region("ukraine")))
