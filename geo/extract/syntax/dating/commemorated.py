"""Events that are remembered and are no news: ``the 29th anniversary of the fall of X``, ``29 years since X fell``.

The day of the report is the day of the remembering. The event lies as many years back as are told, or else nearly a
year at the least, as anniversaries do; of ``the day on which X fell`` nothing is known but that it is over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import Length, shift
from geo.dates import Span, When
from geo.extract.dates import Dating
from geo.extract.syntax.dating.words import is_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.dating.calendar import DatedSentence
    from geo.extract.syntax.trees.parse import Parse, Word

_NEARLY_A_YEAR = timedelta(days=330)
"""How long ago an event is at the least that has an anniversary, told of some weeks ahead of the day."""

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembering:
    """Finds what a sentence only remembers, told on a day."""

    lexicon: DateLexicon
    day: date

    def of(self, here: DatedSentence, at: int) -> Dating | None:
        """The date of an event that is remembered; None where it is not."""
        parse = here.parse
        beside = {*parse.children[at], *parse.governors(at)}
        for one in here.elapsed:
            if one.since in beside:
                return _told(one.span)
        for noun in self._over(parse, at):
            word = parse.words[noun]
            if word.lemma in self.lexicon.anniversaries:
                years = self._counted(parse, noun)
                return self._back(years) if years else self._until(self.day - _NEARLY_A_YEAR)
            if word.lemma in self.lexicon.remembered_days and self._is_remembered(parse, word):
                return self._until(self.day)
        return None

    def _over(self, parse: Parse, at: int) -> Iterator[int]:
        """The nouns over an event, through what they are of and the clauses that describe them."""
        below = parse.words[at]
        for above in parse.governors(at):
            word = parse.words[above]
            if is_clause(below) and below.dep not in ("relcl", "acl", "conj", "advcl"):
                return
            if is_clause(word) and not (is_clause(below) and below.dep == "conj"):
                return
            if word.tag.startswith("N"):
                yield above
            below = word

    def _counted(self, parse: Parse, noun: int) -> int | None:
        """Which anniversary it is."""
        for child in parse.deps(noun, "amod", "compound", "nummod"):
            text = parse.words[child].lower
            if match := _ORDINAL.fullmatch(text):
                return int(match[1])
            if text in self.lexicon.ordinals:
                return self.lexicon.ordinals.index(text) + 1
        return None

    def _is_remembered(self, parse: Parse, noun: Word) -> bool:
        """Whether a day is one that comes again, or is given, and not one on which the story goes on."""
        verb = parse.words[noun.head]
        if noun.dep in ("nsubj", "nsubjpass"):
            return verb.lemma in self.lexicon.remembers or (verb.lemma == "fall" and verb.tag in ("VBZ", "VBP"))
        return noun.dep == "dobj" and verb.lemma in self.lexicon.remembers

    def _back(self, years: int) -> Dating | None:
        span = shift(Span(self.day, self.day), Length(count=years, unit="year"), back=True)
        return _told(span) if span else None

    def _until(self, last: date) -> Dating:
        return _told(Span(None, last))


def _told(span: Span) -> Dating:
    return Dating(when=str(When.of(span)), basis="relative" if span.first else "publication", rule="remembered")
