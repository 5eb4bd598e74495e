"""The words that decided a claim are kept with it, as offsets of its article."""

from __future__ import annotations

import pytest

from geo.codec import from_dict, to_dict
from geo.extract import Reader
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region

TEXT = (
    "STEPANAKERT, November 20. Azerbaijani forces captured Agdam from the Armenian side on November 9, 2020, "
    "the ministry said. They later withdrew from Lachin."
)


@pytest.fixture(scope="module")
def claims():
    region = open_region("karabakh")
    article = Article(
        id="a", source=None, title=None, url=None, published="2020-11-20", published_basis="metadata", language="en",
        text=TEXT, sha256="0",
    )  # fmt: skip
    return Reader(region).read(article, MentionFinder(region).find(article))


def words(claim, role):
    return [TEXT[mark.start : mark.end] for mark in claim.marks if mark.role == role]


def test_a_claim_keeps_who_gained_who_lost_where_when_and_what_decided(claims):
    claim = claims[0]
    assert words(claim, "decides") == ["captured"]
    assert words(claim, "gained") == ["Azerbaijani forces"]
    assert words(claim, "lost") == ["Armenian side"]
    assert words(claim, "place") == ["Agdam"]
    assert words(claim, "date") == ["November 9, 2020"]
    assert words(claim, "reports") == ["said"]


def test_marks_stand_within_the_evidence_in_the_order_of_the_text(claims):
    for claim in claims:
        spans = [(mark.start, mark.end) for mark in claim.marks]
        assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
        assert all(claim.start <= start < end <= claim.end for start, end in spans)


def test_a_claim_with_marks_survives_a_file_and_one_without_does_not_mention_them(claims):
    data = to_dict(claims[0])
    assert from_dict(Claim, data) == claims[0]
    del data["marks"]
    assert "marks" not in to_dict(from_dict(Claim, data))
