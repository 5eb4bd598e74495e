"""The sentences of an article as they are read: one too long to be read whole is read in pieces.

What runs on for more than a page without a full stop is a list, a table or text whose marks were lost. No tree of it
would be right, and the time that its reading takes would grow faster than its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1200
"""Characters of the longest sentence that is read whole."""

_BREAKS = (";", ",", " ")
"""Where a piece ends, best first; behind a break that stands in its second half."""


def readable(text: str) -> list[Sentence]:
    """The sentences of a text, in order, none longer than :data:`LONGEST`."""
    found = sentences(text)
    if all(len(sentence.text) <= LONGEST for sentence in found):
        return found
    return [piece for sentence in found for piece in _pieces(sentence)]


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    if len(sentence.text) <= LONGEST:
        yield sentence
        return
    low = 0
    while low < len(sentence.text):
        high = _end(sentence.text, low)
        words = sentence.text[low:high].strip()
        if words:
            start = sentence.start + sentence.text.index(words[0], low)
            yield Sentence(start, start + len(words), words, sentence.paragraph)
        low = high


def _end(text: str, low: int) -> int:
    """Behind the last break that a piece can end at; in the middle of a word where there is none."""
    high = low + LONGEST
    if high >= len(text):
        return len(text)
    found = (text.rfind(mark, low + LONGEST // 2, high) for mark in _BREAKS)
    return next((at + 1 for at in found if at >= 0), high)
