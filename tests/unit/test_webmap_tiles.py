"""Online tiles: none unless asked for, only of providers without a key, and only their hosts in the policy."""

from __future__ import annotations

import html
import re

import pytest
from webmap_cases import make_records

from geo.errors import InputError
from geo.webmap.tiles import find_tiles


def page_with(*names):
    return make_records().page(tiles=find_tiles(names))


def pictures(page):
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0])
    return re.findall(r"img-src ([^;]+)", policy)[0].split()


def test_a_page_that_was_not_asked_for_tiles_can_ask_for_no_picture():
    page = page_with()
    assert pictures(page) == ["data:"]
    assert "L.tileLayer(" not in page.split("GeoPage")[-1]
    assert "(asks the network)" not in page


def test_a_page_with_tiles_allows_pictures_of_their_hosts_and_nothing_else():
    page = page_with("osm", "esri", "topo")
    assert pictures(page) == ["data:", "https://tile.openstreetmap.org", "https://server.arcgisonline.com"]
    assert "connect-src" not in page
    assert "OpenStreetMap (asks the network)" in page


def test_a_name_of_xyzservices_works_and_each_subdomain_is_a_host_of_its_own():
    (tiles,) = find_tiles(["OpenTopoMap"])
    assert tiles.hosts == tuple(f"https://{letter}.tile.opentopomap.org" for letter in "abc")
    assert "OpenStreetMap" in tiles.attribution


def test_an_address_has_no_slot_left_that_leaflet_does_not_fill():
    for tiles in find_tiles(["osm", "esri", "topo"]):
        assert set(re.findall(r"\{(\w+)\}", tiles.url)) == {"x", "y", "z"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("osmm", "No tiles 'osmm'. Write osm, esri, topo"),
        ("Thunderforest.Outdoors", "need a key"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_to_write(name, message):
    with pytest.raises(InputError, match=message):
        find_tiles([name])


def test_the_same_tiles_give_the_same_page():
    assert page_with("osm") == page_with("osm")
