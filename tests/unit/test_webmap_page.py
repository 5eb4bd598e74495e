"""The page as a file: the same bytes each time, nothing from elsewhere, and no text seen by a template."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from webmap_cases import make_article, make_claim, make_interval, make_party, make_place, make_records, make_region

from geo.errors import RegionError
from geo.regions import MapStyle
from geo.webmap.palette import read_palette


@pytest.fixture
def data_of():
    def read(records):
        found = re.search(r'<script type="application/json" id="geo-data">(.*?)</script>', records.page(), re.DOTALL)
        assert found
        return json.loads(found[1])

    return read


def test_two_renders_give_the_same_bytes():
    assert make_records().page() == make_records().page()


def test_nothing_is_loaded_from_elsewhere():
    page = make_records().page()
    assert not re.search(r"<link[^>]+stylesheet|<script[^>]+src|@import|sourceMappingURL|url\((?!#)", page)
    assert not re.search(r"jquery|bootstrap|awesome|jsdelivr|cloudflare", page, re.IGNORECASE)
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page[: page.index("<script>")]), "no inline style or handler"


def test_no_text_passes_through_a_template_or_fills_a_slot():
    for text in ("{{7*7}}", "{% raw %}", "@@data@@", "@@page.js@@"):
        base = make_records()
        records = replace(base, region=make_region(name=text), claims=(make_claim(evidence=text), base.claims[1]))
        page = records.page()
        assert f"<title>{text}: reported control</title>" in page
        assert json.dumps(text, ensure_ascii=False)[1:-1] in page.split('id="geo-data">')[1]


def test_a_hostile_region_name_stays_a_title():
    page = replace(make_records(), region=make_region(name="</title><script>x()</script>\x00")).page()
    assert "<title>&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt;\ufffd: reported control</title>" in page


def test_articles_give_their_quotes_and_not_their_texts():
    records = replace(make_records(), articles=(make_article(text="The whole long article."),))
    assert "The whole long article." not in records.page()


@pytest.mark.parametrize(
    ("published", "last"), [("2011-06-01", 15126), ("2011-06-01/2011-06-30", 15155), ("2011-06-01/..", None)]
)
def test_time_runs_from_the_region_s_start_to_the_last_publication(data_of, published, last):
    records = make_records()
    told = replace(records.located[0], published=published)
    time = data_of(replace(records, located=(told,)))["time"]
    assert time["start"] == 10957
    assert (time["last"], time["told"]) == (last, published if last else None)


def test_without_reports_time_has_no_last_day(data_of):
    assert data_of(replace(make_records(), located=()))["time"]["last"] is None


def test_equal_states_are_kept_once_and_intervals_stand_by_cell_and_time(data_of):
    rows = (
        make_interval("two", "2001-01-01", None, controller="north", rule="r"),
        make_interval("one", "2002-01-01", None, controller="south", rule="r"),
        make_interval("one", "2001-01-01", "2002-01-01", controller="north", rule="r"),
        make_interval("three", "2001-01-01", None, controller="north", rule="r"),
    )
    data = data_of(replace(make_records(), intervals=rows))
    assert data["intervals"]["cell"] == [0, 0, 1, 2]
    assert data["intervals"]["start"] == [11323, 11688, 11323, 11323]
    assert [data["states"][i]["controller"] for i in data["intervals"]["state"]] == ["north", "south", "north", "north"]
    assert len(data["states"]) == 3


@pytest.mark.parametrize(("after", "taker"), [("2010-06-01", "south"), ("2010-07-01", None)])
def test_a_change_of_uncertain_date_knows_who_took_over(data_of, after, taker):
    rows = (
        make_interval("one", "2010-01-01", "2010-06-01", others=("north",), status="date_uncertain"),
        make_interval("one", after, None, controller="south"),
        make_interval("two", "2010-06-01", None, controller="north"),
    )
    data = data_of(replace(make_records(), intervals=rows))
    assert data["states"][0]["becomes"] == taker


def test_the_region_chooses_colours_and_a_hue_that_is_not_there_is_an_error():
    palette = read_palette(make_region(colours=(("north", "teal"),)))
    assert palette.parties["north"].light == "#429695"
    assert len({palette.parties[party].light for party in ("north", "south", "guards")}) == 3
    with pytest.raises(RegionError, match=r"no hue 'red' for 'north'.*purple"):
        read_palette(make_region(colours=(("north", "red"),)))


def test_a_region_that_says_nothing_of_its_map_gets_no_claim_about_its_accuracy_and_loses_no_word(data_of):
    data = data_of(make_records())
    assert data["accuracy"] == ""
    assert data["areas"][0]["labels"][0] == "One District / Oneabad"


def test_what_a_region_says_of_its_map_is_followed(data_of):
    style = MapStyle(name_order=("en",), label_without=("District",), accuracy="Up to 3 km.", credits=("Us",))
    data = data_of(replace(make_records(), region=make_region(map=style)))
    assert (data["accuracy"], data["credits"]) == ("Up to 3 km.", ["Us"])
    assert data["areas"][0]["labels"][0] == "One"
    style = MapStyle(labelled_kinds=())
    assert data_of(replace(make_records(), region=make_region(map=style), located=()))["places"] == []


def test_what_a_claim_is_about_is_named_first_even_if_places_of_its_kind_have_no_label(data_of):
    style = MapStyle(labelled_kinds=("city",))
    places = (make_place("oneton", "Oneton", 39.5, 45.5), make_place("twoton", "Twoton", 39.5, 46.5))
    data = data_of(replace(make_records(), region=make_region(map=style, places=places)))
    assert [(place["id"], place["named"]) for place in data["places"]] == [("oneton", True)]
    assert [area["id"] for area in data["areas"] if area["named"]] == ["one-district"]


def test_the_page_carries_leaflet_s_copyright_and_conditions():
    licence = files("geo.webmap").joinpath("assets/leaflet/LICENSE").read_text(encoding="utf-8")
    page = make_records().page()
    assert "Redistributions in binary form must reproduce the above copyright notice" in licence
    assert html.escape(licence.strip()) in page


def test_local_forces_have_the_hue_of_their_side_and_many_parties_still_have_one():
    parties = (make_party("north"), make_party("locals", side="north"), *(make_party(f"p{i}") for i in range(400)))
    palette = read_palette(make_region(parties=parties))
    assert palette.parties["locals"] == palette.parties["north"]
    assert len(palette.parties) == 402


def test_the_two_main_hues_stay_apart_for_every_colour_vision():
    palette = read_palette(make_region())
    for theme in ("light", "dark"):
        north, south = (getattr(palette.parties[party], theme) for party in ("north", "south"))
        for matrix in SEEN.values():
            assert distance(north, south, matrix) > 30, (theme, north, south)


SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue cones": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "no cones": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""Linear RGB as seen; Machado, Oliveira and Fernandes 2009, severity 1.0; luminance alone for no cones."""


def distance(one: str, other: str, matrix: tuple[tuple[float, ...], ...]) -> float:
    """CIE 1976 distance of two colours as somebody sees them."""
    return sum((a - b) ** 2 for a, b in zip(lab(one, matrix), lab(other, matrix), strict=True)) ** 0.5


def lab(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    srgb = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in srgb]
    red, green, blue = (min(1.0, max(0.0, sum(m * v for m, v in zip(row, linear, strict=True)))) for row in matrix)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_every_style_sheet_closes_what_it_opens():
    for sheet in files("geo.webmap").joinpath("assets/styles").iterdir():
        text = sheet.read_text(encoding="utf-8")
        assert text.count("{") == text.count("}"), sheet.name
