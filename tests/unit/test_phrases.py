"""Phrases of a vocabulary are found whole, the longest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import tokenize

NAMES = (
    ("Lachin", "town"),
    ("Lachin", "district"),
    ("Lachin corridor", "road"),
    ("Nagorno-Karabakh", "nk"),
    ("Karabakh", "k"),
)


def found(text, phrases=NAMES):
    tokens = tokenize(text)
    return [
        (text[tokens[p.first].start : tokens[p.last - 1].end], p.values)
        for p in PhraseTrie(phrases, key=fold).find(tokens)
    ]


def test_the_longest_phrase_wins():
    assert found("the Lachin corridor") == [("Lachin corridor", ("road",))]


def test_a_phrase_stands_for_all_its_values():
    assert found("Lachin") == [("Lachin", ("town", "district"))]


def test_a_hyphen_a_dash_and_a_space_part_words_alike():
    for text in ("Nagorno-Karabakh", "Nagorno–Karabakh", "Nagorno Karabakh", "NAGORNO KARABAKH"):
        assert found(text) == [(text, ("nk",))]


def test_a_phrase_never_ends_inside_a_hyphenated_word():
    assert found("Lachin-based, Karabakh-wide") == []


def test_a_mark_between_words_parts_phrases():
    assert found("Lachin, corridor") == [("Lachin", ("town", "district"))]


def test_after_a_long_phrase_that_fails_a_shorter_one_is_found():
    assert found("Lachin corridors", (("Lachin corridor road", 1), ("Lachin", 2))) == [("Lachin", (2,))]


def test_phrases_without_a_word_are_left_out():
    assert found("- . ' Lachin", (("", 1), ("'", 2), ("-", 3))) == []


@given(
    st.lists(st.sampled_from(["a", "b", "c", "-", ",", "a-b"]), max_size=12),
    st.sets(st.sampled_from(["a", "a b", "b c a", "c"])),
)
def test_phrases_never_overlap_and_each_is_in_the_vocabulary(pieces, vocabulary):
    tokens = tokenize(" ".join(pieces))
    at = 0
    for phrase in PhraseTrie(((words, words) for words in sorted(vocabulary)), key=fold).find(tokens):
        assert at <= phrase.first < phrase.last
        assert fold(" ".join(token.text for token in tokens[phrase.first : phrase.last])) in vocabulary
        at = phrase.last
