"""Which sentences of an article are parsed: those that can tell of control, and those that these stand on.

Most of a newspaper is about other things, and parsing is what takes time. A sentence can tell something where it holds
a trigger (:mod:`geo.extract.syntax.triggers`) and stands where something tells of a war: a sign of one, a state,
forces, a name of the region, in it or, where it refers to what was told, a few sentences before it. Parsed with it are
all sentences with such a sign, since they name the parties and the places; those before it where it refers to what was
told; and those with dates where it has none. A short text is parsed whole: it need not say that it is about a war.
Of an article that is about other things (:mod:`geo.extract.signs`) less is parsed still.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.grammar.triggers import event_triggers
from geo.extract.signs import SignReader
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.triggers import answer_triggers, denial_triggers, syntax_triggers
from geo.extract.triggers import Triggers, runs
from geo.text import tokenize, words_of
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from geo.extract.signs import Signs
    from geo.records import Mention
    from geo.regions import Region
    from geo.text import Sentence

_BEFORE = 3
"""Sentences back to what a pronoun can mean in an article about a war."""

_DATED = 4
"""Sentences for which a date stays the one that the story goes on from."""

_LINE = 200
"""Characters of a text that can be a line of a bulletin and no more."""
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_SMALL = 3
"""Words written small that a list of names may have: ``Hacıkənd and Aşağı Ağcakənd, also a part of the other``."""


class Zones:
    """Tells which sentences are parsed; made once for a region."""

    def __init__(self, region: Region) -> None:
        self._triggers = syntax_triggers()
        self._events = Triggers(event_triggers(syntax_lexicon().basic))
        self._denials = denial_triggers()
        self._answers = answer_triggers()
        self._signs = SignReader(region)

    def is_silent(self, text: str) -> bool:
        """Whether a text has no trigger, and is no line with a label: ``Hama: still Syrian`` has none."""
        if len(text) < _LINE and ":" in text:
            return False
        words = runs(text)
        return not (self._triggers.stand_among(words) or self._events.stand_among(words))

    def parsed(self, parts: Sequence[Sentence], mentions: Sequence[Mention], *, dated: bool) -> list[int]:
        """The sentences of a text that are parsed, in order; ``dated`` where its day of publication is known."""
        signs = self._signs.read(parts, mentions)
        zone = _Zone(zones=self, parts=parts, signs=signs)
        if signs.short:
            is_any = signs.hot or any(not self.is_silent(part.text) for part in parts)
            return list(range(len(parts))) if is_any else []
        core = {number for number in range(len(parts)) if zone.tells(number)}
        core |= {behind for number in core | signs.hot for behind in zone.following(number)}
        around = {other for number in core for other in zone.around(number, dated=dated)}
        return sorted(core | signs.hot | around)

    def is_about_others(self, parts: Sequence[Sentence], mentions: Sequence[Mention]) -> bool:
        """Whether an article is about other things than a war, and its other sentences are not read at all."""
        return self._signs.read(parts, mentions).sparse

    def has_trigger(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence of these runs holds a trigger of control."""
        return self._triggers.stand_among(words)

    def has_event(self, words: AbstractSet[str]) -> bool:
        """Whether a sentence of these runs holds the words of an event around control."""
        return self._events.stand_among(words)

    def refers(self, text: str) -> bool:
        """Whether a sentence refers to what was told before."""
        return self._signs.refers(text)

    def takes_up(self, text: str) -> bool:
        """Whether what a sentence refers to stands beside one of its triggers."""
        return self._signs.takes_up(text, self._triggers)

    def denies(self, text: str) -> bool:
        """Whether a sentence can deny what the one before told."""
        return self._denials.stand_among(runs(text))

    def answers(self, text: str) -> bool:
        """Whether a sentence can deny, judge or bear out what is told near it."""
        return self._answers.stand_among(runs(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zone:
    """The sentences of one article, and those of them with a sign of a war."""

    zones: Zones
    parts: Sequence[Sentence]
    signs: Signs

    def tells(self, number: int) -> bool:
        """Whether a sentence has a trigger, and stands where a war is told of; events around one are told anywhere."""
        words = runs(self.parts[number].text)
        return (self.is_near(number) and self.zones.has_trigger(words)) or self.zones.has_event(words)

    def is_near(self, number: int) -> bool:
        """Whether a sentence stands where a war is told of: it has a sign itself, or takes up what has one."""
        hot, text, before = self.signs.hot, self.parts[number].text, self.before
        if number in hot:
            return True
        takes_up = self.zones.takes_up if self.signs.sparse else self.zones.refers
        if not hot.isdisjoint(range(number - before, number)) and takes_up(text):
            return True
        around = () if self.signs.sparse else range(number - before, number + before + 1)
        return not hot.isdisjoint(around) and self.zones.answers(text)

    @property
    def before(self) -> int:
        """Sentences back to what a pronoun can mean, and from which a war is still told of."""
        return 1 if self.signs.sparse else _BEFORE

    def following(self, number: int) -> set[int]:
        """The sentences behind one that can deny what it told, or list more places of which it is told."""
        behind = self.parts[number + 1 : number + 3]
        found = {number + 1} if behind and self.zones.denies(behind[0].text) else set()
        return found | {number + 1 + at for at, part in enumerate(behind) if may_list(part.text)}

    def around(self, number: int, *, dated: bool) -> Iterator[int]:
        """The sentences that one stands on."""
        if self.zones.refers(self.parts[number].text):
            yield from range(max(0, number - self._stands_on(number)), number)
        if not dated or not self._has_own_date(number):
            before = self.before if self.signs.sparse else _DATED
            yield from (at for at in range(max(0, number - before), number) if find_dates(self.parts[at].text))

    def _has_name(self, number: int) -> bool:
        """Whether a sentence has a word with a capital inside, other than in a date."""
        text = self.parts[number].text
        dates = [(date.start, date.end) for date in find_dates(text)]
        return any(
            token.text[0].isupper() and not any(low <= token.start < high for low, high in dates)
            for token in tokenize(text)[1:]
        )

    def _stands_on(self, number: int) -> int:
        """Sentences back to what one can refer to; in an article about other things, a name of its own is enough."""
        if not self.signs.sparse:
            return _BEFORE
        if number not in self.signs.hot:
            return self.before
        return 0 if self._has_name(number) else _BEFORE

    def _has_own_date(self, number: int) -> bool:
        dates = find_dates(self.parts[number].text)
        return bool(dates) and all(date.anchor == "none" for date in dates)


def may_list(text: str) -> bool:
    """Whether a sentence can be a list of places and nothing else: hardly a word of it is written small."""
    bare = _BRACKETS.sub(" ", text.partition(":")[2] or text)
    small = (word for word in words_of(bare) if word[0].islower() and word not in syntax_lexicon().closed)
    others = (word for word in small if not world().place_nouns.of(word))
    return next(islice(others, _SMALL, None), None) is None
