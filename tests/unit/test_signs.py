"""Which sentences have a sign of a war, and which articles are about other things."""

from __future__ import annotations

import pytest
from peaceful_lines import PEACE

from geo.extract.engine import Reader
from geo.extract.grammar.triggers import grammar_triggers
from geo.extract.signs import SignReader
from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import open_region
from geo.text import sentences

REGION = open_region("karabakh")
FINDER = MentionFinder(REGION)
READER = SignReader(REGION)
TAKING = "Azerbaijani forces captured the town of Shusha on 8 November 2020."


def article(lines: list[str]) -> Article:
    return Article(
        id="a", source=None, title=None, url=None, published="2020-11-25", published_basis="metadata", language="en",
        text="\n".join(lines), sha256="",
    )  # fmt: skip


def signs(lines: list[str]) -> tuple[set[str], bool]:
    one = article(lines)
    parts = sentences(one.text)
    found = READER.read(parts, FINDER.find(one))
    return {parts[number].text for number in found.hot}, found.sparse


def test_an_article_with_one_line_about_a_war_is_about_other_things() -> None:
    assert signs([*PEACE[:5], TAKING, *PEACE[5:]]) == ({TAKING}, True)


def test_everyday_words_are_signs_only_where_a_war_is_told_of() -> None:
    station, prices = PEACE[3], PEACE[4]
    hot, sparse = signs([TAKING, *PEACE, "Shelling went on.", "Two soldiers were killed."])
    assert not sparse
    assert {station, prices} <= hot


def test_a_short_text_is_never_about_other_things() -> None:
    assert signs(PEACE[:3]) == (set(), False)


@pytest.mark.parametrize(
    ("text", "takes_up"),
    [
        ("It was lost again a day later.", True),
        ("They have since left both villages.", True),
        ("The town fell an hour later.", True),
        ("Its capture was denied.", True),
        ("It rents rooms to more than forty guests, and lost money.", False),
        ("The team lost its lead.", False),
        ("Passengers left by bus.", False),
    ],
)
def test_what_takes_up_a_war_refers_to_it_beside_its_verb(text: str, *, takes_up: bool) -> None:
    assert READER.takes_up(text, grammar_triggers()) == takes_up


def test_a_council_between_the_lines_about_a_war_tells_nothing() -> None:
    lines = [*PEACE[:5], TAKING, *PEACE[5:8], "The council took Bergamo Park back on 2 March 2020.", *PEACE[8:]]
    told = article(lines)
    for filtered in (True, False):
        reader = Reader(REGION, grammar_only=True, filtered=filtered)
        assert {claim.evidence for claim in reader.read(told, FINDER.find(told))} == {TAKING}
