"""Words of English that are a part of names, or names: the parser is given a name that it knows in their place.

``left At Tuhayta`` is no leaving at Tuhayta, nor is ``Sanski Most`` the most of anything, or ``the 7th of July camp`` a
day of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.lexicon import syntax_lexicon
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    class Tagged(Protocol):
        """A word with the tag that it was given."""

        @property
        def text(self) -> str:
            """The word as it is written."""

        @property
        def tag(self) -> str:
            """Its part of speech."""


_NAME_TAGS = ("NNP", "NNPS")
_BESIDE = frozenset({",", ";", "(", "/"})
"""What parts the members of a list, behind which a name may begin."""


def small_words_of_names(words: Sequence[Tagged]) -> set[int]:
    """The positions of small words with a capital that are the first or the last word of a name, and of days as names.

    A heading with capitals throughout has none: ``Troops Stay At Border``.
    """
    days = {at for at, word in enumerate(words) if " " in word.text}  # "7th of July" is one word where it is a name
    found = {at for at in range(1, len(words)) if _is_small(words[at]) and (_opens(words, at) or _closes(words, at))}
    return days | found if found and not _has_capitals_throughout(words) else days


def _is_small(word: Tagged) -> bool:
    return word.text.istitle() and word.tag not in _NAME_TAGS


def _opens(words: Sequence[Tagged], at: int) -> bool:
    """``At Tuhayta``, ``In Salah``: inside a sentence nothing but a name has the capital."""
    if words[at].text.lower() not in syntax_lexicon().lists["small_openings"] or at + 1 >= len(words):
        return False
    before, behind = words[at - 1].text, words[at + 1].text
    return (before[0].islower() or before in _BESIDE) and behind[:1].isupper() and not behind.isupper()


def _closes(words: Sequence[Tagged], at: int) -> bool:
    """``Sanski Most``: behind a name that English lacks."""
    before = words[at - 1]
    named = before.text.istitle() and (before.tag in _NAME_TAGS or before.text.lower() not in syntax_lexicon().closed)
    return named and words[at].text.lower() in world().place_closings and at > 1


def _has_capitals_throughout(words: Sequence[Tagged]) -> bool:
    """Whether no word but the small ones of English is written small."""
    closed = syntax_lexicon().closed
    return not any(word.text.isalpha() and word.text.islower() and word.text not in closed for word in words)
