"""A vocabulary of phrases in a dict, made in the time that folding its words takes; looked up at a token.

:class:`geo.phrases.PhraseTrie` tokenises all that it is given, which takes too long for tables as large as these.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from geo.names import fold
from geo.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.text import Token

Value = TypeVar("Value")

_LONGEST_WORD = 64
_KEPT_WORDS = 1 << 15
_PASSED_OVER = frozenset(".'’/&")
_POSSESSIVE = re.compile(r"['’]s\b")
_BESIDE_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_SPACE = re.compile(" ")
_INITIAL = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b|\s|$)")


class Phrasebook(Generic[Value]):
    """Phrases and what each stands for, compared by :func:`geo.names.fold`.

    Parameters
    ----------
    phrases
        Pairs of a phrase as it is written and its value. One without a word in it is left out.

    Examples
    --------
    >>> from geo.text import tokenize
    >>> Phrasebook([("border guard", 1), ("guard", 2)]).longest_at(tokenize("A border guard"), 1)
    Phrase(first=1, last=3, values=(1,))
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[str, tuple[Value, ...]] = {}
        for phrase, value in phrases:
            folded = fold_phrase(phrase)
            if not folded:
                continue
            before = self._values.get(folded)
            if before is None:
                self._values[folded] = (value,)
            elif value not in before:
                self._values[folded] = (*before, value)
        self._openings = frozenset(
            folded[: space.start()] for folded in self._values for space in _SPACE.finditer(folded)
        )
        self._first = frozenset(folded.partition(" ")[0] for folded in self._values)

    def of(self, phrase: str) -> tuple[Value, ...]:
        """What a phrase stands for; empty where it is not listed."""
        return self._values.get(fold_phrase(phrase), ())

    def begins(self, text: str) -> bool:
        """Whether a phrase may begin with a token of this text."""
        return _fold(text).partition(" ")[0] in self._first

    def longest_at(self, tokens: Sequence[Token], first: int) -> Phrase[Value] | None:
        """The longest phrase that begins at token ``first``, or None."""
        found = self.all_at(tokens, first)
        return found[0] if found else None

    def all_at(self, tokens: Sequence[Token], first: int) -> list[Phrase[Value]]:
        """All phrases that begin at token ``first``, the longest first; marks inside a name count not."""
        words = _fold(tokens[first].text) if first < len(tokens) else ""
        found: list[Phrase[Value]] = []
        last = first + 1
        while True:
            values = self._values.get(words)
            if values:
                found.append(Phrase(first, last, values))
            if words not in self._openings:
                break
            if last < len(tokens) and tokens[last].text in _PASSED_OVER:
                last += 1
            following = _fold(tokens[last].text) if last < len(tokens) else ""
            if not following:
                break
            words += " " + following
            last += 1
        return found[::-1]


def fold_phrase(phrase: str) -> str:
    """A phrase folded as the tokens of a text are: a possessive is a word of its own."""
    words = phrase.replace("-", " ")
    if words.isascii() and words.replace(" ", "").isalpha():  # most phrases, quickly
        return words.lower()
    return _plain(_POSSESSIVE.sub(" s", phrase))


@lru_cache(maxsize=_KEPT_WORDS)
def _fold(text: str) -> str:
    """A token's folded words; empty for a mark, and for what is too long to be a name."""
    return _plain(text) if len(text) <= _LONGEST_WORD else ""


def _plain(text: str) -> str:
    """A text folded, without the full stops of initials, and with its numbers apart, as tokens are (``M 23``)."""
    return fold(_BESIDE_NUMBER.sub(" ", _INITIAL.sub("", text)))
