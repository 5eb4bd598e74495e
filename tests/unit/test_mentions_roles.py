"""A capital or country is a location where its neighbours say so, and a government elsewhere."""

from __future__ import annotations

import pytest

from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import open_region


@pytest.fixture(scope="module")
def roles():
    finder = MentionFinder(open_region("karabakh"))

    def read(text):
        report = Article(
            id="a",
            source=None,
            title=None,
            url=None,
            published=None,
            published_basis="unknown",
            language="en",
            text=text,
            sha256="",
        )
        return {mention.text: mention.role for mention in finder.find(report)}

    return read


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW, January 11. /TASS/. The talks ended.",
        "MOSCOW. /TASS/. The talks ended.",
        "MOSCOW (Sputnik) - Foreign minister Lavrov held talks.",
        "A headline\n\nMOSCOW - The talks ended.",
        "Moscow (Reuters) - The talks ended.",
        "Moscow, 11 January. The talks ended.",
        "The talks ended in Moscow.",
        "a meeting in the city of Moscow",
        "the streets of the Russian capital, near Moscow's walls",
        "He flew to Moscow.",
        "the road to Moscow",
        "the north of Moscow",
    ],
)
def test_a_capital_is_a_location_in_a_dateline_and_after_a_preposition_of_place(roles, text):
    assert roles(text)["Moscow" if "Moscow" in text else "MOSCOW"] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "Moscow noted the deal.",
        "Moscow's troops left.",
        "It was handed over to Moscow.",
        "The district was returned to Moscow.",
        "an agreement with Moscow",
        "by Moscow",
        "at Moscow's request",
        "in Moscow's hands",
        "MOSCOW, ANKARA AGREE ON CENTRE",
        "The talks ended. Moscow - said he - agreed.",
    ],
)
def test_a_capital_that_acts_is_a_government(roles, text):
    assert roles(text)["Moscow" if "Moscow" in text else "MOSCOW"] == "actor"


@pytest.mark.parametrize("text", ["the Moscow summit", "at 10:00 Moscow time", "Moscow talks go on", "a Moscow daily"])
def test_a_capital_before_a_noun_is_a_modifier(roles, text):
    assert roles(text)["Moscow"] == "modifier"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Yerevan transferred the Agdam district to Baku.",
            {"Yerevan": "actor", "Agdam district": "place", "Baku": "actor"},
        ),
        ("in Armenia and Azerbaijan", {"Armenia": "place", "Azerbaijan": "place"}),
        ("Armenia and Azerbaijan agreed", {"Armenia": "actor", "Azerbaijan": "actor"}),
        ("clashes between Armenia and Azerbaijan", {"Armenia": "actor", "Azerbaijan": "actor"}),
        ("the border between Armenia and Azerbaijan", {"Armenia": "place", "Azerbaijan": "place"}),
        ("the corridor, which links Nagorno-Karabakh to Armenia.", {"Nagorno-Karabakh": "place", "Armenia": "place"}),
        ("the one road from Karvachar to Armenia", {"Karvachar": "place", "Armenia": "place"}),
        ("20 percent of Azerbaijan", {"Azerbaijan": "place"}),
        ("the leaders of Azerbaijan", {"Azerbaijan": "actor"}),
        ("BAKU, Azerbaijan (AP) — The army left.", {"BAKU": "place", "Azerbaijan": "place"}),
        ("He spoke in Baku, Azerbaijan.", {"Baku": "place", "Azerbaijan": "place"}),
        ("After the talks in Baku, Azerbaijan said it agreed.", {"Baku": "place", "Azerbaijan": "actor"}),
        ("The Republic of Azerbaijan shall receive Agdam.", {"Republic of Azerbaijan": "actor", "Agdam": "place"}),
        ("troops in the Republic of Azerbaijan", {"Republic of Azerbaijan": "place"}),
        ("The meeting in the Kremlin lasted.", {"Kremlin": "place"}),
        ("the Kremlin said", {"Kremlin": "actor"}),
        ("Agdam and the Lachin corridor fell", {"Agdam": "place", "Lachin corridor": "place"}),
        ("seven adjacent territories", {"seven adjacent territories": "place"}),
    ],
)
def test_each_name_of_a_sentence_plays_its_own_part(roles, text, expected):
    found = {name.removeprefix("the "): role for name, role in roles(text).items()}
    assert found == expected


@pytest.mark.parametrize("text", ["General Karabakh said", "Gen. Karabakh said", "Col. Karabakh", "Mr. Karabakh"])
def test_a_name_behind_a_title_is_a_persons(roles, text):
    assert roles(text) == {"Karabakh": "person"}


def test_a_title_in_small_letters_is_no_part_of_a_name(roles):
    assert roles("with the general Karabakh was lost") == {"Karabakh": "place"}


@pytest.mark.parametrize(
    "text",
    ["Kalbajar Street", "Kalbajar Military Council", "Kalbajar State Medical University", "the Kalbajar Brigade"],
)
def test_a_piece_of_a_longer_name_is_a_modifier(roles, text):
    assert roles(f"near {text}, he said") == {"Kalbajar": "modifier"}


def test_a_headline_in_title_case_does_not_make_longer_names(roles):
    assert roles("Armenia Hands Kalbajar Over To Baku") == {"Armenia": "actor", "Kalbajar": "place", "Baku": "actor"}
