"""Lists of places without a verb, which go on with a taking told before: ``Fuzuli district: Garadaghli, Garakollu``.

Announcements give their places line by line, by district. A line of nothing but names (with what holds them before a
colon) says of them what the lines before said of the places they counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.filling.dated_lists import dated_places, with_their_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.dates import Dating
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.trees.parse import Word
    from geo.extract.told import Told
    from geo.text import Sentence

_TAKINGS = frozenset({"capture", "handover", "loss", "withdrawal"})
_BETWEEN = frozenset({",", ";", "and", "&", "(", ")", "."})
_BEFORE_COLON = ("IN", "DT", "CC", ",", ":", "HYPH", "NFP")
_BULLETS = frozenset("-*\u2013\u2014\u2022")
_NAMES = 2
"""Names of which a line without a colon must be made."""


def listed(phrases: PhraseReader) -> tuple[PlaceRef, ...]:
    """The places that a sentence lists, where it is a list and nothing else; what holds them is none of them."""
    words = [word for word in phrases.parse.words if word.dep != "lead" and word.text not in _BULLETS]
    colon = next((n for n, word in enumerate(words) if word.text == ":"), None)
    if colon is None:
        found = _members(phrases, words)
        return found if len(found) >= _NAMES else ()
    return _members(phrases, words[colon + 1 :]) if _names_container(phrases, words[:colon]) else ()


def _names_container(phrases: PhraseReader, words: Sequence[Word]) -> bool:
    """Whether words name a place, and say nothing else: ``In Khojavend``, ``Fuzuli district``."""
    names = [phrases.names[word.at] for word in words if word.at in phrases.names]
    others = [word for word in words if word.at not in phrases.names]
    plain = all(word.tag in _BEFORE_COLON or phrases.tree.kind_of(word.at) for word in others)
    return plain and any(name.is_place and not name.is_state for name in names)


def _members(phrases: PhraseReader, words: Sequence[Word]) -> tuple[PlaceRef, ...]:
    """The names that words list; none where they say anything else."""
    found: list[PlaceRef] = []
    inside = False
    for word in words:
        inside = word.text == "(" or (inside and word.text != ")")
        name = phrases.names.get(word.at)
        if name is None:
            if not (word.text in _BETWEEN or inside or phrases.tree.kind_of(word.at) or word.tag == "DT"):
                return ()
        elif not name.is_place or name.is_state:
            return ()
        elif name.first == word.at and not inside:
            found.append(replace(phrases.tree.ref(name), guessed=name.nature != "known"))
    return tuple(found)


def _of_entry(phrases: PhraseReader) -> tuple[PlaceRef, ...]:
    """The places of a chronology's entry without a verb: ``Gubadli``, ``of Fuzuli``, ``Zangilan, the last one``."""
    words = [word for word in phrases.parse.words if word.dep != "lead"]
    if words and words[0].lower == "of":
        words = words[1:]
    aside = next((n for n in range(1, len(words)) if words[n].tag == "DT" and words[n - 1].text == ","), len(words))
    return _members(phrases, words[:aside])


@dataclass(slots=True)
class Listings:
    """The lists of one article, and what they go on with."""

    _open: list[Told] = field(default_factory=list)
    _silent: int = 0
    _last: tuple[PlaceRef, ...] = ()

    def read(
        self,
        told: Sequence[Told],
        phrases: PhraseReader,
        antecedents: Antecedents,
        part: Sentence,
        *,
        entry: Dating | None = None,
        dates: Sequence[Dating] = (),
    ) -> list[Told]:
        """What a sentence that only lists places tells of them; of any other, what it ``told`` is kept in mind.

        ``entry`` is the date that heads it in a chronology; a single place will do then. ``dates`` are all that it has.
        """
        if dates and self._open and not told and (rows := dated_places(phrases, dates)):
            return with_their_dates(rows, self._open, part)
        places = () if told else listed(phrases) or (self._added(phrases) if self._last else ())
        if entry is not None and not told:
            places = places or _of_entry(phrases)
        if not places:
            self._last = ()
            self._hear(told)
            return []
        self._last = (*self._last, *places)
        spot = replace(antecedents.spot(0), at=len(phrases.parse.words), role="topic", verbs=())
        antecedents.story.places.note(self._last, spot)
        return [
            replace(one, draft=replace(one.draft, places=places, at=0), sentence=part, dating=entry or one.dating)
            for one in self._open
        ]

    def pass_over(self, sentences: int) -> None:
        """Leave out sentences that tell nothing and list nothing."""
        self._last = ()
        for _ in range(min(sentences, 2)):
            self._hear(())

    def _hear(self, told: Iterable[Told]) -> None:
        """Remember what a sentence told that is no list; one that tells nothing may say who lists the places."""
        takings = [one for one in told if one.draft.kind in _TAKINGS and one.reading.stance != "denied"]
        if takings:
            counted = [one for one in takings if any(place.counted for place in one.draft.places)]
            self._open = [one for one in counted or takings if one.draft.at == (counted or takings)[-1].draft.at]
            self._silent = 0
        else:
            self._silent += 1
            self._open = self._open if self._silent <= 1 else []

    def _added(self, phrases: PhraseReader) -> tuple[PlaceRef, ...]:
        """``Also eight heights in Gubadli``: a noun phrase behind a list, with no verb, adds to it."""
        words = phrases.parse.words
        root = next((word for word in words if word.head == word.at), None)
        if root is None or not root.tag.startswith("N") or any(word.tag.startswith(("V", "MD")) for word in words):
            return ()
        return tuple(place for phrase in phrases.read(root.at) for place in phrase.places)
