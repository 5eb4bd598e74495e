"""Which verbs and nouns of English say that control was taken, given, left, lost or held, and which say nothing."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest

from geo.extract.engine import Reader
from geo.extract.syntax.parser import installed_model
from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import open_region

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")

_CONTEXT = ("agreement", "ceasefire", "clash", "declaration")
_ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("predicate_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@cache
def _tools() -> tuple[Reader, MentionFinder]:
    region = open_region("karabakh")
    return Reader(region), MentionFinder(region)


def _told(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, party and place of each claim of control in a sentence."""
    reader, finder = _tools()
    article = Article(
        id="a",
        source=None,
        title=None,
        url=None,
        published="2023-06-30",
        published_basis="metadata",
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return [
        (claim.kind, claim.gained_by or claim.actor or claim.lost_by, words)
        for claim in reader.read(article, finder.find(article))
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
