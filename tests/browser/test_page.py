"""The page in a real Chromium: time moves, colours change, evidence opens, and nothing is asked of the network."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from webmap_cases import MIDDLES, make_claim, make_interval, make_records, make_region

from geo.records import LocatedClaim

PALETTE = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))
HUES = {hue["id"]: hue for hue in PALETTE["hue"]}
NORTH, SOUTH = (HUES[hue]["light"] for hue in ("purple", "ochre"))
"""The hand-made parties take the palette's first hues in order."""

FOOTER = (
    "Reported control, not sovereignty. Names and boundaries imply no endorsement. Boundaries are approximate. "
    "Not for navigation, safety or targeting."
)


def drawn_pixels(shown, layer, lat, lon, *, side=150):
    """How many pixels of a layer are drawn, in a square around a place, by colour."""
    return shown.page.evaluate(
        "([layer, lat, lon, side]) => { const canvas = document.querySelector(`canvas.geo-${layer}`);"
        " const at = map_geo.latLngToContainerPoint([lat, lon]);"
        " const [box, frame] = [canvas, map_geo.getContainer()].map(item => item.getBoundingClientRect());"
        " const density = canvas.width / box.width;"
        " const [x, y] = [at.x + frame.left - box.left, at.y + frame.top - box.top];"
        " const {data} = canvas.getContext('2d').getImageData((x - side / 2) * density, (y - side / 2) * density,"
        " side * density, side * density); const found = {};"
        " for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 60) {"
        " const hex = '#' + [0, 1, 2].map(k => data[i + k].toString(16).padStart(2, '0')).join('');"
        " found[hex] = (found[hex] ?? 0) + 1; } return found; }",
        [layer, lat, lon, side],
    )


def test_the_page_asks_for_nothing_but_itself_and_complains_of_nothing(shown, small_html):
    shown.go_to("2010-04-01")
    shown.page.click("#next")
    shown.page.click("#tabbutton-areas")
    assert [url for url in shown.requests if not url.startswith("data:")] == [small_html.as_uri()]
    assert shown.complaints == []


def test_the_policy_stops_a_script_and_a_request_that_were_not_there(shown):
    shown.page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
        " document.body.append(script); const image = new Image(); image.src = 'https://example.org/x.png'; }"
    )
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("window.ran") is None
    assert [line for line in shown.complaints if "Content Security Policy" in line]


def test_it_opens_on_the_last_report_and_says_that_nothing_comes_after(shown):
    assert shown.on() == "2011-06-01"
    assert shown.page.inner_text("#day") == "1 June 2011"
    assert shown.page.inner_text("#note") == "Nothing reported after 1 June 2011"


def test_the_slider_changes_the_colour(shown):
    colours = []
    for day in ("2010-01-01", "2010-12-31", "2010-01-01"):
        shown.go_to(day)
        assert shown.on() == day
        colours.append(shown.colour(*MIDDLES["one"]))
    assert colours == [NORTH, SOUTH, NORTH]
    assert shown.page.get_attribute("#slider", "aria-valuetext") == "1 January 2010"


def test_a_change_of_uncertain_date_is_drawn_in_the_colours_of_both(shown):
    shown.go_to("2010-04-15")
    colours = shown.drawn(*MIDDLES["one"])["colours"]
    total = sum(colours.values())
    assert colours[NORTH] > 0.2 * total
    assert colours[SOUTH] > 0.2 * total


def test_every_status_has_a_look_of_its_own(shown):
    shown.go_to("2010-12-31")
    looks = {cell: shown.drawn(*middle) for cell, middle in MIDDLES.items()}
    assert {cell: look["cell"] for cell, look in looks.items()} == {cell: cell for cell in MIDDLES}
    two, four = looks["two"]["colours"], looks["four"]["colours"]
    assert max(two, key=two.get) == SOUTH, "one side's word keeps its colour, hatched"
    assert two[SOUTH] < 0.95 * sum(two.values())
    assert NORTH not in four, "doubt fades the colour"
    both = [looks[cell]["colours"] for cell in ("three", "five")]
    assert all(colours[NORTH] > 50 and colours[SOUTH] > 50 for colours in both)


SAMENESS = """([lat, lon]) => {
  const canvas = document.querySelector("canvas.geo-control");
  const at = map_geo.latLngToContainerPoint([lat, lon]);
  const [box, frame] = [canvas.getBoundingClientRect(), map_geo.getContainer().getBoundingClientRect()];
  const {data} = canvas.getContext("2d").getImageData(at.x + frame.left - box.left, at.y + frame.top - box.top, 40, 40);
  const blue = (x, y) => data[4 * (40 * y + x) + 2] > 100;
  const same = (dx, dy) => {
    let count = 0;
    for (let x = 0; x < 32; x += 1) for (let y = 8; y < 40; y += 1) count += blue(x, y) === blue(x + dx, y + dy);
    return count / 1024 > 0.9;
  };
  return [same(4, -4), same(4, 0)];
}"""


def test_contested_divided_and_uncertain_are_told_apart(open_page, small_html):
    shown = open_page(small_html)
    patterns = []
    for day, cell in (("2010-04-15", "one"), ("2010-12-31", "three"), ("2010-12-31", "five")):
        shown.go_to(day)
        patterns.append(shown.page.evaluate(SAMENESS, list(MIDDLES[cell])))
    slanting, chequered, level = [True, False], [False, False], [False, True]
    assert patterns == [slanting, chequered, level]


def test_forces_present_are_drawn_over_the_control_while_they_are_there(shown):
    def dots():
        return shown.page.evaluate(
            "() => { const canvas = document.querySelector('canvas.geo-presence');"
            " const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
            " return data.some((value) => value > 0); }"
        )

    shown.go_to("2009-12-31")
    assert not dots()
    shown.go_to("2010-01-01")
    assert dots()
    assert shown.drawn(*MIDDLES["two"])["state"]["controller"] == "south"


def test_playback_moves_time_and_stops_at_the_end(shown):
    shown.go_to("2010-01-01")
    shown.page.select_option("#speed", "0.5")
    shown.page.click("#play")
    assert shown.data("playing") == "true"
    shown.page.wait_for_timeout(300)
    assert "2010-01-01" < shown.on() < "2011-06-01"
    shown.page.select_option("#speed", "4")
    shown.wait_for("playing", "false")
    assert shown.on() == "2011-06-01"
    assert shown.colour(*MIDDLES["one"]) == SOUTH


def test_those_who_want_less_motion_are_taken_from_change_to_change(open_page, small_html):
    shown = open_page(small_html, reduced_motion="reduce")
    shown.go_to("2009-01-01")
    shown.page.select_option("#speed", "4")
    shown.page.click("#play")
    shown.wait_for("on", "2010-03-01")
    shown.wait_for("on", "2010-06-01")


def test_next_and_previous_change_by_button_and_by_key(shown):
    shown.go_to("2009-01-01")
    shown.page.click("#next")
    assert shown.on() == "2010-03-01"
    assert shown.page.inner_text("#said") == "1 March 2010: a change in One District / Oneabad"
    shown.page.focus("#slider")
    shown.page.keyboard.press("PageUp")
    assert shown.on() == "2010-06-01"
    shown.page.keyboard.press("ArrowLeft")
    assert shown.on() == "2010-05-31"
    shown.page.click("#previous")
    assert shown.on() == "2010-03-01"


def test_a_date_can_be_typed(shown):
    shown.page.fill("#date", "2010-05-05")
    shown.page.dispatch_event("#date", "change")
    assert shown.on() == "2010-05-05"


def test_a_date_can_be_typed_key_by_key(shown):
    shown.page.focus("#date")
    for key in "06152010":  # month, day, year, as the browser's language has them; the year is 2, 20 and 201 first
        shown.page.keyboard.press(key)
    assert shown.page.input_value("#date") == "2010-06-15"
    assert shown.on() == "2010-06-15"


def test_a_date_beyond_the_reports_is_brought_to_their_last_day(shown):
    shown.go_to("2010-05-05")
    shown.page.fill("#date", "2035-01-01")
    shown.page.locator("#date").blur()
    last = shown.page.get_attribute("#date", "max")
    assert shown.page.input_value("#date") == last
    assert shown.on() in (last, None)  # the page's own last day is not written into the link


def test_a_click_on_an_area_opens_its_history_with_quotes(shown):
    shown.go_to("2010-04-15")
    shown.click_map(*MIDDLES["one"])
    detail = shown.page.locator("#detail")
    assert detail.locator("h2").inner_text() == "One District / Oneabad"
    card = detail.locator(".current")
    assert "North side → South side; the day is not reported" in card.inner_text()
    assert "The rule for one." in card.inner_text()
    assert card.locator("blockquote").inner_text() == "The words of c1."
    assert "The Wire" in card.locator("figcaption").inner_text()
    assert "published 1 June 2011" in card.locator("figcaption").inner_text()
    assert detail.locator(".history > li").count() == 3
    assert detail.locator(".history > li.now").count() == 1
    link = card.locator("a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == ("https://example.org/a1", "noopener noreferrer")


def test_the_open_history_follows_the_slider(shown):
    shown.go_to("2010-04-15")
    shown.click_map(*MIDDLES["one"])
    shown.go_to("2010-12-31")
    assert "South side" in shown.page.inner_text("#detail .current .who")


def test_a_click_on_an_event_opens_its_quote_and_goes_to_its_date(shown):
    shown.page.locator("#tab-events button", has_text="Oneton").first.click()
    assert shown.on() == "2010-05-05"
    text = shown.page.inner_text("#detail")
    assert "Capture" in text
    assert "North side → South side" in text
    assert "The words of c1." in text
    shown.page.keyboard.press("Escape")
    assert shown.page.is_hidden("#detail")


def test_areas_are_listed_with_their_state_for_those_without_a_pointer(shown):
    shown.go_to("2010-01-01")
    shown.page.focus("#tabbutton-events")
    shown.page.keyboard.press("ArrowRight")
    rows = shown.page.locator("#tab-areas button")
    assert rows.count() == 5
    assert "North side" in rows.nth(0).inner_text()
    shown.go_to("2010-12-31")
    assert "South side" in rows.nth(0).inner_text()
    assert "Contested" in rows.nth(2).inner_text()
    rows.nth(0).click()
    assert "The words of c1." in shown.page.inner_text("#detail")


def test_what_could_not_be_placed_is_listed_with_its_quote_and_reason(shown):
    shown.page.click("#tabbutton-unplaced")
    text = shown.page.inner_text("#tab-unplaced")
    for words in ("some villages", "they are not named", "Some villages changed hands.", "The Wire"):
        assert words in text


def test_the_legend_names_parties_and_patterns_and_the_footer_stands(shown):
    shown.page.evaluate("document.getElementById('legend').open = true")
    legend = shown.page.inner_text("#legend")
    assert "Control, as reported" in legend
    for words in ("North side", "South side", "Contested", "Guards side: present, not in control"):
        assert words in legend
    assert FOOTER in shown.page.inner_text("#foot")


def test_a_dark_device_gets_dark_ground_and_its_own_hues(open_page, small_html):
    shown = open_page(small_html, color_scheme="dark")
    shown.go_to("2010-12-31")
    assert shown.colour(*MIDDLES["one"]) == HUES["ochre"]["dark"]
    red, green, blue = map(
        int, re.findall(r"\d+", shown.page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3]
    )
    assert red + green + blue < 150
    shown.page.emulate_media(color_scheme="light")
    shown.wait_for("theme", "light")
    assert shown.colour(*MIDDLES["one"]) == SOUTH


@pytest.mark.parametrize("width", [320, 390, 900, 1280, 2560])
def test_nothing_runs_out_of_the_window_sideways(open_page, small_html, width):
    shown = open_page(small_html)
    shown.page.set_viewport_size({"width": width, "height": 800})
    shown.page.wait_for_timeout(150)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_layers_can_be_switched_off_and_on_again(open_page, small_html):
    shown = open_page(small_html)
    shown.page.hover(".leaflet-control-layers")
    names = shown.page.locator(".leaflet-control-layers-overlays label")
    listed = [words.strip() for words in names.all_inner_texts()]
    assert listed == [
        "Control",
        "Rivers and lakes",
        "Forces and plans",
        "Borders",
        "Events",
        "Towns and villages",
        "Names",
    ]
    names.nth(0).click()
    assert shown.page.locator("canvas.geo-control").count() == 0
    shown.go_to("2010-12-31")
    names.nth(0).click()
    assert shown.colour(*MIDDLES["one"]) == SOUTH
    assert shown.complaints == []


PLANNED = make_claim("p1", evidence="They will hand over Oneton.", stance="planned", when="2010-02-10/2010-02-20")


def with_a_plan(claim=PLANNED):
    base = make_records()
    told = LocatedClaim(claim=claim, places=base.located[0].places, source="The Wire", published="2010-02-01")
    return replace(base, claims=(*base.claims, claim), located=(*base.located, told))


def test_a_plan_is_a_broken_outline_on_its_days_and_changes_no_control(show):
    shown = show(with_a_plan().page())
    drawn = {}
    for day in ("2010-02-09", "2010-02-10", "2010-02-20", "2010-02-21"):
        shown.go_to(day)
        drawn[day] = drawn_pixels(shown, "presence", *MIDDLES["one"]).get(SOUTH, 0)
        assert shown.colour(*MIDDLES["one"]) == NORTH
    assert [count > 0 for count in drawn.values()] == [False, True, True, False]
    assert not drawn_pixels(shown, "presence", *MIDDLES["one"], side=20), "there is no fill"
    assert "South side: planned" in shown.page.inner_text("#legend")


def test_a_plan_is_marked_in_the_list_of_events_and_opens_to_its_sentence(show):
    shown = show(with_a_plan().page())
    item = shown.page.locator("#tab-events li.planned")
    assert item.count() == 1
    assert "Planned" in item.inner_text()
    shown.click_map(*MIDDLES["one"])
    detail = shown.page.inner_text("#detail")
    assert "Planned, as told" in detail
    assert "They will hand over Oneton." in detail


def test_without_a_plan_the_legend_names_none(shown):
    shown.page.evaluate("document.getElementById('legend').open = true")
    assert "planned" not in shown.page.inner_text("#legend")
    assert shown.page.locator("#tab-events li.planned").count() == 0


def test_a_last_report_that_is_known_as_an_interval_is_told_as_an_upper_bound(show):
    base = make_records()
    told = replace(base.located[0], published="2011-04-01/2011-06-01")
    shown = show(replace(base, located=(told,)).page())
    assert shown.page.inner_text("#note") == "Nothing reported after 1 June 2011 at the latest"
    shown.page.set_viewport_size({"width": 1600, "height": 900})
    assert shown.page.inner_text("#note").endswith("; the last report is dated 1 April \u2013 1 June 2011")


@pytest.mark.parametrize(("last", "words"), [("2011-06-01", "1 June 2011"), ("2011-04/2011-06", "April – June 2011")])
def test_the_day_of_the_last_report_of_an_area_is_told_as_exactly_as_it_is_known(show, last, words):
    base = make_records()
    row = make_interval("one", "2000-01-01", None, controller="north", last_reported=last)
    shown = show(replace(base, intervals=(row,)).page())
    shown.click_map(*MIDDLES["one"])
    assert f"last reported {words}" in shown.page.inner_text("#detail .current")


def test_forces_are_told_from_when_and_until_when_not_as_if_they_had_stayed_for_an_uncertain_interval(show):
    base = make_records()
    stay = replace(base.presences[0], start_edtf="2010-01-01/2010-05-01", last_reported="2011-06-01")
    shown = show(replace(base, presences=(stay,)).page())
    shown.click_map(*MIDDLES["two"])
    assert "From some day in 1 Jan – 1 May 2010, last reported 1 June 2011" in shown.page.inner_text("#detail")


def test_an_event_without_a_place_says_that_none_is_named(show):
    base = make_records()
    holds = make_claim("h", kind="hold", places=(), gained_by=None, lost_by=None, actor="north")
    agree = make_claim("a", kind="agreement", places=(), gained_by=None, lost_by=None)
    shown = show(replace(base, claims=(*base.claims, holds, agree)).page())
    titles = shown.page.locator("#tab-events .what").all_inner_texts()
    assert "Holds (no place named)" in titles
    assert "Agreement" in titles


def test_an_area_of_an_unforeseen_kind_has_its_border_and_its_name(show):
    base = make_records()
    areas = tuple(replace(area, kind="governorate") for area in base.region.areas)
    shown = show(replace(base, region=make_region(areas=areas, places=())).page())
    assert "One District / Oneabad" in [label["text"] for label in shown.page.evaluate("GeoPage.labels()")]
    assert drawn_pixels(shown, "borders", 39.5, 46.0)


def test_the_tip_names_other_areas_and_does_not_cover_the_chosen_one(open_page, small_html):
    shown = open_page(small_html)
    shown.click_map(*MIDDLES["three"])
    assert shown.page.is_hidden("#tip")
    box = shown.page.evaluate(
        "([lat, lon]) => { const at = map_geo.latLngToContainerPoint([lat, lon]); return [at.x, at.y]; }",
        list(MIDDLES["three"]),
    )
    shown.page.hover("#stage", position={"x": box[0] + 5, "y": box[1] + 5})
    assert shown.page.is_hidden("#tip")
    shown.page.hover("#stage", position={"x": box[0] + 90, "y": box[1] + 5})
    assert "Four District" in shown.page.inner_text("#tip")


def test_a_finger_on_the_ribbon_moves_time_and_stays_at_the_map(open_page, small_html):
    shown = open_page(small_html, size="phone")
    shown.page.locator(".ribbon").scroll_into_view_if_needed()
    shown.page.tap(".ribbon", position={"x": 100, "y": 40})
    assert shown.on() < "2006-01-01"
    assert shown.data("selection") == ""


def test_what_a_finger_must_hit_is_large_enough(open_page, small_html):
    shown = open_page(small_html, size="phone")
    for control in ("#previous", "#play", "#next", "#speed", "#date", "#slider", "[role=tab]", "#legend summary"):
        assert shown.page.locator(control).first.bounding_box()["height"] >= 44, control


def test_leaflet_s_conditions_can_be_read_on_the_page(shown):
    shown.page.click("#credits summary")
    assert "Redistribution and use in source and binary forms" in shown.page.inner_text("#leaflet-licence")
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
