"""A story is gone through step by step, by hand and by keyboard, and left; a link opens a step."""

from __future__ import annotations

import pytest
from webmap_cases import make_records

from geo.story import Step, Story, View

STORY = Story(
    title="How <b>one</b> went",
    steps=(
        Step(title="Before", text="First words.\n\nA second paragraph.", date="2005-01-01"),
        Step(
            title="Between",
            text="<img src=x onerror=alert(1)>",
            date="2010-04-01",
            view=View(bbox=(45.0, 39.0, 46.0, 40.0)),
            selection="area.one-district",
        ),
        Step(title="After", text="Last words.", date="2011-01-01", view=View(center=(46.5, 39.5), zoom=8.0)),
    ),
)


@pytest.fixture(params=["wide", "phone"])
def shown(request, show):
    return show(make_records().page(story=STORY), size=request.param)


def words(shown):
    return shown.page.inner_text("#story .words")


def test_the_page_opens_as_it_would_and_offers_the_story(shown):
    assert shown.on() == "2011-06-01"
    assert shown.page.inner_text("#story-title") == "How <b>one</b> went"
    assert not shown.page.is_visible("#story .words")


def test_each_step_shows_its_words_its_date_and_what_it_opens(shown):
    shown.page.click("#story-start")
    assert (shown.on(), shown.data("selection"), shown.page.inner_text("#story .count")) == ("2005-01-01", "", "1 of 3")
    assert words(shown).split("\n\n") == ["Before", "First words.", "A second paragraph."]
    assert shown.page.is_disabled("#story-previous")
    shown.page.click("#story-next")
    assert (shown.on(), shown.data("selection")) == ("2010-04-01", "One District / Oneabad")
    assert "<img src=x" in words(shown)
    inside = shown.page.evaluate("map_geo.getBounds().contains([[39, 45], [40, 46]])")
    assert inside
    shown.page.click("#story-next")
    assert (shown.on(), shown.data("selection")) == ("2011-01-01", "")
    centre = shown.page.evaluate("[map_geo.getCenter().lat, map_geo.getCenter().lng, map_geo.getZoom()]")
    assert centre == pytest.approx([39.5, 46.5, 8.0], abs=0.05)
    assert shown.page.is_disabled("#story-next")
    shown.page.click("#story-previous")
    assert shown.on() == "2010-04-01"
    assert shown.complaints == []


def test_it_is_gone_through_and_left_by_keyboard(shown):
    shown.page.focus("#story-start")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "story-next"
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("Enter")
    assert (shown.data("story"), shown.on()) == ("3", "2011-01-01")
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("ArrowLeft")
    assert shown.data("story") == "2"
    shown.page.keyboard.press("Escape")
    assert shown.data("story") == ""
    assert shown.page.evaluate("document.activeElement.id") == "story-start"
    assert shown.on() == "2010-04-01"


def test_a_step_is_announced_and_leaves_the_reader_with_the_story(shown):
    shown.page.click("#story-start")
    shown.page.click("#story-next")
    assert shown.page.get_attribute("#story .words", "aria-live") == "polite"
    assert shown.page.evaluate("document.activeElement.id") == "story-next"
    top = shown.page.evaluate("document.querySelector('#story .words').getBoundingClientRect().top")
    assert 0 <= top < 844


def test_a_link_opens_a_step(shown):
    page = shown.page.url.partition("#")[0]
    shown.page.goto("about:blank")
    shown.page.goto(f"{page}#story=2")
    shown.page.wait_for_selector("html[data-ready=true]", state="attached")
    assert (shown.data("story"), shown.on(), shown.data("selection")) == ("2", "2010-04-01", "One District / Oneabad")
    shown.page.click("#story-next")
    shown.page.wait_for_timeout(500)
    assert "story=3" in shown.page.url
    shown.page.go_back()
    shown.wait_for("story", "2")
