"""Time before the year 1: the page counts it, names it as people do, and its fields and links take it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from webmap_cases import MIDDLES, make_article, make_claim, make_interval, make_records, make_region


@pytest.fixture
def show(open_page, tmp_path):
    """A page of five squares from 501 BC to the end of the year 9999; one changes hands twice."""
    base = make_records()
    records = replace(
        base,
        region=make_region(start="-0500-01-01"),
        articles=(make_article(published="9999-12-31"),),
        claims=(make_claim(when="-0043-03-15"),),
        located=(replace(base.located[0], claim=make_claim(when="-0043-03-15"), published="9999-12-31"),),
        intervals=(
            make_interval("one", "-0500-01-01", "-0043-03-15", controller="north"),
            make_interval("one", "-0043-03-15", "0014-08-19", controller="south", start_edtf="-0043-03-15"),
            make_interval("one", "0014-08-19", None, controller="north", start_edtf="0014-08-19"),
        ),
        presences=(),
        unplaced=(),
    )
    path = tmp_path / "map.html"
    path.write_text(records.page(), encoding="utf-8")
    return lambda **options: open_page(path, **options)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_changes_before_the_common_era_are_stepped_to_named_and_drawn(show, size):
    shown = show(size=size)
    assert shown.on() == "9999-12-31"
    shown.page.click("#previous")
    assert shown.on() == "0014-08-19"
    shown.page.click("#previous")
    assert shown.on() == "-0043-03-15"
    assert shown.page.inner_text("#day") == "15 March 44 BC"
    assert shown.page.get_attribute("#slider", "aria-valuetext") == "15 March 44 BC"
    assert shown.drawn(*MIDDLES["one"])["state"]["controller"] == "south"
    shown.page.click("#previous")
    assert shown.on() == "-0500-01-01"
    assert shown.drawn(*MIDDLES["one"])["state"]["controller"] == "north"
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert shown.complaints[1:] == []  # the first is the test's own reading of colours


def test_a_field_takes_a_day_of_any_era_and_gives_back_what_is_no_day(show):
    shown = show()
    field = shown.page.locator("#date")
    field.fill("-0200-07-01")
    field.press("Enter")
    assert shown.on() == "-0200-07-01"
    field.fill("-0200-02-30")
    field.press("Enter")
    assert field.input_value() == "-0200-07-01"
    assert "501 BC" in (field.get_attribute("title") or "")
    shown.page.click("#compare")
    shown.page.locator("#compared").fill("0100-01-01")
    shown.page.locator("#compared").press("Enter")
    assert "1 July 201 BC" in shown.page.inner_text("#comparison")
    assert shown.complaints == []


def test_a_link_to_an_early_day_opens_it(show):
    shown = show()
    shown.page.evaluate("location.hash = '#on=-0100-05-05'")
    shown.wait_for("on", "-0100-05-05")
    assert "101 BC" in shown.page.inner_text("#day")


@pytest.mark.parametrize(
    ("tag", "words"),
    [("az", "15 mart e.ə. 44"), ("hy", "15 մարտի մ.թ.ա. 44"), ("ru", "15 марта 44 до н. э."), ("tr", "15 Mart MÖ 44")],
)
def test_every_language_names_the_era(show, tag, words):
    shown = show(locale=tag)
    for _ in range(2):
        shown.page.click("#previous")
    assert shown.page.inner_text("#day") == words


def test_files_of_the_page_hold_the_days_as_iso_writes_them(show):
    shown = show()
    shown.page.click("#files summary")
    with shown.page.expect_download() as waiting:
        shown.page.get_by_role("button", name="GeoJSON").first.click()
    features = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["features"]
    assert {(one["properties"]["start"], one["properties"]["end"]) for one in features} >= {
        ("-0500-01-01", "-0043-03-15"),
        ("-0043-03-15", "0014-08-19"),
    }
