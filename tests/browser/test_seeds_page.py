"""The page of the seeds, made by the whole way: colours on three dates, evidence by click, both sizes of window."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

KALBAJAR = (40.1, 46.0)
ZANGILAN = (39.06, 46.63)
HUES = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))["hue"]
PURPLE, OCHRE = (next(hue["light"] for hue in HUES if hue["id"] == name) for name in ("purple", "ochre"))
"""Of the Armenian side and of Azerbaijan."""


@pytest.fixture(params=["wide", "phone"])
def shown(request, open_page, map_html):
    return open_page(map_html, size=request.param)


def test_kalbajar_changes_hands_on_the_map(shown):
    shown.go_to("2000-06-01")
    assert shown.colour(*KALBAJAR) == PURPLE
    shown.go_to("2020-12-01")
    colours = shown.drawn(*KALBAJAR)["colours"]
    assert colours[PURPLE] > 50
    assert colours[OCHRE] > 50
    shown.go_to("2021-02-01")
    assert shown.colour(*KALBAJAR) == OCHRE


def test_what_no_report_names_is_in_doubt_and_says_why(shown):
    shown.go_to("2021-02-01")
    assert shown.drawn(*ZANGILAN)["state"]["status"] == "in_doubt"
    shown.click_map(*ZANGILAN)
    card = shown.page.inner_text("#detail .current")
    assert "In doubt" in card
    assert "2020-09-27" in card


def test_a_click_on_kalbajar_opens_both_reports_of_the_handover(shown):
    shown.go_to("2021-02-01")
    shown.click_map(*KALBAJAR)
    card = shown.page.inner_text("#detail .current")
    assert "Yerevan also transferred the Kalbajar, Lachin and Agdam districts to Baku." in card
    assert "Sputnik" in card
    assert "18 January 2021" in card


def test_what_cannot_be_placed_is_listed(shown):
    shown.page.click("#tabbutton-unplaced")
    text = shown.page.inner_text("#tab-unplaced")
    for words in ("several cities", "nearly 300 settlements", "some of the districts"):
        assert words in text


def test_the_page_is_small_and_silent(shown, map_html):
    shown.page.click("#play")
    shown.page.wait_for_timeout(300)
    assert map_html.stat().st_size < 600_000
    assert [url for url in shown.requests if not url.startswith("data:")] == [map_html.as_uri()]
    assert shown.complaints == []
