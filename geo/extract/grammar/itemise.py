"""Turns a sentence into items: the longest name, party, date or expression at each place, else the word itself."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.date_expressions import DateExpression, find_dates
from geo.extract.grammar.counted import counted_place
from geo.extract.grammar.slots import PARTY_PRONOUNS
from geo.extract.items import Item, PlaceRef, Tag
from geo.extract.parties import PartyReader, PartyRef
from geo.places.kinds import load_kinds
from geo.text import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

    from geo.extract.lexicon import Inflected, Lexicon
    from geo.extract.triggers import Asked
    from geo.records import Extent, Mention, Place
    from geo.text import Sentence, Token

_OPENERS = frozenset({"\u201c", "\u2018", '"', ":", "-", "\u2013", "\u2014", "(", ")", ".", "/"})
_KEPT_WORDS = 1 << 15
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


class Itemiser:
    """Makes items; built once for a region and a lexicon."""

    def __init__(self, lexicon: Lexicon, parties: PartyReader, places: Iterable[Place] = ()) -> None:
        self._lexicon = lexicon
        self._parties = parties
        self._kinds = {place.id: place.kind for place in places}
        self._is_plain = lru_cache(maxsize=_KEPT_WORDS)(self._says_nothing)
        self._names = lru_cache(maxsize=_KEPT_WORDS)(self._may_name)

    def may_name(self, text: str, asked: Collection[Asked]) -> bool:
        """Whether a sentence can name what one of its triggers asks for."""
        if "nothing" in asked:
            return True
        named = set(map(self._names, words_of(text)))
        return "party" in named or ("name" in asked and "name" in named)

    def _may_name(self, word: str) -> Asked:
        """What a token of this text can name: a party, a name of either; small words that begin a sentence nothing."""
        lower = word.lower()
        if lower in PARTY_PRONOUNS or self._parties.may_begin(word):
            return "party"
        return "nothing" if self._is_plain(word) or lower in self._lexicon.closed else "name"

    def _says_nothing(self, word: str) -> bool:
        """Whether a token of this text is a word or mark and no more, whatever stands beside it."""
        return (
            (word[0].islower() or not (word[0].isalnum() or word[0] in "'\u2019"))
            and word.lower() not in self._lexicon.place_kinds
            and not self._parties.may_begin(word)
            and not self._parties.begins(word)
            and not self._lexicon.counting.begins(word)
        )

    def items(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        *,
        proper: Container[str] = frozenset(),
    ) -> list[Item]:
        """The items of a sentence.

        Parameters
        ----------
        sentence
            The sentence, with its place in the article.
        tokens
            Its tokens, with the article's offsets.
        mentions
            Those of the article's mentions that stand in it.
        proper
            Words that the article writes with a capital inside a sentence (:func:`proper_words`); only such a word is
            taken for a name where it begins one.
        """
        return _Reading(
            lexicon=self._lexicon,
            parties=self._parties,
            sentence=sentence,
            tokens=tokens,
            mentions={mention.start: mention for mention in mentions},
            dates={date.start + sentence.start: date for date in find_dates(sentence.text)},
            proper=proper,
            kinds=self._kinds,
            is_plain=self._is_plain,
        ).items()


def proper_words(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """The words that stand with a capital somewhere inside a sentence, where only a name does."""
    return frozenset(
        token.text
        for tokens in sentences
        for before, token in itertools.pairwise(tokens)
        if token.text[0].isupper() and (before.text[0].islower() or before.text == ",")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One sentence being read."""

    lexicon: Lexicon
    parties: PartyReader
    sentence: Sentence
    tokens: Sequence[Token]
    mentions: Mapping[int, Mention]
    dates: Mapping[int, DateExpression]
    proper: Container[str]
    kinds: Mapping[str, str]
    is_plain: Callable[[str], bool]

    def items(self) -> list[Item]:
        found: list[Item] = []
        position = 0
        while position < len(self.tokens):
            start, end, text, lower = token = self.tokens[position]
            if self.is_plain(text) and start not in self.dates and start not in self.mentions:
                forms = self.lexicon.forms.get(lower, ())
                tag: Tag = "word" if text[0].isalpha() else "mark"
                found.append(Item(start=start, end=end, text=text, lower=lower, tag=tag, forms=forms))
                position += 1
            else:
                item, position = self._longest(position, token)
                found.append(item)
        return found

    def _longest(self, first: int, token: Token) -> tuple[Item, int]:
        """The longest reading that begins at a token, and the token behind it."""
        date = self.dates.get(token.start)
        if date:
            last = self._token_at(first, date.end + self.sentence.start)
            return self._item(first, last, "date", date=date), last
        parties, party_last = self.parties.read(self.tokens, first)
        mention = self.mentions.get(token.start)
        place_last = self._token_at(first, mention.end) if mention else first
        if parties and party_last > place_last:
            return self._item(first, party_last, "party", parties=parties), party_last
        if mention and mention.role != "person":
            return self._name(first, place_last, mention, parties if party_last == place_last else ())
        counted = counted_place(self.tokens, first, self.lexicon)
        if counted:
            return self._counted(first, counted), counted
        return self._expression(first) or self._word(first)

    def _name(self, first: int, last: int, mention: Mention, parties: tuple[PartyRef, ...]) -> tuple[Item, int]:
        """A toponym with the kind word behind it.

        A name of another kind makes a place that the gazetteer does not know (``the Zangezur corridor``), or only says
        where a settlement lies (``the Artsakh town``).
        """
        end, place = last, mention.place
        if end < len(self.tokens) and self.tokens[end].lower in self.lexicon.place_kinds:
            if not self._is_of_kind(place, self.tokens[end].lower):
                if self.lexicon.place_kinds[self.tokens[end].lower] in self.lexicon.lists["settlements"]:
                    return self._item(first, last, "word"), last
                place = None
            end += 1
        kind = self.lexicon.place_kinds[self.tokens[end - 1].lower] if end > last else None
        ref = self._place(first, end, place=place, kind=kind)
        return self._item(first, end, "name", places=(ref,), parties=parties if end == last else ()), end

    def _is_of_kind(self, place: str | None, word: str) -> bool:
        """Whether a kind word can be said of a place; of a group, or of a place that nobody knows, every word can."""
        kind = self.kinds.get(place or "")
        return kind is None or kind in load_kinds().meant_by(word)

    def _counted(self, first: int, last: int) -> Item:
        words = [token.lower for token in self.tokens[first:last]]
        kind = self.lexicon.place_kinds.get(words[-1])
        ref = self._place(first, last, kind=kind, extent="part" if "of" in words else "whole", counted=True)
        return self._item(first, last, "place", places=(ref,))

    def _expression(self, first: int) -> tuple[Item, int] | None:
        """An expression of several words that the grammar knows: a scope, ``according to``."""
        phrase = self.lexicon.phrases.longest_at(self.tokens, first)
        if phrase is None:
            return None
        scope = next((value for value in phrase.values if value.startswith("scope.")), None)
        if scope:
            return self._item(first, phrase.last, "scope", expression=scope), phrase.last
        if "according" in phrase.values:
            return self._item(first, phrase.last, "word", expression="according"), phrase.last
        return None

    def _word(self, first: int) -> tuple[Item, int]:
        token = self.tokens[first]
        if not (token.text[0].isalnum() or token.text[0] in "'\u2019"):
            return self._item(first, first + 1, "mark"), first + 1
        forms = self.lexicon.lemmas(token.lower)
        if token.lower in self.lexicon.place_kinds:
            return self._item(first, first + 1, "kind", forms=forms), first + 1
        last = self._guessed_name(first)
        if last > first:
            return self._unknown_name(first, last)
        return self._item(first, first + 1, "word", forms=forms), first + 1

    def _unknown_name(self, first: int, last: int) -> tuple[Item, int]:
        """A name that may be a place's or a party's; with a kind word behind it (``Netzarim corridor``) a place's."""
        kind = self.lexicon.place_kinds.get(self.tokens[last].lower) if last < len(self.tokens) else None
        last = last + 1 if kind else last
        place = self._place(first, last, kind=kind, guessed=True)
        parties = () if kind else (PartyRef(text=place.text, guessed=True),)
        return self._item(first, last, "name", places=(place,), parties=parties), last

    def _guessed_name(self, first: int) -> int:
        """Past capitalised words that nothing in the region or the lexicon explains: some place's or party's name."""
        last = first
        while last < len(self.tokens) and self._looks_like_name(last, first):
            last += 1
        return last

    def _looks_like_name(self, position: int, first: int) -> bool:
        token = self.tokens[position]
        if not token.text[0].isupper() or token.lower in _WEEKDAYS or self.parties.is_adjective(token):
            return False
        if position > first and (token.start in self.mentions or token.start in self.dates):
            return False
        if token.lower in self.lexicon.closed:
            return False
        if position > first or not self._begins_sentence(position):
            return True
        return token.text in self.proper or self._is_bare_singular(position)

    def _begins_sentence(self, position: int) -> bool:
        return position == 0 or self.tokens[position - 1].text in _OPENERS

    def _is_bare_singular(self, position: int) -> bool:
        """``Hama was taken``: a noun in the singular without an article is a name."""
        following = self.tokens[position + 1].lower if position + 1 < len(self.tokens) else ""
        known = self.lexicon.lemmas(self.tokens[position].lower)
        return (
            following in self.lexicon.lists["singular_verbs"]
            and not known
            and self.tokens[position].lower not in self.lexicon.triggers
        )

    def _place(
        self,
        first: int,
        last: int,
        *,
        place: str | None = None,
        kind: str | None = None,
        extent: Extent = "whole",
        counted: bool = False,
        guessed: bool = False,
    ) -> PlaceRef:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return PlaceRef(
            text=self._text(start, end),
            start=start,
            end=end,
            place=place,
            kind=kind,
            extent=extent,
            counted=counted,
            guessed=guessed,
        )

    def _item(
        self,
        first: int,
        last: int,
        tag: Tag,
        *,
        places: tuple[PlaceRef, ...] = (),
        parties: tuple[PartyRef, ...] = (),
        forms: tuple[Inflected, ...] = (),
        date: DateExpression | None = None,
        expression: str | None = None,
    ) -> Item:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        text = self._text(start, end)
        return Item(
            start=start,
            end=end,
            text=text,
            lower=self.tokens[first].lower if last == first + 1 else text.lower(),
            tag=tag,
            places=places,
            parties=parties,
            forms=forms,
            date=date,
            expression=expression,
        )

    def _text(self, start: int, end: int) -> str:
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def _token_at(self, first: int, end: int) -> int:
        """The first token behind ``first`` that begins at or after an offset."""
        position = first + 1
        while position < len(self.tokens) and self.tokens[position].start < end:
            position += 1
        return position
