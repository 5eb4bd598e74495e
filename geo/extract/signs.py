"""Signs of a war: which sentences of an article have one, and whether the article is about a war at all.

Who writes about a war says so in every third sentence or more often. Where hardly a sentence has a sign of one, as in
local news with a line about somewhere else, only those that have it are read, what stands right behind and takes them
up, and what they stand on themselves; councils that take decisions between them tell nothing, and date nothing.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from geo.extract.lexicon import english, inflected
from geo.extract.syntax.topics import ROOM, war_words
from geo.extract.triggers import runs
from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import Token, tokenize, words_of
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.extract.triggers import Triggers
    from geo.records import Mention
    from geo.regions import Region
    from geo.text import Sentence

_SPARSE = 6
"""Where fewer than one sentence in so many has a sign of a war, an article is about other things."""

_BESIDE = range(-5, 4)
"""Where, from a trigger, what it tells of is referred to: ``it has since been lost``, ``lost the two towns``."""

_OWNED = range(-2, 0)
"""Where a possessive refers to it: ``its capture``, but not ``lost its lead``."""

_POINTING = 3
"""How many words on from ``the`` or ``that`` a noun is pointed at no more."""

_KEPT_WORDS = 1 << 15
_KINDS = frozenset({"state", "armed-group", "state-forces", "peacekeepers"})
_FIGHTING = frozenset({"forces", "attackers", "defenders"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    hot: frozenset[str]
    everyday: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    pointing: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The sentences of one article that have a sign of a war.

    A ``short`` one need not say that it is about one; a ``sparse`` one is about other things.
    """

    hot: frozenset[int]
    short: bool
    sparse: bool


class SignReader:
    """Finds the signs of a war; made once for a region."""

    def __init__(self, region: Region) -> None:
        parties = (word for party in region.parties for words in (party.words, party.adjectives) for word in words)
        self._parties = PhraseTrie(((word.removeprefix("the "), True) for word in parties), key=fold)
        self._class = lru_cache(maxsize=_KEPT_WORDS)(self._word_class)
        self._classes = lru_cache(maxsize=_KEPT_WORDS)(self._chunk_classes)

    def read(self, parts: Sequence[Sentence], mentions: Sequence[Mention]) -> Signs:
        """The signs in the sentences of an article."""
        begins = [part.start for part in parts]
        named = {bisect_right(begins, mention.start) - 1 for mention in mentions if mention.role != "person"}
        hot: set[int] = set()
        clearly: set[int] = set()
        length = 0
        for number, part in enumerate(parts):
            chunks = part.text.split()
            length += len(chunks)
            classes = set[str]().union(*map(self._classes, chunks))
            clear = (
                "sign" in classes or number in named or ("name" in classes and self._names_side(words_of(part.text)))
            )
            if clear:
                clearly.add(number)
            if clear or "everyday" in classes:
                hot.add(number)
        short = length < ROOM and sum(len(words_of(part.text)) for part in parts) < ROOM
        sparse = not short and len(clearly) * _SPARSE < len(parts)
        return Signs(hot=frozenset(clearly if sparse else hot), short=short, sparse=sparse)

    def refers(self, text: str) -> bool:
        """Whether a sentence refers to what was told before: by a pronoun, by ``the town``."""
        return any(True for _ in self._references(tokenize(text)))

    def takes_up(self, text: str, triggers: Triggers) -> bool:
        """Whether what a sentence refers to stands beside one of its triggers."""
        tokens = tokenize(text)
        told = triggers.met(runs(text))
        verbs = [at for at, token in enumerate(tokens) if not told.isdisjoint(_runs(token.text))] if told else []
        for at in self._references(tokens) if verbs else ():
            beside = _OWNED if tokens[at].lower in _words().possessives else _BESIDE
            if any(at - verb in beside for verb in verbs):
                return True
        return False

    def _references(self, tokens: Sequence[Token]) -> Iterator[int]:
        """The words of a sentence that refer to what was told before."""
        known = _words()
        pointed = -_POINTING
        for at, token in enumerate(tokens):
            is_pointed, pointed = at - pointed < _POINTING, at if token.lower in known.pointing else pointed
            if token.lower in known.pronouns or token.lower in known.possessives:
                yield at
                continue
            told = is_pointed and token.text.islower() and not (at + 1 < len(tokens) and tokens[at + 1].lower == "of")
            if told and (world().place_noun_at(tokens, at) or self._class(token.text)):
                yield at

    def _names_side(self, words: Sequence[str]) -> bool:
        """Whether a sentence of these words names a party of the region, a state, or somebody who fights."""
        tokens = [Token(0, 0, word, word.lower()) for word in words]
        for at, word in enumerate(words):
            if self._class(word) != "name":
                continue
            named = world().parties_at(tokens, at)
            if named and any(one.kind in _KINDS for one in named.values):
                return True
            own = self._parties.longest_at(tokens, at)
            if own and any(one.text[0].isupper() for one in tokens[at : own.last]):
                return True
        return False

    def _chunk_classes(self, chunk: str) -> frozenset[str]:
        """The classes of the tokens between two blanks."""
        return frozenset(map(self._class, words_of(chunk)))

    def _word_class(self, word: str) -> Literal["sign", "everyday", "name", ""]:
        """What a token of this text says by itself: a sign of a war, perhaps the first word of a side's name."""
        lower = word.lower()
        heads = (head for head in world().heads.of(lower) if head.singular not in war_words().no_signs)
        if lower in _words().hot or any(head.flags & _FIGHTING for head in heads):
            return "everyday" if lower in _words().everyday else "sign"
        is_name = any(char.isupper() or char.isdigit() for char in word) and lower not in english().closed
        return "name" if is_name and (world().names.begins(word) or self._parties.begins(word)) else ""


@lru_cache(maxsize=_KEPT_WORDS)
def _runs(token: str) -> frozenset[str]:
    return frozenset(runs(token))


@cache
def _words() -> _Words:
    table = tomllib.loads(files("geo.extract").joinpath("signs.toml").read_text(encoding="utf-8"))
    war = war_words()
    nouns = [*war.signs, *war.armies, *table["nouns"]]
    return _Words(
        hot=frozenset({*inflected(table["verbs"]), *_plurals(nouns)}),
        everyday=frozenset({*inflected(table["everyday"]), *_plurals(table["everyday"])}),
        pronouns=frozenset(table["pronouns"]),
        possessives=frozenset(table["possessives"]),
        pointing=frozenset(table["pointing"]),
    )


def _plurals(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        yield from (noun, f"{noun}s", f"{noun}es", f"{noun}ed", f"{noun}ing")
        if noun.endswith("y"):
            yield f"{noun[:-1]}ies"
        if noun.endswith("e"):
            yield from (f"{noun}d", f"{noun[:-1]}ing")
