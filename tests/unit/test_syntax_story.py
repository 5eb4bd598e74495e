"""What words stand for, and the parties that a sentence leaves out."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from geo.extract.engine import Reader
from geo.extract.syntax.parser import installed_model
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")


@cache
def _tools() -> tuple[Reader, MentionFinder]:
    region = open_region("karabakh")
    return Reader(region), MentionFinder(region)


def _claims(text: str) -> list[Claim]:
    reader, finder = _tools()
    article = Article(
        id="a",
        source=None,
        title=None,
        url=None,
        published="2020-12-01",
        published_basis="metadata",
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return reader.read(article, finder.find(article))


def _one(text: str, evidence: str) -> Claim:
    (found,) = [claim for claim in _claims(text) if claim.kind != "ceasefire" and evidence in claim.evidence]
    return found


def test_it_is_the_subject_before_and_not_what_was_said_in_passing() -> None:
    claim = _one("Sarnovo lies on the Tisna river. The army captured it on Monday.", "captured it")
    assert [(place.text, place.name) for place in claim.places] == [("it", "Sarnovo")]


def test_that_height_is_the_name_before_whatever_its_kind() -> None:
    claim = _one("Nobody lives on Sarybaba. Azerbaijani forces took that height on Monday.", "that height")
    assert [place.place for place in claim.places] == ["sarybaba"]


def test_its_forces_are_those_of_whoever_says_so() -> None:
    claim = _one("Azerbaijan said its forces had captured Fuzuli.", "its forces")
    assert claim.gained_by == "azerbaijan"


def test_the_enemy_is_the_other_side_of_the_speaker() -> None:
    text = "Azerbaijan holds Talish. Armenia's defence ministry said that the enemy had captured Hadrut."
    assert _one(text, "the enemy").gained_by == "azerbaijan"


def test_a_passive_takes_its_party_from_whoever_gained_before() -> None:
    text = "Azerbaijani troops entered Kalbajar on Wednesday. Agdam was turned over last Friday."
    assert _one(text, "turned over").gained_by == "azerbaijan"


def test_a_ministry_reports_its_own_success() -> None:
    text = "Armenian forces held Zangilan for years. The defence ministry in Baku said the town had been liberated."
    assert _one(text, "liberated").gained_by == "azerbaijan"


def test_who_concedes_a_loss_has_lost() -> None:
    text = "Azerbaijani troops are near Hadrut. Armenia acknowledged the loss of Shusha."
    assert _one(text, "the loss").lost_by == "armenia"


def test_a_passive_without_any_context_names_nobody() -> None:
    claim = _one("Sarnovo was captured on Monday.", "captured")
    assert claim.gained_by is None


def test_a_place_that_followed_went_the_way_of_the_one_before() -> None:
    text = "Azerbaijan captured Fuzuli on Saturday. Zangilan followed on Tuesday."
    assert _one(text, "followed").gained_by == "azerbaijan"


def test_the_town_that_no_line_names_is_no_place_of_the_gazetteer() -> None:
    claims = _claims("Azerbaijan said that the town had changed hands.")
    assert all(place.place is None for claim in claims for place in claim.places)
