"""How far the name of an organisation reaches: ``Front for the Liberation of Upper Soya``, ``Movement for A and B``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.trees.parse import Word
    from geo.world import World

_LINKS = ("of", "for")
_NAMING_TAGS = ("NNP", "NN", "JJ")
_AIM = "for"
"""What an organisation is for takes two nouns (``for Change and Unity``); what it is of may end a party's name."""
_LONGEST_AIM = 3
"""Words of such a second noun, with its ``and`` and its article."""


def long_end(words: Sequence[Word], last: int, world: World) -> int:
    """Behind ``of`` or ``for`` and the capitals that follow a name which ends before a position."""
    at = last
    while at + 1 < len(words) and words[at].lower in _LINKS:
        end = _capitals(words, at + 1)
        if end == at + 1:
            break
        at = _second_aim(words, end, world) if words[at].lower == _AIM else end
    return at


def _capitals(words: Sequence[Word], at: int) -> int:
    """Behind the capitalised words that begin at a position, past an article; the position where there are none."""
    behind = at + (words[at].lower == "the")
    end = behind
    while end < len(words) and words[end].text[0].isupper() and words[end].tag.startswith(_NAMING_TAGS):
        end += 1
    return at if end == behind else end


def _second_aim(words: Sequence[Word], at: int, world: World) -> int:
    """Behind a second thing that an organisation is for, which is no party, person or force beside it."""
    if at + 1 >= len(words) or words[at].lower != "and":
        return at
    end = _capitals(words, at + 1)
    if end == at + 1 or end - at > _LONGEST_AIM:
        return at
    tokens = [Token(word.start, word.end, word.text, word.lower) for word in words]
    others = range(at + 1, end)
    named = any(world.parties_at(tokens, n) or world.head_at(tokens, n) or world.title_at(tokens, n) for n in others)
    return at if named or any(world.is_given_name(words[n].text) for n in others) else end
