"""What a paragraph is about decides whether words of taking are meant of ground."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy")

from geo.extract.syntax.topics import Topics
from geo.extract.syntax.trees.parser import spacy_parser
from geo.text import sentences
from geo.world import world

PARSER = spacy_parser()


def peaceful(text: str) -> frozenset[int]:
    assert PARSER is not None
    parts = list(sentences(text))
    return Topics.of(parts, PARSER.parse([(part.text, part.start) for part in parts]), world(), text=text).peaceful


@pytest.mark.skipif(PARSER is None, reason="no parser's model is installed")
class TestTopics:
    def test_a_paragraph_about_a_match_tells_of_no_control(self) -> None:
        text = "The champions took Leeds by two goals. Their striker won back the ball in the second match."
        assert peaceful(text) == {0, 1}

    def test_one_word_of_a_match_makes_no_topic(self) -> None:
        assert not peaceful("The rebels' goal is Leeds. They took it on Sunday.")

    def test_a_sentence_with_soldiers_is_of_the_war_beside_voters_and_ballots(self) -> None:
        text = "Voters cast their ballots in the poll. Soldiers took the town."
        assert 1 not in peaceful(text)

    def test_a_paragraph_of_war_stays_one_though_it_names_a_hospital_and_a_doctor(self) -> None:
        text = "Shelling hit the hospital, a doctor said. Rebels and tanks entered the town. It was taken by noon."
        assert not peaceful(text)

    def test_an_article_without_a_word_of_war_is_of_peace_and_one_sentence_of_it_makes_it_another(self) -> None:
        shelves = "The library opened its doors to readers of all ages. " * 30
        assert 0 in peaceful(f"The heirs took the town house. {shelves}")
        assert not peaceful(f"Azerbaijani forces took Shusha. {shelves}")
        assert not peaceful(f"Hezbollah took Bint Jbeil. {shelves}")

    def test_a_few_sentences_need_no_word_of_war(self) -> None:
        assert not peaceful("Hama was taken on Thursday.")
