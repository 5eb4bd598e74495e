"""The view as a picture, as a drawing and on paper: what must be said with the map goes along with it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from webmap_cases import make_claim, make_records, make_region

SVG = "{http://www.w3.org/2000/svg}"
DISCLAIMER = "Reported control, not sovereignty."
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def saved(shown, kind: str) -> tuple[str, bytes]:
    shown.page.click("#files > summary")
    with shown.page.expect_download() as waiting:
        shown.page.click(f"#files button:has-text('({kind})')")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def root_of(svg: bytes) -> ET.Element:
    return ET.parse(BytesIO(svg)).getroot()  # noqa: S314 - made by our own page a moment ago


def words_of(svg: bytes) -> str:
    """All that a drawing says, in its order."""
    return " ".join(node.text or "" for node in root_of(svg).iter(f"{SVG}text"))


def test_the_picture_is_fine_enough_for_print_and_named_by_its_date(shown):
    shown.go_to("2010-12-31")
    name, content = saved(shown, "PNG")
    assert name == "squares-2010-12-31.png"
    assert content.startswith(PNG_SIGNATURE)
    width = int.from_bytes(content[16:20], "big")
    assert width >= 2 * shown.page.evaluate("map_geo.getSize().x")
    assert shown.complaints == []
    assert all(url.startswith(("file:", "data:", "blob:")) for url in shown.requests)


def test_the_drawing_says_what_must_be_said(shown):
    shown.go_to("2010-12-31")
    name, content = saved(shown, "SVG")
    assert name == "squares-2010-12-31.svg"
    words = words_of(content)
    for told in ("Five squares", "31 December 2010", "Control, as reported", "North side", DISCLAIMER, "km"):
        assert told in words
    assert "opens to" not in words
    assert shown.complaints == []


def test_the_drawing_is_of_lines_and_patterns_and_asks_for_nothing(open_page, map_html):
    shown = open_page(map_html)
    _, content = saved(shown, "SVG")
    root = root_of(content)
    assert not list(root.iter(f"{SVG}image"))
    assert len(list(root.iter(f"{SVG}pattern"))) >= 2
    assert len(list(root.iter(f"{SVG}path"))) > 50
    used = set(re.findall(r"url\(#([\w-]+)\)", content.decode()))
    assert used <= {node.get("id") for node in root.iter()}
    assert not re.search(r"https?://(?!www\.w3\.org/)|<script|\son\w+=|\sstyle=", content.decode())


def test_the_drawing_opens_elsewhere_and_shows_the_map(open_page, small_html, browser, tmp_path):
    shown = open_page(small_html)
    shown.go_to("2010-12-31")
    _, content = saved(shown, "SVG")
    path = tmp_path / "view.svg"
    path.write_bytes(content)
    context = browser.new_context(viewport={"width": 900, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri())
    texts = page.evaluate("[...document.querySelectorAll('text')].filter(one => one.getBBox().width > 0).length")
    held = page.evaluate(
        "(colour) => [...document.querySelectorAll('path')].filter(one => one.getAttribute('fill') === colour)"
        ".reduce((sum, one) => sum + one.getBBox().width, 0)",
        shown.colour(39.5, 45.5),
    )
    context.close()
    assert texts > 10
    assert held > 50


def test_names_and_language_are_those_shown(open_page, small_html):
    shown = open_page(small_html)
    shown.page.select_option("#names", "hy-Latn")
    _, content = saved(shown, "SVG")
    assert "Oneabad" in words_of(content)
    assert "One /" not in words_of(content)


def test_a_picture_of_what_was_known_once_says_so(open_page, map_html):
    shown = open_page(map_html)
    shown.page.evaluate("window.location.hash = 'on=2021-02-01&known=shown'")
    shown.page.wait_for_selector("#known-banner:not([hidden])")
    notice = shown.page.inner_text("#known-banner span")
    _, content = saved(shown, "SVG")
    told = words_of(content)
    assert " ".join(notice.split()) in told
    assert shown.page.inner_text("#known-banner button") not in told


def test_texts_that_are_no_xml_leave_the_drawing_whole(show):
    records = make_records()
    region = make_region(name="a < b & \x0b ]]> <script>alert(1)</script> \ufffe")
    shown = show(type(records)(**{**vars_of(records), "region": region}).page())
    _, content = saved(shown, "SVG")
    assert "<script>alert(1)</script>" in words_of(content)
    assert shown.complaints == []


def vars_of(records):
    return {name: getattr(records, name) for name in records.__dataclass_fields__}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_view_is_printed_with_what_is_chosen(open_page, tmp_path, paper):
    records = make_records()
    claims = (make_claim(evidence="The very words."), *records.claims[1:])
    path = tmp_path / "map.html"
    path.write_text(type(records)(**{**vars_of(records), "claims": claims}).page(), encoding="utf-8")
    shown = open_page(path, color_scheme="dark")
    shown.go_to("2010-12-31")
    shown.page.click("#tabbutton-areas")
    shown.page.click(".areas li:nth-child(1) button")
    shown.page.evaluate(
        "() => addEventListener('beforeprint', () => Object.assign(window, {printed: {"
        " light: getComputedStyle(document.documentElement).getPropertyValue('--card'),"
        " svg: document.querySelectorAll('#print svg').length,"
        " open: [...document.querySelectorAll('#detail details')].every(one => one.open),"
        " said: document.getElementById('print').textContent + document.getElementById('detail').textContent}}))"
    )
    content = shown.page.pdf(format=paper)
    assert content.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", content)) <= 3
    printed = shown.page.evaluate("window.printed")
    assert printed["svg"] == 1
    assert printed["open"]
    assert printed["light"].strip() == "#fff"
    for told in ("Five squares", "31 December 2010", "The very words.", "The Wire", DISCLAIMER):
        assert told in printed["said"]
    assert shown.data("theme") == "dark", "the page itself is as it was"
    assert shown.page.query_selector("#print svg") is None
    assert shown.complaints == []
