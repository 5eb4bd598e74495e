"""All tables of general knowledge, arranged for look-up at a token of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.names import fold
from geo.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.text import Token
    from geo.world.phrasebook import Phrasebook
    from geo.world.records import HeadNoun, Named, Organisation, People, PlaceNoun, State

_ARTICLE = "the"
_SHORTEST_STEM = 3


@dataclass(frozen=True, kw_only=True)
class World:
    """General knowledge of parties and places; immutable, made once by :func:`geo.world.world`.

    States, organisations and peoples are keyed by their ids. Single words are folded (:func:`geo.names.fold`):
    ``given_names``; ``small_words`` of names, which have no capital; ``place_openings`` and ``place_closings``, the
    generic words in names of places; ``any_openings``, those in names of places and persons alike (``al``, ``Abu``).
    """

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    peoples: Mapping[str, People]
    names: Phrasebook[Named]
    leaders: Phrasebook[str]
    heads: Phrasebook[HeadNoun]
    place_nouns: Phrasebook[PlaceNoun]
    titles: Phrasebook[str]
    not_places: Phrasebook[str]
    given_names: frozenset[str]
    small_words: frozenset[str]
    place_openings: frozenset[str]
    any_openings: frozenset[str]
    place_closings: frozenset[str]
    place_endings: tuple[str, ...]

    def parties_at(self, tokens: Sequence[Token], first: int) -> Phrase[Named] | None:
        """The longest name of a party that begins at a token, with all its readings; None where there is none.

        An article before the name is part of the phrase. Capitals count: ``turkey`` is no state, ``is`` no group.

        Examples
        --------
        >>> from geo.text import tokenize
        >>> from geo.world import world
        >>> found = world().parties_at(tokenize("the DRC and M23"), 0)
        >>> (found.last, found.values[0].id) if found else None
        (2, 'democratic-republic-of-the-congo')
        """
        found = self._names_at(tokens, first)
        if first + 1 < len(tokens) and tokens[first].lower == _ARTICLE:
            found += self._names_at(tokens, first + 1)
        if not found:
            return None
        last = max(phrase.last for phrase in found)
        readings = dict.fromkeys(reading for phrase in found if phrase.last == last for reading in phrase.values)
        return Phrase(first, last, tuple(readings))

    def parties(self, text: str) -> tuple[Named, ...]:
        """Whose name a text is as a whole, its case aside; an article may stand before it."""
        article, _, rest = text.partition(" ")
        return self.names.of(text) or (self.names.of(rest) if article.lower() == _ARTICLE else ())

    def head_at(self, tokens: Sequence[Token], first: int) -> Phrase[HeadNoun] | None:
        """The longest noun of a party that begins at a token (``border guards``), in either number."""
        return self.heads.longest_at(tokens, first)

    def title_at(self, tokens: Sequence[Token], first: int) -> Phrase[str] | None:
        """The longest title of a person that begins at a token (``Prime Minister``, ``Gen.``)."""
        return self.titles.longest_at(tokens, first)

    def place_noun_at(self, tokens: Sequence[Token], first: int) -> Phrase[PlaceNoun] | None:
        """The longest generic noun for a place that begins at a token (``air base``), in either number."""
        return self.place_nouns.longest_at(tokens, first)

    def not_place_at(self, tokens: Sequence[Token], first: int) -> Phrase[str] | None:
        """The longest capitalised phrase at a token that is neither a place nor a party (``Monday``, ``HIMARS``)."""
        found = self.not_places.longest_at(tokens, first)
        return found if found and _has_capital(tokens[first].text) else None

    def led_by(self, name: str) -> str | None:
        """The state or organisation that somebody leads or speaks for whose name ends a text, by its usual name.

        Examples
        --------
        >>> from geo.world import world
        >>> world().led_by("General Oleksandr Syrskyi")
        'Ukraine'
        """
        led = self._id_led_by(name)
        known = self.states.get(led) or self.organisations.get(led)
        return known.names[0] if known else None

    def state_led_by(self, name: str) -> str | None:
        """The state that somebody leads or speaks for, by its usual name; None for those who lead anything else."""
        state = self.states.get(self._id_led_by(name))
        return state.names[0] if state else None

    def _id_led_by(self, name: str) -> str:
        words = name.split()
        found = next(filter(None, (self.leaders.of(" ".join(words[first:])) for first in range(len(words)))), ())
        return found[0] if found else ""

    def is_given_name(self, word: str) -> bool:
        """Whether a capitalised word is a usual given name (``Ivan``, ``Jean-Pierre``).

        Many are names of places too (``Milan``): one speaks for a person where another name follows it.
        """
        return _has_capital(word) and fold(word).partition(" ")[0] in self.given_names

    def sounds_like_place(self, name: str) -> bool:
        """Whether a capitalised name is made as those of places are (``Stepanakert``, ``Tel Abyad``).

        It is a guess, for names that no gazetteer has; an opening that persons' names share (``al-``) says nothing.
        """
        words = fold(name).split()
        if not words or not _has_capital(name):
            return False
        opened = len(words) > 1 and (words[0] in self.place_openings or words[-1] in self.place_closings)
        return opened or any(
            words[-1].endswith(ending) and len(words[-1]) >= len(ending) + _SHORTEST_STEM
            for ending in self.place_endings
        )

    def _names_at(self, tokens: Sequence[Token], first: int) -> list[Phrase[Named]]:
        """The longest phrase at a token that has a reading which its capitals allow."""
        for phrase in self.names.all_at(tokens, first):
            words = tokens[phrase.first : phrase.last]
            values = tuple(reading for reading in phrase.values if self._is_written(reading, words))
            if values:
                return [Phrase(phrase.first, phrase.last, values)]
        return []

    def _is_written(self, reading: Named, tokens: Sequence[Token]) -> bool:
        """Whether a reading may be meant by tokens so written: exactly, or with a capital where its name has one."""
        if reading.exact:
            return _letters(reading.written) == "".join(_letters(token.text) for token in tokens)
        if not _has_capital(reading.written):
            return True
        if _has_capital(self._first_telling(reading.written.split())):
            return _has_capital(self._first_telling([token.text for token in tokens]))
        return any(_has_capital(token.text) for token in tokens)

    def _first_telling(self, words: Sequence[str]) -> str:
        """The first word of a name that is not small (``the``, ``al-``)."""
        return next((word for word in words if word.lower() not in self.small_words), words[0])


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _has_capital(text: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in text)
