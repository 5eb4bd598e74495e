"""Verbs that the parser takes for nouns, and clauses that it takes for names, are read as what they are."""

from __future__ import annotations

import hashlib

import pytest

from geo.extract.engine import Reader
from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import open_region

_REGION = open_region("karabakh")
_READER = Reader(_REGION)
_FINDER = MentionFinder(_REGION)

pytestmark = pytest.mark.skipif(not _READER.has_parser, reason="needs the parser")


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, stance and party of what a text of 9 December 2024 tells of places."""
    article = Article(
        id="x", source=None, title=None, url=None, published="2024-12-09", published_basis="metadata", language="en",
        text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    claims = [claim for claim in _READER.read(article, _FINDER.find(article)) if claim.places]
    parties = [claim.gained_by or claim.actor or claim.lost_by for claim in claims]
    return [(claim.kind, claim.stance, party and party.lower()) for claim, party in zip(claims, parties, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The junta clings to Lashio.", ("hold", "asserted", "junta")),
        ("The Taliban claim to have overrun Ghazni.", ("capture", "claimed", "taliban")),
        ("Taliban in control of Kunduz", ("hold", "asserted", "taliban")),
        ("M23 in control of Goma, UN says", ("hold", "claimed", "m23")),
        ("Insurgents in control of Palma, aid agency says", ("hold", "claimed", "insurgents")),
        ("Azerbaijan in full control of Karabakh, Aliyev says", ("hold", "claimed", "azerbaijan")),
        ("Unless reinforcements arrive the army may lose Kidal.", ("loss", "hypothetical", "army")),
    ],
)
def test_a_verb_and_a_headline_without_one_tell_who_holds(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pullout of the rebels from Sake is to start on Friday.",
        "The withdrawal of Russian troops from Kherson is to begin next week.",
        "The handover of Kalbajar to Azerbaijan is to take place on Sunday.",
    ],
)
def test_what_is_to_begin_has_not_come_about(text: str) -> None:
    assert {stance for _, stance, _ in told(text)} == {"planned"}


def test_what_was_to_prove_decisive_has_come_about() -> None:
    assert ("capture", "asserted", "russia") in told("Russia's capture of Izium was to prove decisive.")


@pytest.mark.parametrize(
    "text", ["Should Goma fall, nothing would be left.", "Should the Houthis seize Marib, he said."]
)
def test_a_condition_with_its_auxiliary_first_has_not_come_about(text: str) -> None:
    assert {stance for _, stance, _ in told(text)} <= {"hypothetical"}


def test_a_clause_of_time_and_the_noun_of_an_anniversary_name_who_took_a_place() -> None:
    assert ("capture", "asserted", "russia") in told("Ten years after Russia annexed Crimea, its ships are leaving.")
    assert "islamic state" in {
        party for _, _, party in told("On the anniversary of the fall of Mosul to Islamic State, people lit candles.")
    }


def test_who_is_in_control_of_a_land_named_like_a_party_holds_it() -> None:
    assert told("Russia remains in control of Crimea.") == [("hold", "asserted", "russia")]
    assert told("Azerbaijan is in full control of Karabakh.") == [("hold", "asserted", "azerbaijan")]
    assert told("Shusha is in the control of Azerbaijan.") == [("hold", "asserted", "azerbaijan")]


@pytest.mark.parametrize(
    "text",
    [
        "Kidal lies in the north of Mali and Tuareg rebels have held it since 2012.",
        "Kidal is a town near Gao and armed Tuareg rebels have controlled it since 2012.",
    ],
)
def test_who_stands_behind_a_name_and_an_and_is_the_subject_of_what_follows(text: str) -> None:
    assert [kind for kind, _, party in told(text) if party and "rebels" in party] == ["hold"]
