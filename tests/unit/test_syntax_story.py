"""What words stand for, and the parties that a sentence leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from one_article import claims_of

from geo.extract.syntax.trees.parser import installed_model

if TYPE_CHECKING:
    from geo.records import Claim

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")


def _claims(text: str) -> list[Claim]:
    return claims_of(text, published="2020-12-01")


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
