"""JSON from anybody: read, or refused with one error that says why; written so that no reader stumbles."""

from __future__ import annotations

import json

import pytest

from geo.errors import RecordError
from geo.jsontext import dumps, loads


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ('{"a": ', r"not JSON \(Expecting value at column 7\)"),
        ('{"a": ' + "9" * 5000 + "}", "too many digits"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' * 100_000, "nested too deeply"),
        ("NaN", "NaN is no number"),
        ('{"a": -Infinity}', "-Infinity is no number"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text, reason):
    with pytest.raises(RecordError, match=reason):
        loads(text)


@pytest.mark.parametrize("value", [None, {"a": [1, 2.5, "x"]}, "Kəlbəcər\x9b31m\x7f\u2028\u0085\x1b"])
def test_what_is_written_reads_back_the_same(value):
    assert loads(dumps(value)) == value
    assert loads(dumps(value, indent=2)) == value


def test_written_text_keeps_its_letters_and_holds_nothing_that_a_terminal_obeys():
    text = dumps({"place": "Kəlbəcər\x1b\x7f\x9b\u2028\u202e\u2066"})
    assert "Kəlbəcər" in text
    assert text.isprintable()


def test_a_number_that_json_has_no_word_for_is_not_written():
    with pytest.raises(ValueError, match="Out of range float"):
        dumps(float("nan"))


def test_a_small_text_is_read_as_the_standard_library_reads_it():
    text = '{"a": {"b": [true, null, 1e5]}}'
    assert loads(text) == json.loads(text)
