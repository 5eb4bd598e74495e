"""A parsed sentence: words with heads and labels (ClearNLP labels, Penn Treebank tags).

The rest of the reading sees these records and no parser: another one can take spaCy's place by giving the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PLURAL_TAGS = ("NNS", "NNPS")
"""Of nouns and names that stand for several."""


class Word(NamedTuple):
    """A word of a parsed sentence: its place, the article's offsets, its form, and the position of its governor."""

    at: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence as a tree of words; the root is its own head."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Self:
        """The tree of words, which know their heads."""
        words = tuple(words)
        children: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head != word.at:
                children[word.head].append(word.at)
        return cls(words=words, children=tuple(map(tuple, children)))

    def deps(self, at: int, *labels: str) -> Sequence[int]:
        """The children of a word that hang on it by one of these labels, in the order of the text."""
        children = self.children[at]
        return [child for child in children if self.words[child].dep in labels] if children else ()

    def dep(self, at: int, *labels: str) -> int | None:
        """The first of those children, or None."""
        for child in self.children[at]:
            if self.words[child].dep in labels:
                return child
        return None

    def edges(self, at: int) -> tuple[int, int]:
        """The first position of a word's subtree and the one behind its last."""
        low, high = at, at + 1
        stack = [*self.children[at]]
        while stack:
            word = stack.pop()
            low, high = min(low, word), max(high, word + 1)
            stack.extend(self.children[word])
        return low, high

    def governors(self, at: int) -> Iterator[int]:
        """The words over a word, nearest first."""
        seen = {at}
        while self.words[at].head not in seen:
            at = self.words[at].head
            seen.add(at)
            yield at


NOTHING = Parse(words=(), children=())
"""Stands for the tree of a sentence that is not parsed."""


class Parser(Protocol):
    """Makes trees of sentences."""

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences, each given with the offset at which it begins."""
        ...
