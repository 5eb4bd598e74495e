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

_TOO_LONG = _LONGEST_WORD + 1
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
        self._behind = lru_cache(maxsize=_KEPT_WORDS)(self._opened)
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
        node = self._behind(tokens[first].text[:_TOO_LONG]) if first < len(tokens) else None
        return self._longest(node, (token.text for token in _from(tokens, first + 1)), first) if node else None

    def _longest(self, node: _Node[Value], texts: Iterable[str], first: int) -> Phrase[Value] | None:
        """The longest phrase that the token at ``first``, which leads to a node, begins with these texts behind it."""
        best = Phrase(first, first + 1, tuple(node.values)) if node.values else None
        for last, text in enumerate(texts, first + 2):
            following = self._follow(node, text)
            if following is None:
                break
            node = following
            if node.values:
                best = Phrase(first, last, tuple(node.values))
        return best

    def _follow(self, node: _Node[Value], text: str) -> _Node[Value] | None:
        """Where a token of this text leads from a node; None where no phrase goes on so."""
        words = self._kept(text) if len(text) <= _LONGEST_WORD else ()
        following: _Node[Value] | None = None
        for word in words:
            following = node.next.get(word)
            if following is None:
                return None
            node = following
        return following

    def find(self, tokens: Sequence[Token]) -> list[Phrase[Value]]:
        """All longest phrases, left to right, none overlapping another."""
        found: list[Phrase[Value]] = []
        free = 0
        words = tokens.words if isinstance(tokens, Tokens) else [token.text for token in tokens]
        opening = {word: node for word in set(words) if (node := self._behind(word[:_TOO_LONG]))}
        likely = [at for at, word in enumerate(words) if word in opening] if opening else []
        for first in likely:
            node = opening[words[first]]
            phrase = self._longest(node, _from(words, first + 1), first) if first >= free else None
            if phrase:
                found.append(phrase)
                free = phrase.last
        return found

    def begins(self, text: str) -> bool:
        """Whether a phrase may begin with a token of this text, or inside it."""
        words = self._kept(text)
        return bool(words) and words[0] in self._root.next

    def _opened(self, text: str) -> _Node[Value] | None:
        return self._follow(self._root, text)

    def _split(self, text: str) -> tuple[str, ...]:
        return tuple(self._key(text).split())


def _from(row: Sequence[Item], first: int) -> Iterator[Item]:
    """What stands in a row from a position on, asked for one by one."""
    return map(row.__getitem__, range(first, len(row)))
