"""The address of the page: a link opens the same picture, and nothing in a link can spoil the page."""

from __future__ import annotations

import pytest
from webmap_cases import MIDDLES


def fragment(shown) -> str:
    """What stands behind `#`, once the page has had time to write it."""
    shown.page.wait_for_timeout(600)
    return shown.page.evaluate("window.location.hash")


def follow(shown, text: str) -> None:
    """Put another fragment into the address, as a reader does who edits it."""
    shown.page.evaluate("text => { window.location.hash = text; }", text)
    shown.page.wait_for_timeout(200)


def view(shown):
    return shown.page.evaluate("[map_geo.getCenter().lat, map_geo.getCenter().lng, map_geo.getZoom()]")


def switch_layer(shown, name: str) -> None:
    shown.page.evaluate(
        "name => [...document.querySelectorAll('.leaflet-control-layers-overlays label')]"
        ".find(label => label.textContent.trim() === name).querySelector('input').click()",
        name,
    )


def test_a_page_that_was_only_opened_has_no_fragment(shown):
    assert fragment(shown) == ""


def test_a_resized_window_leaves_no_trace(open_page, small_html):
    shown = open_page(small_html)
    shown.page.set_viewport_size({"width": 1000, "height": 700})
    assert fragment(shown) == ""


def test_a_link_opens_the_same_picture(open_page, small_html):
    first = open_page(small_html)
    first.go_to("2010-04-15")
    first.page.select_option("#names", "hy-Latn")
    first.page.evaluate("map_geo.setView([39.4, 46.9], 8.5, {animate: false})")
    switch_layer(first, "Names")
    first.page.click("#tabbutton-areas")
    first.page.click(".areas li:nth-child(2) button")
    fragment(first)
    second = open_page(small_html)
    second.page.goto("about:blank")
    second.page.goto(first.page.url)
    second.page.wait_for_selector("html[data-ready=true]", state="attached")
    for name in ("on", "from", "to", "selection", "names"):
        assert second.data(name) == first.data(name) != ""
    assert view(second) == pytest.approx(view(first), abs=4e-3)
    assert second.page.evaluate("document.querySelector('canvas.geo-labels')") is None
    assert fragment(second) == fragment(first)
    assert second.complaints == first.complaints == []


def test_dragging_the_slider_is_no_step_but_a_choice_is(shown):
    before = shown.page.evaluate("history.length")
    for day in ("2010-03-01", "2010-03-02", "2010-04-15"):
        shown.go_to(day)
    assert fragment(shown) == "#on=2010-04-15"
    assert shown.page.evaluate("history.length") == before
    shown.page.click("#tabbutton-areas")
    shown.page.click(".areas li:nth-child(2) button")
    assert shown.data("selection") == "Two District / Twoabad"
    shown.go_to("2010-12-31")
    assert fragment(shown) == "#list=areas&on=2010-12-31&open=area.two-district"
    assert shown.page.evaluate("history.length") == before + 1
    shown.page.evaluate("history.back()")
    shown.wait_for("selection", "")
    assert shown.on() == "2010-04-15"
    shown.page.evaluate("history.forward()")
    shown.wait_for("selection", "Two District / Twoabad")
    assert shown.on() == "2010-12-31"


def test_every_choice_can_be_linked_to(shown):
    titles = {
        "area.one-district": "One District / Oneabad",
        "place.oneton": "Oneton / Onetonabad",
        "cell.three": "Three District / Threeabad",
        "event.c1": "Capture",
    }
    for key, title in titles.items():
        follow(shown, f"open={key}")
        assert shown.data("selection") == title
    follow(shown, "")
    assert shown.data("selection") == ""
    assert shown.complaints == []


def test_a_click_on_the_map_and_on_a_row_can_be_linked_to(open_page, small_html):
    shown = open_page(small_html)
    shown.click_map(*MIDDLES["two"])
    assert fragment(shown) == "#open=cell.two"
    shown.page.click(".row-labels button >> nth=0")
    chosen = shown.data("selection")
    assert "open=row." in fragment(shown)
    shown.page.evaluate("history.back()")
    shown.wait_for("selection", "Two District / Twoabad")
    shown.page.evaluate("history.forward()")
    shown.wait_for("selection", chosen)


def test_a_link_opens_both_sides_of_the_divider_and_the_list_that_was_open(open_page, small_html):
    shown = open_page(small_html)
    shown.page.click("#tabbutton-areas")
    shown.page.click("#compare")
    shown.page.click("#side-by-side")
    shown.page.focus("#swipe")
    for _ in range(20):
        shown.page.keyboard.press("ArrowRight")
    shown.page.wait_for_timeout(600)
    link = fragment(shown)
    assert link == "#compare=2010-06-01&list=areas&divider=70"
    other = open_page(small_html)
    follow(other, link)
    other.page.wait_for_selector("#divider", state="visible")
    assert other.page.input_value("#swipe") == "70"
    assert other.page.is_visible("#tab-areas")
    assert other.page.get_attribute("#side-by-side", "aria-pressed") == "true"
    follow(other, "")
    other.page.wait_for_selector("#divider", state="hidden")
    assert other.page.is_visible("#tab-events")
    assert other.complaints == []


@pytest.mark.parametrize(
    "bad",
    [
        "on=2010-02-31",
        "on=1066-10-14",
        "during=2010-12-31/2010-01-01",
        "during=2010-01-01",
        "view=91,0,5",
        "view=NaN,NaN,NaN",
        "view=1e9,1,1",
        "names=xx",
        "lang=__proto__",
        "open=constructor.constructor",
        "open=area.<img src=x onerror=alert(1)>",
        "without=land,nothing,__proto__",
        "%E0%A4%A",
        "=&&&==",
        "divider=50",
        "compare=2005-06-01&divider=400",
        "list=<b>",
        f"open={'x' * 5000}",
    ],
)
def test_what_a_link_says_that_means_nothing_is_passed_over(open_page, small_html, bad):
    shown = open_page(small_html)
    follow(shown, f"{bad}&on=2010-04-15" if not bad.startswith("on=") else bad)
    assert shown.on() == ("2011-06-01" if bad.startswith("on=") else "2010-04-15")
    assert shown.data("selection") == ""
    assert shown.data("names") == "both"
    assert shown.complaints == []
    assert [url.split("#")[0] for url in shown.requests if not url.startswith("data:")] == [small_html.as_uri()]


def test_the_way_past_the_map_leaves_the_address_alone(open_page, small_html):
    shown = open_page(small_html)
    shown.go_to("2010-04-15")
    shown.page.focus(".skip")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "panel"
    assert fragment(shown) == "#on=2010-04-15"
    follow(shown, "panel")
    assert shown.on() == "2010-04-15"


def test_the_language_is_kept_with_the_rest(open_page, small_html):
    shown = open_page(small_html)
    shown.go_to("2010-04-15")
    with shown.page.expect_navigation():
        shown.page.select_option("#language", "ru")
    shown.page.wait_for_selector("html[data-ready=true]", state="attached")
    assert fragment(shown) == "#lang=ru&on=2010-04-15"
    assert shown.page.evaluate("document.documentElement.lang") == "ru"
    assert shown.on() == "2010-04-15"


def test_playing_writes_the_address_seldom(open_page, small_html):
    shown = open_page(small_html)
    shown.page.evaluate(
        "() => { const {replaceState} = history; window.written = 0;"
        " history.replaceState = (...rest) => { window.written += 1; return replaceState.apply(history, rest); }; }"
    )
    shown.page.click("#play")
    shown.page.wait_for_timeout(1500)
    shown.page.click("#play")
    assert 1 <= shown.page.evaluate("window.written") <= 5


def test_a_link_keeps_the_speed_and_whether_the_legend_is_open(open_page, small_html):
    shown = open_page(small_html)
    shown.page.select_option("#speed", "2")
    shown.page.click("#legend > summary")
    assert fragment(shown) == "#speed=2&legend=folded"
    other = open_page(small_html, size="phone")
    follow(other, "speed=0.5&legend=open")
    assert other.page.input_value("#speed") == "0.5"
    assert other.page.get_attribute("#legend", "open") is not None
    follow(other, "speed=7&legend=folded")
    assert other.page.input_value("#speed") == "0.5"
    assert other.page.get_attribute("#legend", "open") is None
    assert other.complaints == []
