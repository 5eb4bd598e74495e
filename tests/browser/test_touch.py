"""Two fingers on a phone: they zoom the map and time, one pulls time along, and the page itself stays as it is."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.fixture
def shown(open_page, small_html):
    """The page on a phone."""
    return open_page(small_html, size="phone")


class Hand:
    """Fingers on the screen, as the browser hears of them from the device."""

    def __init__(self, shown):
        self._page = shown.page
        self._device = shown.page.context.new_cdp_session(shown.page)

    def move(self, *paths, steps=8):
        """Put a finger at the begin of each path (x, y, in pixels of the window), draw them along, and lift them."""
        self._send("touchStart", [begin for begin, _ in paths])
        for i in range(1, steps + 1):
            at = [(x + (u - x) * i / steps, y + (v - y) * i / steps) for (x, y), (u, v) in paths]
            self._send("touchMove", at)
            self._page.wait_for_timeout(30)
        self._send("touchEnd", [])
        self._page.wait_for_timeout(400)

    def _send(self, kind, fingers):
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(fingers)]
        self._device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def middle(shown, selector):
    shown.page.locator(selector).scroll_into_view_if_needed()
    box = shown.page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def window(shown):
    return tuple(date.fromisoformat(shown.data(name)) for name in ("from", "to"))


def zoom(shown):
    return shown.page.evaluate("map_geo.getZoom()")


def test_two_fingers_zoom_the_map_in_and_out_and_not_the_page(shown):
    x, y = middle(shown, "#stage")
    before = zoom(shown)
    hand = Hand(shown)
    hand.move(((x - 20, y), (x - 120, y)), ((x + 20, y), (x + 120, y)))
    closer = zoom(shown)
    assert closer > before + 0.9
    hand.move(((x - 120, y), (x - 40, y)), ((x + 120, y), (x + 40, y)))
    assert zoom(shown) < closer - 0.5
    assert shown.page.evaluate("window.visualViewport.scale") == 1
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert shown.complaints == []


def test_one_finger_pulls_the_map_along(shown):
    x, y = middle(shown, "#stage")
    hand = Hand(shown)
    hand.move(((x - 20, y), (x - 120, y)), ((x + 20, y), (x + 120, y)))
    before = shown.page.evaluate("map_geo.getCenter().lng")
    hand.move(((x + 60, y), (x - 60, y)))
    assert shown.page.evaluate("map_geo.getCenter().lng") > before
    assert shown.data("selection") == "", "who pulls chooses nothing"


@pytest.mark.parametrize("canvas", [".ribbon", ".reports"])
def test_two_fingers_zoom_time_and_one_pulls_it_along(shown, canvas):
    x, y = middle(shown, canvas)
    whole = window(shown)
    hand = Hand(shown)
    hand.move(((x - 30, y), (x - 120, y)), ((x + 30, y), (x + 120, y)))
    first, last = window(shown)
    length = last - first
    assert length < (whole[1] - whole[0]) * 0.4, "four times as close, about"
    assert whole[0] < first < last < whole[1], "around what was between the fingers"
    hand.move(((x + 60, y), (x - 60, y)))
    later = window(shown)
    assert later[0] > first
    assert later[1] - later[0] == length
    hand.move(((x - 150, y), (x - 20, y)), ((x + 150, y), (x + 20, y)))
    assert window(shown)[1] - window(shown)[0] > length
    assert shown.page.evaluate("window.visualViewport.scale") == 1
    assert shown.complaints == []


def test_a_period_is_drawn_with_a_finger_on_the_axis_and_the_slider_is_drawn_along(shown):
    x, y = middle(shown, ".axis")
    hand = Hand(shown)
    hand.move(((x - 60, y), (x + 60, y)))
    first, last = window(shown)
    assert date(2000, 1, 1) < first < last < date(2011, 6, 1)
    before = shown.on()
    x, y = middle(shown, "#slider")
    box = shown.page.locator("#slider").bounding_box()
    hand.move(((box["x"] + box["width"] - 12, y), (x, y)))
    assert shown.on() < before
    assert shown.complaints == []


def test_a_finger_that_goes_up_over_the_rows_scrolls_the_page(shown):
    x, y = middle(shown, ".ribbon")
    shown.page.evaluate("window.scrollTo(0, 0)")
    x, y = middle(shown, ".ribbon")
    before, whole = shown.page.evaluate("window.scrollY"), window(shown)
    Hand(shown).move(((x, y), (x, y - 200)))
    assert shown.page.evaluate("window.scrollY") > before
    assert window(shown) == whole
