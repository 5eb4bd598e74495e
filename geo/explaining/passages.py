"""The words of one article that an explanation points at, and the sentences that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.explaining.records import Mark, Quote
from geo.text import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.items import Offsets
    from geo.records import Article, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """An article cut into sentences, as seen from the evidence of one claim."""

    text: str
    start: int
    end: int
    parts: Sequence[Sentence]

    @classmethod
    def of(cls, article: Article, claim: Claim) -> Passages:
        """The passages of a claim's article."""
        return cls(text=article.text, start=claim.start, end=claim.end, parts=tuple(sentences(article.text)))

    def quote(self, words: Offsets | None) -> Quote | None:
        """Words of the article; None where none are known."""
        if words is None:
            return None
        start, end = words
        text = self.text[start:end]
        return Quote(text=text, start=start, end=end, sentence=None if self.holds(words) else self._sentence(start))

    def holds(self, words: Offsets) -> bool:
        """Whether words stand in the claim's own sentence."""
        return self.start <= words[0] < words[1] <= self.end

    def marked(self, marks: Iterable[Mark]) -> str:
        """The claim's sentence with its words marked, as in ``[Agdam | place] was [taken | decides]``, on one line."""
        shown, at = [], self.start
        for mark in marks:
            shown += [self.text[at : mark.start], f"[{self.text[mark.start : mark.end]} | {mark.role}]"]
            at = mark.end
        return " ".join("".join([*shown, self.text[at : self.end]]).split())

    def marks(self, found: Iterable[tuple[Offsets | None, str]]) -> tuple[Mark, ...]:
        """The words in the claim's sentence, each once: those of two roles have both, those inside others none."""
        roles: dict[Offsets, list[str]] = {}
        for words, role in found:
            if words is not None and self.holds(words) and role not in roles.setdefault(words, []):
                roles[words].append(role)
        kept: list[Mark] = []
        for start, end in sorted(roles, key=lambda words: (words[0], -words[1])):
            if not kept or start >= kept[-1].end:
                kept.append(Mark(start=start, end=end, role=", ".join(roles[start, end])))
        return tuple(kept)

    def _sentence(self, start: int) -> str | None:
        at = bisect_right(self.parts, start, key=lambda part: part.start) - 1
        return self.parts[at].text if at >= 0 else None
