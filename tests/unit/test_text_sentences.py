"""Sentences keep the article's offsets and survive what news agencies print."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import sentences

PIECES = (
    *("Baku", "армия", "Քարվաճառ։", "the", "said", "é", "MOSCOW,", "/TASS/."),
    *("U.S.", "Gen.", "J.", "Nov.", "a.m.", "No.", "etc.", "10", "3.5", "1.", "[1]"),
    *(".", "...", "!", "?", ";", '"', "'", "“", "”", "(", ")", "•", "—"),
    *("\n", "\r\n", "\u2028", "\0", "\u200b", "\ufeff", " "),
)
NEWS = st.lists(
    st.sampled_from(PIECES),
    max_size=30,
).map(" ".join)


def split(text):
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW, January 11. /TASS/. The talks lasted four hours.",
        "BAKU, Azerbaijan (AP) — Azerbaijan said it took Shusha.",
        "BAKU, Azerbaijan, Nov. 10, 2020 (AP) - The fighting stopped.",
        "STEPANAKERT, Oct. 9 (Reuters) - Shelling was heard.",
        "YEREVAN, NOVEMBER 10, ARMENPRESS. The defence ministry denied it.",
        "BAKU, Nov. 10. The army entered Agdam.",
        "TBILISI, 10 November. The army entered Agdam.",
        "NEW YORK, United Nations, December 1. The Council met.",
    ],
)
def test_a_dateline_belongs_to_the_sentence_after_it(text):
    assert split(text) == [text]


def test_a_sentence_in_capitals_is_no_dateline():
    text = "AZERBAIJAN TAKES SHUSHA. ARMENIA DENIES IT. TALKS GO ON"
    assert split(text) == ["AZERBAIJAN TAKES SHUSHA.", "ARMENIA DENIES IT.", "TALKS GO ON"]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Smith met Lt.-Col. Petrov in St. Petersburg.",
        "J. Smith and N. V. Pashinyan spoke.",
        "The U.S. Army and the U.N. Security Council met.",
        "It was signed on Nov. 10, and on Sept. 27 shelling began.",
        "Losses rose 3.5 percent to 2,802.5 in No. 5 district.",
        "“Stop!” he said.",
        '"Will they leave?" asked the mayor.',
        "The agreement (see para. 4) holds.",
        "It began at 10 a.m. Moscow time.",
        "Firms such as Acme Inc. Ltd. Holdings left.",
        "1. The Kalbajar district is returned.",
        "Read more at example.com/news.html today.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said no. The army left.", ["He said no.", "The army left."]),
        ("Troops went to the U.S. The army left.", ["Troops went to the U.S.", "The army left."]),
        ("It began at 10 a.m. The army left.", ["It began at 10 a.m.", "The army left."]),
        ("It was plan B. In Baku, all knew.", ["It was plan B.", "In Baku, all knew."]),
        ("It ended in 2020. 300 returned.", ["It ended in 2020.", "300 returned."]),
        ("“They left.” The army said so.", ["“They left.”", "The army said so."]),
        ('They left." "We know," he said.', ['They left."', '"We know," he said.']),
        ("They left.) (We know.) End", ["They left.)", "(We know.)", "End"]),
        ("They left.[12] Others stayed.", ["They left.[12]", "Others stayed."]),
        ("They waited... Then they left.", ["They waited...", "Then they left."]),
        ("They waited… Then they left!", ["They waited…", "Then they left!"]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("Бои идут. Армия ушла.", ["Бои идут.", "Армия ушла."]),
        ("Մարտերը շարունակվում են։ Բանակը հեռացավ։", ["Մարտերը շարունակվում են։", "Բանակը հեռացավ։"]),
        ("They left. • Others stayed.", ["They left.", "• Others stayed."]),
        ("They left in Sept. Others stayed.", ["They left in Sept.", "Others stayed."]),
    ],
)
def test_a_sentence_ends_where_its_reader_would_end_it(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v", "\n\n"])
def test_every_kind_of_line_end_closes_a_heading_without_full_stop(end):
    found = sentences(f"Karabakh agreements{end}- Kalbajar{end}- Lachin")
    assert [(s.text, s.paragraph) for s in found] == [("Karabakh agreements", 1), ("- Kalbajar", 2), ("- Lachin", 3)]


def test_text_without_punctuation_is_one_sentence_a_line():
    assert split("no stop at all\nnor here") == ["no stop at all", "nor here"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\u200b \u2060", "\t\r\n\u3000"])
def test_blank_text_has_no_sentence(text):
    assert sentences(text) == []


def test_a_byte_order_mark_is_left_out_and_a_nul_stays():
    assert split("\ufeffBaku said.\0 Yerevan denied.") == ["Baku said.\0 Yerevan denied."]


@given(NEWS | st.text())
def test_sentences_tile_the_filled_text_in_order(text):
    at = 0
    for sentence in sentences(text):
        assert sentence.start >= at
        assert not text[at : sentence.start].strip(" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u200b\u2060\ufeff").strip()
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip()
        at = sentence.end
    rest = "".join(char for char in text[at:] if char not in "\u200b\u2060\ufeff")
    assert not rest.strip()


@given(NEWS)
def test_a_line_is_split_alike_wherever_it_stands(text):
    line = " ".join(text.split())
    below = [s.text for s in sentences(f"Heading\n{line}")]
    assert below == ["Heading", *split(line)]


@pytest.mark.parametrize(
    "piece",
    ["a", "(", ".", " ", "A. ", "U.S. ", ". ", "a. ", "A.\u00a0", "/a/. ", "/", "1. ", '."', ".[1]", "BAKU, ", "!? "],
)
def test_a_million_characters_are_split_in_linear_time(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        sentences(text)
        return time.process_time() - start

    small = max(seconds(50_000), 0.005)
    assert seconds(400_000) < 40 * small  # 8 times the text; 64 times the time if each mark read all that is left
