"""Text from reports and gazetteers is shown and never run; data that is empty or extreme still gives a page."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from webmap_cases import (
    MIDDLES,
    make_article,
    make_claim,
    make_interval,
    make_party,
    make_place,
    make_records,
    make_region,
)

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "{{7*7}}{% for x in y %}",
    "${7*7}`",
    "<img src=x onerror=window.ran=1>",
    "\u2028line\u2029",
    "a\x00b",
    "@@data@@",
    "javascript:window.ran=1",
)

FOREIGN = "img:not(.swatch, .key)"
"""Pictures other than the page's own, of how states look."""


def visible(text):
    """As the page shows it: control characters by their pictures, and white space folded by innerText."""
    return text.replace("\x00", "\u2400").replace("\u2028", "").replace("\u2029", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_is_shown_and_never_run(show, text):
    base = make_records()
    region = make_region(
        name=text,
        places=(make_place("oneton", text, 39.5, 45.5),),
        areas=tuple(replace(area, name=text) for area in base.region.areas),
        parties=tuple(replace(party, name=text) for party in base.region.parties),
    )
    spot = replace(base.claims[0].places[0], text=text, name=text)
    claims = (make_claim(evidence=text, places=(spot,), claimant=text, stance="claimed"), base.claims[1])
    shown = show(
        replace(
            base,
            region=region,
            articles=(make_article(title=text, source=text, url=text),),
            claims=claims,
            intervals=tuple(replace(row, rule=text) for row in base.intervals),
            presences=(replace(base.presences[0], words=text, text=text),),
            unplaced=(replace(base.unplaced[0], text=text, reason=text),),
        ).page()
    )
    shown.click_map(*MIDDLES["one"])
    quote = shown.page.text_content("#detail .current blockquote")
    assert quote == text.replace("\x00", "\u2400")
    assert visible(text) in shown.page.inner_text("#detail .current .rule").replace("\u2028", "").replace("\u2029", "")
    assert shown.page.locator("#detail a").count() == 0, "only http and https make a link"
    shown.page.click(".back")
    for tab in ("events", "areas", "unplaced"):
        shown.page.click(f"#tabbutton-{tab}")
        assert shown.page.text_content(f"#tab-{tab}").count(text.replace("\x00", "\u2400")) > 0
    shown.page.hover("#stage", position={"x": 430, "y": 250})
    assert shown.page.evaluate("window.ran") is None
    assert shown.page.locator(FOREIGN).count() == 0
    assert shown.complaints == []
    assert len([url for url in shown.requests if not url.startswith("data:")]) == 1


def test_no_claims_at_all_gives_a_map_that_says_so(show):
    shown = show(
        replace(make_records(), articles=(), claims=(), intervals=(), presences=(), unplaced=(), located=()).page()
    )
    assert "No claims" in shown.page.inner_text("#empty")
    assert shown.page.inner_text("#note") == "No report"
    assert shown.complaints == []


def test_a_region_without_any_geometry_still_lists_what_was_reported(show):
    shown = show(replace(make_records(), region=make_region(cells=(), areas=(), places=())).page())
    assert "The words of c1." not in shown.page.inner_text("#lists")
    shown.page.locator("#tab-events button").first.click()
    assert "The words of c1." in shown.page.inner_text("#detail")
    assert shown.complaints == []


def test_a_region_of_one_area_is_a_map_like_any_other(show):
    base = make_records()
    only = make_region(cells=base.region.cells[:1], areas=base.region.areas[:1])
    shown = show(replace(base, region=only, intervals=base.intervals[:3], presences=()).page())
    assert shown.drawn(*MIDDLES["one"])["state"]["controller"] == "south"
    assert shown.page.inner_text("#tabbutton-areas .count") == "1"
    assert shown.complaints[:1] in ([], [READBACK])


READBACK = (
    "warning: Canvas2D: Multiple readback operations using getImageData are faster with the willReadFrequently "
    "attribute set to true. See: https://html.spec.whatwg.org/multipage/canvas.html#concept-canvas-will-read-frequently"
)
"""What Chromium says to the tests' own reading of colours."""


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_four_hundred_actors_are_listed_and_run_out_of_no_window(show, size):
    base = make_records()
    names = [f"actor{i}" for i in range(400)]
    claims = tuple(make_claim(f"c{i}", gained_by=name, lost_by=None) for i, name in enumerate(names, 1))
    shown = show(
        replace(
            base,
            region=make_region(parties=(*base.region.parties, *map(make_party, names))),
            claims=claims,
            presences=tuple(replace(base.presences[0], actor=name, words="", claims=("c1",)) for name in names),
        ).page(),
        size=size,
    )
    assert shown.page.inner_text("#tabbutton-events .count") == "400"
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert shown.page.locator("#stage").bounding_box()["height"] > 200
    assert shown.complaints == []


def test_a_quote_of_ten_thousand_characters_opens_on_demand(show):
    long = "word " * 2000
    base = make_records()
    shown = show(replace(base, claims=(make_claim(evidence=long), base.claims[1])).page(), size="phone")
    shown.click_map(*MIDDLES["one"])
    card = shown.page.locator("#detail .current")
    assert len(card.locator("blockquote").first.inner_text()) < 1000
    card.get_by_text("Whole quote").click()
    assert len(card.locator("blockquote").nth(1).inner_text()) > 9000
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_years_at_the_edge_of_the_calendar_can_be_reached(show):
    base = make_records()
    rows = (
        make_interval("one", "0001-01-01", "5000-01-01", controller="north"),
        make_interval("one", "5000-01-01", None, controller="south"),
    )
    shown = show(
        replace(
            base,
            region=make_region(start="0001-01-01"),
            intervals=rows,
            articles=(make_article(published="9999-12-31"),),
            located=(replace(base.located[0], published="9999-12-31"),),
        ).page()
    )
    assert shown.on() == "9999-12-31"
    shown.page.click("#previous")
    assert shown.on() == "5000-01-01"
    shown.page.click("#previous")
    assert shown.on() == "0001-01-01"
    assert shown.complaints == []


def test_a_party_that_the_region_does_not_know_keeps_the_words_of_the_report(show):
    base = make_records()
    shown = show(replace(base, claims=(make_claim(gained_by="some militia", lost_by=None), base.claims[1])).page())
    assert "to some militia" in shown.page.inner_text("#tab-events")


WORDS = (*HOSTILE[:6], "https://example.org/</script><script>window.ran=1</script>")
NAMES = (
    "<img src=x onerror=window.ran=1>.txt",
    "{{7*7}} ${7*7} @@data@@.txt",
    "&lt;b&gt; \u2028 \u202e'\".txt",
    "line\nbreak \x1b[31m.txt",
)
"""Whatever a file system takes: all but a slash and a NUL."""


def test_hostile_reports_and_file_names_go_through_the_whole_build_as_text(open_page, tmp_path, root):
    sentence = "Armenia handed over the Kalbajar district to Azerbaijan on 25 November 2020, {} said."
    reports = tmp_path / "reports"
    reports.mkdir()
    rows = [
        {
            "id": f"{number} {word}",
            "text": sentence.format(word),
            "published": "2020-11-26",
            "source": word,
            "title": word,
            "url": word,
        }
        for number, word in enumerate(WORDS)
    ]
    (reports / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for number, name in enumerate(NAMES):
        (reports / name).write_text(f"BAKU, November 26, 2020. {sentence.format(number)}", encoding="utf-8")
    command = [sys.executable, "-m", "geo", "build", str(reports), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "\x1b[31m" not in done.stdout + done.stderr, "a terminal obeys no file name"
    shown = open_page(tmp_path / "out" / "map.html")
    shown.go_to("2020-12-01")
    shown.click_map(40.1, 46.0)
    detail = shown.page.text_content("#detail")
    for word in (*WORDS, *NAMES):
        assert pictured(word) in detail
    links = shown.page.locator("#detail a").evaluate_all("links => links.map(link => link.protocol)")
    assert set(links) <= {"https:"}
    assert shown.page.evaluate("window.ran") is None
    assert shown.page.locator(f"{FOREIGN}, #detail script, #detail b").count() == 0
    assert shown.complaints == []
    assert len([url for url in shown.requests if not url.startswith("data:")]) == 1


def pictured(text):
    """As the page holds it: control characters by their pictures, but for the tab and the line feed."""
    return "".join(chr(0x2400 + ord(char)) if ord(char) < 32 and char not in "\t\n" else char for char in text)
