"""The result in a notebook: the map in its frame, which reaches neither the notebook nor the network."""

from __future__ import annotations

import pytest

from geo.webmap.inline import frame

Error = pytest.importorskip("playwright.sync_api").Error

NOTEBOOK = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
<style>.output {{ width: 900px; margin: 20px; }}</style></head>
<body><h1>In [1]</h1><div class="output">{output}</div><p id="after">Out</p></body></html>"""


@pytest.fixture
def notebook(browser, small_html, tmp_path):
    """A page around the frame, as notebooks put it there; with the frame and all complaints and requests."""
    path = tmp_path / "notebook.html"
    shown = frame(small_html.read_text(encoding="utf-8"), title="Five squares: reported control")
    path.write_text(NOTEBOOK.format(output=shown), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.complaints, page.asked = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    yield page, opened(page)
    context.close()


def opened(page, *, seconds=15):
    """The page in the frame, once it is there: while the frame changes its process, nobody can look into it."""
    for _ in range(seconds * 10):
        for inside in page.frames[1:]:
            try:
                if data(inside, "ready") == "true":
                    return inside
            except Error:
                continue
        page.wait_for_timeout(100)
    pytest.fail(f"nothing opens: {page.complaints}, {[one.url for one in page.frames]}")


def data(inside, name):
    return inside.evaluate(f"document.documentElement.dataset.{name}")


def test_the_map_is_there_and_its_slider_moves_it(notebook):
    page, inside = notebook
    inside.eval_on_selector(
        "#slider",
        "slider => { slider.value = String(Date.parse('2010-01-01') / 86400000);"
        " slider.dispatchEvent(new Event('input', {bubbles: true})); }",
    )
    assert data(inside, "on") == "2010-01-01"
    assert inside.evaluate("GeoPage.inspect(39.5, 45.5).state.controller") == "north"
    page.wait_for_timeout(600)
    assert page.complaints == []
    assert [url for url in page.asked if not url.startswith(("data:", "about:", "file:"))] == []


def test_it_fits_its_cell(notebook):
    page, inside = notebook
    box = page.locator("iframe").bounding_box()
    assert box["width"] == 900
    assert 500 <= box["height"] <= 800
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    stage = inside.locator("#stage").bounding_box()
    assert stage["height"] > 300
    assert page.get_attribute("iframe", "title") == "Five squares: reported control"


def test_it_shares_nothing_with_the_notebook(notebook):
    page, inside = notebook
    assert inside.evaluate("() => { try { return parent.document.title; } catch (error) { return error.name; } }") == (
        "SecurityError"
    )
    assert page.evaluate("document.querySelector('iframe').contentDocument") is None


def test_a_choice_leaves_the_notebook_s_address_alone(notebook):
    page, inside = notebook
    before, length = page.url, page.evaluate("history.length")
    inside.click("#tabbutton-areas")
    inside.click(".areas li:nth-child(2) button")
    page.wait_for_timeout(600)
    assert data(inside, "selection") == "Two District / Twoabad"
    assert (page.url, page.evaluate("history.length")) == (before, length)
    assert page.complaints == []


def test_files_are_saved_from_it_and_no_link_is_offered(notebook):
    page, inside = notebook
    inside.click("#files > summary")
    assert inside.query_selector("#copy") is None
    with page.expect_download() as waiting:
        inside.click("#files button:has-text('(CSV)')")
    assert waiting.value.suggested_filename == "squares-control.csv"


def test_its_language_can_be_chosen(notebook):
    page, inside = notebook
    inside.select_option("#language", "tr")
    page.wait_for_timeout(1500)
    assert opened(page).evaluate("document.documentElement.lang") == "tr"
    assert page.complaints == []


def test_a_frame_that_is_not_shown_yet_opens_when_it_is(notebook):
    page, _ = notebook
    page.evaluate(
        "() => { const old = document.querySelector('iframe'); const next = old.cloneNode(); next.hidden = true;"
        " next.style.display = 'none'; old.replaceWith(next); }"
    )
    page.wait_for_timeout(1000)
    page.evaluate("document.querySelector('iframe').style.display = 'block'")
    assert opened(page).evaluate("GeoPage.inspect(39.5, 45.5).cell") == "one"
    assert page.complaints == []
