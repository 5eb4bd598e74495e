"""km² by side over time: low and high figures, and sums that are the region's area on every day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_cases import REGION, located, make_region, told

from geo.answers import Chart
from geo.figures import totals
from geo.regions import Cell
from geo.timeline import decide

AREA = 190.0


def chart(*tellings, region=REGION):
    claims = located(*tellings, region=region)
    return Chart.of(region, intervals=decide(claims, region), claims=claims)


def figures(*tellings, region=REGION):
    found = chart(*tellings, region=region)
    return totals(found.intervals, region, until=found.last, claims=found.claims)


def on(day, rows):
    return next(row for row in rows if row.start <= day < row.end)


def held(row):
    return {side.controller: (side.low_km2, side.high_km2) for side in row.held}


TAKEN = told("capture", ("south", "east"), by="red", frm="blue", when="1993-05-01")


def test_what_is_held_for_certain_has_one_figure():
    row = on("2000-01-01", figures(TAKEN))
    assert held(row) == {"red": (90.0, 90.0), "blue": (100.0, 100.0)}
    assert (row.km2, row.open) == (AREA, ())


def test_a_change_of_uncertain_date_may_be_either_sides():
    row = on("1993-06-01", figures(told("capture", "south", by="red", frm="blue", when="1993")))
    assert held(row) == {"red": (0.0, 50.0), "blue": (140.0, 190.0)}
    assert [(found.status, found.km2) for found in row.open] == [("date_uncertain", 50.0)]


def test_a_contest_may_be_either_sides():
    denial = told("capture", "south", by="blue", when="2020-10-01", who="red", source="redpress", stance="denied")
    claim = told("capture", "south", by="blue", frm="red", when="2020-10-01", who="blue", source="bluepress")
    row = on("2020-10-02", figures(TAKEN, claim, denial))
    assert held(row)["red"] == (40.0, 90.0)
    assert held(row)["blue"] == (100.0, 150.0)
    assert [found.status for found in row.open] == ["contested"]


def test_what_is_in_doubt_may_be_the_last_holders_or_of_those_whose_gains_are_not_placed():
    gains = told("capture", ("?several cities",), by="blue", when="2020-10-01")
    row = on("2021-01-01", figures(TAKEN, gains))
    assert held(row) == {"red": (0.0, 90.0), "blue": (100.0, 190.0)}
    assert [(found.status, found.km2) for found in row.open] == [("in_doubt", 90.0)]


def test_what_nobody_tells_of_may_be_anybodys():
    region = make_region(baseline=None)
    row = on("1990-06-01", figures(TAKEN, region=region))
    assert [(found.status, found.km2) for found in row.open] == [("unknown", 100.0)]
    assert held(row) == {"red": (0.0, 100.0), "blue": (90.0, 190.0)}


def test_nothing_is_counted_before_the_region_begins_or_after_the_last_report():
    rows = figures(TAKEN)
    assert (rows[0].start, rows[-1].end) == ("1990-01-01", "2022-01-02")
    assert [row.start for row in rows[1:]] == [row.end for row in rows[:-1]]


def test_where_nothing_is_known_there_are_no_figures():
    assert totals((), REGION, until=None) == []
    assert totals((), REGION, until=date(1989, 1, 1)) == []


def test_cells_of_which_no_interval_tells_are_unknown():
    (row,) = totals((), REGION, until=date(1990, 1, 1))
    assert [(found.status, found.km2) for found in row.open] == [("unknown", AREA)]


def test_a_gap_between_intervals_is_unknown():
    found = chart(TAKEN)
    without = [
        interval for interval in found.intervals if interval.cell != "south.held" or interval.controller == "red"
    ]
    row = on("1992-01-01", totals(without, REGION, until=found.last))
    assert [(open_.status, open_.km2) for open_ in row.open] == [("unknown", 50.0)]


def test_the_order_of_intervals_does_not_matter():
    found = chart(TAKEN, told("loss", "south", frm="red", when="2020-10"))
    backwards = found.intervals[::-1]
    assert totals(backwards, REGION, until=found.last) == totals(found.intervals, REGION, until=found.last)


KINDS = st.sampled_from(["capture", "loss", "handover", "hold"])
PLACES = st.sampled_from([("south",), ("north",), ("east", "south"), ("?some towns",), ("core",)])
WHEN = st.sampled_from(["1991", "1993-05-01", "1992/1994", "2020-09-27/2020-11-10", "2020-10-02"])


@given(st.lists(st.builds(lambda kind, places, when, by: (kind, places, when, by), KINDS, PLACES, WHEN,
                          st.sampled_from(["red", "blue"])), max_size=6))  # fmt: skip
def test_every_days_figures_add_up_to_the_regions_area(tellings):
    sizes = (10.001, 29.999, 60.123, 50.0004, 39.9)
    region = make_region(
        cells=tuple(
            Cell(id=cell.id, district=cell.district, layers=cell.layers, km2=km2)
            for cell, km2 in zip(REGION.cells, sizes, strict=True)
        )
    )
    claims = [told(kind, places, by=by, when=when) for kind, places, when, by in tellings]
    rows = figures(*claims, region=region) if claims else []
    for row in rows:
        sure = sum(side.low_km2 for side in row.held)
        still_open = sum(found.km2 for found in row.open)
        assert sure + still_open == pytest.approx(row.km2, abs=1e-9)
        assert all(side.low_km2 <= side.high_km2 <= sure + still_open + 1e-9 for side in row.held)
    assert [row.end for row in rows[:-1]] == [row.start for row in rows[1:]]
