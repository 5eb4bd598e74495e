"""What a part of a town is called apart from its sentence."""

from __future__ import annotations

import pytest

from geo.extract.items import PlaceRef
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.story.part_names import part_called


def called(text: str, *, counted: bool = False) -> str | None:
    ref = PlaceRef(text=text, start=0, end=len(text), extent="part", unnamed=True, counted=counted)
    return part_called(ref, "Marib", syntax_lexicon())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("airport", "Marib airport"),
        ("railway station", "Marib railway station"),
        ("bridges", "Marib bridges"),
        ("airport in the city", "Marib airport"),
        ("centre", "centre of Marib"),
        ("western suburbs", "western suburbs of Marib"),
        ("centre of the town", "centre of Marib"),
    ],
)
def test_a_part_is_called_by_its_town(text: str, name: str) -> None:
    assert called(text) == name


@pytest.mark.parametrize("text", ["west", "base", "port", "airport at Marib", "governor's compound"])
def test_what_has_a_name_or_says_only_how_much_is_called_nothing_new(text: str) -> None:
    assert called(text) is None


def test_what_is_only_counted_has_no_name() -> None:
    assert called("six hospitals", counted=True) is None
