"""Which sentences of an article are parsed: those that can tell of control, and those that these stand on.

Most of a newspaper is about other things, and parsing is what takes time. A sentence can tell something where it holds
a trigger (:mod:`geo.extract.syntax.triggers`) and stands where something tells of a war: a sign of one, a state,
forces, a name of the region, in it or, where it refers to what was told, a few sentences before it. Parsed with it are
all sentences with such a sign, since they name the parties and the places; those before it where it refers to what was
told; and those with dates where it has none. A short text is parsed whole: it need not say that it is about a war.

Who writes about a war says so in every third sentence or more often. Where hardly a sentence has a sign of one, as in
local news with a line about somewhere else, only those that have it are read, what stands right behind and takes them
up, and what they stand on themselves; councils that take decisions between them tell nothing, and date nothing.
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
from geo.extract.triggers import Triggers, runs
from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import tokenize, words_of
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from geo.records import Mention
    from geo.regions import Region
    from geo.text import Sentence, Token

_BEFORE = 3
"""Sentences back to what a pronoun can mean in an article about a war."""

_DATED = 4
"""Sentences for which a date stays the one that the story goes on from."""

_SPARSE = 6
"""Where fewer than one sentence in so many has a sign of a war, an article is about other things."""

_BESIDE = range(-5, 4)
"""Where, from a trigger, what it tells of is referred to: ``it has since been lost``, ``lost the two towns``."""

_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_SMALL = 3
"""Words written small that a list of names may have: ``Hacıkənd and Aşağı Ağcakənd, also a part of the other``."""

_KEPT_WORDS = 1 << 15
_KINDS = frozenset({"state", "armed-group", "state-forces", "peacekeepers"})
_FIGHTING = frozenset({"forces", "attackers", "defenders"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    hot: frozenset[str]
    everyday: frozenset[str]
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

    def is_silent(self, text: str) -> bool:
        """Whether a text has no trigger."""
        words = runs(text)
        return not (self._triggers.asked_beside(words) or self._events.asked_beside(words))

    def parsed(self, parts: Sequence[Sentence], mentions: Sequence[Mention], *, dated: bool) -> list[int]:
        """The sentences of a text that are parsed, in order; ``dated`` where its day of publication is known."""
        words = [words_of(part.text) for part in parts]
        zone = self._zone(parts, words, mentions)
        if zone.short:
            is_any = zone.hot or any(not self.is_silent(part.text) for part in parts)
            return list(range(len(parts))) if is_any else []
        core = {number for number in range(len(parts)) if zone.tells(number)}
        core |= {behind for number in core | zone.hot for behind in zone.following(number)}
        around = {other for number in core for other in zone.around(number, dated=dated)}
        return sorted(core | zone.hot | around) if core else []

    def is_about_others(self, parts: Sequence[Sentence], mentions: Sequence[Mention]) -> bool:
        """Whether an article is about other things than a war, and its other sentences are not read at all."""
        return self._zone(parts, [words_of(part.text) for part in parts], mentions).sparse

    def has_trigger(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence of these runs holds a trigger of control."""
        return bool(self._triggers.asked_beside(words))

    def has_event(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence of these runs holds the words of an event around control."""
        return bool(self._events.asked_beside(words))

    def refers(self, text: str) -> bool:
        """Whether a sentence refers to what was told before: by a pronoun, by ``the town``."""
        return any(True for _ in self._references(tokenize(text)))

    def takes_up(self, text: str) -> bool:
        """Whether what a sentence refers to stands beside one of its triggers."""
        tokens = tokenize(text)
        told = self._triggers.met(runs(text))
        verbs = [at for at, token in enumerate(tokens) if not told.isdisjoint(runs(token.text))] if told else []
        return any(at - verb in _BESIDE for at in self._references(tokens) for verb in verbs)

    def _references(self, tokens: Sequence[Token]) -> Iterator[int]:
        """The words of a sentence that refer to what was told before."""
        known = _words()
        for at, token in enumerate(tokens):
            if token.lower in known.pronouns:
                yield at
                continue
            before = {one.lower for one in tokens[max(0, at - 2) : at]}
            behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            told = behind != "of" and token.text.islower() and bool(before & known.pointing)
            if told and (world().place_noun_at(tokens, at) or self._class(token.text)):
                yield at

    def denies(self, text: str) -> bool:
        """Whether a sentence can deny what the one before told."""
        return bool(self._denials.asked(text))

    def _zone(self, parts: Sequence[Sentence], words: Sequence[Sequence[str]], mentions: Sequence[Mention]) -> _Zone:
        """The sentences with a sign of a war; ``words`` are those of each."""
        starts = [mention.start for mention in mentions if mention.role != "person"]
        hot: set[int] = set()
        clearly: set[int] = set()
        for number, (part, inside) in enumerate(zip(parts, words, strict=True)):
            classes = set(map(self._class, inside))
            clear = (
                "sign" in classes
                or any(part.start <= start < part.end for start in starts)
                or ("name" in classes and self._names_side(tokenize(part.text)))
            )
            if clear:
                clearly.add(number)
            if clear or "everyday" in classes:
                hot.add(number)
        short = sum(map(len, words)) < ROOM
        sparse = not short and len(clearly) * _SPARSE < len(parts)
        return _Zone(zones=self, parts=parts, hot=frozenset(clearly if sparse else hot), short=short, sparse=sparse)

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

    def _word_class(self, word: str) -> Literal["sign", "everyday", "name", ""]:
        """What a token of this text says by itself: a sign of a war, perhaps the first word of a side's name."""
        lower = word.lower()
        heads = (head for head in world().heads.of(lower) if head.singular not in war_words().no_signs)
        if lower in _words().hot or any(head.flags & _FIGHTING for head in heads):
            return "everyday" if lower in _words().everyday else "sign"
        is_name = any(char.isupper() or char.isdigit() for char in word) and lower not in syntax_lexicon().closed
        return "name" if is_name and (world().names.begins(word) or self._parties.begins(word)) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zone:
    """The sentences of one article, and those of them with a sign of a war."""

    zones: Zones
    parts: Sequence[Sentence]
    hot: frozenset[int]
    short: bool
    sparse: bool

    def tells(self, number: int) -> bool:
        """Whether a sentence has a trigger, and stands where a war is told of; events around one are told anywhere."""
        words = runs(self.parts[number].text)
        return (self.is_near(number) and self.zones.has_trigger(words)) or self.zones.has_event(words)

    def is_near(self, number: int) -> bool:
        """Whether a sentence stands where a war is told of: it has a sign itself, or takes up what has one."""
        if number in self.hot:
            return True
        text, before = self.parts[number].text, self.before
        takes_up = self.zones.takes_up if self.sparse else self.zones.refers
        if any(near in self.hot for near in range(number - before, number)) and takes_up(text):
            return True
        around = range(number - before, number + before + 1)
        return any(near in self.hot for near in around) and self.zones.denies(text)

    @property
    def before(self) -> int:
        """Sentences back to what a pronoun can mean, and from which a war is still told of."""
        return 1 if self.sparse else _BEFORE

    def following(self, number: int) -> set[int]:
        """The sentences behind one that can deny what it told, or list more places of which it is told."""
        behind = self.parts[number + 1 : number + 3]
        found = {number + 1} if behind and self.zones.denies(behind[0].text) else set()
        return found | {number + 1 + at for at, part in enumerate(behind) if may_list(part.text)}

    def around(self, number: int, *, dated: bool) -> Iterator[int]:
        """The sentences that one stands on."""
        if self.zones.refers(self.parts[number].text):
            before = _BEFORE if number in self.hot and not self._has_name(number) else self.before
            yield from range(max(0, number - before), number)
        if not dated or not self._has_own_date(number):
            before = self.before if self.sparse else _DATED
            yield from (at for at in range(max(0, number - before), number) if find_dates(self.parts[at].text))

    def _has_name(self, number: int) -> bool:
        """Whether a sentence has a word with a capital inside, other than in a date."""
        text = self.parts[number].text
        dates = [(date.start, date.end) for date in find_dates(text)]
        return any(
            token.text[0].isupper() and not any(low <= token.start < high for low, high in dates)
            for token in tokenize(text)[1:]
        )

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
        everyday=frozenset({*inflected(table["everyday"]), *_plurals(table["everyday"])}),
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
