"""The map of the reports written for the example: how much of what is established it has, and a score of days by hand.

Floors are lowered by hand only, with the reason in the commit.
"""

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from test_seeds_control import Quiet

from geo import outputs, pipeline
from geo.answers import who
from geo.checking import check, read_truth
from geo.extract.syntax.trees.parser import installed_model
from geo.regions import open_region
from geo.settings import Settings

HERE = Path(__file__).parent
DAYS = list(csv.DictReader((HERE / "example_control.csv").read_text("utf-8").splitlines()))
RIGHT_NEAR_A_CHANGE, ABSTAINED_NEAR_A_CHANGE, RIGHT_OF_ALL = 0.97, 0.20, 0.96

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")


@dataclass(frozen=True)
class Example:
    """The build of the example's reports."""

    region: object
    built: object
    texts: dict


@pytest.fixture(scope="module")
def reports(root):
    lines = (root / "examples/karabakh-2020/reports.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def example(root, reports, tmp_path_factory):
    output = tmp_path_factory.mktemp("example")
    pipeline.build([root / "examples/karabakh-2020/reports.jsonl"], output, settings=Settings(), reporter=Heard())
    texts = {report["id"]: report["text"] for report in reports}
    return Example(region=open_region("karabakh"), built=outputs.load_decision(output), texts=texts)


class Heard(Quiet):
    """Reports that name no place of the region are said to; nothing is left out."""

    def warn(self, message):
        assert "names no place" in message


@pytest.fixture(scope="module")
def checked(example):
    facts = read_truth(HERE / "truth_karabakh.csv", example.region, on_problem=pytest.fail)
    return check(facts, example.built.intervals, example.region, on_problem=pytest.fail)


def test_near_a_change_most_of_what_the_map_says_is_right(checked):
    near = checked.near_change
    assert near.right / (near.right + near.wrong) >= RIGHT_NEAR_A_CHANGE
    assert near.abstained <= ABSTAINED_NEAR_A_CHANGE


def test_of_all_days_nearly_all_are_right(checked):
    assert checked.all.right >= RIGHT_OF_ALL


def test_no_day_is_coloured_without_a_claim_or_a_named_baseline(example):
    claims = {item.claim.id for item in example.built.located}
    for interval in example.built.intervals:
        if interval.controller or interval.others:
            assert interval.basis == "baseline" or (interval.claims and set(interval.claims) <= claims), interval
            assert interval.rule


@pytest.mark.parametrize("row", DAYS, ids=lambda row: f"{row['place']} {row['on']}")
def test_a_day_checked_by_hand_opens_to_its_reasons(example, row):
    built = example.built
    day = date.fromisoformat(row["on"])
    answer = who(row["place"], day, region=example.region, intervals=built.intervals, claims=built.located)
    assert (answer.controller or "", answer.status) == (row["controller"], row["status"]), answer.rule
    assert answer.rule
    if answer.basis == "baseline":
        return
    claims = {item.claim.id: item.claim for item in built.located}
    assert answer.claims
    for ident in answer.claims:
        claim = claims[ident]
        assert claim.evidence
        assert claim.evidence in example.texts[claim.article]


def test_the_example_has_reports_of_many_kinds(reports):
    assert len(reports) >= 60
    assert len({report["source"] for report in reports}) >= 10
    assert all(60 <= len(report["text"].split()) <= 250 for report in reports)
    days = [report["published"] for report in reports]
    assert days == sorted(days)
    assert days[0] < "2020-09-27"
    assert days[-1] > "2023-09-19"


def test_no_real_outlet_is_made_to_say_what_it_did_not(reports, example):
    assert not [report["source"] for report in reports if example.region.outlet(report["source"])]
