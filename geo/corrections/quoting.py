"""Finds an analyst's quote in the articles, though a spreadsheet or an editor has changed its blanks and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.records import Article

_ALIKE = ("'‘’ʼ`", '"“”„«»', "-‐‑‒–—")
"""Marks that editors put for one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article, by their offsets."""

    article: Article
    start: int
    end: int


def passages_of(quote: str, articles: Iterable[Article]) -> Iterator[Passage]:
    """The first place in each article where a quote stands, word for word."""
    pattern = re.compile(_words(quote))
    for article in articles:
        match = pattern.search(article.text)
        if match:
            yield Passage(article=article, start=match.start(), end=match.end())


def words_within(words: str, text: str) -> tuple[int, int] | None:
    """Offsets of words in a text, whatever their case; None where they do not stand there."""
    if not words.strip():
        return None
    pattern = re.compile(rf"(?<!\w){_words(words)}(?!\w)", re.IGNORECASE)
    match = pattern.search(text)
    return match.span() if match else None


def _words(text: str) -> str:
    return r"\s+".join("".join(map(_mark, word)) for word in text.split())


def _mark(char: str) -> str:
    alike = next((marks for marks in _ALIKE if char in marks), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(char)
