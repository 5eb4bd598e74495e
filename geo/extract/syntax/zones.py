"""Which sentences of an article are parsed: those that can tell of control, and those that these stand on.

Most of a newspaper is about other things, and parsing is what takes time. A sentence can tell something where it holds
a trigger (:mod:`geo.extract.syntax.triggers`) and stands where something tells of a war: a sign of one, a state,
forces, a name of the region, in it or, where it refers to what was told, a few sentences before it. Parsed with it are
all sentences with such a sign, since they name the parties and the places; those before it where it refers to what was
told; and those with dates where it has none. A short text is parsed whole: it need not say that it is about a war.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from geo.date_expressions import find_dates
from geo.extract.grammar.triggers import event_triggers
from geo.extract.lexicon import inflected
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.topics import ROOM, war_words
from geo.extract.syntax.triggers import denial_triggers, syntax_triggers
from geo.extract.triggers import Triggers
from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import tokenize, words_of
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.records import Mention
    from geo.regions import Region
    from geo.text import Sentence, Token

_BEFORE = 3
"""Sentences back to what a pronoun can mean, and from which a war is still told of."""

_DATED = 4
"""Sentences for which a date stays the one that the story goes on from."""

_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_SMALL = 3
"""Words written small that a list of names may have: ``Hacıkənd and Aşağı Ağcakənd, also a part of the other``."""

_KEPT_WORDS = 1 << 15
_KINDS = frozenset({"state", "armed-group", "state-forces", "peacekeepers"})
_FIGHTING = frozenset({"forces", "attackers", "defenders"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    hot: frozenset[str]
    pronouns: frozenset[str]
    pointing: frozenset[str]


class Zones:
    """Tells which sentences are parsed; made once for a region."""

    def __init__(self, region: Region) -> None:
        self._triggers = syntax_triggers()
        self._events = Triggers(event_triggers(syntax_lexicon().basic))
        self._denials = denial_triggers()
        parties = (word for party in region.parties for words in (party.words, party.adjectives) for word in words)
        self._parties = PhraseTrie(((word.removeprefix("the "), True) for word in parties), key=fold)
        self._class = lru_cache(maxsize=_KEPT_WORDS)(self._word_class)

    def is_silent(self, text: str, mentions: Sequence[Mention]) -> bool:
        """Whether a whole text has neither a trigger nor a sign of a war."""
        return not (mentions or self._triggers.words_in(text) or any(map(self._class, set(words_of(text)))))

    def parsed(self, text: str, parts: Sequence[Sentence], mentions: Sequence[Mention], *, dated: bool) -> list[int]:
        """The sentences of a text that are parsed, in order; ``dated`` where its day of publication is known."""
        texts = [part.text for part in parts]
        told = {number for number, _ in self._triggers.among(texts, whole=text)}
        events = {number for number, _ in self._events.among(texts, whole=text)}
        hot = self._hot(parts, mentions)
        if not (told or events or hot):
            return []
        if len(words_of(text)) < ROOM:
            return list(range(len(parts)))
        zone = _Zone(zones=self, parts=parts, hot=hot)
        core = events | {number for number in told if zone.is_near(number)}
        core |= {behind for number in core | hot for behind in zone.following(number)}
        around = {other for number in core for other in zone.around(number, dated=dated)}
        return sorted(core | hot | around)

    def refers(self, text: str) -> bool:
        """Whether a sentence refers to what was told before: by a pronoun, by ``the town``."""
        known, words = _words(), tokenize(text)
        for at, token in enumerate(words):
            if token.lower in known.pronouns:
                return True
            before = {one.lower for one in words[max(0, at - 2) : at]}
            behind = words[at + 1].lower if at + 1 < len(words) else ""
            told = behind != "of" and token.text.islower() and bool(before & known.pointing)
            if told and (world().place_noun_at(words, at) or self._class(token.text)):
                return True
        return False

    def denies(self, text: str) -> bool:
        """Whether a sentence can deny what the one before told."""
        return bool(self._denials.asked(text))

    def _hot(self, parts: Sequence[Sentence], mentions: Sequence[Mention]) -> set[int]:
        """The sentences with a sign of a war."""
        starts = {mention.start for mention in mentions if mention.role != "person"}
        return {
            number
            for number, part in enumerate(parts)
            if self._tells_of_war(part.text) or any(part.start <= start < part.end for start in starts)
        }

    def _tells_of_war(self, text: str) -> bool:
        classes = {self._class(word) for word in words_of(text)}
        return "sign" in classes or ("name" in classes and self._names_side(tokenize(text)))

    def _names_side(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence names a party of the region, a state, or somebody who fights."""
        for at, token in enumerate(tokens):
            if self._class(token.text) != "name":
                continue
            named = world().parties_at(tokens, at)
            if named and any(one.kind in _KINDS for one in named.values):
                return True
            own = self._parties.longest_at(tokens, at)
            if own and any(one.text[0].isupper() for one in tokens[at : own.last]):
                return True
        return False

    def _word_class(self, word: str) -> Literal["sign", "name", ""]:
        """What a token of this text says by itself: a sign of a war, perhaps the first word of a side's name."""
        lower = word.lower()
        heads = (head for head in world().heads.of(lower) if head.singular not in war_words().no_signs)
        if lower in _words().hot or any(head.flags & _FIGHTING for head in heads):
            return "sign"
        is_name = any(char.isupper() or char.isdigit() for char in word) and lower not in syntax_lexicon().closed
        return "name" if is_name and (world().names.begins(word) or self._parties.begins(word)) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zone:
    """The sentences of one article, and those of them with a sign of a war."""

    zones: Zones
    parts: Sequence[Sentence]
    hot: set[int]

    def is_near(self, number: int) -> bool:
        """Whether a sentence stands where a war is told of: it has a sign itself, or takes up what has one."""
        if number in self.hot:
            return True
        text = self.parts[number].text
        if any(near in self.hot for near in range(number - _BEFORE, number)) and self.zones.refers(text):
            return True
        around = range(number - _BEFORE, number + _BEFORE + 1)
        return any(near in self.hot for near in around) and self.zones.denies(text)

    def following(self, number: int) -> set[int]:
        """The sentences behind one that can deny what it told, or list more places of which it is told."""
        behind = self.parts[number + 1 : number + 3]
        found = {number + 1} if behind and self.zones.denies(behind[0].text) else set()
        return found | {number + 1 + at for at, part in enumerate(behind) if may_list(part.text)}

    def around(self, number: int, *, dated: bool) -> Iterator[int]:
        """The sentences that one stands on."""
        if self.zones.refers(self.parts[number].text):
            yield from range(max(0, number - _BEFORE), number)
        if not dated or not self._has_own_date(number):
            yield from (at for at in range(max(0, number - _DATED), number) if find_dates(self.parts[at].text))

    def _has_own_date(self, number: int) -> bool:
        dates = find_dates(self.parts[number].text)
        return bool(dates) and all(date.anchor == "none" for date in dates)


def may_list(text: str) -> bool:
    """Whether a sentence can be a list of places and nothing else: hardly a word of it is written small."""
    bare = _BRACKETS.sub(" ", text.partition(":")[2] or text)
    small = [word for word in words_of(bare) if word[0].islower() and word not in syntax_lexicon().closed]
    return sum(not world().place_nouns.of(word) for word in small) <= _SMALL


@cache
def _words() -> _Words:
    table = tomllib.loads(files("geo.extract.syntax").joinpath("zones.toml").read_text(encoding="utf-8"))
    war = war_words()
    verbs = frozenset(table["verbs"])
    forms = (word for word, rows in inflected(verbs).items() if any(row.lemma in verbs for row in rows))
    nouns = [*war.signs, *war.armies, *table["nouns"]]
    return _Words(
        hot=frozenset({*forms, *_plurals(nouns)}),
        pronouns=frozenset(table["pronouns"]),
        pointing=frozenset(table["pointing"]),
    )


def _plurals(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        yield from (noun, f"{noun}s", f"{noun}es", f"{noun}ed", f"{noun}ing")
        if noun.endswith("y"):
            yield f"{noun[:-1]}ies"
        if noun.endswith("e"):
            yield from (f"{noun}d", f"{noun[:-1]}ing")
