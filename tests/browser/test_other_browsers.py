"""Firefox, and WebKit as near to Safari as Debian has it: the page opens there too, shows the same and does the same.

They are no dependency: where a browser is not installed its tests are skipped and say how to install it.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drivers import Driven, Firefox, WebKit, find_firefox, find_webkit, until
from webmap_cases import MIDDLES, make_records

from geo.story import Step, Story, View

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.other_browser

WIDE, PHONE = (1280, 800), (390, 844)
DATES = ("1988-03-01", "1992-05-20", "1994-06-01", "2020-10-25", "2020-12-01", "2021-02-01", "2022-09-01")
PLACES = {"kalbajar": (40.1, 46.0), "agdam": (40.0, 47.0), "shusha": (39.76, 46.75), "zangilan": (39.1, 46.7)}
MOST_OTHER = 0.03
"""The share of a place's pixels that another browser may paint otherwise: the edges of patterns are its own."""
SMALL = 0.05
"""A share of pixels below which a colour is that of an edge."""


STORY = Story(
    title="How it went",
    steps=(
        Step(title="Before", text="First words.", date="2005-01-01"),
        Step(title="Between", text="Then.", date="2010-04-01", selection="area.one-district"),
        Step(title="After", text="Last words.", date="2011-01-01", view=View(center=(46.5, 39.5), zoom=8.0)),
    ),
)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def driven(request: pytest.FixtureRequest) -> Iterator[Driven]:
    """A browser that is no Chromium."""
    if request.param == "firefox":
        program = find_firefox()
        if program is None:
            pytest.skip("no Firefox: install Debian's firefox-esr, or name one in the variable FIREFOX")
        started: Driven = Firefox(program)
    else:
        programs = find_webkit()
        if programs is None:
            pytest.skip("no WebKit: install Debian's webkit2gtk-driver and xvfb")
        started = WebKit(*programs)
    yield started
    started.close()


@pytest.fixture(scope="module")
def story_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "map.html"
    path.write_text(make_records().page(story=STORY), encoding="utf-8")
    return path


def go_to(driven, day):
    driven.run(
        "const slider = document.querySelector('#slider'); slider.value = String(Date.parse(arguments[0]) / 86400000);"
        " slider.dispatchEvent(new Event('input', {bubbles: true}));",
        day,
    )


def data(driven, name):
    return driven.run("return document.documentElement.dataset[arguments[0]]", name)


def words(driven, selector):
    return driven.run("return document.querySelector(arguments[0])?.innerText ?? null", selector)


def click_map(driven, lat, lon):
    at = driven.run(
        "const at = map_geo.latLngToContainerPoint([...arguments]);"
        " const box = map_geo.getContainer().getBoundingClientRect();"
        " return [box.left + at.x, box.top + at.y];",
        lat,
        lon,
    )
    driven.click_at(*at)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_page_opens_asks_for_nothing_and_complains_of_nothing(driven, map_html, size):
    driven.resize(*size)
    driven.open(map_html.as_uri())
    go_to(driven, "2020-12-01")
    driven.click("#next")
    driven.click("#tabbutton-areas")
    asked = driven.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert [address for address in asked if not address.startswith("data:")] == []
    assert driven.run("return document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out sideways"
    if isinstance(driven, Firefox):
        assert set(driven.requests()) <= {"about:blank", map_html.as_uri()}
        assert driven.complaints() == []


def test_the_policy_stops_a_script_that_was_not_there(driven, small_html):
    driven.open(small_html.as_uri())
    driven.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
        " document.body.append(script);"
    )
    assert driven.run("return window.ran ?? null") is None


def test_the_seeds_have_the_states_and_the_colours_that_they_have_in_chromium(driven, open_page, map_html):
    chromium = open_page(map_html)
    driven.resize(*WIDE)
    driven.open(map_html.as_uri())
    driven.run("document.querySelector('#legend').open = false")
    for day in DATES:
        chromium.go_to(day)
        go_to(driven, day)
        for name, place in PLACES.items():
            ours, theirs = chromium.drawn(*place), driven.run("return GeoPage.inspect(...arguments)", *place)
            assert theirs["state"] == ours["state"], (day, name)
            assert _share_of_others(ours["colours"], theirs["colours"]) <= MOST_OTHER, (day, name)


def _share_of_others(ours, theirs):
    """How far the shares of the larger colours of two squares lie apart; each browser smooths edges its own way."""

    def shares(colours):
        total = sum(colours.values())
        return {colour: count / total for colour, count in colours.items()}

    mine, others = shares(ours), shares(theirs)
    large = [colour for colour in mine | others if max(mine.get(colour, 0), others.get(colour, 0)) > SMALL]
    return max(abs(mine.get(colour, 0) - others.get(colour, 0)) for colour in large)


def test_what_leads_to_another_date_looks_like_a_link(driven, small_html):
    """WebKit knows no shorthand for a dotted line, and had none."""
    driven.resize(*WIDE)
    driven.open(small_html.as_uri())
    go_to(driven, "2010-04-02")
    until("the list is there", lambda: words(driven, ".changed .go"))
    style = "return getComputedStyle(document.querySelector('.changed .go')).textDecorationLine"
    assert driven.run(style) == "underline"


def test_slider_steps_keys_and_playback_move_time(driven, small_html):
    driven.resize(*WIDE)
    driven.open(small_html.as_uri())
    go_to(driven, "2010-04-15")
    assert words(driven, "#day") == "15 April 2010"
    driven.click("#next")
    assert data(driven, "on") == "2010-06-01"
    driven.click("#previous")
    driven.type("#slider", "\ue014")
    assert data(driven, "on") != "2010-04-15"
    before = data(driven, "on")
    driven.click("#play")
    until("time moves", lambda: data(driven, "on") != before)
    driven.click("#play")
    driven.run(
        "const d = document.querySelector('#date'); d.value = '2009-01-01'; d.dispatchEvent(new Event('change'))"
    )
    assert data(driven, "on") == "2009-01-01"


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_click_on_the_map_opens_the_sentence(driven, small_html, size):
    driven.resize(*size)
    driven.open(small_html.as_uri())
    click_map(driven, *MIDDLES["one"])
    until("the evidence opens", lambda: words(driven, "#detail h2"))
    assert words(driven, "#detail h2") == "One District / Oneabad"
    assert "The words of c1." in words(driven, "#detail .current blockquote")


def test_a_place_is_found_and_a_filter_filters(driven, small_html):
    driven.resize(*WIDE)
    driven.open(small_html.as_uri())
    driven.type("#find", "oneab")
    driven.click("#found button")
    assert data(driven, "selection") == "One District / Oneabad"
    driven.open(small_html.as_uri())
    driven.click(".filters > summary")
    driven.type("#search", "nothing like it")
    until("the list is filtered", lambda: (words(driven, "#filtered") or "").startswith("0 of "))


def test_two_dates_stand_side_by_side_and_the_link_opens_the_same(driven, small_html):
    driven.resize(*WIDE)
    driven.open(small_html.as_uri() + "#compare=2005-06-01&divider=40")
    assert driven.run("return document.querySelector('#compared').value") == "2005-06-01"
    assert driven.run("return document.querySelector('#swipe').getClientRects().length") == 1
    go_to(driven, "2010-06-01")
    until("the address follows", lambda: "2010-06-01" in driven.run("return location.hash"))
    address = driven.run("return location.href")
    driven.open(address)
    assert (data(driven, "on"), driven.run("return location.href")) == ("2010-06-01", address)
    driven.click("#leave-compare")
    assert (
        words(driven, "#comparison") is None
        or driven.run("return document.querySelector('#swipe').getClientRects().length") == 0
    )


def test_the_page_goes_back_to_what_was_known(driven, map_html):
    driven.resize(*WIDE)
    driven.open(map_html.as_uri())
    driven.run(
        "const s = document.querySelector('#known'); s.value = '2021-01-18'; s.dispatchEvent(new Event('change'))"
    )
    until("the banner is there", lambda: driven.run("return !document.querySelector('#known-banner').hidden"))
    assert "18 January 2021" in words(driven, "#known-banner")


def test_a_story_is_told_step_by_step(driven, story_html):
    driven.resize(*WIDE)
    driven.open(story_html.as_uri())
    driven.click("#story-start")
    driven.click("#story-next")
    assert (data(driven, "on"), data(driven, "selection")) == ("2010-04-01", "One District / Oneabad")
    driven.click("#story-next")
    centre = driven.run("return [map_geo.getCenter().lat, map_geo.getCenter().lng, map_geo.getZoom()]")
    assert centre == pytest.approx([39.5, 46.5, 8.0], abs=0.05)


def test_the_sheet_of_keys_opens_over_the_page_and_closes(driven, small_html):
    driven.resize(*WIDE)
    driven.open(small_html.as_uri())
    driven.click("#open-time-help")
    assert driven.run("return document.querySelector('#time-help').matches(':popover-open')")
    driven.click("#time-help .close")
    assert not driven.run("return document.querySelector('#time-help').matches(':popover-open')")


def test_the_language_is_chosen_by_the_address(driven, small_html):
    for tag in ("az", "hy", "ru", "tr"):
        driven.open(f"{small_html.as_uri()}#lang={tag}")
        assert driven.run("return document.documentElement.lang") == tag


def test_firefox_follows_the_dark_theme_and_saves_files(driven, small_html):
    if not isinstance(driven, Firefox):
        pytest.skip("only Firefox is asked from within: the theme and the folder of downloads are set there")
    driven.resize(*WIDE)
    driven.open(small_html.as_uri())
    driven.darken(dark=True)
    until("it is dark", lambda: data(driven, "theme") == "dark")
    driven.darken(dark=False)
    driven.click("#files > summary")
    driven.click("#files ul button")
    path = Path(driven.downloads, "squares-control.geojson")
    until("the file is there", path.exists)
    time.sleep(0.2)
    assert json.loads(path.read_text("utf-8"))["type"] == "FeatureCollection"
