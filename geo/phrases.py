"""Finds phrases of a vocabulary in a list of tokens: a trie over words, one pass, the longest phrase first.

The vocabulary is data (names, words of parties, multi-word expressions); a phrase may stand for several values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from geo.text import Token, Tokens, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Value = TypeVar("Value")
Item = TypeVar("Item")

_LONGEST_WORD = 64
"""Characters of the longest word that is looked up: what is longer is no name, and would only fill the memory."""

_KEPT_WORDS = 1 << 15


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
        Pairs of a phrase as it is written and its value. One without a word in it is left out.
    key
        Brings a word to the form in which words are compared; what it leaves empty is no word.

    Examples
    --------
    >>> PhraseTrie([("Lachin corridor", 1), ("Lachin", 2)], key=str.lower).find(tokenize("in the Lachin Corridor"))
    [Phrase(first=2, last=4, values=(1,))]
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, key: Callable[[str], str]) -> None:
        self._key = key
        self._kept = lru_cache(maxsize=_KEPT_WORDS)(self._split)
        self.begins = lru_cache(maxsize=_KEPT_WORDS)(self._may_begin)
        """Whether a phrase may begin with a token of this text."""
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in self.words(phrase):
                node = node.next.setdefault(word, _Node())
            if node is not self._root and value not in node.values:
                node.values.append(value)

    def words(self, phrase: str) -> list[str]:
        """The compared form of each word of a phrase; a hyphen parts words."""
        return [word for token in tokenize(phrase) for word in self._split(token.text)]

    def longest_at(self, tokens: Sequence[Token], first: int) -> Phrase[Value] | None:
        """The longest phrase that begins at token ``first``, or None. It never ends inside a token."""
        if first >= len(tokens) or not self.begins(tokens[first].text[:_LONGEST_WORD]):
            return None
        return self._longest((token.text for token in _from(tokens, first)), first)

    def _longest(self, texts: Iterable[str], first: int) -> Phrase[Value] | None:
        """The longest phrase that these texts of tokens begin with, the first of which stands at ``first``."""
        node = self._root
        best: Phrase[Value] | None = None
        for position, text in enumerate(texts, first):
            words = self._kept(text) if len(text) <= _LONGEST_WORD else ()
            if not words:
                return best
            for word in words:
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
        free = 0
        begins = self.begins
        words = tokens.words if isinstance(tokens, Tokens) else [token.text for token in tokens]
        opening = {word for word in set(words) if begins(word[:_LONGEST_WORD])}
        likely = [at for at, word in enumerate(words) if word in opening] if opening else []
        for first in likely:
            phrase = self._longest(_from(words, first), first) if first >= free else None
            if phrase:
                found.append(phrase)
                free = phrase.last
        return found

    def _may_begin(self, text: str) -> bool:
        words = self._kept(text)
        return bool(words) and words[0] in self._root.next

    def _split(self, text: str) -> tuple[str, ...]:
        return tuple(self._key(text).split())


def _from(row: Sequence[Item], first: int) -> Iterator[Item]:
    """What stands in a row from a position on, asked for one by one."""
    return map(row.__getitem__, range(first, len(row)))
