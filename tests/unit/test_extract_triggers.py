"""A sentence without a trigger is not read; a trigger is only what a row of the lexicon cannot do without."""

from __future__ import annotations

import pytest

from geo.extract.grammar.triggers import grammar_triggers
from geo.extract.lexicon import english
from geo.extract.triggers import Trigger, Triggers, need

TRIGGERS = Triggers([
    Trigger(words=frozenset({"seize", "seized"}), asks="name"),
    Trigger(words=frozenset({"win", "won"}), needs=(need(["over", "control of"]),)),
    Trigger(words=frozenset({"cease-fire"})),
    Trigger(words=frozenset({"is", "was"}), needs=(need(["under"]), need(["control", "rule"])), asks="party"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("They seized it.", {"name"}),
        ("SEIZED!", {"name"}),
        ("The re-seized town", {"name"}),
        ("They won the match.", set()),
        ("They won the town over.", {"nothing"}),
        ("They won control of it.", {"nothing"}),
        ("Of a control they won nothing.", {"nothing"}),  # in any order: a trigger only says what must be there
        ("The cease-fire holds.", {"nothing"}),
        ("They cease to hope.", set()),
        ("It was under their rule.", {"party"}),
        ("It isn't under their rule.", {"party"}),
        ("It was under a tree.", set()),
        ("", set()),
        ("Зайняли місто", set()),
    ],
)
def test_a_trigger_asks_for_the_words_of_its_row(text: str, asked: set[str]) -> None:
    assert TRIGGERS.asked(text) == asked


def test_sentences_are_told_apart_by_their_triggers() -> None:
    texts = ["They seized it.", "It rained.", "They won.", "They won over all."]
    assert list(TRIGGERS.among(texts)) == [(0, {"name"}), (3, {"nothing"})]


def test_every_verb_and_noun_of_the_grammar_is_a_trigger_with_what_its_row_asks_for() -> None:
    lexicon, triggers = english(), grammar_triggers()
    for word, rows in lexicon.forms.items():
        if any(row.lemma in lexicon.frames for row in rows):
            beside = "control of over back up away out into flag in above under its rule to forces by from hands"
            assert triggers.asked(f"{word} {beside}"), word
    assert all(triggers.asked(noun) for noun in lexicon.nouns)


@pytest.mark.parametrize("text", ["She came to tea.", "Prices were under review.", "Talks began at noon."])
def test_everyday_senses_that_lack_what_a_row_asks_for_are_no_triggers(text: str) -> None:
    assert not grammar_triggers().asked(text)
