"""What was written with gold for this project is sound: whole, quoted from its text, in the values of the design."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from own_texts import (
    ASIDE_ARTICLES,
    CASES,
    DENSE_ARTICLES,
    DENSE_ASIDE,
    HARD,
    HARD_ASIDE,
    LATER_PLAIN,
    OPEN_ARTICLES,
    OPENED_PLAIN,
    PLAIN,
    PLAIN_ASIDE,
    REGISTERS,
    REGISTERS_ASIDE,
    TRAIN,
    TRAIN_ASIDE,
    Row,
    cases,
    rows,
)

from geo.dates import bounds
from geo.evaluate.facts import OCCUPATION
from geo.records import Kind, Stance

OPEN = (*OPEN_ARTICLES, *DENSE_ARTICLES, *TRAIN, *PLAIN, *LATER_PLAIN, *OPENED_PLAIN, *REGISTERS, *HARD)
ASIDE = (*ASIDE_ARTICLES, *DENSE_ASIDE, *TRAIN_ASIDE, *PLAIN_ASIDE, *REGISTERS_ASIDE, *HARD_ASIDE)
EVERYTHING = rows(*CASES, *OPEN, *ASIDE)
EXTENTS = {"whole", "part", "unspecified", None}


def claims(row: Row) -> list[Row]:
    return [*row["claims"], *row.get("optional", [])]


def test_there_are_as_many_as_were_asked_for() -> None:
    open_cases, aside_cases = cases(aside=False), cases(aside=True)
    assert len(open_cases) + len(aside_cases) >= 400
    assert len(aside_cases) >= (len(open_cases) + len(aside_cases)) // 3 - len(CASES)
    assert len(rows(*ASIDE_ARTICLES)) >= len(rows(*OPEN_ARTICLES)) >= 18


def test_every_phenomenon_has_cases_that_say_nothing_of_control() -> None:
    quiet = Counter(row["id"].rsplit("-", 1)[0] for row in cases(aside=False) + cases(aside=True) if not row["claims"])
    assert sum(quiet.values()) >= 100
    assert len(quiet) >= 30


def test_no_id_is_given_twice() -> None:
    assert [name for name, times in Counter(row["id"] for row in EVERYTHING).items() if times > 1] == []


@pytest.mark.parametrize("row", EVERYTHING, ids=[row["id"] for row in EVERYTHING])
def test_a_text_and_its_claims_belong_together(row: Row) -> None:
    assert row["published"] is None or bounds(row["published"]).first
    for claim in claims(row):
        assert claim["kind"] in (*get_args(Kind), OCCUPATION), claim
        assert claim["stance"] in get_args(Stance), claim
        assert claim.get("evidence") is None or claim["evidence"] in row["text"], claim
        assert claim.get("when") is None or bounds(claim["when"]) != bounds(None), claim
        for place in claim["places"]:
            assert place["text"].casefold() in row["text"].casefold(), claim
            assert place.get("extent") in EXTENTS, claim
