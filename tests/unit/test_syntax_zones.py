"""Only sentences that can tell of control are parsed, and those that these stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from peaceful_lines import PEACE

from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.trees.parser import spacy_parser
from geo.extract.syntax.triggers import syntax_triggers
from geo.extract.syntax.zones import Zones, may_list
from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import open_region
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.trees.parse import Parse, Parser
    from geo.extract.told import Told

REGION = open_region("karabakh")
FINDER = MentionFinder(REGION)
ZONES = Zones(REGION)
TAKING = "Azerbaijani forces captured the town of Shusha on 8 November 2020."


class Counting:
    """A parser that counts the sentences that it is given."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.given: list[str] = []

    def parse(self, given: Sequence[tuple[str, int]]) -> list[Parse]:
        self.given += [text for text, _ in given]
        return self._parser.parse(given)


@pytest.fixture
def parser() -> Counting:
    found = spacy_parser()
    if found is None:
        pytest.skip("no parser is installed")
    return Counting(found)


def article(text: str) -> Article:
    return Article(
        id="a", source=None, title=None, url=None, published="2020-11-25", published_basis="metadata", language="en",
        text=text, sha256="",
    )  # fmt: skip


def told(parser: Counting, text: str) -> list[Told]:
    one = article(text)
    return SyntaxReader(REGION, parser).read(one, FINDER.find(one))


def parsed(text: str) -> list[str]:
    parts = sentences(text)
    numbers = ZONES.parsed(parts, FINDER.find(article(text)), dated=True)
    return [parts[number].text for number in numbers]


def test_an_article_without_a_sign_of_a_war_is_not_parsed(parser: Counting) -> None:
    assert told(parser, " ".join(PEACE)) == []
    assert parser.given == []


def test_of_an_article_that_tells_of_a_taking_once_little_more_is_parsed(parser: Counting) -> None:
    [one] = told(parser, "\n".join([*PEACE[:6], TAKING, *PEACE[6:]]))
    assert (one.draft.kind, one.sentence.text) == ("capture", TAKING)
    assert TAKING in parser.given
    assert len(parser.given) < len(PEACE) * 0.7


def test_a_sentence_that_takes_up_a_taking_is_parsed_though_it_has_no_sign_of_a_war() -> None:
    behind = "It was lost again a day later, residents said."
    assert behind in parsed("\n".join([*PEACE[:6], TAKING, behind, *PEACE[6:]]))
    assert behind not in parsed("\n".join([*PEACE[:6], TAKING, *PEACE[6:], behind]))


def test_what_a_pronoun_can_mean_is_parsed_with_it() -> None:
    text = "\n".join([*PEACE[:6], "They captured it on 8 November 2020.", *PEACE[6:]])
    assert set(PEACE[3:6]) <= set(parsed(text))


def test_dates_that_an_undated_taking_can_go_on_from_are_parsed_with_it() -> None:
    dated = "The market of 7 November 2020 was the largest for years."
    text = "\n".join([*PEACE[:6], dated, "Azerbaijani forces captured Shusha.", *PEACE[6:]])
    assert dated in parsed(text)


def test_a_short_text_is_parsed_whole_where_it_can_tell_anything() -> None:
    assert parsed("Hama was taken. The market was closed.") == ["Hama was taken.", "The market was closed."]
    assert parsed("It rained all day. The market was closed on time.") == []


@pytest.mark.parametrize(
    ("behind", "denies"),
    [
        ("Yerevan denied it.", True),
        ("Officials in Yerevan said that they have not.", True),
        ("The report was brushed aside.", True),
        ("That does not correspond to reality.", True),
        ("According to the council, prices agree with those of last year.", False),
        ("The members were ill and had mislaid their papers.", False),
    ],
)
def test_of_what_stands_behind_a_taking_only_a_denial_is_parsed(behind: str, *, denies: bool) -> None:
    assert ZONES.denies(behind) == denies


def test_lines_of_places_behind_a_taking_are_parsed() -> None:
    text = "\n".join([*PEACE, "Azerbaijani forces freed 8 villages:", "Ashaghi Veyselli, Yukhary Aybasanly"])
    assert "Ashaghi Veyselli, Yukhary Aybasanly" in parsed(text)


@pytest.mark.parametrize(
    ("text", "lists"),
    [("Fuzuli district: Garadaghli, Garakollu", True), ("In Khojavend: Agjakend (also Edilli)", True),
     ("The mayor opened a new library in Leiden with a speech", False)],
)  # fmt: skip
def test_a_list_of_places_has_hardly_a_word_written_small(text: str, *, lists: bool) -> None:
    assert may_list(text) == lists


@pytest.mark.parametrize(
    "text",
    [
        "Goma fell.",
        "They took over.",
        "It slipped out of the rebels' hands.",
        "The flag was raised over the hall.",
        "Its capture ended the war.",
        "The town is theirs.",
        "The town is Ukraine's again.",
        "Control of the town passed to them.",
        "They did so.",
    ],
)
def test_what_tells_of_control_is_a_trigger(text: str) -> None:
    assert syntax_triggers().asked(text)


@pytest.mark.parametrize("text", ["It rained.", "They came by bus.", "She knows the way."])
def test_what_does_not_is_none(text: str) -> None:
    assert not syntax_triggers().asked(text)
