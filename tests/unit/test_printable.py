"""Others' text reaches a terminal as letters, never as orders."""

from __future__ import annotations

import pytest

from geo.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Kəlbəcər – Քարվաճառ – Кельбаджар – 卡", "Kəlbəcər – Քարվաճառ – Кельбаджар – 卡"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x1b]52;c;eA==\x07b", "a\\x1b]52;c;eA==\\x07b"),
        ("a\x9b2Jb\x7f\x00", "a\\x9b2Jb\\x7f\\x00"),
        ("a\u202eb", "a\\u202eb"),
        ("a\udcffb", "a\\udcffb"),
        ("a\nb\rc\td\u2028e", "a\\nb\\rc\\td\\u2028e"),
        ("10\u00a0km\u3000", "10\u00a0km\u3000"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_a_terminal_obeys_is_shown_as_its_escape(text, shown):
    assert printable(text) == shown


def test_line_ends_stay_where_they_are_asked_for():
    assert printable("a\nb\r\n\x1b", lines=True) == "a\nb\\r\n\\x1b"
