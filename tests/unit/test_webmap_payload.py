from __future__ import annotations

import pytest

from geo.records import ClaimPlace
from geo.webmap.claims import called


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Shusha", "Shusha", "Shusha"),
        ("Karabakh region", "Nagorno-Karabakh", "Karabakh region"),
        ("them", "Nagorno-Karabakh", "Nagorno-Karabakh"),
        ("the enclave", "Nagorno-Karabakh", "Nagorno-Karabakh"),
        ("several cities", None, "several cities"),
    ],
)
def test_a_place_keeps_its_words_unless_they_only_point_at_it(text: str, name: str | None, expected: str) -> None:
    assert called(ClaimPlace(text=text, start=0, end=len(text), name=name, place=None, extent="whole")) == expected
