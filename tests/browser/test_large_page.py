"""A page whose data is compressed opens as any other; where that cannot be, it says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webmap_cases import MIDDLES, make_claim, make_records

CLAIMS = 1500


@pytest.fixture(scope="module")
def large_html(tmp_path_factory):
    base = make_records()
    claims = [make_claim(f"c{i}", when=f"20{i % 10:02d}-05-05", evidence=f"Words {i}. " * 90) for i in range(1, CLAIMS)]
    path = tmp_path_factory.mktemp("large") / "map.html"
    path.write_text(replace(base, claims=tuple(claims)).page(), encoding="utf-8")
    assert 'type="application/gzip" id="geo-data"' in path.read_text("utf-8")
    return path


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_large_page_opens_to_the_same_map_and_sentences(open_page, large_html, size):
    shown = open_page(large_html, size=size)
    assert shown.drawn(*MIDDLES["one"])["state"]["controller"] == "south"
    shown.click_map(*MIDDLES["one"])
    assert "Words 1. Words 1." in shown.page.inner_text("#detail .current blockquote >> nth=0")
    assert shown.complaints == []
    shown.go_to("2005-01-01")
    assert shown.drawn(*MIDDLES["one"])["state"]["controller"] == "north"


HOSTILE = "</script><script>window.ran=1</script> {{7*7}} @@data@@ \u2028 a\x00b "


def test_hostile_text_in_compressed_data_is_shown_and_never_run(show):
    base = make_records()
    claims = tuple(make_claim(f"c{i}", evidence=f"{HOSTILE}{i} {'x' * 900}") for i in range(1, CLAIMS))
    shown = show(replace(base, claims=claims).page())
    shown.click_map(*MIDDLES["one"])
    quote = shown.page.text_content("#detail .current blockquote >> nth=0")
    assert quote.startswith(HOSTILE.replace("\x00", "\u2400"))
    assert shown.page.evaluate("window.ran") is None
    assert shown.complaints == []


def _opened(browser, path, *, before=""):
    page = browser.new_page()
    if before:
        page.add_init_script(before)
    page.goto(path.as_uri())
    page.wait_for_selector("#empty:not([hidden])", timeout=10_000)
    return page.inner_text("#empty")


def test_a_browser_that_cannot_unpack_it_is_told_so(browser, large_html):
    assert "DecompressionStream" in _opened(browser, large_html, before="delete window.DecompressionStream")


def test_a_damaged_page_says_so(browser, large_html, tmp_path):
    path = tmp_path / "map.html"
    text = large_html.read_text("utf-8")
    at = text.index('id="geo-data">') + 2000
    path.write_text(text[:at] + "AAAA" * 30 + text[at + 120 :], encoding="utf-8")
    assert "damaged" in _opened(browser, path)
