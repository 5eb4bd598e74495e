"""Online tiles in a real browser: off at first, switched on by hand, from their host alone, and credited."""

from __future__ import annotations

import base64
import re

import pytest
from webmap_cases import make_records

from geo.webmap.tiles import find_tiles

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one pixel."""

HOST = "https://tile.openstreetmap.org/"


@pytest.fixture
def shown(show):
    watched = show(make_records().page(tiles=find_tiles(["osm"])))
    watched.page.route(re.compile("^http"), lambda route: route.fulfill(body=DOT, content_type="image/png"))
    return watched


def from_network(shown):
    return [url for url in shown.requests if not url.startswith(("file:", "data:"))]


def choose(shown, words):
    shown.page.hover(".leaflet-control-layers")
    shown.page.locator(".leaflet-control-layers-base label", has_text=words).click()
    shown.page.wait_for_timeout(500)


def test_tiles_are_off_until_they_are_switched_on(shown):
    shown.page.evaluate("map_geo.panBy([80, 40], {animate: false})")
    shown.page.wait_for_timeout(300)
    assert from_network(shown) == []
    assert not shown.page.is_visible("#online")


def test_switched_on_they_come_from_their_host_alone_and_are_credited(shown):
    choose(shown, "OpenStreetMap (asks the network)")
    asked = from_network(shown)
    assert asked
    assert all(url.startswith(HOST) for url in asked)
    assert "© OpenStreetMap contributors" in shown.page.inner_text("#online")
    assert shown.page.locator("canvas.geo-land").count() == 0
    assert shown.complaints == []


def test_switched_off_again_the_land_is_back(shown):
    choose(shown, "OpenStreetMap")
    choose(shown, "Offline map")
    assert shown.page.locator("canvas.geo-land").count() == 1
    assert not shown.page.is_visible("#online")


def test_the_policy_of_a_page_with_tiles_stops_every_other_request(shown):
    loaded = shown.page.evaluate(
        "url => new Promise(done => { const image = new Image(); image.onload = () => done(true);"
        " image.onerror = () => done(false); image.src = url; })",
        "https://example.org/spy.png",
    )
    assert loaded is False
    assert any("Content Security Policy" in words and "spy.png" in words for words in shown.complaints)
