"""The evidence beside the map, as a reader uses it: words marked, what changed, filters, search, whose word it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webmap_cases import MIDDLES, make_article, make_claim, make_interval, make_records, make_region

from geo.records import LocatedClaim, LocatedPlace, Mark
from geo.regions.outlets import Outlet

TOOK = "South forces took Oneton on 5 May 2010."
HOLDS = "The north holds Two, residents of Twotown say."


def outlet(name, side=None):
    return Outlet(id=name, name=name, words=(name,), agency=name, side=side, source="s")


def marks(text, **words):
    return tuple(
        Mark(start=text.index(said), end=text.index(said) + len(said), role=role) for role, said in words.items()
    )


def records():
    """One area taken by the word of an unaligned outlet; one held by the word of a side's; one without any report."""
    base = make_records()
    articles = (make_article(source="Wire"), make_article("a2", source="Northpress", title="Two stands", url=None))
    took = make_claim(
        evidence=TOOK, start=0, end=len(TOOK), places=(),
        marks=marks(TOOK, gained="South forces", decides="took", place="Oneton", date="5 May 2010"),
    )  # fmt: skip
    holds = make_claim("c2", article="a2", evidence=HOLDS, kind="hold", gained_by=None, lost_by=None, actor="north",
                       when="2010-08-01", start=0, end=len(HOLDS), places=())  # fmt: skip
    spots = {
        cell: LocatedPlace(
            text=cell.title(), place="oneton", area=f"{cell}-district", extent="whole", cells=(cell,), reason=None
        )
        for cell in ("one", "two")
    }
    return replace(
        base,
        region=make_region(outlets=(outlet("Wire"), outlet("Northpress", side="north"))),
        articles=articles,
        claims=(took, holds),
        intervals=(
            make_interval("one", "2000-01-01", "2010-05-05", controller="north", basis="baseline", claims=()),
            make_interval("one", "2010-05-05", None, controller="south", claims=("c1",)),
            make_interval("two", "2000-01-01", None, controller="north", claims=("c2",)),
            make_interval("three", "2000-01-01", None, controller="south", basis="baseline", claims=()),
        ),
        located=(
            LocatedClaim(claim=took, places=(spots["one"],), source="Wire", published="2011-06-01"),
            LocatedClaim(claim=holds, places=(spots["two"],), source="Northpress", published="2011-06-01"),
        ),
        presences=(),
        unplaced=(replace(base.unplaced[0], claim=holds, source="Northpress"),),
    )


@pytest.fixture(scope="module")
def evidence_html(tmp_path_factory):
    path = tmp_path_factory.mktemp("evidence") / "map.html"
    path.write_text(records().page(), encoding="utf-8")
    return path


@pytest.fixture(params=["wide", "phone"])
def shown(request, open_page, evidence_html):
    page = open_page(evidence_html, size=request.param)
    yield page
    assert [line for line in page.complaints if "readback" not in line] == []  # our own looks at the canvas
    assert [url for url in page.requests if not url.startswith("data:")] == [evidence_html.as_uri()]


def events(shown):
    return shown.page.locator("#tab-events li").all_inner_texts()


def wait_for_text(shown, selector, words):
    shown.page.locator(selector).filter(has_text=words).first.wait_for(timeout=5000)


def test_the_words_that_decided_are_marked_in_the_quote_and_explained_under_it(shown):
    shown.page.click("#tabbutton-areas")
    shown.page.click("#tab-areas button >> nth=0")
    quote = shown.page.locator("#detail blockquote").first
    assert quote.inner_text() == TOOK
    told = {mark.get_attribute("class"): mark.inner_text() for mark in quote.locator("mark").all()}
    assert told == {"gained": "South forces", "decides": "took", "place": "Oneton", "date": "5 May 2010"}
    key = shown.page.locator("#detail .mark-key mark").all_inner_texts()
    assert key == ["who gained", "place", "what happened", "date"]


def test_what_changed_on_the_date_names_area_before_and_after_with_its_quote_a_tap_away(shown):
    shown.go_to("2010-05-05")
    wait_for_text(shown, ".changed", "One District")
    box = shown.page.locator(".changed")
    assert "Before: North side (starting point from a public record, no report)" in box.inner_text()
    assert "Now: South side (stated by a report; one source)" in box.inner_text()
    assert not box.locator("blockquote").is_visible()
    box.locator("details summary").click()
    assert box.locator("blockquote").inner_text() == TOOK
    box.locator("li > button").click()
    assert shown.page.inner_text("#detail h2") == "One District / Oneabad"


def test_a_date_without_a_change_says_so_and_leads_to_the_last_one_and_the_next(shown):
    shown.go_to("2010-06-01")
    wait_for_text(shown, ".changed", "No change on this date. The last was on 5 May 2010.")
    shown.page.click(".changed .go")
    assert shown.on() == "2010-05-05"
    shown.go_to("2001-01-01")
    wait_for_text(shown, ".changed", "The next is on 5 May 2010.")


def test_a_filter_acts_on_lists_and_rings_never_on_colours_and_says_how_much_is_shown(shown):
    shown.go_to("2010-08-01")
    colour = shown.colour(*MIDDLES["two"])
    assert len(events(shown)) == 2
    shown.page.click(".filters > summary")
    shown.page.get_by_label("Capture 1").check()
    assert len(events(shown)) == 1
    assert shown.page.inner_text("#filtered") == "1 of 2 events and 0 of 1 not placed are shown."
    assert shown.page.inner_text("#tabbutton-events .count") == "1"
    assert shown.page.locator("#filtered[role=status]").count() == 1
    assert shown.colour(*MIDDLES["two"]) == colour
    assert "The colours of the map stay" in shown.page.inner_text(".filters")
    assert shown.page.evaluate("document.activeElement.dataset.choice") == "kind capture", (
        "the focus stays where it was"
    )
    shown.page.click(".filtered button")
    assert len(events(shown)) == 2
    assert not shown.page.is_visible("#filtered")


def test_the_side_of_the_outlet_is_a_filter_with_counts(shown):
    shown.page.click(".filters > summary")
    shown.page.get_by_label("North side 2").check()
    assert [text for text in events(shown) if "Holds" in text]
    assert len(events(shown)) == 1
    shown.page.get_by_label("Speaks for no side 1").check()
    assert len(events(shown)) == 2


def test_text_is_found_in_quotes_in_any_spelling_and_marked(shown):
    shown.page.click(".filters > summary")
    shown.page.fill("#search", "RÉSIDENTS twot")
    wait_for_text(shown, "#filtered", "1 of 2 events")
    shown.page.click("#tab-events button")
    hits = shown.page.locator("#detail mark.hit").all_inner_texts()
    assert set(hits) == {"residents", "Twotown"}
    shown.page.click(".back")
    shown.page.fill("#search", "nothing like it")
    wait_for_text(shown, "#tab-events", "Nothing that is reported fits these filters.")


def test_only_what_is_dated_in_the_period_shown(shown):
    shown.page.click(".filters > summary")
    shown.page.check("#in-period")
    assert len(events(shown)) == 2
    shown.page.evaluate("location.hash = 'only=period&during=2010-07-01/2010-12-31&on=2010-10-01'")
    wait_for_text(shown, "#filtered", "1 of 2 events")


def test_a_viewpoint_pales_what_its_word_does_not_stand_behind_and_says_so_until_it_is_taken_back(shown):
    shown.go_to("2010-12-31")
    colours = {cell: shown.colour(*MIDDLES[cell]) for cell in ("one", "two", "three")}
    shown.page.click(".filters > summary")
    shown.page.select_option("#viewpoint", "north")
    assert shown.colour(*MIDDLES["two"]) == colours["two"]
    assert shown.colour(*MIDDLES["one"]) != colours["one"]
    assert shown.colour(*MIDDLES["one"]) == shown.colour(*MIDDLES["three"]), "a starting point is no report's word"
    assert "North side and outlets aligned with it" in shown.page.inner_text("#viewpoint-notice")
    assert shown.page.locator("#viewpoint-notice[role=status]").is_visible()
    shown.page.click("#tabbutton-areas")
    assert "Not told by these sources" in shown.page.inner_text("#tab-areas li >> nth=0")
    shown.page.select_option("#viewpoint", "-")
    assert shown.colour(*MIDDLES["one"]) == colours["one"]
    shown.page.click("#viewpoint-notice button")
    assert {cell: shown.colour(*MIDDLES[cell]) for cell in colours} == colours
    assert not shown.page.is_visible("#viewpoint-notice")


def ribbon_of(shown):
    return shown.page.evaluate("document.querySelector('canvas.ribbon').toDataURL()")


def test_a_viewpoint_acts_on_the_rows_over_time_and_on_the_km2(shown):
    before = ribbon_of(shown)
    shown.page.click("#show-km2")
    assert "Not told" not in shown.page.inner_text(".bands-key")
    whole = shown.page.inner_text(".bands-key .of b")
    shown.page.click(".filters > summary")
    shown.page.select_option("#viewpoint", "north")
    assert "Not told" in shown.page.inner_text(".bands-key")
    assert shown.page.inner_text(".bands-key .of b") == whole, "what is not told stays a part of the whole"
    shown.page.click("#show-areas")
    assert ribbon_of(shown) != before
    shown.page.click("#viewpoint-notice button")
    assert ribbon_of(shown) == before


def test_what_is_chosen_stands_in_the_address_and_a_link_brings_it_back(open_page, evidence_html):
    shown = open_page(evidence_html)
    shown.page.click(".filters > summary")
    shown.page.get_by_label("Holds 2").check()
    shown.page.fill("#search", "twotown")
    wait_for_text(shown, "#filtered", "1 of 2 events")
    shown.page.select_option("#viewpoint", "north")
    shown.page.wait_for_timeout(700)
    fragment = shown.page.evaluate("location.hash.slice(1)")
    assert fragment == "kind=hold&words=twotown&by=north"
    again = open_page(evidence_html)
    again.page.evaluate("hash => { location.hash = hash; }", fragment)
    wait_for_text(again, "#filtered", "1 of 2 events")
    assert again.page.is_visible("#viewpoint-notice")
    again.page.evaluate("location.hash = 'kind=%25E0%25A4%25A&by=nobody&only=%00'")
    again.page.wait_for_timeout(300)
    assert again.page.is_visible("#tab-events li") or "Nothing" in again.page.inner_text("#tab-events")


def test_a_filter_of_thousands_builds_one_page_of_them(show):
    base = records()
    claims = [
        make_claim(
            f"x{i}",
            evidence=f"Report number {i}.",
            when=f"20{i // 200:02}-{1 + i % 12:02}-{1 + i % 27:02}",
            kind="clash",
            gained_by=None,
            lost_by=None,
            actor=f"band {i}",
            places=(),
            end=12 + len(str(i)),
        )
        for i in range(2000)
    ]
    shown = show(replace(base, claims=(*base.claims, *claims)).page())
    shown.page.click(".filters > summary")
    shown.page.get_by_label("Fighting 2,000").check()
    wait_for_text(shown, "#filtered", "2,000 of 2,002 events")
    assert shown.page.locator("#tab-events li").count() == 100
    shown.page.fill("#search", "number 1999")
    wait_for_text(shown, "#filtered", "1 of 2,002 events")
    assert shown.page.locator("#tab-events li").count() == 1
