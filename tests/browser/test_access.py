"""The page for everyone: axe-core finds nothing, keys are enough, and no window is too small or too large."""

from __future__ import annotations

import pytest

SCREENS = {
    "opened": (),
    "an area": ("#tabbutton-areas", "#tab-areas button >> nth=2"),
    "an event": ("#tab-events button >> nth=3",),
    "not placed": ("#tabbutton-unplaced",),
    "filters": (".filters > summary",),
    "km²": ("#time button:has-text('km²')",),
    "compared": ("#compare",),
}


@pytest.fixture(scope="session")
def axe(root):
    path = root / "geo" / "webmap" / "script" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not installed: run `make modules`")
    return path.read_text(encoding="utf-8")


def faults(shown, axe):
    """What axe-core finds against WCAG 2.2 A and AA and its own best practice, but for minor matters.

    The names of the ribbon's rows are as low as the rows; the list of areas does the same with large targets, which
    2.5.8 allows.
    """
    shown.page.evaluate(axe)
    violations = [
        fault
        for run in (
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})",
            "axe.run({exclude: ['.row-labels']}, {runOnly: {type: 'rule', values: ['target-size']}})",
        )
        for fault in shown.page.evaluate(run)["violations"]
    ]
    return [
        f"{fault['id']} ({fault['impact']}): {node['target']} {node['html'][:160]}"
        for fault in violations
        if fault["impact"] != "minor"
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_moderate_or_worse(open_page, map_html, axe, theme, size):
    for screen, clicks in SCREENS.items():
        shown = open_page(map_html, size=size, color_scheme=theme)
        for target in clicks:
            shown.page.click(target)
        assert faults(shown, axe) == [], screen


@pytest.mark.parametrize("language", ["az", "hy", "ru", "tr"])
def test_axe_finds_nothing_in_any_language(open_page, map_html, axe, language):
    assert faults(open_page(map_html, locale=language), axe) == []


def focused(shown):
    """What has the focus: its id, or its first words."""
    return shown.page.evaluate(
        "(() => { const node = document.activeElement; return node.id || node.textContent.trim().slice(0, 60); })()"
    )


def tab_to(shown, wanted, *, most=60):
    """Press Tab until something has the focus, as a hand on a keyboard would."""
    for _ in range(most):
        shown.page.keyboard.press("Tab")
        if focused(shown) == wanted:
            return
    pytest.fail(f"{wanted} is not reached within {most} steps; the last was {focused(shown)!r}")


def test_with_keys_alone_a_reader_goes_to_a_change_opens_an_area_and_comes_back(open_page, map_html):
    shown = open_page(map_html)
    tab_to(shown, "slider")
    shown.page.keyboard.press("PageDown")
    before = shown.on()
    shown.page.keyboard.press("PageDown")
    assert shown.on() < before
    assert shown.page.inner_text("#said"), "a step says what changed"
    assert shown.page.get_attribute("#slider", "aria-valuetext") == shown.page.inner_text("#day")
    shown.page.focus("#find")
    shown.page.keyboard.type("Kelbajar")
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("Enter")
    assert "Kalbajar" in shown.page.inner_text("#detail h2")
    assert shown.page.evaluate("document.activeElement.tagName") == "H2", "the focus goes to what was opened"
    shown.page.keyboard.press("Escape")
    assert shown.page.is_hidden("#detail")


def test_the_tabs_are_one_stop_and_arrows_go_between_them(open_page, map_html):
    shown = open_page(map_html)
    shown.page.focus("#tabbutton-events")
    shown.page.keyboard.press("ArrowRight")
    assert focused(shown) == "tabbutton-areas"
    assert shown.page.is_visible("#tab-areas")
    assert shown.page.get_attribute("#tabbutton-events", "tabindex") == "-1"


def test_whatever_has_the_focus_shows_it(open_page, map_html):
    shown = open_page(map_html)
    for _ in range(40):
        shown.page.keyboard.press("Tab")
        seen = shown.page.evaluate(
            "(() => { const node = document.activeElement; const {outlineStyle, outlineWidth} = getComputedStyle(node);"
            " const {width, height} = node.getBoundingClientRect(); return [node.id || node.className, outlineStyle,"
            " parseFloat(outlineWidth), width, height]; })()"
        )
        assert seen[1] != "none", seen
        assert seen[2] >= 1, seen
        assert min(seen[3:]) > 0, seen


@pytest.mark.parametrize(
    ("width", "height"),
    [(320, 568), (640, 400), (1024, 768), (1920, 1080), (3840, 2160)],
    ids=["320 px, or 400 % of 1280", "200 % of 1280", "tablet", "full HD", "4K"],
)
def test_from_a_small_phone_to_4k_nothing_is_lost(open_page, map_html, width, height):
    shown = open_page(map_html)
    shown.page.set_viewport_size({"width": width, "height": height})
    shown.page.wait_for_timeout(150)
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for target in ("#stage", "#slider", "#day", "#play", "#find", "#tabbutton-unplaced", "#foot"):
        box = shown.page.locator(target).bounding_box()
        assert box, target
        assert box["x"] >= 0, target
        assert box["x"] + box["width"] <= width + 1, target
    assert shown.page.locator("#stage").bounding_box()["height"] >= 150


def test_what_is_pressed_is_24_pixels_or_has_room_around_it(open_page, map_html):
    """WCAG 2.2, 2.5.8: targets of 24 by 24 CSS pixels; those in a line of text and in a list of rows are excepted."""
    shown = open_page(map_html)
    small = shown.page.evaluate(
        "[...document.querySelectorAll('button, select, input, summary')].filter(node => node.getClientRects().length"
        " && !node.closest('.row-labels, p, li')).map(node => [node.id || node.textContent.slice(0, 30),"
        " (node.closest('label') ?? node).getBoundingClientRect()])"
        ".filter(([, box]) => box.width < 24 || box.height < 24)"
        ".map(([name, box]) => [name, box.width, box.height])"
    )
    assert small == []


def test_with_forced_colours_the_words_still_stand(open_page, map_html):
    shown = open_page(map_html, forced_colors="active")
    assert shown.complaints == []
    shown.page.click("#tabbutton-areas")
    assert shown.page.is_visible("#tab-areas")
    chosen = "getComputedStyle(document.querySelector('#tabbutton-areas')).borderBottomColor"
    other = chosen.replace("areas", "events")
    assert shown.page.evaluate(chosen) != shown.page.evaluate(other), "the chosen tab is told by more than a hue"


def test_from_right_to_left_nothing_runs_out_of_the_window(open_page, map_html):
    shown = open_page(map_html)
    shown.page.evaluate("document.documentElement.dir = 'rtl'")
    shown.page.wait_for_timeout(150)
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    panel, stage = (shown.page.locator(f"#{name}").bounding_box() for name in ("panel", "stage"))
    assert panel["x"] + panel["width"] <= stage["x"] + 1, "the panel changes sides"
    assert shown.page.evaluate("getComputedStyle(document.querySelector('.track')).direction") == "ltr", (
        "time runs from left to right, as the chart is drawn"
    )
