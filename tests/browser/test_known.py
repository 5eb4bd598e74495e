"""The switch `as known on`: the page goes back to what was known, and says so for as long as it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from webmap_cases import MIDDLES, make_article, make_claim, make_interval, make_records

from geo import pipeline
from geo.knowledge import Knowledge, Version
from geo.records import UnplacedClaim
from geo.regions import open_region
from geo.webmap import render_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.regions import Region

DAYS = ("2021-01-11", "2021-01-18", "2021-02-17", "2021-10-31", "2022-11-30")
SHOWN = ("#summary", "#note", "#day", "#tab-events", "#tab-areas", "#tab-unplaced", "#tablist", "#legend-rows")


@pytest.fixture(scope="session")
def then_html(root, map_html, tmp_path_factory):
    """The pages of the seeds as known on a day, by day."""
    region = open_region(str(root / "shapes" / "karabakh"))
    folder = tmp_path_factory.mktemp("then")
    pages = {}
    for day in DAYS:
        known = pipeline.load(map_html.parent, region=region, as_known_on=date.fromisoformat(day), warn=str)
        pages[day] = folder / f"{day}.html"
        pages[day].write_text(pipeline.draw(*known, region=region), encoding="utf-8")
    return pages


def words_on(shown):
    """All that the page says on the day shown, in its lists and around the map."""
    found = {
        name: shown.page.eval_on_selector_all(name, "nodes => nodes.map(node => node.textContent)") for name in SHOWN
    }
    return found | {
        "#legend-rows": sorted(shown.page.eval_on_selector_all(".entry", "all => all.map(e => e.textContent)"))
    }


def state_of(shown):
    """The state of a cell in the Kalbajar district, without its claims, which are numbered on each page."""
    return {name: value for name, value in shown.drawn(40.1, 46.0)["state"].items() if name != "claims"}


@pytest.mark.parametrize("day", DAYS)
def test_what_was_known_on_a_day_is_shown_as_on_a_page_built_as_known_on_it(open_page, map_html, then_html, day):
    switched, built = open_page(map_html), open_page(then_html[day])
    switched.page.select_option("#known", day)
    for on in ("1994-02-01", "2020-11-20", "2021-01-15", built.on()):
        for page in (switched, built):
            page.go_to(on)
        assert words_on(switched) == words_on(built), on
        assert state_of(switched) == state_of(built)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Knowledge):
    """Versions made by hand."""

    made: tuple[Version, ...] = ()

    def versions(self, region: Region) -> Iterator[Version]:  # noqa: ARG002 - as those that are decided
        yield from self.made


FIRST, SECOND = date(2010, 6, 1), date(2011, 6, 1)


def small_page(**changes):
    """Of the second report, all learn that the south has square one since May 2010; the first knew of a contest."""
    records = make_records()
    articles = (make_article("a0", published=str(FIRST)), make_article("a1", published=str(SECOND)))
    claims = (
        make_claim("c0", article="a0", kind="clash", when="2010-04-01"),
        make_claim("c1", when="2010-05-05"),
        make_claim("c2", evidence="Some villages changed hands.", when=None),
    )
    before = make_interval("one", "2000-01-01", None, controller="north", basis="baseline", claims=())
    contest = make_interval("one", "2010-05-05", None, others=("north", "south"), status="contested", claims=("c0",))
    first = (replace(before, end="2010-05-05"), contest)
    now = (replace(before, end="2010-05-05"), make_interval("one", "2010-05-05", None, controller="south"))
    versions = (
        Version(day=None, intervals=(before,), points=(), presences=()),
        Version(day=FIRST, intervals=first, points=(), presences=()),
        Version(day=SECOND, intervals=now, points=(), presences=records.presences),
    )
    knowledge = Told(days=(FIRST, SECOND), pace="day", located=(), made=versions)
    listed = [
        UnplacedClaim(claim=claim, text="villages", reason="not named", source="The Wire", published=str(day))
        for claim, day in ((claims[0], FIRST), (claims[2], SECOND))
    ]
    values = {
        "region": records.region,
        "articles": articles,
        "claims": claims,
        "intervals": now,
        "presences": records.presences,
        "unplaced": listed,
        "located": records.located,
        "knowledge": replace(knowledge, **changes),
    }
    return render_page(**values)


@pytest.fixture(params=["wide", "phone"])
def shown(request, show):
    return show(small_page(), size=request.param)


def status(shown):
    return shown.drawn(*MIDDLES["one"])["state"]["status"]


def counts(shown):
    """How many events, and what is not placed."""
    return [shown.page.inner_text(f"#tabbutton-{name} .count") for name in ("events", "unplaced")]


def test_all_reports_are_shown_at_first_and_no_banner(shown):
    assert (shown.data("known"), status(shown), counts(shown)) == ("all", "held", ["3", "2"])
    assert not shown.page.is_visible("#known-banner")


def test_a_day_of_knowledge_takes_back_what_was_reported_later(shown):
    shown.page.select_option("#known", str(FIRST))
    assert (shown.data("known"), shown.on()) == (str(FIRST), str(FIRST))
    assert (status(shown), counts(shown)) == ("contested", ["1", "1"])
    assert shown.page.inner_text("#note") == "Nothing reported after 1 June 2010"
    assert "As known on 1 June 2010, from 1 of 2 reports" in shown.page.inner_text("#known-banner")
    assert "guards" not in shown.page.text_content("#legend-rows").lower()


def test_nobody_can_go_beyond_the_last_report_that_was_known(shown):
    shown.page.select_option("#known", str(FIRST))
    shown.go_to("2011-01-01")
    assert shown.on() == str(FIRST)
    assert shown.page.get_attribute("#date", "max") == str(FIRST)
    assert shown.page.eval_on_selector("#slider", "slider => slider.value") == str((FIRST - date(1970, 1, 1)).days)


def test_the_way_back_is_in_the_banner(shown):
    shown.page.select_option("#known", str(FIRST))
    shown.page.click("#known-banner button")
    assert (shown.data("known"), status(shown), counts(shown)) == ("all", "held", ["3", "2"])
    assert shown.page.evaluate("document.activeElement.id") == "known"
    assert shown.page.input_value("#known") == "all"


def test_knowledge_can_follow_the_date_shown(shown):
    shown.page.select_option("#known", "shown")
    assert status(shown) == "held"
    shown.go_to("2011-05-31")
    assert (status(shown), counts(shown)) == ("contested", ["1", "1"])
    assert "on this one from 1 of 2 reports" in shown.page.inner_text("#known-banner")
    shown.go_to("2010-05-31")
    assert (status(shown), counts(shown)) == ("held", ["0", "0"])
    assert shown.page.inner_text("#note") == "No report"
    shown.go_to(str(SECOND))
    assert (status(shown), counts(shown)) == ("held", ["3", "2"])


def test_a_chosen_event_that_was_not_yet_known_is_let_go_and_one_that_was_stays(shown):
    shown.page.click("#tab-events li:nth-child(1) button")
    shown.page.select_option("#known", str(FIRST))
    assert shown.page.inner_text("#detail h2") == "Fighting"
    shown.page.select_option("#known", "all")
    shown.page.click("#detail .back")
    shown.page.click("#tab-events li:nth-child(2) button")
    shown.page.select_option("#known", str(FIRST))
    assert not shown.page.is_visible("#detail")


def test_a_link_opens_what_was_known(show):
    shown = show(small_page())
    shown.page.select_option("#known", str(FIRST))
    shown.page.wait_for_timeout(600)
    address = shown.page.url
    assert "known=2010-06-01" in address
    shown.page.goto("about:blank")
    shown.page.goto(address)
    shown.page.wait_for_selector("html[data-ready=true]", state="attached")
    assert (shown.data("known"), shown.on(), status(shown)) == (str(FIRST), str(FIRST), "contested")
    assert shown.page.input_value("#known") == str(FIRST)


def test_the_switch_is_worked_by_keyboard(shown):
    shown.page.focus("#known")
    shown.page.keyboard.press("ArrowDown")
    assert shown.data("known") == "shown"
    assert shown.complaints == []


def test_playback_stops_where_knowledge_ends(shown):
    shown.page.select_option("#known", str(FIRST))
    shown.go_to("2010-05-20")
    shown.page.click("#play")
    shown.wait_for("playing", "false")
    assert shown.on() == str(FIRST)


def test_where_knowledge_is_not_followed_the_page_says_so(show):
    shown = show(small_page(days=(), pace=None, made=()))
    assert "Too many reports" in shown.page.inner_text(".known")
    assert shown.page.query_selector("#known") is None


def test_where_there_is_one_day_of_knowledge_there_is_no_switch(show):
    assert show(small_page(days=(FIRST,), made=())).page.query_selector(".known") is None
