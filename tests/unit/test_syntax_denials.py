"""Reports that are called untrue, not confirmed, or met with a denial, in the stance that they then have."""

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


def stances(text: str) -> set[str]:
    article = Article(
        id="x", source=None, title=None, url=None, published="2024-12-09", published_basis="metadata", language="en",
        text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    return {claim.stance for claim in _READER.read(article, _FINDER.find(article)) if claim.places}


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Kyiv called talk of the fall of Kherson premature.",
        "Officials in Kyiv called reports of the fall of Kherson false.",
        "The statement that Kherson has been captured is another piece of disinformation.",
        "To announce the capture of Kherson because somebody took a picture is ridiculous.",
        "The army's announcement that it had taken Kherson drew a denial from rebel officials.",
    ],
)
def test_what_is_called_untrue_is_denied_and_not_asserted(text: str) -> None:
    assert "denied" in stances(text)
    assert "asserted" not in stances(text)


def test_what_nobody_confirms_is_only_claimed() -> None:
    assert stances("An official in Kyiv did not confirm the loss of Kherson.") == {"claimed"}


def test_what_is_confirmed_is_not_made_less() -> None:
    assert "denied" not in stances("An official in Kyiv confirmed the loss of Kherson.")


@pytest.mark.parametrize(
    ("source", "loser"),
    [("statement, authorities in Stepanakert", "karabakh-armenians"), ("statement, Armenia's side", "armenia")],
)
def test_we_are_those_whose_office_speaks(source: str, loser: str) -> None:
    text = "The city of Shushi is no longer under our control."
    article = Article(
        id="x", source=source, title=None, url=None, published="2020-11-09", published_basis="metadata", language="en",
        text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    assert {claim.lost_by for claim in _READER.read(article, _FINDER.find(article))} == {loser}


def test_who_regains_a_place_had_lost_it() -> None:
    text = "Azerbaijan on Sunday regained the Kalbajar district, one of seven lost in the 1990s. Armenian troops left."
    article = Article(
        id="x", source=None, title=None, url=None, published="2020-11-15", published_basis="metadata", language="en",
        text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    losses = {c.lost_by for c in _READER.read(article, _FINDER.find(article)) if c.kind == "loss"}
    assert losses == {"azerbaijan"}
