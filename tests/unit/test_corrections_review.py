"""The table that an analyst gets: what matters first, nothing decided lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from correction_cases import ARTICLES, CLAIMS, LOST, TAKEN, added, corrected, row, written
from timeline_cases import REGION

from geo.corrections.choosing import Choice, Places, decided_km2
from geo.corrections.reviewing import review_table, summary
from geo.corrections.table import COLUMNS, Row
from geo.corrections.telling import changes, decided, told
from geo.errors import UnknownPlaceError
from geo.records import ControlInterval

TRUCE = replace(TAKEN, id="truce", kind="ceasefire", confidence=0.1)


def ids(rows):
    return [found["claim"] for found in rows]


def table(claims=CLAIMS, rows=None, **choice):
    return review_table(ARTICLES, claims, rows, region=REGION, decides={}, choice=Choice(**choice))


def test_a_row_says_all_that_is_needed_to_decide() -> None:
    (found,) = written((TAKEN,), decides=[TAKEN.id])
    expected = {
        "claim": TAKEN.id,
        "quote": "Red took south and north on 5 May 1993.",
        "kind": "capture",
        "places": "south | north",
        "extent": "whole",
        "gained_by": "red",
        "when": "1993-05-05",
        "stance": "asserted",
        "confidence": "0.6",
        "decides_km2": "10",
        "outlet": "wire",
        "published": "2022-01-01",
        "article": "one.txt",
    }
    assert {column: found[column] for column in expected} == expected
    assert not any(found[column] for column in ("decision", "who", "why", "decided_on"))
    assert set(found.values) <= set(COLUMNS)


def test_what_decides_control_comes_first_and_of_it_what_is_least_certain() -> None:
    claims = (TAKEN, LOST, TRUCE)
    assert ids(written(claims)) == [LOST.id, TAKEN.id, "truce"]
    assert ids(written(claims, decides=[TAKEN.id])) == [TAKEN.id, LOST.id, "truce"]
    assert ids(written(claims, decides=[TAKEN.id, LOST.id])) == [LOST.id, TAKEN.id, "truce"]


def test_what_is_decided_stands_after_what_is_not_and_what_is_wrong_before_what_is_applied() -> None:
    claims = (TAKEN, LOST, TRUCE)
    gone = Row(values={"claim": "gone", "decision": "reject", "who": "A", "why": "b"})
    rows = [row(TAKEN, "accept"), gone, row(LOST, "edit", when="1.1.1994")]
    found = table(claims, rows)
    assert ids(found.rows) == ["truce", LOST.id, "gone", TAKEN.id]
    assert [one["note"].partition(":")[0] for one in found.rows] == ["", "not applied", "not applied", "applied"]
    assert summary(found) == "3 claims, 1 decided, 1 not applied (see the column note), 1 matches nothing any more"


def test_filters_choose_among_what_is_not_decided() -> None:
    rows = [row(TAKEN, "accept")]
    assert ids(table(rows=rows, below=0.3).rows) == [TAKEN.id]
    assert ids(table(below=0.5).rows) == [LOST.id]
    assert ids(table(places=Places(["North"], REGION)).rows) == [TAKEN.id]
    assert ids(table(places=Places(["north", "South"], REGION)).rows) == [LOST.id, TAKEN.id]
    assert ids(table(places=Places(["Süd"], REGION)).rows) == [LOST.id, TAKEN.id]
    with pytest.raises(UnknownPlaceError, match="Did you mean 'North'"):
        Places(["Norht"], REGION)


def test_a_group_is_about_its_areas_and_a_town_about_its_district() -> None:
    both, town = (
        replace(TAKEN, id=name, places=(replace(TAKEN.places[0], place=name),)) for name in ("both", "southton")
    )
    assert ids(table((both, town), places=Places(["South"], REGION)).rows) == ["both", "southton"]
    assert ids(table((both, town), places=Places(["East"], REGION)).rows) == []


def test_without_a_table_the_decisions_are_those_that_the_claims_bear() -> None:
    statement = {"kind": "hold", "places": "South", "actor": "red", "when": "1993-07"}
    before = corrected(row(TAKEN, "edit", when="1990", lost_by="blue"), row(LOST, "accept"), added(**statement))
    rows = written(before.claims, before.articles)
    assert sorted(found["decision"] for found in rows) == ["accept", "add", "edit"]
    after = corrected(*rows)
    assert (after.articles, after.claims) == (before.articles, before.claims)
    assert ids(table(before.claims, rows=[], undecided=True).rows) == []


def test_a_row_that_was_taken_out_is_not_brought_back() -> None:
    before = corrected(row(TAKEN, "reject"))
    rows = written(before.claims, before.articles, rows=[row(LOST)])
    assert not any(found["decision"] for found in rows)


def test_a_half_filled_row_stays_as_it_is() -> None:
    rows = written(rows=[row(TAKEN, when="1990"), row(LOST, who="A. Analyst")])
    assert [(found["when"], found["who"], found["note"]) for found in rows] == [
        ("1990", "", "no decision yet"),
        ("1994", "A. Analyst", "no decision yet"),
    ]


def test_a_table_made_by_hand_is_filled_in_and_decides_the_same() -> None:
    rows = [Row(values={"claim": TAKEN.id, "decision": "edit", "who": "A", "why": "b", "when": "1990"})]
    again = written(rows=rows)
    assert again[-1]["quote"] == TAKEN.evidence
    assert corrected(*again).claims == corrected(*rows).claims


def test_a_quote_that_no_spreadsheet_holds_is_cut() -> None:
    long = replace(TAKEN, evidence="x" * 40_000)
    (found,) = written((long,))
    assert len(found["quote"]) == 5001


def test_how_much_rests_on_a_claim_is_the_size_of_its_cells() -> None:
    def interval(cell, start, *claims):
        names = ("controller", "basis", "support", "end", "start_edtf", "end_edtf", "last_reported")
        empty = dict.fromkeys(names)
        return ControlInterval(cell=cell, others=(), status="unknown", start=start, rule="", claims=claims, **empty)

    found = decided_km2(
        [
            interval("south.held", "1990-01-01", "a"),
            interval("south.held", "1991-01-01", "a"),
            interval("north", "1990-01-01", "a"),
        ],
        REGION,
    )
    assert found == {"a": 110.0}


def test_a_decision_is_told_with_what_was_read() -> None:
    found = corrected(row(TAKEN, "edit", why="a misprint", when="1990", lost_by="blue", decided_on="2026-11-22"))
    claim = next(one for one in found.claims if one.id == TAKEN.id)
    assert decided(claim.review) == "edited by A. Analyst on 2026-11-22: a misprint"
    assert changes(claim, REGION) == ["lost_by: blue (read: none)", "when: 1990 (read: 1993-05-05)"]
    assert told(claim, REGION).startswith("edited by A. Analyst on 2026-11-22: a misprint; lost_by: blue (read: none)")
    assert told(LOST, REGION) == ""
