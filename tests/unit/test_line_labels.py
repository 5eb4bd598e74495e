"""A line's label before a colon is joined to what is said of the place, and only then."""

from __future__ import annotations

import re

import pytest

from geo.extract.syntax.trees.line_labels import LineLabels, label_pattern
from geo.extract.syntax.trees.spelling import Written

_LABELS = LineLabels(
    label=label_pattern(["airport", "city"]),
    is_common=lambda word: word in {"shelter", "parking"},
    is_participle=lambda word: word in {"retaken", "held", "lost"},
    is_party=lambda text: text == "SDF",
    is_part=lambda word: word == "bridge",
    is_side=lambda word: word in {"rebels", "SDF"},
    is_finite=lambda word: word in {"left", "fell", "is"},
    asides=frozenset({"still"}),
)


def _joined(text: str) -> str:
    tokens = [Written(m.group(), m.start(), m.end()) for m in re.finditer(r"[\w-]+|[^\w\s]", text)]
    return " ".join(token.text for token in _LABELS.joined(tokens, text, 0))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Hama: retaken on Monday.", "Hama was retaken on Monday ."),
        ("Hama, Homs: still held.", "Hama and Homs were still held ."),
        ("Hama: under rebel control.", "Hama is under rebel control ."),
        ("Hama: SDF since May.", "Hama remains SDF since May ."),
        ("Hama: rebels.", "Hama remains rebels ."),
        ("Hama city: SDF, cut off.", "Hama city remains SDF , cut off ."),
        ("Hama: rebels, SDF clash.", "Hama : rebels , SDF clash ."),
        ("Hama: bridge lost.", "Hama 's bridge lost ."),
    ],
)
def test_a_line_is_read_as_the_sentence_that_it_means(line: str, meant: str) -> None:
    assert _joined(line) == meant


@pytest.mark.parametrize(
    "line",
    [
        "Hama: the army left it.",
        "Hama: Taybat, Halfaya.",
        "Parking: lost.",
        "He said: retaken or not.",
        "Hama: under fire.",
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert ":" in _joined(line)


def test_the_words_keep_the_text_that_they_stand_for() -> None:
    tokens = [Written("Hama", 0, 4), Written(":", 4, 5), Written("retaken", 6, 13)]
    assert _LABELS.joined(tokens, "Hama: retaken", 0)[1] == Written("was", 4, 5)


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Hama: soldiers left overnight.", " soldiers left overnight."),
        ("Hama and Homs: soldiers left.", " soldiers left."),
        ("Hama: fell on Monday.", None),
        ("Hama: Homs, Idlib.", None),
        ("SDF: the town is safe.", None),
        ("Quote: the town is safe.", None),
    ],
)
def test_a_clause_behind_a_label_is_read_by_itself(line: str, clause: str | None) -> None:
    begins = _LABELS.before_clause(line, 0, known=frozenset({"quote"}))
    assert (line[begins:] if begins else None) == clause
