"""An article as the grammar reads it: sentence by sentence as far as a claim asks, and the rest not at all.

Sentences without a trigger tell nothing, but what they name can be what a pronoun or an undated claim behind them
stands on. So they are read when such a claim is met, in the order of the text, and the claim is the same as if they had
been read at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.date_expressions import may_hold_dates
from geo.extract.grammar.itemise import proper_words
from geo.extract.quotes import begin_quoted
from geo.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from geo.extract.dates import DateReader
    from geo.extract.grammar.document import Antecedent, Discourse
    from geo.extract.items import Item
    from geo.text import Sentence, Token

_QUOTES = ("\u201c", '"')


@dataclass(slots=True)
class Proper:
    """The words that an article writes with a capital inside a sentence, looked for when somebody asks."""

    parts: Sequence[Sentence]
    _known: dict[int, frozenset[str]] = field(default_factory=dict)
    _asked: dict[object, bool] = field(default_factory=dict)

    def __contains__(self, word: object) -> bool:
        """Whether a word is one of them."""
        if word not in self._asked:
            self._asked[word] = isinstance(word, str) and any(
                word in part.text and word in self._inside(number, part) for number, part in enumerate(self.parts)
            )
        return self._asked[word]

    def _inside(self, number: int, part: Sentence) -> frozenset[str]:
        if number not in self._known:
            self._known[number] = proper_words([tokenize(part.text)])
        return self._known[number]


@dataclass(slots=True, kw_only=True)
class Unfolding:
    """One article: its sentences, and what its reading has gathered so far.

    ``join`` gives the joined items of a sentence, ``deals`` are the words of talks and what they led to. ``read`` are
    the sentences that the story is told in; None where all are.
    """

    text: str
    parts: Sequence[Sentence]
    read: Container[int] | None
    join: Callable[[Sentence, Sequence[Token], Proper], list[Item]]
    discourse: Discourse
    dates: DateReader
    deals: frozenset[str]
    clashes: set[int] = field(default_factory=set)
    proper: Proper
    _quoted: Sequence[bool] | None = None
    _joined: dict[int, list[Item]] = field(default_factory=dict)
    _followed: list[tuple[list[Item], Mapping[int, Antecedent]]] = field(default_factory=list)
    _remembered: int = 0

    def joined(self, number: int) -> list[Item]:
        """The joined items of a sentence, before the story explains what refers back."""
        if number not in self._joined:
            part = self.parts[number]
            known = self.read is None or number in self.read
            tokens = tokenize(part.text, offset=part.start) if known else []
            self._joined[number] = self.join(part, tokens, self.proper) if known else []
        return self._joined[number]

    def explained(self, number: int) -> list[Item]:
        """The items of a sentence, in which what refers back to the story stands for what it means."""
        if any(self.discourse.refers_back(item) for item in self.joined(number)):
            return self._follow(number)[0]
        return self.joined(number)

    def antecedents(self, number: int) -> Mapping[int, Antecedent]:
        """What the pronouns of a sentence stand for, by offset."""
        return self._follow(number)[1]

    def dated(self, number: int) -> DateReader:
        """The dates of the article as they are told before a sentence."""
        for at in range(self._remembered, number):
            items = self.joined(at) if may_hold_dates(self.parts[at].text) else []
            tells_deal = any(item.lower in self.deals for item in items)
            self.dates.remember(items, sentence=at, starts_fighting=at in self.clashes, tells_deal=tells_deal)
        self._remembered = max(self._remembered, number)
        return self.dates

    def quoted(self, number: int) -> bool:
        """Whether a quotation is open where a sentence begins."""
        if not any(mark in self.text for mark in _QUOTES):
            return False
        if self._quoted is None:
            self._quoted = begin_quoted(self.parts)
        return self._quoted[number]

    def _follow(self, number: int) -> tuple[list[Item], Mapping[int, Antecedent]]:
        while len(self._followed) <= number:
            self._followed.append(self.discourse.follow(self.joined(len(self._followed))))
        return self._followed[number]
