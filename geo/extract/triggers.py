"""The words without which a sentence tells nothing: read off the lexicons, looked for before anything else is done.

A sentence whose words hold no trigger is not read. A trigger is a necessary condition and no more: the words of a row
of the lexicon, with the words that the row asks for beside them (``win`` tells of a taking with ``over``, ``back`` or
``control of``). What is looked up are runs of small letters, so that every word of a token is found, whatever marks
stand at it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Literal

from geo.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

_RUN = re.compile("[a-z]+")
_SMALL_LETTERS = bytes(letter if chr(letter) in ascii_lowercase else ord(" ") for letter in range(256))

APOSTROPHE = "'"
"""Stands for any apostrophe in a sentence, which may be that of a possessive."""

Need = tuple[frozenset[str], ...]
"""What must stand beside a trigger: all words of one of these."""

Asked = Literal["nothing", "party", "name"]
"""What else a sentence must name: a party, a party or a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words of which one must stand in a sentence, with what each of its needs asks for, and whom it must name."""

    words: frozenset[str]
    needs: tuple[Need, ...] = ()
    asks: Asked = "nothing"


@dataclass(frozen=True, slots=True)
class _Met:
    """A need, ready to be looked up: its alternatives of one word, and those of several."""

    single: frozenset[str]
    several: Need

    @classmethod
    def of(cls, alternatives: Need) -> _Met:
        single = frozenset(word for one in alternatives if len(one) == 1 for word in one)
        return cls(single, tuple(one for one in alternatives if len(one) != 1))

    def by(self, words: AbstractSet[str]) -> bool:
        if not self.single.isdisjoint(words):
            return True
        return bool(self.several) and any(one <= words for one in self.several)


class Triggers:
    """A set of triggers, ready to be looked for.

    Examples
    --------
    >>> triggers = Triggers([Trigger(words=frozenset({"took"}), needs=(need(["over"]),))])
    >>> triggers.asked("Troops took over."), triggers.asked("They took a train.")
    (frozenset({'nothing'}), frozenset())
    """

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        rows: defaultdict[str, dict[tuple[tuple[Need, ...], Asked], None]] = defaultdict(dict)
        for trigger in triggers:
            for written in trigger.words:
                first, *others = _RUN.findall(written)
                needs = (*trigger.needs, *((frozenset(others),) for _ in others[:1]))
                for word in (first, f"{first}n"):  # of "hasn't" the tokens are "has" and "n't"
                    rows[word][needs, trigger.asks] = None
        met = cache(_Met.of)
        self._rows = {
            word: tuple((tuple(map(met, needs)), asks) for needs, asks in found if not needs or ((), asks) not in found)
            for word, found in rows.items()
        }
        self._words = frozenset(self._rows)

    def asked(self, text: str) -> frozenset[Asked]:
        """What the triggers of a sentence that have what they need ask it to name; empty where there is none."""
        return self.asked_beside(runs(text))

    def asked_beside(self, words: AbstractSet[str]) -> frozenset[Asked]:
        """The same of a sentence of which these are the :func:`runs`."""
        return frozenset(asks for _, asks in self._met(words))

    def stand_among(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence of these runs holds a trigger that has what it needs."""
        return next(self._met(words), None) is not None

    def met(self, words: AbstractSet[str]) -> set[str]:
        """The triggers of a sentence of these runs that have what they need."""
        return {word for word, _ in self._met(words)}

    def _met(self, words: AbstractSet[str]) -> Iterator[tuple[str, Asked]]:
        for word in words & self._words:
            for needs, asks in self._rows[word]:
                for one in needs:
                    if not one.by(words):
                        break
                else:
                    yield word, asks

    def among(self, texts: Iterable[str]) -> Iterator[tuple[int, frozenset[Asked]]]:
        """Which of some sentences hold a trigger, with what they must name."""
        for number, text in enumerate(texts):
            words = runs(text)
            if not words.isdisjoint(self._words) and (asked := self.asked_beside(words)):
                yield number, asked


def runs(text: str) -> set[str]:
    """The runs of small letters of a sentence, which triggers are looked up in; an apostrophe is one of them."""
    letters = visible(text).lower().encode("ascii", "replace").translate(_SMALL_LETTERS)
    words = set(letters.decode("ascii").split())
    if "'" in text or "\u2019" in text:
        words.add(APOSTROPHE)
    return words


def need(alternatives: Iterable[str]) -> Need:
    """A need for one of several expressions, as they are written."""
    return tuple(frozenset(_RUN.findall(words)) for words in alternatives)
