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
    from collections.abc import Callable, Collection, Sequence

    from geo.extract.syntax.trees.spelling import Written

_WORD = r"[A-Z\u00c0-\u017f][\w'\u2019-]*"
_INSIDE = r"(?:al-|el-|the|of|de|da|and)"
_SEVERAL = re.compile(r", | and | & ")
_PLURAL = {"was": "were", "is": "are", "remains": "remain"}
_LONGEST = 160
"""Characters within which a label has its mark."""
_RUN = re.compile(
    rf"(?:(?:still|now|again|all|back|once more|firmly)\s)*(?:the\s)?(?P<party>{_WORD}(?:\s{_WORD}){{0,4}})"
    r"(?:,?\s+\(?(?:since|again|still|until|now)\b|[;.(])"
)
_ALONE = re.compile(
    rf"(?:(?:still|now|again|all|back|once more|firmly)\s)*(?:the\s)?(?P<party>{_WORD}(?:\s{_WORD}){{0,4}}|[a-z]+)"
    r"(?:[.;]|\s*$|,\s(?P<more>[a-z][^.;]*))"
)
"""A side and no more, but perhaps how it fares: ``rebels``, ``SAF, cut off on two sides``."""
_TO = re.compile(
    rf"to\s(?:the\s)?(?P<party>{_WORD}(?:\s[\w-]+){{0,2}}?)(?:\s(?:in|on|by|since|from)\b|\s{_WORD}\s\d|\s\d|[;,.])"
)
_UNDER = re.compile(
    r"(?:(?:still|again|now|firmly|fully|back|partly)\s)?(?:in|under|within)\s"
    r"(?:[\w'\u2019-]+\s){1,4}(?:control|hands?|rule|occupation|possession)\b"
)


def label_pattern(kinds: Collection[str]) -> re.Pattern[str]:
    """What a line's label looks like: names, of which ``kinds`` end some, up to a colon or a dash."""
    name = rf"{_WORD}(?:\s(?:{_INSIDE}\s)?{_WORD}|\s\d+|\s(?:{'|'.join(sorted(kinds, key=len, reverse=True))}))*"
    return re.compile(
        rf"(?P<names>{name}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){name}){{0,8}})(?:\s\([^()]{{1,40}}\))?"
        r"(?P<mark>:|\s[\u2013\u2014-])\s(?=\S)"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLabels:
    """What a line's label can be joined to; ``asides`` can stand before it (``still``, ``reportedly``)."""

    label: re.Pattern[str]
    is_common: Callable[[str], bool]
    is_participle: Callable[[str], bool]
    is_party: Callable[[str], bool]
    is_part: Callable[[str], bool]
    is_side: Callable[[str], bool]
    is_finite: Callable[[str], bool]
    asides: frozenset[str]

    def joined(self, tokens: Sequence[Written], text: str, begins: int) -> list[Written]:
        """The words of a line, its label joined to what is said of it; those of any other sentence as they are."""
        match = self.label.match(text, begins, begins + _LONGEST)
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

    def before_clause(self, text: str, begins: int, *, known: frozenset[str]) -> int:
        """Where the clause begins that a label stands before (``Hama: rebels left overnight``); 0 where none does.

        One word that English ``known`` in small letters is a heading (``Quote: ...``), and no name.
        """
        match = self.label.match(text, begins, begins + _LONGEST)
        names = [word for word in match["names"].split() if word[0].isupper()] if match else []
        no_name = (self.is_common(word.lower()) or self.is_party(word) or word.isupper() for word in names)
        if match is None or any(no_name) or (len(names) == 1 and names[0].lower() in known):
            return 0
        if self.is_party(match["names"]) or self._verb(text[match.end() :]) is not None:
            return 0
        clause = re.split(r"[;.]", text[match.end() :], maxsplit=1)[0].split()
        goes_on = not self.is_finite(clause[0]) if clause else False  # "Hama: fell to the rebels" has its subject
        return match.end("mark") if goes_on and any(self.is_finite(word) for word in clause) else 0

    def _is_side_alone(self, behind: str) -> bool:
        """Whether a side is named and nothing is told but how it fares."""
        alone = _ALONE.match(behind)
        more = (alone["more"] or "").split() if alone is not None else []
        if alone is None or any(self.is_finite(word) or self.is_side(word) for word in more):
            return False
        if more[:1] in (["a"], ["an"], ["the"]) or "and" in more[1:2]:
            return False  # a headline: "rebels, refugees and hunger", "army, a history"
        return self.is_side(alone["party"])

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
        if self._is_side_alone(behind):
            return "remains"
        if (to := _TO.match(behind)) is not None and self.is_party(to["party"].split()[0]):
            return "passed"
        return "'s" if self.is_part(first) else None
