"""An analyst's decision on the page: it stands under the quote, and what was rejected is listed and not drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webmap_cases import make_claim, make_records

from geo.records import AsRead, Review, UnplacedClaim

WHY = "a village <b>of</b> that name"


def decided(claim, decision, *, own=False, **changed):
    read = None if own else AsRead(**{name: getattr(claim, name) for name in AsRead.__dataclass_fields__})
    review = Review(decision=decision, who="A. Analyst", why=WHY, decided_on="2026-11-22", own=own, read=read)
    return replace(claim, **changed, review=review)


def page_of(claim):
    """The page of the five squares with one of its claims decided upon."""
    base = make_records()
    claims = tuple(claim if one.id == claim.id else one for one in base.claims)
    located = tuple(replace(item, claim=claim) if item.claim.id == claim.id else item for item in base.located)
    unplaced = base.unplaced
    if claim.is_rejected:
        told = UnplacedClaim(claim=claim, text=None, reason="an analyst's decision", source="W", published=None)
        unplaced = (*unplaced, told)
    return replace(base, claims=claims, located=located, unplaced=unplaced).page()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_an_edited_claim_shows_the_decision_and_what_was_read(show, size):
    shown = show(page_of(decided(make_claim("c1"), "edit", when="2010-06")), size=size)
    shown.page.click("#tabbutton-areas")
    shown.page.locator("#tab-areas li button").first.click()
    box = shown.page.locator("#detail .decision").first
    assert [line for line in box.inner_text().splitlines() if line] == [
        f"Analyst’s decision: edited by A. Analyst on 22 November 2026: {WHY}",
        "when: 2010-06 (read: 2010-05-05)",
    ]
    assert shown.complaints == []


def test_a_rejected_claim_is_no_event_and_is_listed_with_who_and_why(show):
    shown = show(page_of(decided(make_claim("c1"), "reject")))
    shown.page.click("#tabbutton-events")
    assert "The words of c1." not in shown.page.inner_text("#panel")
    shown.page.click("#tabbutton-unplaced")
    text = shown.page.inner_text("#tab-unplaced")
    assert "or an analyst rejected what was read" in text
    assert f"Analyst’s decision: rejected by A. Analyst on 22 November 2026: {WHY}" in text
    assert "The words of c1." in text


def test_an_own_statement_is_shown_as_one_and_is_no_report(show):
    claim = decided(make_claim("c1", article="a1"), "add", own=True)
    shown = show(page_of(claim))
    assert "told by 0 reports" in shown.page.inner_text("body")
    shown.page.click("#tabbutton-areas")
    shown.page.locator("#tab-areas li button").first.click()
    assert "stated by an analyst, by no report" in shown.page.inner_text("#detail")
    shown.page.click(".back")
    shown.page.click("#tabbutton-events")
    assert "Analyst’s own statement, no report" in shown.page.inner_text("#tab-events")


def test_a_page_without_decisions_says_nothing_of_analysts(open_page, small_html):
    shown = open_page(small_html)
    assert "nalyst" not in shown.page.evaluate("document.body.innerText")
