"""Reads who acts: states, armies, leaders, and the phrases that news makes of them.

``the Armenian military``, ``Baku``, ``Azerbaijani and Armenian sides``, ``Russian President Vladimir Putin`` and
``Yerevan's forces`` are parties of a region; ``M23 rebels`` and ``the army`` are on no list and keep their words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from geo.names import fold
from geo.phrases import PhraseTrie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Offsets
    from geo.extract.lexicon import Lexicon
    from geo.regions import Region
    from geo.text import Token

Head = Literal["name", "forces", "voices", "rule"]
Filled = Literal[
    "adversary", "own", "deal", "rival", "denier", "speaker", "place", "back", "lines-before", "turn", "attack",
    "alone", "holder", "loser", "opponent", "learned",
]  # fmt: skip
"""Why a party stands in a claim whose sentence leaves it out (:mod:`geo.extract.syntax.contest.contest`)."""

_MOST_ADJECTIVES = 3
_HEADS: tuple[tuple[str, Head], ...] = (("nouns.forces", "forces"), ("nouns.voices", "voices"), ("nouns.rule", "rule"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """How likely a learned party is, and the signs that weighed most, with their weights."""

    chance: float
    signs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRef:
    """A party as a sentence names it: the region's id if it knows it, and the words.

    ``head`` tells forces from those who speak for a party and from its rule over something (``Azerbaijani control``).
    ``guessed`` marks a capitalised name that may be a party; ``bare`` a head without an owner (``the army``).
    ``at`` is where the article names it, ``said`` what stands for it in the claim's sentence (``its forces``),
    ``filled`` why it is there where nothing does, ``guess`` how likely it then is, where that was learned. These four
    explain a claim, and make no party another.
    """

    text: str
    party: str | None = None
    head: Head = "name"
    guessed: bool = False
    bare: bool = False
    at: Offsets | None = field(default=None, compare=False)
    said: Offsets | None = field(default=None, compare=False)
    filled: Filled | None = field(default=None, compare=False)
    guess: Guess | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The region's id, or the text's own words."""
        return self.party or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    party: str
    is_adjective: bool


class PartyReader:
    """Reads party phrases; made once for a region and a lexicon."""

    def __init__(self, region: Region, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        owners = [
            (word, _Owner(party=party.id, is_adjective=words is party.adjectives))
            for party in region.parties
            for words in (party.words, party.adjectives)
            for word in words
        ]
        self._owners = PhraseTrie(owners, key=fold)
        said = [word for word, _ in owners]
        said += [word for words in (*lexicon.heads.values(), *self._possessors()) for word in words]
        self._openings = PhraseTrie(((word.lower().removeprefix("the "), True) for word in said), key=fold)

    def _possessors(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that say whose forces or whose rule something is, and name nobody."""
        return self._lexicon.lists["possessives"], self._lexicon.lists["generic_owners"]

    def read(self, tokens: Sequence[Token], first: int) -> tuple[tuple[PartyRef, ...], int]:
        """The party phrase that begins at a token and the token after it; an empty tuple where there is none.

        Several parties come back where adjectives share a head (``the Azerbaijani and Armenian sides``).
        """
        owners, position = self._owners_at(tokens, first)
        if not owners:
            return self._bare(tokens, first)
        head, last = self._head(tokens, position)
        if head is None:
            names = [owner for owner in owners if not owner.is_adjective]
            if len(owners) > 1 or not names:
                names, position = self._first_name(tokens, first)
            last_word = (
                self._head_at(tokens, position - 1) if names else None
            )  # "Defence Army", a name with a head in it
            own_head = last_word[0] if last_word else "name"
            return tuple(_ref(tokens, first, position, owner.party, own_head) for owner in names), position
        last = self._person(tokens, last) if head == "voices" else last
        return tuple(_ref(tokens, first, last, owner.party, head) for owner in owners), last

    def is_adjective(self, token: Token) -> bool:
        """Whether a word only says whose something is (``Azerbaijani``), and names nobody."""
        phrase = self._owners.longest_at((token,), 0)
        return phrase is not None and all(owner.is_adjective for owner in phrase.values)

    def may_begin(self, word: str) -> bool:
        """Whether a token of this text, other than an article, may begin a party phrase or be its head."""
        return self._openings.begins(word)

    def begins(self, word: str) -> bool:
        """Whether any expression that the grammar knows, or its owner, begins with a token of this text."""
        lower = word.lower()
        own = any(lower in words for words in self._possessors())
        return own or self._owners.begins(word) or self._lexicon.phrases.begins(word)

    def _owners_at(self, tokens: Sequence[Token], first: int) -> tuple[list[_Owner], int]:
        """Owners in a row, linked by commas and conjunctions (``Russian, Azerbaijani and Armenian``)."""
        owners: list[_Owner] = []
        position = end = first
        while position < len(tokens):
            phrase = self._owners.longest_at(tokens, position)
            if phrase is None or (
                not tokens[position].text[0].isupper() and not owners and not _written_small(phrase.values)
            ):
                break
            owners.append(phrase.values[0])
            end = position = self._past_suffix(tokens, phrase.last)
            if not owners[-1].is_adjective:
                break
            while position < len(tokens) and tokens[position].lower in (",", "and"):
                position += 1
        return owners, end

    def _first_name(self, tokens: Sequence[Token], first: int) -> tuple[list[_Owner], int]:
        """The owner at a token by itself, where no head follows the row; an adjective alone is nobody."""
        phrase = self._owners.longest_at(tokens, first)
        names = [owner for owner in phrase.values if not owner.is_adjective] if phrase else []
        return (names[:1], self._past_suffix(tokens, phrase.last)) if phrase and names else ([], first)

    def _owned(self, tokens: Sequence[Token], first: int) -> tuple[tuple[PartyRef, ...], int] | None:
        """``its control``, ``their forces``, ``government control``: a head whose owner the story before must name."""
        lower, (possessives, generic) = tokens[first].lower, self._possessors()
        if lower not in possessives and lower not in generic:
            return None
        head, last = self._head_at(tokens, first + 1) or (None, first)
        if head not in ("forces", "rule"):
            return None
        if lower in possessives:
            return (_ref(tokens, first, last, None, head, bare=True),), last
        return (_ref(tokens, first, first + 1, None, head),), last

    def _past_suffix(self, tokens: Sequence[Token], position: int) -> int:
        """Past ``Soviet Socialist Republic`` and the like: still the same party."""
        phrase = self._lexicon.phrases.longest_at(tokens, position)
        return phrase.last if phrase and "nouns.state_suffixes" in phrase.values else position

    def _head(self, tokens: Sequence[Token], position: int) -> tuple[Head | None, int]:
        """The noun that a row of owners stands before, past a possessive and a few adjectives."""
        at = position
        if at < len(tokens) and tokens[at].lower == "'s":
            at += 1
        for step in range(_MOST_ADJECTIVES + 1):
            found = self._head_at(tokens, at)
            if found:
                return found
            if at >= len(tokens) or step == _MOST_ADJECTIVES or not self._may_qualify(tokens[at]):
                break
            at += 1
        return None, position

    def _head_at(self, tokens: Sequence[Token], position: int) -> tuple[Head, int] | None:
        """The head noun that begins at a token, and the token behind it."""
        phrase = self._lexicon.phrases.longest_at(tokens, position) if position < len(tokens) else None
        return next(((head, phrase.last) for name, head in _HEADS if phrase and name in phrase.values), None)

    def _may_qualify(self, token: Token) -> bool:
        """Whether a word can stand between an owner and its head: no mark, no closed-class word, no verb."""
        known = token.lower in self._lexicon.closed or self._lexicon.lemmas(token.lower)
        return token.text.isalpha() and token.text.islower() and not known

    def _may_name(self, token: Token) -> bool:
        """Whether a word can be part of a name: it has a capital and is no small word (``If``, ``By``)."""
        return token.text[0].isupper() and token.text[-1].isalnum() and token.lower not in self._lexicon.closed

    def _person(self, tokens: Sequence[Token], position: int) -> int:
        """Past the name behind a title: ``Prime Minister Nikol Pashinyan``."""
        while position < len(tokens) and tokens[position].text[0].isupper() and tokens[position].text[-1].isalpha():
            position += 1
        return position

    def _bare(self, tokens: Sequence[Token], first: int) -> tuple[tuple[PartyRef, ...], int]:
        """A head without an owner, or with one that no list has: ``the army``, ``M23 rebels``."""
        owned = self._owned(tokens, first)
        if owned:
            return owned
        phrase = self._lexicon.phrases.longest_at(tokens, first)
        if phrase and "nouns.forces" in phrase.values:
            return (_ref(tokens, first, phrase.last, None, "forces", bare=True),), phrase.last
        if phrase and "nouns.rulers" in phrase.values:
            return (_ref(tokens, first, phrase.last, None, "voices", bare=True),), phrase.last
        last = first
        while last < len(tokens) and self._may_name(tokens[last]):
            last += 1
        if last == first or last - first > _MOST_ADJECTIVES:
            return (), first
        head, end = self._head(tokens, last)
        if head != "forces" or any(self._owners.longest_at(tokens, at) for at in range(first, last)):
            return (), first
        return (_ref(tokens, first, end, None, head),), end


def _written_small(owners: tuple[_Owner, ...]) -> bool:
    return any(not owner.is_adjective for owner in owners)


def _ref(
    tokens: Sequence[Token], first: int, last: int, party: str | None, head: Head, *, bare: bool = False
) -> PartyRef:
    words = " ".join(token.text for token in tokens[first:last]).replace(" 's", "'s").replace(" \u2019s", "\u2019s")
    at = (tokens[first].start, tokens[last - 1].end)
    return PartyRef(text=words, party=party, head=head, bare=bare, at=at)
