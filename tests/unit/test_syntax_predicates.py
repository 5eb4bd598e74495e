"""Which verbs and nouns of English say that control was taken, given, left, lost or held, and which say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_article import claims_of

from geo.extract.syntax.trees.parser import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")

_CONTEXT = ("agreement", "ceasefire", "clash", "declaration")
_ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("predicate_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _told(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, party and place of each claim of control in a sentence."""
    return [
        (claim.kind, claim.gained_by or claim.actor or claim.lost_by, words)
        for claim in claims_of(text, published="2023-06-30")
        if claim.kind not in _CONTEXT
        for place in claim.places
        for words in dict.fromkeys((place.text, place.name or place.text))
    ]


@pytest.mark.parametrize(("text", "kind", "party", "place"), [row for row in _ROWS if row[1] != "-"])
def test_a_predicate_of_control_gives_its_claim(text: str, kind: str, party: str, place: str) -> None:
    assert (kind, party, place) in _told(text)


@pytest.mark.parametrize("text", [row[0] for row in _ROWS if row[1] == "-"])
def test_what_is_no_control_gives_no_claim(text: str) -> None:
    assert _told(text) == []
