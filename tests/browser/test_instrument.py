"""The time instrument in a real Chromium: periods, zoom, rows, km² by side, and what changed between two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from webmap_cases import MIDDLES, FiveSquares, make_interval, make_records, make_region

from geo.answers import Chart, difference
from geo.answers.rows import TOTALS_COLUMNS, totals_rows
from geo.csvtext import csv_text
from geo.figures import totals
from geo.regions import Area, Cell

SIZES = ("wide", "phone")


def window(shown):
    return shown.data("from"), shown.data("to")


def days(shown):
    first, last = (date.fromisoformat(day) for day in window(shown))
    return (last - first).days


def drag(shown, selector, share_from, share_to):
    """Press at a share of an element's width, move, and let go at another."""
    shown.page.locator(selector).scroll_into_view_if_needed()
    box = shown.page.locator(selector).bounding_box()
    y = box["y"] + box["height"] / 2
    shown.page.mouse.move(box["x"] + share_from * box["width"], y)
    shown.page.mouse.down()
    for i in (1, 2, 3, 4):
        shown.page.mouse.move(box["x"] + (share_from + (share_to - share_from) * i / 4) * box["width"], y)
    shown.page.mouse.up()


def quiet(shown):
    """Nothing was asked of the network, and nothing complained."""
    assert [url for url in shown.requests if not url.startswith(("data:", "file:"))] == []
    assert shown.complaints == []


def test_a_period_is_drawn_on_the_axis_and_all_of_time_is_a_press_away(shown):
    whole = window(shown)
    drag(shown, ".axis", 0.75, 0.5)
    first, last = (date.fromisoformat(day) for day in window(shown))
    assert abs((first - date(2005, 9, 15)).days) < 40
    assert abs((last - date(2008, 7, 24)).days) < 40
    assert shown.on() == last.isoformat(), "the day shown lies in the period"
    shown.page.click(".periods button >> nth=0")
    assert window(shown) == whole
    quiet(shown)


def test_a_press_on_the_axis_that_goes_nowhere_goes_to_the_day(shown):
    drag(shown, ".axis", 0.25, 0.25)
    assert shown.on().startswith("2002")
    assert window(shown) == ("2000-01-01", "2011-06-01")


def test_a_period_can_be_given_by_its_dates_and_its_keys(shown):
    shown.page.click("#open-period")
    shown.page.fill("#period-from", "2010-02-01")
    shown.page.fill("#period-until", "2010-06-30")
    shown.page.press("#period-until", "Enter")
    assert window(shown) == ("2010-02-01", "2010-06-30")
    assert not shown.page.locator("#period").is_visible()
    assert "1 February 2010 to 30 June 2010" in shown.page.inner_text("#said")
    shown.page.focus("#slider")
    for key, expected in (("Shift+ArrowLeft", ("2010-01-17", "2010-06-15")), ("0", ("2000-01-01", "2011-06-01"))):
        shown.page.keyboard.press(key)
        assert window(shown) == expected, key
    shown.page.keyboard.press("+")
    shown.page.keyboard.press("+")
    near = days(shown)
    shown.page.keyboard.press("-")
    assert days(shown) > near
    quiet(shown)


def test_time_is_zoomed_from_years_to_days_around_the_day_shown(shown):
    shown.go_to("2010-04-15")
    lengths = [days(shown)]
    for _ in range(12):
        shown.page.click("#zoom-in")
        lengths.append(days(shown))
    assert lengths[-1] == 7
    assert lengths == sorted(lengths, reverse=True)
    assert shown.on() == "2010-04-15"
    for _ in range(12):
        shown.page.click("#zoom-out")
    assert window(shown) == ("2000-01-01", "2011-06-01")


def test_the_wheel_with_ctrl_zooms_at_the_pointer_and_alone_does_nothing(open_page, small_html):
    shown = open_page(small_html)
    shown.page.hover(".ribbon", position={"x": 300, "y": 8})
    before = window(shown)
    shown.page.mouse.wheel(0, -100)
    assert window(shown) == before
    shown.page.keyboard.down("Control")
    shown.page.mouse.wheel(0, -100)
    shown.page.keyboard.up("Control")
    assert days(shown) < 0.8 * (date(2011, 6, 1) - date(2000, 1, 1)).days
    near = window(shown)
    shown.page.mouse.wheel(80, 0)
    assert window(shown) != near
    assert days(shown) == (date.fromisoformat(near[1]) - date.fromisoformat(near[0])).days


def test_the_rows_pull_the_window_along(shown):
    shown.go_to("2005-06-01")
    shown.page.click("#zoom-in")
    length, before = days(shown), shown.data("from")
    drag(shown, ".ribbon", 0.3, 0.6)
    assert shown.data("from") < before
    assert days(shown) == length
    assert shown.data("selection") == "", "a pull chooses nothing"


def test_a_step_to_a_change_outside_moves_the_window_and_keeps_its_length(shown):
    shown.page.click("#open-period")
    shown.page.fill("#period-from", "2002-01-01")
    shown.page.fill("#period-until", "2003-01-01")
    shown.page.press("#period-until", "Enter")
    length = days(shown)
    shown.page.click("#next")
    assert shown.on() > "2003-01-01"
    assert days(shown) == length
    assert shown.data("from") < shown.on() <= shown.data("to")


def test_the_help_lists_the_keys_and_leaves_with_escape(shown):
    shown.page.click("#open-time-help")
    text = shown.page.inner_text("#time-help")
    assert "PageUp" in text
    assert "planned" in text
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#time-help").is_visible()
    quiet(shown)


@pytest.mark.parametrize("cell", [None, "one"])
@pytest.mark.parametrize("day", ["2010-01-10", "2010-04-15", "2010-12-31", "2011-06-01"])
def test_the_km2_of_the_page_are_those_of_the_command(open_page, small_html, day, cell):
    shown = open_page(small_html)
    shown.go_to(day)
    records = make_records()
    region = records.region
    if cell:
        shown.click_map(*MIDDLES[cell])
        region = make_region(cells=tuple(found for found in region.cells if found.id == cell))
    rows = [row for row in records.intervals if row.cell in {found.id for found in region.cells}]
    claims = {item.claim.id: item for item in records.located}
    last = Chart.of(records.region, intervals=rows, claims=records.located).last
    now = next(row for row in totals(rows, region, until=last, claims=claims) if row.start <= day < row.end)
    shown.page.click("#show-km2")
    text = shown.page.inner_text(".bands-key")
    for held in now.held:
        if held.high_km2:
            low, high = f"{held.low_km2:,.0f}", f"{held.high_km2:,.0f}"
            assert (low if low == high else f"{low}\u2013{high}") in text
    for found in now.open:
        assert f"{found.km2:,.0f}" in text
    assert f"{now.km2:,.0f} km²" in text


def test_a_link_opens_the_chart_and_the_comparison(open_page, small_html):
    shown = open_page(small_html)
    shown.page.click("#show-km2")
    shown.page.click("#compare")
    address = _address(shown)
    assert "chart=km2" in address
    other = open_page(small_html)
    other.page.evaluate("address => { location.hash = address; }", address)
    other.page.wait_for_selector("#comparison", state="visible")
    assert other.page.locator(".bands").is_visible()
    assert other.page.input_value("#compared") == "2010-06-01"


def test_the_km2_have_a_table_of_every_period(shown):
    shown.page.click("#show-km2")
    assert not shown.page.locator(".ribbon").is_visible()
    shown.page.click("#open-km2-table")
    records = make_records()
    claims = {item.claim.id: item for item in records.located}
    chart = Chart.of(records.region, intervals=records.intervals, claims=records.located)
    expected = totals(records.intervals, records.region, until=chart.last, claims=claims)
    assert shown.page.locator("#km2-table tbody tr").count() == len(expected)
    assert shown.page.locator("#km2-table tr[aria-current]").count() == 1
    assert "Whole region" in shown.page.inner_text("#km2-table caption")
    with shown.page.expect_download() as waiting:
        shown.page.click("#save-km2")
    assert waiting.value.suggested_filename == "squares-km2.csv"
    rows = [[row[name] for name in TOTALS_COLUMNS] for row in totals_rows(expected)]
    assert Path(waiting.value.path()).read_bytes().decode("utf-8-sig") == csv_text(TOTALS_COLUMNS, _plain(rows))
    shown.page.keyboard.press("Escape")
    shown.page.click("#show-areas")
    assert shown.page.locator(".ribbon").is_visible()
    quiet(shown)


def _plain(rows):
    """Whole numbers as a page writes them, without a point."""
    return [[int(x) if isinstance(x, float) and x.is_integer() else x for x in row] for row in rows]


class TwelveSquares(FiveSquares):
    """A row of twelve squares."""

    def cell_frame(self):
        import geopandas as gpd
        from shapely.geometry import box

        names = [cell.id for cell in self.cells]
        shapes = [box(40 + i, 39, 41 + i, 40) for i in range(len(names))]
        return gpd.GeoDataFrame({"cell": names}, geometry=shapes, crs="EPSG:4326")


def twelve():
    """Twelve areas, each with a history of its own."""
    names = [f"a{i:02}" for i in range(12)]
    cells = tuple(Cell(id=name, district=f"{name}-district", layers=(), km2=300.0 - i) for i, name in enumerate(names))
    areas = tuple(
        Area(
            id=cell.district,
            name=f"District {cell.id}",
            names=(),
            kind="district",
            cells=(cell.id,),
            transfer_cells=(cell.id,),
            schematic=False,
            source="made for a test",
        )
        for cell in cells
    )
    base = make_region(cells=cells, areas=areas, places=())
    region = TwelveSquares(**{name: getattr(base, name) for name in base.__dataclass_fields__})
    begun = date(2000, 1, 1)
    rows = tuple(
        make_interval(cell.id, str(begun + timedelta(days=30 * i)), None, controller="north")
        for i, cell in enumerate(cells)
    )
    return replace(make_records(), region=region, intervals=rows, presences=(), unplaced=())


@pytest.mark.parametrize("size", SIZES)
def test_all_rows_can_be_shown_and_the_row_of_what_is_chosen_always_is(show, size):
    shown = show(twelve().page(), size=size)
    rows = shown.page.locator(".row-labels button")
    assert rows.count() == 6
    shown.page.click("#tabbutton-areas")
    shown.page.click("#tab-areas button:has-text('District a11')")
    marked = shown.page.locator(".row-labels [aria-current]")
    assert rows.count() == 6, "the map keeps its room"
    assert [text.strip() for text in marked.all_inner_texts()] == ["District a11"]
    shown.page.click("#all-rows")
    assert rows.count() == 12
    shown.page.wait_for_timeout(600)
    assert "rows=all" in shown.page.evaluate("location.hash")
    assert shown.page.get_attribute("#all-rows", "aria-expanded") == "true"
    assert shown.page.locator("#all-rows").inner_text() == "Show fewer rows"
    shown.page.click("#all-rows")
    assert rows.count() == 6
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    quiet(shown)


def test_a_state_is_paler_the_older_its_last_report(show):
    base = make_records()
    row = make_interval("one", "2000-01-01", None, controller="north", last_reported="2003-03-01")
    shown = show(replace(base, intervals=(row,)).page())
    colours = []
    for day in ("2002-01-01", "2004-02-28", "2004-03-05", "2008-03-05", "2004-02-28"):
        shown.go_to(day)
        colours.append(shown.colour(*MIDDLES["one"]))
    assert colours[0] == colours[1] == colours[4], "what a later report tells of is not old"
    light = [sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in colours[1:4]]
    assert light[0] < light[1] < light[2]
    shown.page.evaluate("document.getElementById('legend').open = true")
    assert "last reported more than 1 or 5 years before" in shown.page.inner_text("#legend")


def test_what_changed_between_two_days_is_listed_as_the_command_lists_it_and_outlined(shown):
    records = make_records()
    chart = Chart.of(records.region, intervals=records.intervals, claims=records.located)
    shown.go_to("2010-12-31")
    shown.page.click("#compare")
    shown.page.fill("#compared", "2010-01-10")
    shown.page.locator("#compared").dispatch_event("change")
    expected = difference(date(2010, 1, 10), date(2010, 12, 31), chart)
    assert expected.changes
    rows = shown.page.locator("#comparison li")
    assert rows.count() == len(expected.changes)
    for text, change in zip(rows.all_inner_texts(), expected.changes, strict=True):
        assert f"{change.km2:,.0f} km²" in text
        assert change.name.split(" / ")[0] in text
        assert "\u2192" in text
    total = shown.page.inner_text("#comparison .sum")
    assert f"{expected.km2:,.0f} of {expected.of_km2:,.0f} km²" in total
    assert "10 January 2010 and 31 December 2010" in total
    assert "compare=2010-01-10" in _address(shown)
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#comparison").is_visible()
    assert shown.page.evaluate("document.activeElement.id") == "compare"
    quiet(shown)


def test_a_choice_is_left_before_the_comparison(open_page, small_html):
    shown = open_page(small_html)
    shown.go_to("2010-12-31")
    shown.page.click("#compare")
    shown.page.locator("#comparison li button").first.click()
    assert shown.data("selection")
    shown.page.keyboard.press("Escape")
    assert shown.data("selection") == ""
    assert shown.page.locator("#comparison").is_visible()
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#comparison").is_visible()


def _address(shown):
    shown.page.wait_for_timeout(600)
    return shown.page.evaluate("location.hash")
