"""The page in each of its languages: it says everything in it, and nothing runs out of its place."""

from __future__ import annotations

import json

import pytest

LANGUAGES = ("en", "az", "hy", "ru", "tr")


@pytest.fixture(scope="module")
def words(root):
    return json.loads((root / "geo" / "webmap" / "script" / "words.json").read_text("utf-8"))


def test_every_phrase_is_there_in_every_language(words):
    lacking = {key: tags for key, said in words.items() if (tags := [tag for tag in LANGUAGES if tag not in said])}
    assert lacking == {}


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_page_speaks_the_language_of_its_reader(open_page, map_html, words, language, size):
    shown = open_page(map_html, size=size, locale=language)
    assert shown.page.get_attribute("html", "lang") == language
    assert shown.page.inner_text("#tabbutton-areas").startswith(words["panel.areas"][language])
    assert shown.page.inner_text("#foot p").strip() == words["page.disclaimer"][language]
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = shown.page.evaluate(
        "[...document.querySelectorAll('#head *, #panel [role=tab], #time button, #time p')]"
        ".filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)"
        ".map(node => node.textContent)"
    )
    assert cut == []
    assert shown.complaints == []


def test_another_language_is_chosen_and_stays_in_the_address(open_page, map_html, words):
    shown = open_page(map_html)
    shown.page.select_option("#language", "ru")
    shown.page.wait_for_selector("html[lang=ru][data-ready=true]", state="attached")
    assert "lang=ru" in shown.page.url
    assert shown.page.inner_text("#legend summary") == words["legend.title"]["ru"]
    assert "Армянская сторона" in shown.page.inner_text("#legend-rows")
    assert "Линия прекращения огня 1994 года" in shown.page.inner_text("#legend-rows")
    shown.page.click("#tabbutton-areas")
    shown.page.click("#tab-areas button >> nth=0")
    quote = shown.page.get_attribute("#detail blockquote >> nth=0", "lang")
    assert quote == "en", "what was read is English, and a screen reader should know"
    rules = shown.page.locator("#detail .rule")
    assert {rules.nth(i).get_attribute("lang") for i in range(rules.count())} == {"ru"}
    assert "Независимые источники согласны: Anadolu Agency и TASS" in " ".join(rules.all_inner_texts())


def test_a_language_that_the_page_does_not_speak_is_english(open_page, map_html):
    assert open_page(map_html, locale="fr-FR").page.get_attribute("html", "lang") == "en"
