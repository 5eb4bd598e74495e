"""Interviews: which paragraphs are answers, and the label that says whose.

``Q: ...`` and ``A: ...``; where somebody of the outlet's own asks (``REPORTER: ...``), every other label answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.text import Sentence

_LABEL = re.compile(r"\s*(?P<who>[A-Z][\w.'\u2019-]*(?:\s[A-Z][\w.'\u2019-]*){0,4}):\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The ``answers`` of an article by their paragraphs, each with who gives it; None for who is asked throughout.

    ``begins`` is the first paragraph with a label: what stands before it says who is asked.
    """

    answers: Mapping[int, str | None]
    begins: int = 0


def interview_in(parts: Iterable[Sentence], lexicon: SyntaxLexicon) -> Interview:
    """The questions and answers of an article."""
    labels: dict[int, str] = {}
    seen: set[int] = set()
    for part in parts:
        match = _LABEL.match(part.text) if part.paragraph not in seen else None
        seen.add(part.paragraph)
        if match is not None:
            labels[part.paragraph] = match["who"]
    asking, answering = lexicon.lists["asking_labels"] | lexicon.lists["own_voices"], lexicon.lists["answering_labels"]
    found: dict[int, str | None] = {at: None for at, who in labels.items() if who.lower() in answering}
    if any(who.lower() in asking - answering for who in labels.values()):
        others = {at: who for at, who in labels.items() if who.lower() not in asking | answering}
        found |= {at: who.title() if who.isupper() else who for at, who in others.items()}
    return Interview(answers=found, begins=min(labels, default=0))
