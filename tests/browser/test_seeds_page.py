"""The page of the seeds, made by the whole way: colours on three dates, evidence by click, both sizes of window."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from geo.regions import open_region
from geo.webmap.geometry import page_geometry

KALBAJAR = (40.1, 46.0)
ZANGILAN = (39.06, 46.63)
HUES = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))["hue"]
PURPLE, OCHRE = (next(hue["light"] for hue in HUES if hue["id"] == name) for name in ("purple", "ochre"))
"""Of the Armenian side and of Azerbaijan."""


@pytest.fixture(params=["wide", "phone"])
def shown(request, open_page, map_html):
    return open_page(map_html, size=request.param)


def test_kalbajar_changes_hands_on_the_map(shown):
    shown.go_to("1995-06-01")
    assert shown.colour(*KALBAJAR) == PURPLE
    shown.go_to("2020-12-01")
    colours = shown.drawn(*KALBAJAR)["colours"]
    assert colours[PURPLE] > 50
    assert colours[OCHRE] > 50
    shown.go_to("2021-02-01")
    assert shown.colour(*KALBAJAR) == OCHRE


def test_what_no_report_names_is_in_doubt_and_says_why(shown):
    shown.go_to("2021-02-01")
    assert shown.drawn(*ZANGILAN)["state"]["status"] == "in_doubt"
    shown.click_map(*ZANGILAN)
    card = shown.page.inner_text("#detail .current")
    assert "In doubt" in card
    assert "27 September 2020" in card


def test_a_click_on_kalbajar_opens_both_reports_of_the_handover(shown):
    shown.go_to("2021-02-01")
    shown.click_map(*KALBAJAR)
    card = shown.page.inner_text("#detail .current")
    assert "Yerevan also transferred the Kalbajar, Lachin and Agdam districts to Baku." in card
    assert "Sputnik" in card
    assert "18 January 2021" in card


def test_what_cannot_be_placed_is_listed(shown):
    shown.page.click("#tabbutton-unplaced")
    text = shown.page.inner_text("#tab-unplaced")
    for words in ("several cities", "nearly 300 settlements", "some of the districts"):
        assert words in text


def test_the_page_is_small_and_silent(shown, map_html):
    shown.page.click("#play")
    shown.page.wait_for_timeout(300)
    assert map_html.stat().st_size < 600_000
    assert [url for url in shown.requests if not url.startswith("data:")] == [map_html.as_uri()]
    assert shown.complaints == []


def test_what_the_reports_name_has_its_name_on_the_opening_map(open_page, map_html):
    shown = open_page(map_html)
    names = [label["text"] for label in shown.page.evaluate("GeoPage.labels()")]
    for word in ("Kalbajar", "Lachin", "Agdam", "Nagorno-Karabakh"):
        assert [name for name in names if name.startswith(f"{word} ")], (word, names)
    assert [name for name in names if "corridor" in name]


@pytest.mark.parametrize("steps", [-1, 0, 1.5])
def test_no_name_covers_another_at_any_zoom(shown, steps):
    shown.page.evaluate("steps => map_geo.setZoom(map_geo.getZoom() + steps, {animate: false})", steps)
    shown.page.wait_for_timeout(200)
    labels = shown.page.evaluate("GeoPage.labels()")
    assert len(labels) > 5
    for i, one in enumerate(labels):
        for other in labels[i + 1 :]:
            assert not any(_meet(a, b) for a in one["boxes"] for b in other["boxes"]), (one, other)


def _meet(a, b):
    return (
        a["left"] < b["left"] + b["width"]
        and b["left"] < a["left"] + a["width"]
        and a["top"] < b["top"] + b["height"]
        and b["top"] < a["top"] + a["height"]
    )


def test_names_stay_where_they_are_while_the_map_is_moved(shown):
    def places():
        return {(item["text"], item["style"]): item["spot"] for item in shown.page.evaluate("GeoPage.labels()")}

    before = places()
    shown.page.evaluate("map_geo.panBy([31, 17], {animate: false})")
    shown.page.wait_for_timeout(200)
    after = places()
    stayed = before.keys() & after.keys()
    assert len(stayed) > len(before) / 2
    bound = [name for name in stayed if name[1] not in ("water", "country")]
    assert {name: after[name] for name in bound} == {name: before[name] for name in bound}, (
        "a river's name stands several times; a country's moves where its land has left the window"
    )


def test_waters_and_towns_around_show_without_a_network(open_page, map_html):
    shown = open_page(map_html)
    styles = {}
    for zoom in (6.9, 7.9, 8.5):
        shown.page.evaluate("zoom => map_geo.setZoom(zoom, {animate: false})", zoom)
        shown.page.wait_for_timeout(200)
        for label in shown.page.evaluate("GeoPage.labels()"):
            styles.setdefault(label["style"], set()).add(label["text"])
    assert {"Kura", "Aras", "Lake Sevan"} <= styles["water"]
    assert {"Baku", "Tbilisi"} <= styles["capital"]
    assert "SYUNIK" in styles["province"]
    assert {"ARMENIA", "AZERBAIJAN", "IRAN"} <= styles["country"]


def test_the_map_ends_where_the_base_map_ends(shown):
    shown.page.evaluate("map_geo.setView([60, 80], 7, {animate: false})")
    shown.page.wait_for_timeout(400)
    west, south, east, north = shown.page.evaluate(
        "(() => { const b = map_geo.getBounds(); return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]; })()"
    )
    assert 39 < west < east < 54.2
    assert 34 < south < north < 45.8


DATES = ("1990-06-01", "1993-06-01", "2000-06-01", "2020-10-15", "2020-12-01", "2021-02-01", "2022-11-30")


def test_every_colour_on_every_date_opens_to_a_sentence_or_to_the_source_of_the_start(open_page, map_html):
    shown = open_page(map_html)
    rows = shown.page.locator("#tab-areas button")
    for number in range(rows.count()):
        shown.page.click("#tabbutton-areas")
        rows.nth(number).click()
        for day in DATES:
            shown.go_to(day)
            cards = shown.page.locator("#detail .current").evaluate_all(
                "cards => cards.map(card => [card.innerText, card.querySelectorAll('blockquote').length])"
            )
            assert cards, (number, day)
            for words, quotes in cards:
                assert quotes > 0 or "No report names it" in words, (day, words)
        shown.page.click(".back")


def test_the_map_is_as_high_on_the_last_day_as_on_any_other(shown):
    heights = set()
    for day in (*DATES, "2020-09-30"):
        shown.go_to(day)
        heights.add(shown.page.locator("#stage").bounding_box()["height"])
    assert len(heights) == 1


def test_a_reader_chooses_the_names_and_map_list_and_open_history_follow(open_page, map_html):
    shown = open_page(map_html)
    page = shown.page
    page.set_viewport_size({"width": 1280, "height": 900})  # where the towns have room for their names
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")

    def labels():
        return {label["text"] for label in page.evaluate("GeoPage.labels()")}

    assert shown.data("names") == "both"
    assert "Kalbajar / Karvachar" in labels()
    shown.click_map(40.1, 46.0)
    assert page.text_content("#detail h2").startswith("Kalbajar District / Karvachar")
    page.select_option("#names", "hy")
    assert shown.data("names") == "hy"
    assert page.text_content("#detail h2").startswith("Քարվաճառի շրջան")
    page.wait_for_timeout(100)
    assert {"Քարվաճառի շրջան", "Ստեփանակերտ"} <= labels()
    assert not any("Karvachar" in label for label in labels())
    assert "Քարվաճառի շրջան" in page.text_content("#tab-areas")
    assert "in English" in page.text_content("#naming-note"), "names that Armenian lacks are told of"
    page.select_option("#names", "az")
    assert "Kəlbəcər rayonu" in page.text_content("#tab-areas")
    assert shown.complaints == []


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_choice_of_names_runs_out_of_no_window(open_page, map_html, size):
    page = open_page(map_html, size=size).page
    page.select_option("#names", "hy")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#names").is_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kəlbəcər", "Kalbajar District / Karvachar"),
        ("քարվաճառ", "Kalbajar District / Karvachar"),
        ("khan kendi", "Khankendi / Stepanakert"),
        ("Мартуни", "Khojavend / Martuni town in Khojavend District / Martuni"),
        ("mughanli zangilan", "Mughanli village in Zangilan District / Kovsakan, where is not known"),
    ],
)
def test_a_place_is_found_by_any_of_its_names_whichever_is_shown(open_page, map_html, words, found):
    page = open_page(map_html).page
    page.fill("#find", words)
    assert found in page.locator("#found li").all_inner_texts()
    page.select_option("#names", "hy")
    assert page.locator("#found li").count() > 0
    assert found not in page.locator("#found li").all_inner_texts(), "what is found has the names shown"


def test_a_village_that_was_looked_for_opens_its_district_and_has_its_name_on_the_map(open_page, map_html):
    shown = open_page(map_html)
    page = shown.page
    page.fill("#find", "Talysh")
    page.click("#found button")
    assert page.text_content("#detail h2") == "Talish"
    assert "this is that of Tartar District" in page.text_content("#detail")
    assert page.locator("#detail .part").count() > 1, "the histories of its district's parts"
    page.wait_for_timeout(100)
    assert "Talish" in [label["text"] for label in page.evaluate("GeoPage.labels()")]
    page.click(".back")
    page.fill("#find", "Atlantis")
    assert page.locator("#found li").count() == 0
    assert "No place of the region" in page.inner_text(".finder")
    assert shown.complaints == []


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_map_opens_with_all_of_the_region_in_its_window(open_page, map_html, root, size):
    page = open_page(map_html, size=size).page
    page.wait_for_timeout(300)
    west, south, east, north = page_geometry(open_region(str(root / "shapes" / "karabakh")))["bounds"]
    corners = [[south, west], [north, east]]
    assert page.evaluate("corners => map_geo.getBounds().contains(corners)", corners)
