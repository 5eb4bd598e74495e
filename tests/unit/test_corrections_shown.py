"""A decision shows wherever its claim does: in answers, explanations, exports, and the page's data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from correction_cases import ARTICLES, LOST, TAKEN, added, corrected, row
from export_cases import ARTICLE, CLAIM, HELD, content
from timeline_cases import REGION
from webmap_cases import make_records

from geo import answers, pipeline
from geo.explaining import as_object, as_text, explain
from geo.export import FORMATS, atlas_of
from geo.outputs import Reading
from geo.records import AsRead, Review
from geo.webmap.payload import page_data

STATEMENT = {"kind": "hold", "places": "South", "actor": "red", "when": "1993-07"}
ROWS = (
    row(TAKEN, "edit", why="a misprint", when="1993-05", decided_on="2026-11-22"),
    row(LOST, "reject", why="another Red"),
    added(**STATEMENT),
)


def read_of(claim):
    return AsRead(**{name: getattr(claim, name) for name in AsRead.__dataclass_fields__})


def review(claim, decision, **more):
    values = {"who": "A. Analyst", "why": "seen", "decided_on": "2026-11-22", "own": False, "read": read_of(claim)}
    return Review(decision=decision, **{**values, **more})


@pytest.fixture
def chart():
    found = corrected(*ROWS)
    decision = pipeline.decide(Reading(articles=found.articles, mentions=(), claims=found.claims), region=REGION)
    return answers.Chart.of(REGION, intervals=decision.intervals, claims=decision.located)


def test_who_tells_decisions_behind_the_quotes_and_what_is_not_counted(chart):
    answer = answers.ask("south", date(1995, 1, 1), chart)
    text = answers.explain(answer, region=REGION, claims=chart.claims.values())
    assert (
        f"“{TAKEN.evidence}” - wire, 2022-01-01 [{TAKEN.id}]; edited by A. Analyst on 2026-11-22: a misprint; "
        "when: 1993-05 (read: 1993-05-05)"
    ) in text
    assert "“It was told to me.” - own statement of A. Analyst, no report [" in text
    assert text.splitlines()[-2:] == [
        "  Not counted, by an analyst's decision:",
        f"    “{LOST.evidence}” - wire, 2022-01-01 [{LOST.id}]; rejected by A. Analyst: another Red",
    ]


@pytest.mark.parametrize("name", ["both", "southton"])
def test_a_group_and_a_town_tell_what_is_not_counted_of_their_cells(chart, name):
    text = answers.explain(answers.ask(name, date(1995, 1, 1), chart), region=REGION, claims=chart.claims.values())
    assert "Not counted, by an analyst's decision" in text


def test_history_ends_with_what_analysts_decided(chart):
    text = answers.tell_history(answers.history("south", chart), region=REGION, claims=chart.claims.values())
    told = text.split("  Decided by analysts:\n")[1].splitlines()
    assert [line.rpartition("]")[0].rpartition("[")[2] for line in told][:1] == [TAKEN.id]
    assert told[-1].endswith("rejected by A. Analyst: another Red")
    plain = answers.tell_history(answers.history("east", chart), region=REGION, claims=chart.claims.values())
    assert "Decided by analysts" not in plain


def test_an_explanation_tells_the_decision_and_explains_what_was_read():
    found = corrected(*ROWS)
    told = explain(TAKEN.id, found.claims, found.articles, REGION, where=("claims", "articles"))
    lines = as_text(told).splitlines()
    assert (
        "Analyst's decision: edited by A. Analyst on 2026-11-22: a misprint; when: 1993-05 (read: 1993-05-05)." in lines
    )
    assert "Says: In the report's own words: the Red side took south and north, in 1993-05." in lines
    assert "Read as: In the report's own words: the Red side took south and north, on 1993-05-05." in lines
    assert "Confidence: 1.00, by the analyst's decision; as read 0.60." in lines
    data = as_object(told)
    assert data["claim"]["review"]["decision"] == "edit"
    assert data["decision"].startswith("edited by A. Analyst")


def test_an_explanation_of_what_nobody_read_says_so():
    found = corrected(*ROWS)
    own = found.claims[-1]
    text = as_text(explain(own.id, found.claims, found.articles, REGION, where=("claims", "articles")))
    assert "Note: An analyst added this claim; the program did not read it." in text
    assert "Says: An analyst's own statement: the Red side held South, in 1993-07." in text
    assert "Rule:" not in text


def exported(region, *claims, intervals=(HELD,)):
    atlas = atlas_of(content(region, claims=claims, intervals=intervals))
    files = FORMATS["geojson"].render(atlas)
    return {name: json.loads(data)["features"] for name, data in files.items()}


def test_exports_carry_the_decision_and_a_rejected_claim_has_no_point(small_region):
    edited = replace(CLAIM, when="2020-11-20", review=review(CLAIM, "edit"))
    rejected = replace(CLAIM, id="c9", review=review(CLAIM, "reject"))
    files = exported(small_region, edited, rejected)
    two, one = files["events.geojson"]
    assert [one["properties"][name] for name in ("decision", "decided_by", "decided_why", "decided_on")] == [
        "edit",
        "A. Analyst",
        "seen",
        "2026-11-22",
    ]
    assert one["properties"]["decision_changed"] == ["when: 2020-11-20 (read: 2020-11-10/2021-01-18)"]
    assert one["geometry"] is not None
    assert (two["properties"]["decision"], two["geometry"]) == ("reject", None)
    (area,) = files["control.geojson"]
    assert area["properties"]["sources"] == ["Some Agency, 2021-01-18 (edited by A. Analyst on 2026-11-22: seen)"]


def test_an_own_statement_is_credited_to_the_analyst(small_region):
    own = replace(CLAIM, review=review(CLAIM, "add", own=True, read=None))
    files = exported(small_region, own)
    assert files["control.geojson"][0]["properties"]["sources"] == ["own statement of A. Analyst on 2026-11-22"]
    assert ARTICLE.source not in json.dumps(files["control.geojson"][0]["properties"]["sources"])


def test_an_export_without_decisions_has_empty_columns(small_region):
    properties = exported(small_region, CLAIM)["events.geojson"][0]["properties"]
    assert (properties["decision"], properties["decision_changed"]) == (None, [])


def data_of(records):
    return page_data(**{name: getattr(records, name) for name in records.__dataclass_fields__})


def test_the_page_has_the_decision_and_no_cells_of_what_was_rejected():
    records = make_records()
    first = records.claims[0]
    gone = replace(first, review=review(first, "reject"))
    located = tuple(replace(item, claim=gone) if item.claim.id == first.id else item for item in records.located)
    before = data_of(records)
    after = data_of(replace(records, claims=(gone, *records.claims[1:]), located=located))
    assert "review" not in before["claims"][0]
    assert after["claims"][0]["review"] == {
        "decision": "reject",
        "who": "A. Analyst",
        "why": "seen",
        "on": "2026-11-22",
        "own": False,
        "changed": [],
    }
    assert before["claimCells"][0]
    assert after["claimCells"][0] == []


def test_the_last_report_is_none_that_an_analyst_made():
    found = corrected(added(**{**STATEMENT, "when": "2026-11"}, decided_on="2026-11-22"))
    assert len(found.articles) == len(ARTICLES) + 1
    decision = pipeline.decide(Reading(articles=found.articles, mentions=(), claims=found.claims), region=REGION)
    chart = answers.Chart.of(REGION, intervals=decision.intervals, claims=decision.located)
    assert chart.last == date(2022, 1, 1)
