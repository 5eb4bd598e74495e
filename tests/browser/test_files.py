"""The menu `Link and files`: what is saved says the same as the exports, and the link opens what is shown."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from webmap_cases import make_article, make_claim, make_interval, make_records

FEATURE = {"type", "id", "geometry", "properties"}


def saved(shown, words: str) -> tuple[str, bytes]:
    """The name and content of what a press on a line of the menu saves."""
    if shown.page.get_attribute("#files", "open") is None:
        shown.page.click("#files > summary")
    with shown.page.expect_download() as waiting:
        shown.page.click(f"#files button:has-text('{words}')")
    found = waiting.value
    return found.suggested_filename, Path(found.path()).read_bytes()


def compared(properties):
    """What the page's file and the export must say alike: the page does not tell which names are on record."""
    return {name: value for name, value in properties.items() if not name.startswith("area_name_")}


def test_the_geojson_is_that_of_the_export(open_page, map_html):
    shown = open_page(map_html)
    name, content = saved(shown, "Control over time (GeoJSON)")
    ours, theirs = (json.loads(text) for text in (content, (map_html.parent / "control.geojson").read_text("utf-8")))
    assert name == "karabakh-control.geojson"
    assert [row["id"] for row in ours["features"]] == [row["id"] for row in theirs["features"]]
    for mine, other in zip(ours["features"], theirs["features"], strict=True):
        assert set(mine) == FEATURE
        assert compared(mine["properties"]) == compared(other["properties"])
    assert ours["bbox"] == pytest.approx(theirs["bbox"], abs=1e-4)
    assert shown.complaints == []


def test_a_map_without_towns_offers_no_files_of_them(shown):
    shown.page.click("#files > summary")
    assert "Control over time" in shown.page.inner_text("#files")
    assert "Towns" not in shown.page.inner_text("#files")


def test_its_polygons_are_whole_and_wound_to_the_right(open_page, map_html):
    from shapely.geometry import shape

    shown = open_page(map_html)
    _, content = saved(shown, "Control over time (GeoJSON)")
    theirs = json.loads((map_html.parent / "control.geojson").read_text("utf-8"))
    for mine, other in zip(json.loads(content)["features"], theirs["features"], strict=True):
        ours, expected = shape(mine["geometry"]), shape(other["geometry"])
        assert ours.is_valid
        assert ours.symmetric_difference(expected).area < 1e-4 * expected.length
        for part in getattr(ours, "geoms", [ours]):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_the_geojson_of_a_day_is_what_the_map_shows(shown):
    shown.go_to("2010-12-31")
    name, content = saved(shown, "on the date shown")
    assert name == "squares-control-2010-12-31.geojson"
    rows = json.loads(content)["features"]
    told = {row["properties"]["area"]: (row["properties"]["status"], row["properties"]["controller"]) for row in rows}
    assert told == {
        "one-district": ("held", "south"),
        "two-district": ("held", "south"),
        "three-district": ("contested", None),
        "four-district": ("in_doubt", "north"),
        "five-district": ("divided", None),
    }


def test_the_table_has_quotes_and_runs_nothing(show):
    records = make_records()
    claim = make_claim(evidence='=HYPERLINK("http://x")\n"quoted", with a comma')
    shown = show(replace(records, claims=(claim, *records.claims[1:])).page())
    name, content = saved(shown, "with quotes (CSV)")
    assert name == "squares-control.csv"
    assert content.startswith(b"\xef\xbb\xbfid,area,area_name,")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows][:3] == ["five-district.1", "five-district.2", "four-district.1"]
    quoted = next(row for row in rows if row["controller"] == "south")
    assert quoted["quotes"] == "'" + claim.evidence
    assert quoted["claims"] == "c1"
    assert quoted["whole"] == "true"


def test_texts_that_would_break_a_file_do_not(open_page, tmp_path):
    records = make_records()
    claim = make_claim(evidence="a\x00b \u2028 \ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    article = make_article(source='"; DROP,\r\n@x')
    interval = make_interval("one", "0001-01-01", None, controller="nobody knows")
    path = tmp_path / "map.html"
    page = replace(records, claims=(claim, *records.claims[1:]), articles=(article,), intervals=(interval,)).page()
    path.write_text(page, encoding="utf-8")
    shown = open_page(path)
    _, content = saved(shown, "Control over time (GeoJSON)")
    (row,) = json.loads(content)["features"]
    assert row["properties"]["controller_name"] == "nobody knows"
    assert b"\xe2\x80\xa8" not in content
    _, table = saved(shown, "with quotes (CSV)")
    (line,) = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert line["sources"].startswith('"; DROP,')
    assert shown.complaints == []


def test_the_link_can_be_copied_and_opens_what_is_shown(shown):
    shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.go_to("2010-04-15")
    shown.page.click("#files > summary")
    shown.page.click("#copy")
    shown.page.wait_for_selector("#files [role=status]:has-text('copied')")
    link = shown.page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/map.html#on=2010-04-15")
    assert shown.page.input_value("#link") == link


def test_where_the_browser_lets_no_page_copy_the_link_stands_in_a_field(open_page, small_html):
    shown = open_page(small_html)
    shown.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
        " document.execCommand = () => false; }"
    )
    shown.page.click("#files > summary")
    shown.page.click("#copy")
    shown.page.wait_for_selector("#files [role=status]:has-text('from the field')")
    assert shown.page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart)").endswith(
        "map.html"
    )
    assert shown.complaints == []


def test_the_menu_closes_by_escape_and_by_a_press_elsewhere(shown):
    summary = "#files > summary"
    shown.page.click(summary)
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("Escape")
    assert shown.page.get_attribute("#files", "open") is None
    assert shown.page.evaluate(f"document.activeElement === document.querySelector('{summary}')")
    shown.page.click(summary)
    box = shown.page.locator("#files .menu").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= shown.page.viewport_size["width"]
    shown.page.click("#title")
    assert shown.page.get_attribute("#files", "open") is None
