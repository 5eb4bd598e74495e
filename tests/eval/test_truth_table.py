"""The table of what is established: that it can be read, says one thing at a time, and names its record."""

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from geo.checking import read_truth
from geo.regions import open_region

EXACTNESS = {"day", "days", "weeks", "edge"}
FIRST, LAST = date(1992, 1, 1), date(2023, 12, 31)


@pytest.fixture(scope="module")
def region():
    return open_region("karabakh")


@pytest.fixture(scope="module")
def table(root):
    return root / "tests/eval/truth_karabakh.csv"


@pytest.fixture(scope="module")
def rows(table):
    return list(csv.DictReader(table.read_text("utf-8").splitlines()))


def test_every_row_can_be_scored(table, region, rows):
    assert len(read_truth(table, region, on_problem=pytest.fail)) == len(rows)


def test_places_stand_by_their_ids(rows, region):
    ids = {area.id for area in region.areas} | {place.id for place in region.places}
    assert {row["place"] for row in rows} <= ids


def test_the_rows_of_a_place_do_not_overlap(table, region):
    by_place = defaultdict(list)
    for fact in read_truth(table, region, on_problem=pytest.fail):
        by_place[fact.place].append(fact)
    for facts in by_place.values():
        facts.sort(key=lambda fact: fact.first)
        assert all(before.last < after.first for before, after in pairwise(facts)), facts[0].place


def test_rows_lie_within_the_years_of_the_table(rows):
    for row in rows:
        first, last = date.fromisoformat(row["from_date"]), date.fromisoformat(row["to_date"])
        assert FIRST <= first <= last <= LAST, row


def test_every_row_says_how_exact_it_is_and_where_it_is_on_record(rows):
    for row in rows:
        assert {row["from_exact"], row["to_exact"]} <= EXACTNESS, row
        assert row["sure"] in ("yes", "no"), row
        assert len(row["record"]) > 20, row
        assert row["sure"] == "yes" or row["remark"], row


def test_a_day_of_no_change_is_an_edge(rows):
    """A row that begins with the table, or ends with it, does not pretend that something changed on that day."""
    for row in rows:
        assert row["from_date"] != FIRST.isoformat() or row["from_exact"] == "edge", row
        assert row["to_date"] != LAST.isoformat() or row["to_exact"] == "edge", row
