"""Which sentences begin inside a running quotation, in one pass over the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.text import Sentence

_OPENING, _CLOSING, _STRAIGHT = "\u201c", "\u201d", '"'


def begin_quoted(sentences: Iterable[Sentence]) -> list[bool]:
    """For each sentence, whether a quotation is open where it begins.

    Typographic marks tell opening from closing; straight ones are counted by pairs. A paragraph begins outside, since
    each paragraph of a long quotation opens with a mark of its own.
    """
    found: list[bool] = []
    paragraph, depth, straight = 0, 0, 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, depth, straight = sentence.paragraph, 0, 0
        found.append(depth > 0 or straight % 2 == 1)
        depth = max(0, depth + sentence.text.count(_OPENING) - sentence.text.count(_CLOSING))
        straight += sentence.text.count(_STRAIGHT)
    return found
