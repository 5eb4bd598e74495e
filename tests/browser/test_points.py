"""Towns with a state of their own on the page: a disc over the areas, in step with time, that opens to its reasons."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from webmap_cases import make_interval, make_place, make_records, make_region

from geo.export.towns import towns_layer

AT = (39.4, 45.3)
"""Latitude and longitude of Tinyton, a town in the first square, which the north side holds until June 2010."""
OWN = (
    make_interval("place:tinyton", "2000-01-01", "2010-05-05", controller="north"),
    make_interval("place:tinyton", "2010-05-05", None, controller="south", rule="The rule for the town."),
)
COLOUR = """
([lat, lon]) => {
  const canvas = document.querySelector("canvas.geo-places");
  const at = map_geo.latLngToContainerPoint([lat, lon]);
  const map = map_geo.getContainer().getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  const density = canvas.width / box.width;
  const [x, y] = [(map.left + at.x - box.left) * density, (map.top + at.y - box.top) * density].map(Math.round);
  return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data].join(" ");
}
"""


def with_towns():
    """The five squares with two towns, one of them at no known place."""
    towns = tuple(
        replace(make_place(ident, ident.title(), *AT), parent="one-district", lat=at[0], lon=at[1])
        for ident, at in (("tinyton", AT), ("hidden", (None, None)))
    )
    unseen = make_interval("place:hidden", "2000-01-01", None, controller="north")
    return replace(make_records(), region=make_region(places=towns), points=(*OWN, unseen))


def page():
    """The page of them."""
    return with_towns().page()


def colour(shown, lat, lon):
    return shown.page.evaluate(COLOUR, [lat, lon])


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_town_is_a_disc_in_the_colour_of_its_state_and_follows_time(show, size):
    shown = show(page(), size=size)
    shown.go_to("2010-05-04")
    before = colour(shown, *AT)
    shown.go_to("2010-05-05")
    after = colour(shown, *AT)
    assert before != after
    assert before.endswith("255")
    assert colour(shown, 39.8, 45.8) == "0 0 0 0", "there is no disc where no town is"
    shown.go_to("2010-05-04")
    assert colour(shown, *AT) == before
    assert shown.requests[1:] == []
    assert [
        said for said in shown.complaints if "getImageData" not in said
    ] == []  # which only this test calls so often


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_click_on_the_disc_opens_the_towns_history_with_its_quotes(show, size):
    shown = show(page(), size=size)
    shown.click_map(*AT)
    shown.wait_for("selection", "Tinyton / Tinytonabad")
    text = shown.page.inner_text("#detail")
    assert "This is the state of the place itself" in text
    assert "The rule for the town." in text
    assert "The words of c1." in text
    assert "km²" not in text
    if size == "wide":  # on a phone the panel has come into view
        shown.click_map(39.8, 45.8)
        assert shown.data("selection").startswith("One")


def test_by_keyboard_the_town_is_in_the_list_of_places_and_in_the_search(show):
    shown = show(page())
    shown.page.click("#tabbutton-areas")
    assert shown.page.inner_text("#points h3") == "Places"
    rows = shown.page.locator("#points li button")
    assert [row.split("\n")[0] for row in rows.all_inner_texts()] == ["Hidden / Hiddenabad", "Tinyton / Tinytonabad"]
    rows.nth(1).focus()
    shown.page.keyboard.press("Enter")
    shown.wait_for("selection", "Tinyton / Tinytonabad")
    shown.page.keyboard.press("Escape")
    shown.page.fill("#find", "tiny")
    shown.page.locator("#found button").first.press("Enter")
    shown.wait_for("selection", "Tinyton / Tinytonabad")


def test_the_list_of_places_follows_the_date(show):
    shown = show(page())
    shown.page.click("#tabbutton-areas")
    row = shown.page.locator("#points li").nth(1)
    shown.go_to("2010-05-04")
    assert "North side" in row.inner_text()
    shown.go_to("2010-05-05")
    assert "South side" in row.inner_text()


def test_a_step_to_the_next_change_stops_at_a_towns_and_says_so(show):
    shown = show(page())
    shown.go_to("2010-04-01")
    shown.page.click("#next")
    assert shown.on() == "2010-05-05"
    assert "Tinyton" in shown.page.inner_text("#said")


def test_a_link_opens_the_town(show):
    shown = show(page())
    shown.page.evaluate("location.hash = '#on=2010-05-04&open=place.tinyton'")
    shown.wait_for("on", "2010-05-04")
    assert "The rule for place:tinyton." in shown.page.inner_text("#detail")


def saved(shown, words):
    """What a press on a line of the menu of files saves."""
    if shown.page.get_attribute("#files", "open") is None:
        shown.page.click("#files > summary")
    with shown.page.expect_download() as waiting:
        shown.page.click(f"#files button:has-text('{words}')")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes().decode("utf-8-sig")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_towns_have_files_of_their_own_that_say_what_the_export_says(show, size):
    shown = show(page(), size=size)
    name, content = saved(shown, "Towns over time (GeoJSON)")
    assert name == "squares-towns.geojson"
    records = with_towns()
    layer = towns_layer(records.points, claims=records.claims, articles=records.articles, region=records.region)
    told = json.loads(json.dumps([[row.id, row.geometry, row.properties] for row in layer.rows]))
    for one in told:
        del one[2]["precision_km"]
    assert [[row["id"], row["geometry"], row["properties"]] for row in json.loads(content)["features"]] == told
    name, table = saved(shown, "Towns over time, with quotes")
    assert name == "squares-towns.csv"
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [(row["id"], row["start"], row["lat"]) for row in rows] == [
        ("hidden.1", "2000-01-01", ""),
        ("tinyton.1", "2000-01-01", "39.4"),
        ("tinyton.2", "2010-05-05", "39.4"),
    ]
