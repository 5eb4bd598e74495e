"""Lines that begin with the place that they are about, as bulletins have them: ``Hama: retaken by the army on Monday``.

The parser is given the sentence that is meant, with a verb in the place of the colon or the dash: ``Hama was retaken by
the army``, ``Hama is under rebel control``, ``Hama remains SDF``, and for a part of it ``Hama's bridge``. The labels of
speakers, lists of names and whole clauses behind a colon stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.extract.syntax.spelling import Written

_WORD = r"[A-Z\u00c0-\u017f][\w'\u2019-]*"
_INSIDE = r"(?:al-|el-|the|of|de|da|and)"
_KIND = r"(?:ridge|valley|pass|airport|village|town|district|bridge|corridor|road|crossing|hill|heights|dam)"
_NAME = rf"{_WORD}(?:\s(?:{_INSIDE}\s)?{_WORD}|\s\d+|\s{_KIND})*"
_LABEL = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME}){{0,8}})(?:\s\([^()]{{1,40}}\))?"
    r"(?P<mark>:|\s[\u2013\u2014-])\s(?=\S)"
)
_SEVERAL = re.compile(r", | and | & ")
_PLURAL = {"was": "were", "is": "are", "remains": "remain"}
_LONGEST = 160
"""Characters within which a label has its mark."""
_RUN = re.compile(rf"(?:the\s)?(?P<party>{_WORD}(?:\s{_WORD}){{0,4}})(?:\s+(?:since|again|still|until|now)\b|[;.(])")
_UNDER = re.compile(
    r"(?:(?:still|again|now|firmly|fully|back|partly)\s)?(?:in|under|within)\s"
    r"(?:[\w'\u2019-]+\s){1,4}(?:control|hands?|rule|occupation|possession)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLabels:
    """What a line's label can be joined to; ``asides`` can stand before it (``still``, ``reportedly``)."""

    is_common: Callable[[str], bool]
    is_participle: Callable[[str], bool]
    is_party: Callable[[str], bool]
    is_part: Callable[[str], bool]
    asides: frozenset[str]

    def joined(self, tokens: Sequence[Written], text: str, begins: int) -> list[Written]:
        """The words of a line, its label joined to what is said of it; those of any other sentence as they are."""
        match = _LABEL.match(text, begins, begins + _LONGEST)
        if match is None or all(self.is_common(word.lower()) for word in match["names"].split()):
            return list(tokens)
        verb = self._verb(text[match.end() :])
        if verb is not None and _SEVERAL.search(match["names"]):
            verb = _PLURAL.get(verb, verb)
        if verb is None:
            return list(tokens)
        mark = next((at for at, token in enumerate(tokens) if token.end == match.end("mark")), None)
        if mark is None:
            return list(tokens)
        return [
            *(
                token._replace(text="and") if token.text == "," and match.start() < token.start else token
                for token in tokens[:mark]
            ),
            tokens[mark]._replace(text=verb),
            *tokens[mark + 1 :],
        ]

    def _verb(self, behind: str) -> str | None:
        """The word that the mark stands for, by what is behind it; None where it stands for none."""
        words = behind.split(maxsplit=2)[:2]
        first, second = ([*(word.strip(",;.") for word in words), "", ""])[:2]
        if self.is_participle(first) or (first in self.asides and self.is_participle(second)):
            return "was"
        run = _RUN.match(behind)
        if _UNDER.match(behind):
            return "is"
        if run is not None and self.is_party(run["party"]):
            return "remains"
        return "'s" if self.is_part(first) else None
