"""The dates of a parsed sentence: where each stands, and which verb or noun it is said of.

A date hangs on the verb of its clause, whatever the parser put between them: the hours of a day (``in the early hours
of Friday``) and an object that drew the adjunct to itself (``captured the town on Friday``) are climbed over. A noun
keeps the date that is part of its name: ``the statement of 10 November``, ``the July offensive``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.date_expressions import DateExpression
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.trees.parse import Parse, Word
    from geo.text import Sentence

REMNANT = "remnant"
"""The label of a word that stands for a clause whose verb is left out (:mod:`geo.extract.syntax.clauses.gapping`)."""

_PREPOSITIONS = ("prep", "agent", "dative", "pcomp", "mark")
_INSIDE = ("compound", "nmod", "amod", "nummod", "poss", "appos", "nn")
BOUNDS = frozenset({"since", "after", "before", "until", "till", "by", "from", "like", "unlike", "than"})
"""Prepositions whose year is not the one in which the clause is."""

_DATELINE = re.compile(r"[^a-z]*(?:[A-Z][\w.'-]+[ ,]{1,2}){0,4}[^a-z]*")
_HEADS = re.compile(r"\s*(?:,?\s*[A-Z]{2,}[\w ]*)?(?:[-\u2013\u2014:)]|\.\s*/|\.\s[-\u2013\u2014])")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWord:
    """A date of a sentence.

    ``first`` and ``last`` are its words, half-open. ``host`` is the verb, or the noun of control, that it is said of.
    ``alone`` marks one whose sentence has no verb. ``link`` is the preposition over it. ``noun`` is the noun that has
    the date in its name, and ``noun_link`` the preposition over that. ``heads`` marks a dateline or the head of an
    entry (``10 June 2014: ...``).
    """

    expression: DateExpression
    first: int
    last: int
    host: int
    link: str = ""
    noun: int | None = None
    noun_link: str = ""
    heads: bool = False
    alone: bool = False


def is_clause(word: Word) -> bool:
    """Whether a word is the verb of a clause, and no participle before a noun."""
    return word.tag.startswith(("V", "MD")) and word.dep not in ("amod", "aux", "auxpass", "compound", "case")


def clause_of(parse: Parse, at: int) -> int:
    """The verb of the clause that a word stands in; the root where there is none."""
    for here in (at, *parse.governors(at)):
        if is_clause(parse.words[here]) or parse.words[here].dep == REMNANT:
            return here
    return next((word.at for word in parse.words if word.head == word.at and word.at == at), _root(parse, at))


def _root(parse: Parse, at: int) -> int:
    return next((here for here in parse.governors(at) if parse.words[here].head == here), at)


class DateWords:
    """Finds the dates of sentences."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self.lexicon = lexicon

    def find(self, part: Sentence, parse: Parse) -> list[DateWord]:
        """The dates of a sentence, in the order of the text."""
        expressions = find_dates(part.text) if parse.words else ()
        has_verb = bool(expressions) and any(is_clause(word) for word in parse.words)
        found = []
        for expression in expressions:
            low, high = expression.start + part.start, expression.end + part.start
            words = [word.at for word in parse.words if low < word.end and word.start < high]
            if words:
                heads = not has_verb or _heads(part.text, expression)
                word = self._hosted(parse, expression, words[0], words[-1] + 1, heads=heads)
                found.append(replace(word, host=self._past_report(parse, word), alone=not has_verb))
        return found

    def tells_year(self, parse: Parse, date: DateWord) -> bool:
        """Whether a date says in which year its clause is: ``in 2020``, ``in the summer of 1993``, ``the 2020 war``."""
        expression = date.expression
        if not expression.has_year or expression.kind == "duration" or expression.last.day is not None:
            return False
        if expression.relation or date.link in BOUNDS or date.noun_link in BOUNDS:
            return False
        return date.noun is None or parse.words[date.noun].lemma in self.lexicon.fighting | self.lexicon.event_nouns

    def _past_report(self, parse: Parse, date: DateWord) -> int:
        """The verb that a date before an inserted report is said of.

        ``On May 12, the minister said, troops advanced``.
        """
        words = parse.words
        host = words[date.host]
        if (
            host.lemma not in self.lexicon.say
            or date.first > host.at
            or words[min(host.at + 1, len(words) - 1)].text != ","
        ):
            return host.at
        if host.dep == "parataxis":
            return host.head
        return next((child for child in parse.deps(host.at, "ccomp") if child > host.at), host.at)

    def _hosted(self, parse: Parse, expression: DateExpression, first: int, last: int, *, heads: bool) -> DateWord:
        words = parse.words
        root = next((at for at in range(first, last) if not first <= words[at].head < last), first)
        link = words[root].lower if words[root].tag == "IN" else ""
        noun, noun_link, host, strays = None, "", root, False
        for below, at in self._path(parse, root):
            word = words[at]
            host = at
            if is_clause(word) or word.dep == REMNANT:
                break
            if word.dep in _PREPOSITIONS or word.tag in ("IN", "TO"):
                if noun is not None:
                    noun_link = noun_link or word.lower
                elif not strays:
                    link = link or word.lower
            elif word.lemma in self.lexicon.event_nouns or word.lower in self.lexicon.event_nouns:
                break
            elif (
                noun is None and self._owns(words[below], word) and not self._stands_free(words, expression, first)
            ) or (word.lemma == "time" and link == "since"):
                noun, link = at, ""
            elif word.lemma in self.lexicon.time_nouns:
                link = "" if link == "of" else link
            else:
                strays = True
        return DateWord(
            expression=expression, first=first, last=last, host=host, link=link, noun=noun, noun_link=noun_link,
            heads=heads
        )  # fmt: skip

    def _path(self, parse: Parse, root: int) -> Iterator[tuple[int, int]]:
        below = root
        for at in parse.governors(root):
            yield below, at
            below = at

    def _stands_free(self, words: Sequence[Word], expression: DateExpression, first: int) -> bool:
        """Whether a date opens a clause, and only seems to be part of the noun behind.

        ``On 5 April army officers ...``.
        """
        if expression.kind == "attributive" or words[first].head < first:
            return False
        opener = first - 1 if first and words[first - 1].tag == "IN" else first
        return opener == 0 or words[opener - 1].tag in (",", ".", "CC", ":", "``")

    def _owns(self, below: Word, noun: Word) -> bool:
        """Whether a noun has a date in its name, and is no measure of time itself."""
        if not noun.tag.startswith("N") or noun.lemma in self.lexicon.time_nouns:
            return False
        return (below.dep in _INSIDE and below.at < noun.at) or below.lower == "of"


def _heads(text: str, expression: DateExpression) -> bool:
    """Whether a date is that of a dateline, or heads an entry of a list."""
    return bool(_DATELINE.fullmatch(text[: expression.start]) and _HEADS.match(text, expression.end))
