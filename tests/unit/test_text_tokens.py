"""Tokens are words, numbers and marks, with the article's offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import tokenize

ALPHABET = st.text(alphabet="aZéəĞАԱ\u0306\u00ad\u200d-–—'’.,:09nt s\n\0(\u055e/", max_size=40)


def words(text):
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow-brokered truce", ["Moscow-brokered", "truce"]),
        ("Nagorno–Karabakh", ["Nagorno–Karabakh"]),
        ("Baku – the capital", ["Baku", "–", "the", "capital"]),
        ("left—then", ["left", "—", "then"]),
        ("Yerevan's forces", ["Yerevan", "'s", "forces"]),
        ("Yerevan’s forces", ["Yerevan", "’s", "forces"]),
        ("the troops' exit", ["the", "troops", "'", "exit"]),
        ("hasn't, can’t", ["has", "n't", ",", "ca", "n’t"]),
        ("Step'anakert", ["Step'anakert"]),
        ("the U.S. said.", ["the", "U.S.", "said", "."]),
        ("2,802 at 3.5 on the 10th", ["2,802", "at", "3.5", "on", "the", "10th"]),
        ("/TASS/.", ["/", "TASS", "/", "."]),
        ("T-72s", ["T-72s"]),
        ("Ag\u0306dam", ["Ag\u0306dam"]),
        ("Kal\u00adbajar", ["Kal\u00adbajar"]),
        ("Kal\u200bbajar", ["Kal\u200bbajar"]),
        ("Քարվաճառ\u055eում", ["Քարվաճառ\u055eում"]),
    ],
)
def test_a_token_is_what_english_grammar_counts_as_one(text, expected):
    assert words(text) == expected


def test_the_lower_form_has_straight_apostrophes():
    assert [token.lower for token in tokenize("Baku’s")] == ["baku", "'s"]


def test_an_offset_is_added_to_every_token():
    assert [(token.start, token.end) for token in tokenize("in Baku", offset=100)] == [(100, 102), (103, 107)]


@given(st.text() | ALPHABET, st.integers(0, 9))
def test_tokens_quote_the_text_in_order_and_leave_out_only_space(text, offset):
    at = 0
    for token in tokenize(text, offset=offset):
        start, end = token.start - offset, token.end - offset
        assert text[start:end] == token.text
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["a", "(", ".", " ", "1", "1,", "a-", "a'", "n't", "A.", "a\u0301", "\u0301", "aan'"])
def test_a_million_characters_are_read_in_linear_time(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        tokenize(text)
        return time.process_time() - start

    small = max(seconds(50_000), 0.005)
    assert seconds(400_000) < 40 * small
