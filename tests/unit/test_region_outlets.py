"""A report is given to an outlet, and so to its side, only where its source names that outlet."""

from __future__ import annotations

import pytest

from geo.articles.outlets import source_of
from geo.errors import RegionError
from geo.regions import open_region


@pytest.fixture(scope="module")
def region(root):
    return open_region(str(root / "shapes" / "karabakh"))


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("UrduPoint News / Sputnik", "sputnik"),
        ("Today.az (Trend)", "trend"),
        ("Times of India (AP video)", "ap"),
        ("CTV (AP)", "ap"),
        ("AP report", "ap"),
        ("A News / Anadolu", "anadolu"),
        ("A News", "a-news"),
        ("Report", "report"),
        ("Report News Agency", "report"),
        ("www.report.az", "report"),
        ("https://report.az/en/karabakh", "report"),
        ("Trend", "trend"),
        ("Trend, Baku", "trend"),
        ("Yerkir via Trend", "trend"),
        ("Reuters via Trend", "reuters"),
        ("Baku - Trend - 10 November", "trend"),
        ("Trend; Reuters", "reuters"),
        ("Panorama.am", "panorama-am"),
        ("Panorama", "panorama-am"),
        ("BBC Panorama", "bbc"),
        ("the TASS news agency", "tass"),
        ("tass", "tass"),
        ("ITAR-TASS", "tass"),
        ("Sputnik International", "sputnik"),
        ("RIA", "ria-novosti"),
        ("RIA Novosti", "ria-novosti"),
        ("RFE/RL", "rferl"),
        ("RFE/RL's Armenian Service", "azatutyun"),
        ("Armenian News-NEWS.am", "news-am"),
        ("AZƏRTAC", "azertac"),
        ("Azərtac", "azertac"),
        ("Anadolu Ajansı (AA)", "anadolu"),
        ("AA", "anadolu"),
        ("RT", "rt"),
        ("RT Arabic", "rt"),
    ],
)
def test_a_source_that_names_an_outlet_finds_it(region, source, outlet):
    assert getattr(region.outlet(source), "id", None) == outlet


@pytest.mark.parametrize(
    "source",
    [
        "Staff report",
        "Local news report",
        "report",
        "UN Report",
        "Situation Report 12",
        "Weekly Report of a monitor",
        "A news agency",
        "a news",
        "Trend analysis",
        "trend",
        "Trend-Setter Weekly",
        "Housing Trend AZ",
        "Good News AZ",
        "A panorama of the war",
        "Ria Novak",
        "Ria",
        "AA Gill",
        "aa",
        "RT @someone",
        "Russia today and tomorrow",
        "Anadolu University",
        "Guardian angels of Baku",
        "apa citation style",
        "APA Style",
        "nottoday.az",
        "Tassos Papadopoulos",
        "wire agency",
        "",
        "/ / (",
    ],
)
def test_an_ordinary_word_gives_no_report_a_side(region, source):
    assert region.outlet(source) is None


@pytest.mark.parametrize("heading", ["Report", "REPORT", "Trend", "Panorama", "A News"])
def test_a_heading_that_is_an_ordinary_word_is_no_outlet(region, heading):
    assert source_of(f"{heading}\n\nThe talks ended.\nNobody said more.", None, region) is None
    assert source_of("Sputnik\n\nThe talks ended.\nNobody said more.", None, region) == "Sputnik"


def test_a_source_of_very_many_parts_is_read_at_once(region):
    assert region.outlet("a/" * 100_000) is None


def test_an_ordinary_name_that_the_outlet_does_not_have_is_refused(tmp_path, root):
    import shutil

    folder = shutil.copytree(root / "shapes" / "karabakh", tmp_path / "karabakh")
    table = folder / "sources.csv"
    text = table.read_text("utf-8")
    assert ",Panorama,outlet" in text
    table.write_text(text.replace(",Panorama,outlet", ",Panoramic,outlet"), "utf-8")
    with pytest.raises(RegionError, match=r"sources\.csv, line \d+ .*ordinary 'Panoramic'"):
        open_region(str(folder))
