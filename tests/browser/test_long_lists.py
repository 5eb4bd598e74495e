"""Lists of thousands of rows are shown by pages; each row says where it stands, and the date shown finds its page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webmap_cases import make_claim, make_records

from geo.records import UnplacedClaim

EVENTS = 450


@pytest.fixture
def shown(show):
    base = make_records()
    days = [f"{2000 + i // 50}-{i % 12 + 1:02d}-{i // 12 % 28 + 1:02d}" for i in range(EVENTS)]
    claims = tuple(make_claim(f"c{i}", when=day) for i, day in enumerate(sorted(days), 1))
    unplaced = tuple(
        UnplacedClaim(claim=claim, text=f"place {i}", reason="not known", source=None, published=None)
        for i, claim in enumerate(claims)
    )
    return show(replace(base, claims=claims, unplaced=unplaced).page())


def test_a_page_of_events_is_built_and_each_says_where_it_stands(shown):
    shown.go_to("2000-01-01")
    shown.page.wait_for_selector("#tab-events li[aria-posinset='1']")
    rows = shown.page.locator("#tab-events li")
    assert rows.count() == 100
    assert rows.first.get_attribute("aria-setsize") == str(EVENTS)
    assert shown.page.inner_text("#tabbutton-events .count") == str(EVENTS)


def test_the_list_turns_to_the_date_shown_and_by_its_buttons(shown):
    shown.go_to("2008-12-31")
    shown.page.wait_for_selector("#tab-events li[aria-posinset='450']")
    assert shown.page.inner_text("#tab-events .pager span") == "401 to 450 of 450"
    assert shown.page.locator("#tab-events .pager button").last.is_disabled()
    shown.page.get_by_role("button", name="Previous", exact=True).first.click()
    assert shown.page.inner_text("#tab-events .pager span") == "301 to 400 of 450"
    assert shown.page.locator("#tab-events li").first.get_attribute("aria-posinset") == "301"
    assert shown.complaints == []


def test_what_is_not_placed_is_listed_by_pages_too(shown):
    shown.page.click("#tabbutton-unplaced")
    assert shown.page.locator("#tab-unplaced li").count() == 100
    shown.page.get_by_role("button", name="Next", exact=True).click()
    assert "place 100" in shown.page.inner_text("#tab-unplaced li >> nth=0")


def test_a_link_opens_the_page_that_a_list_was_turned_to(shown):
    pager = "#tab-events .pager span"
    shown.page.wait_for_selector("#tab-events li[aria-posinset='450']")
    shown.page.get_by_role("button", name="Previous", exact=True).first.click()
    shown.page.wait_for_timeout(600)
    address = shown.page.url
    assert address.endswith("#event=301")
    shown.page.goto("about:blank")
    shown.page.goto(address)
    shown.page.wait_for_selector("html[data-ready=true]", state="attached")
    shown.page.wait_for_timeout(1000)
    assert (shown.page.inner_text(pager), shown.page.url) == ("301 to 400 of 450", address)
    shown.go_to("2000-01-01")
    shown.page.wait_for_selector("#tab-events li[aria-posinset='1']")
    shown.page.wait_for_timeout(600)
    assert "event=" not in shown.page.url
    shown.page.goto("about:blank")
    shown.page.goto(f"{address.split('#')[0]}#list=unplaced&unplaced=101&event=77")
    shown.page.wait_for_selector("html[data-ready=true]", state="attached")
    assert "place 100" in shown.page.inner_text("#tab-unplaced li >> nth=0")
    assert shown.complaints == []
