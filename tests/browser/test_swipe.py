"""Two dates side by side: each side of the divider is drawn as on its own date, and says which."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from webmap_cases import MIDDLES

HUES = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))["hue"]
NORTH, SOUTH = (next(hue["light"] for hue in HUES if hue["id"] == name) for name in ("purple", "ochre"))


@pytest.fixture(params=["wide", "phone"])
def shown(request, open_page, small_html):
    """The page at its last day, compared with a day on which the north held square one."""
    page = open_page(small_html, size=request.param)
    page.page.click("#compare")
    page.page.fill("#compared", "2005-06-01")
    page.page.press("#compared", "Tab")
    return page


def test_a_comparison_shows_one_date_until_both_are_asked_for(shown):
    assert not shown.page.is_visible("#swipe")
    assert shown.colour(*MIDDLES["one"]) == SOUTH


def test_each_side_is_drawn_as_on_its_date_the_earlier_to_the_left(shown):
    shown.page.click("#side-by-side")
    assert shown.page.eval_on_selector_all("#divider .side", "all => all.map(side => side.textContent)") == [
        "1 June 2005",
        "1 June 2011",
    ]
    shown.page.focus("#swipe")
    shown.page.keyboard.press("End")
    assert shown.colour(*MIDDLES["one"]) == NORTH
    shown.page.keyboard.press("Home")
    assert shown.colour(*MIDDLES["one"]) == SOUTH
    assert shown.on() == "2011-06-01"


def test_the_divider_says_where_it_stands(shown):
    shown.page.click("#side-by-side")
    shown.page.focus("#swipe")
    shown.page.keyboard.press("ArrowRight")
    told = shown.page.get_attribute("#swipe", "aria-valuetext")
    assert told == "1 June 2005 to the left and 1 June 2011 to the right of 51 %"
    assert shown.complaints == []


def test_the_divider_is_drawn_by_hand(shown):
    shown.page.click("#side-by-side")
    box = shown.page.locator("#stage").bounding_box()
    middle = box["y"] + box["height"] / 2
    shown.page.mouse.move(box["x"] + box["width"] / 2, middle)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + box["width"] * 0.9, middle, steps=4)
    shown.page.mouse.up()
    assert int(shown.page.input_value("#swipe")) == pytest.approx(90, abs=2)


def test_the_sides_change_places_when_the_date_shown_passes_the_other(shown):
    shown.page.click("#side-by-side")
    shown.go_to("2001-01-01")
    assert shown.page.inner_text("#divider .first") == "1 January 2001"
    assert shown.page.inner_text("#divider .last") == "1 June 2005"


def test_who_leaves_the_comparison_sees_one_date_again(shown):
    shown.page.click("#side-by-side")
    shown.page.focus("#swipe")
    shown.page.keyboard.press("End")
    shown.page.click("#leave-compare")
    assert not shown.page.is_visible("#swipe")
    assert shown.colour(*MIDDLES["one"]) == SOUTH
    shown.page.click("#compare")
    assert shown.page.get_attribute("#side-by-side", "aria-pressed") == "false"
