"""Which words of an article stand inside a quotation, over as many sentences as it runs, and whose words they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.syntax.reporting.answers import Interview
    from geo.extract.syntax.reporting.reports import Report, ReportReader
    from geo.extract.syntax.trees.parse import Parse
    from geo.text import Sentence

_OPENING, _CLOSING, _STRAIGHT = "\u201c\u201e\u00ab", "\u201d\u00bb", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}]")


@dataclass(slots=True)
class Quotations:
    """The quotations of one article, as offsets, and the one who spoke last in the paragraph that is read."""

    spans: Sequence[tuple[int, int]]
    interview: Interview
    _paragraph: int = -1
    _speaker: str | None = field(default=None)
    _asked: str | None = field(default=None)

    @classmethod
    def of(cls, parts: Iterable[Sentence], interview: Interview) -> Quotations:
        """The quotations in sentences; the answers of an ``interview`` are quoted from end to end.

        Typographic marks tell opening from closing, straight ones come in pairs. A quotation ends with its paragraph,
        since each paragraph of a long one opens with a mark of its own.
        """
        paragraphs: dict[int, list[tuple[int, str]]] = {}
        begins: dict[int, int] = {}
        ends: dict[int, int] = {}
        for part in parts:
            marks = paragraphs.setdefault(part.paragraph, [])
            marks += [(part.start + mark.start(), mark.group()) for mark in _MARKS.finditer(part.text)]
            begins.setdefault(part.paragraph, part.start)
            ends[part.paragraph] = part.end
        whole = {number: [(begins[number], ends[number])] for number in interview.answers if number in ends}
        spans = (whole.get(number) or _spans(marks, ends[number]) for number, marks in paragraphs.items())
        return cls(spans=[span for found in spans for span in found], interview=interview)

    def is_answer(self, part: Sentence) -> bool:
        """Whether a sentence stands in an answer."""
        return part.paragraph in self.interview.answers

    def is_before_answers(self, part: Sentence) -> bool:
        """Whether a sentence stands before the first answer, where an interview says who is asked."""
        return bool(self.interview.answers) and part.paragraph < self.interview.begins

    def holds(self, at: int, parse: Parse) -> bool:
        """Whether a word's whole clause is quoted, and not the word alone (``"liberated" towns``)."""
        span = self._span(parse.words[at].start)
        if span is None:
            return False
        low, high = span
        if low <= parse.words[0].end and parse.words[-1].start <= high:
            return True
        clause = at
        while parse.dep(clause, *SUBJECTS) is None and parse.words[clause].head != clause:
            clause = parse.words[clause].head
        subject = parse.dep(clause, *SUBJECTS)
        return subject is not None and low <= parse.words[subject].start < high

    def begins(self, part: Sentence) -> bool:
        """Whether a sentence begins inside a quotation, or with one."""
        return self._span(part.start) is not None

    def speaker(self) -> str | None:
        """Who spoke last in this paragraph."""
        return self._speaker

    def hear(self, part: Sentence, parse: Parse, reports: ReportReader) -> Report | None:
        """Remember who speaks in a sentence, for a quotation that goes on behind it; the last report in it."""
        heard: Report | None = None
        if part.paragraph != self._paragraph:
            self._paragraph, self._speaker = part.paragraph, None
            if self.is_answer(part):
                self._speaker = self.interview.answers[part.paragraph] or self._asked
        for word in parse.words:
            if word.tag.startswith("V") and word.lemma in reports.lexicon.say and self._span(word.start) is None:
                report = reports.by_verb(word.at)
                heard = report if report.claimant else heard
                self._speaker = report.claimant or self._speaker
                if self.is_before_answers(part):
                    self._asked = self._speaker
        return heard

    def _span(self, offset: int) -> tuple[int, int] | None:
        number = bisect_right(self.spans, (offset, float("inf"))) - 1
        if number < 0 or self.spans[number][1] < offset:
            return None
        return self.spans[number]


def _spans(marks: Iterable[tuple[int, str]], end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for offset, char in marks:
        if opened is None and (char in _OPENING or char == _STRAIGHT):
            opened = offset
        elif opened is not None and (char in _CLOSING or char == _STRAIGHT):
            found.append((opened, offset))
            opened = None
    return [*found, (opened, end)] if opened is not None else found
