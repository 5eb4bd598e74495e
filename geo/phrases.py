"""Finds phrases of a vocabulary in a list of tokens: a trie over words, one pass, the longest phrase first.

The vocabulary is data (names, words of parties, multi-word expressions); a phrase may stand for several values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from geo.text import Token, tokenize

Value = TypeVar("Value")


@dataclass(slots=True)
class _Node(Generic[Value]):
    next: dict[str, _Node[Value]] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Value]):
    """A phrase found at tokens ``first`` until before ``last``, and all that it may stand for."""

    first: int
    last: int
    values: tuple[Value, ...]


class PhraseTrie(Generic[Value]):
    """A vocabulary, ready to be looked up.

    Parameters
    ----------
    phrases
        Pairs of a phrase as it is written and its value.
    key
        Brings a word to the form in which words are compared.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, key: Callable[[str], str]) -> None:
        """Build the trie; a phrase without a word in it is left out."""
        self._key = key
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in self.words(phrase):
                node = node.next.setdefault(word, _Node())
            if node is not self._root and value not in node.values:
                node.values.append(value)

    def words(self, phrase: str) -> list[str]:
        """The compared form of each word of a phrase; a hyphen parts words."""
        return [word for token in tokenize(phrase) for word in _pieces(self._key(token.text))]

    def longest_at(self, tokens: Sequence[Token], first: int) -> Phrase[Value] | None:
        """The longest phrase that begins at token ``first``, or None."""
        node = self._root
        best: Phrase[Value] | None = None
        for position in range(first, len(tokens)):
            for word in _pieces(self._key(tokens[position].text)) or ("",):
                following = node.next.get(word)
                if following is None:
                    return best
                node = following
            if node.values:
                best = Phrase(first, position + 1, tuple(node.values))
        return best

    def find(self, tokens: Sequence[Token]) -> list[Phrase[Value]]:
        """All longest phrases, left to right, none overlapping another."""
        found: list[Phrase[Value]] = []
        position = 0
        while position < len(tokens):
            phrase = self.longest_at(tokens, position)
            if phrase:
                found.append(phrase)
            position = phrase.last if phrase else position + 1
        return found


def _pieces(folded: str) -> tuple[str, ...]:
    return tuple(folded.split())
