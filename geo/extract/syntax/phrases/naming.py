"""Finds the names in a sentence: parties and places that the region or the world knows, and names known by their shape.

A name of the region wins over general knowledge, a longer one over a shorter one. What nothing explains but a capital
stays open: it can be a place, a party or a person, and the slot that it fills decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from geo.extract.syntax.phrases.long_names import long_end
from geo.extract.syntax.phrases.shapes import ShapeReader
from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import Token

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Word
    from geo.records import Mention
    from geo.regions import Region
    from geo.world import Named, World

Nature = Literal["known", "adjective", "people", "open", "person", "organisation"]

_KEPT_WORDS = 1 << 15
_LONGEST_ACRONYM = 5
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "ROOT", "dative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words ``first`` until before ``last`` of a sentence that name somebody or some place.

    ``party`` is the region's id, or the name itself where only the world or the shape knows it; ``known_party`` tells
    the two from a guess. ``place`` is the gazetteer's id. ``adjective`` names only say whose something is;
    ``is_wide`` ones are of land that holds many towns.
    """

    first: int
    last: int
    text: str
    nature: Nature
    party: str | None = None
    known_party: bool = False
    place: str | None = None
    is_place: bool = False
    is_state: bool = False
    is_wide: bool = False
    forces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """What is known of a sentence before its names are read."""

    words: Sequence[Word]
    tokens: Sequence[Token]
    mentions: Mapping[int, Mention]
    proper: Container[str]
    dated: frozenset[int]
    at_home: bool

    def shape_limit(self, at: int) -> int:
        """Where a name that begins at a position must end: at a date, or with the sentence."""
        return min((one for one in self.dated if one > at), default=len(self.words))


@dataclass(frozen=True, slots=True)
class _Owner:
    party: str
    is_adjective: bool


class NameFinder:
    """Finds names; made once for a region."""

    def __init__(self, region: Region, lexicon: SyntaxLexicon, world: World) -> None:
        self._region = region
        self._lexicon = lexicon
        self._world = world
        self._owners = PhraseTrie(
            (
                (said, _Owner(party=party.id, is_adjective=words is party.adjectives))
                for party in region.parties
                for words in (party.words, party.adjectives)
                for word in words
                if not word.endswith("'s")
                for said in dict.fromkeys((word, word.removeprefix("the ")))
            ),
            key=fold,
        )
        self._states = frozenset(party.id for party in region.parties)
        self._shapes = ShapeReader(lexicon, world)
        self._organisation_words = lexicon.lists["organisation_words"]
        self._is_plain = lru_cache(maxsize=_KEPT_WORDS)(self._names_nothing)

    def find(
        self,
        words: Sequence[Word],
        mentions: Mapping[int, Mention],
        proper: Container[str],
        dated: frozenset[int] = frozenset(),
        *,
        at_home: bool = True,
    ) -> dict[int, Name]:
        """The names of a sentence, by each position that they cover; ``dated`` words are dates and name nobody.

        Articles that are not ``at_home`` in the region use its words for a kind of party (``Peacekeepers``) of any.
        """
        tokens = [Token(word.start, word.end, word.text, word.lower) for word in words]
        sentence = _Sentence(words=words, tokens=tokens, mentions=mentions, proper=proper, dated=dated, at_home=at_home)
        found: dict[int, Name] = {}
        at = 0
        while at < len(words):
            word = words[at]
            is_plain = at in dated or (word.start not in mentions and self._is_plain(word.text))
            name = None if is_plain else self._at(sentence, at)
            if name is None:
                at += 1
                continue
            found.update(dict.fromkeys(range(name.first, name.last), name))
            at = name.last
        return found

    def _names_nothing(self, text: str) -> bool:
        """Whether no name begins with a word of this text, whatever stands beside it: most words, told quickly."""
        if text.lower() == "the" or self._shapes.may_open(text):
            return False
        return not (self._owners.begins(text) or self._world.names.begins(text))

    def _at(self, sentence: _Sentence, at: int) -> Name | None:
        """The longest name that begins at a position: the gazetteer's, a party's, or one that its shape tells."""
        words, tokens = sentence.words, sentence.tokens
        mention = sentence.mentions.get(words[at].start)
        place_last = _reach(words, at, mention.end) if mention else at
        owner = self._region_party(tokens, at, at_home=sentence.at_home)
        world = self._lengthened(words, self._world_party(words, tokens, at))
        if world and world.first > at:  # "the Republican" of "the Republican Palace"
            longer = self._at(sentence, world.first)
            reach = max(world.last, owner.last if owner else at)
            if longer and longer.nature == "adjective" and (world.nature, world.last) == ("people", longer.last):
                return replace(longer, nature="people")  # "the French"
            known = longer is not None and (longer.party in self._states or longer.place is not None)
            if longer and (longer.last > reach or (longer.last == reach and known)):
                return longer
        party_last = max(owner.last if owner else at, world.last if world else at)
        longest = max(place_last, party_last)
        shape_last = min(sentence.shape_limit(at), self._shapes.end(words, tokens, at, sentence.proper))
        if longest == at:
            return self._open(words, tokens, at, shape_last)
        if shape_last > longest and self._belongs_together(words, at, longest, shape_last):
            return self._open(words, tokens, at, shape_last, known=owner or world)
        party = owner if owner and (world is None or owner.last >= world.last) else world
        if place_last < party_last or mention is None:
            return party
        text = _text(words, at, place_last)
        name = _mentioned(mention, text, at, place_last, party if party and party.last == place_last else None)
        return replace(name, is_wide=True) if (party and party.is_wide) or self._is_wide(name.place) else name

    def _is_wide(self, place: str | None) -> bool:
        known = self._region.place(place) if place else None
        return known is not None and known.kind in self._lexicon.lists["wide_kinds"]

    def _region_party(self, tokens: Sequence[Token], at: int, *, at_home: bool) -> Name | None:
        phrase = self._owners.longest_at(tokens, at)
        if phrase is None or not any(token.text[0].isupper() for token in tokens[phrase.first : phrase.last]):
            return None
        if not at_home and self._is_common_noun(tokens, phrase.first, phrase.last):
            return None
        names = [owner for owner in phrase.values if not owner.is_adjective]
        owner = (names or list(phrase.values))[0]
        nature: Nature = "known" if names else "adjective"
        text = _joined(tokens[at + (tokens[at].lower == "the") : phrase.last])
        return Name(first=at, last=phrase.last, text=text, nature=nature, party=owner.party, known_party=True)

    def _is_common_noun(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether words are a common noun that in the region means one party, and elsewhere any: ``Peacekeepers``."""
        noun = self._world.head_at(tokens, first + (tokens[first].lower == "the"))
        return noun is not None and noun.last == last

    def _world_party(self, words: Sequence[Word], tokens: Sequence[Token], at: int) -> Name | None:
        phrase = self._world.parties_at(tokens, at)
        if phrase is None or not any(
            any(char.isupper() or char.isdigit() for char in token.text) for token in tokens[at : phrase.last]
        ):
            return None
        first = at + (tokens[at].lower == "the")
        text = _joined(tokens[first : phrase.last])
        forms = {reading.form for reading in phrase.values}
        kinds = {reading.kind for reading in phrase.values}
        readings: tuple[Named, ...] = phrase.values
        if not forms - {"adjective"}:
            if self._is_noun(words, phrase.last - 1) or self._begins_name(words, phrase.first, phrase.last):
                return None
            nature: Nature = "adjective"
        elif forms <= {"people", "adjective"}:
            nature = "people"
        else:
            nature = "known"
        is_state = "state" in kinds and bool(forms & {"name", "capital"})
        organised = any(
            one.kind in ("armed-group", "peacekeepers", "state-forces", "alliance", "government") for one in readings
        )
        return Name(
            first=first,
            last=phrase.last,
            text=text,
            nature=nature,
            party=text,
            known_party=True,
            is_place=is_state and not organised,
            is_state=is_state,
            is_wide=is_state and "capital" not in forms,
            forces=bool(kinds & {"armed-group", "peacekeepers", "state-forces"}),
        )

    def _is_noun(self, words: Sequence[Word], at: int) -> bool:
        """Whether what looks like an adjective is a noun, other than in a list: ``Russian and Syrian forces``."""
        word = words[at]
        if at + 1 < len(words) and words[at + 1].tag == "POS":  # "four of Darfur's towns"
            return True
        first = words[word.head]  # "Chadian and Nigerien troops"
        listed = word.dep == "conj" and (first.tag == "JJ" or (first.dep == "amod" and first.head > at))
        listed = listed or (word.dep == "attr" and words[at - 1].tag != "DT")  # "It was Nigerian by map"
        listed = listed or (word.dep == "appos" and (words[at - 1].text == "," or words[at - 1].tag == "RB"))
        return word.tag.startswith("NN") and word.dep in _HEADS and not listed

    def _begins_name(self, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether a word for a side is only where something lies: ``Western Tigray``."""
        direction = words[first].lower in self._lexicon.lists["part_adjectives"]
        return direction and last < len(words) and words[last].tag == "NNP" and words[last].text[0].isupper()

    def _belongs_together(self, words: Sequence[Word], first: int, longest: int, shape: int) -> bool:
        """Whether words behind a known name belong to it (``Manbij Military Council``, ``Goma Airport``)."""
        final = words[shape - 1].lower
        if not all(
            word.text[0].isupper() or word.text[0].isdigit() or word.lower in self._shapes.links
            for word in words[longest:shape]
        ):
            return False
        if longest == first + 1 and words[first].lower in self._world.place_openings:  # "Malaya Loknya"
            return True
        if final in self._organisation_words or self._shapes.class_of(words[shape - 1]) in ("site", "feature"):
            return True
        land = self._shapes.class_of(words[shape - 1]) in ("settlement", "area")  # "Benin City", "Rakhine State"
        return land and shape == longest + 1 and words[longest - 1].head == shape - 1

    def _open(
        self, words: Sequence[Word], tokens: Sequence[Token], first: int, last: int, *, known: Name | None = None
    ) -> Name | None:
        common = last - first == 1 and self._is_common_force(words[first], tokens[first])
        if common or all(word.lower in self._lexicon.lists["ordinals"] for word in words[first:last]):
            return None
        text = _text(words, first, last)
        final = words[last - 1].lower
        if self._names_ground(words[last - 1], alone=last - first == 1):
            return Name(first=first, last=last, text=text, nature="open", is_place=True)
        organised = final in self._organisation_words and not self._is_riverbank(words, first, last)
        if organised or (_is_acronym(text) and not _is_in_dateline(words[first])):
            return self._organisation(words, first, last, known)
        titled = self._world.title_at(tokens, first)
        if titled:
            rest = _text(words, titled.last, last)
            person = Name(first=titled.last, last=last, text=rest, nature="person", party=text)
            return person if titled.last < last else None
        given = self._world.is_given_name(words[first].text) and last - first > 1
        if self._is_titled(tokens, first) or (given and not self._world.sounds_like_place(text)):
            return Name(first=first, last=last, text=text, nature="person", party=text)
        alone, of_kind = last - first == 1, bool(self._shapes.class_of(words[last - 1]))  # "Radio Hill"
        ground = alone or of_kind or not self._names_no_ground(words[first].lower, final)
        return Name(first=first, last=last, text=text, nature="open", party=text, is_place=ground)

    def _lengthened(self, words: Sequence[Word], known: Name | None) -> Name | None:
        """``Patriotic Front for Change and Unity``: what is known of a shorter name is not of this one."""
        behind = words[known.last].lower if known and known.last < len(words) else ""
        if known is None or behind != "for" or words[known.last - 1].lower not in self._organisation_words:
            return known
        longer = long_end(words, known.last, self._world) > known.last
        return self._organisation(words, known.first, known.last, known) if longer else known

    def _is_riverbank(self, words: Sequence[Word], first: int, last: int) -> bool:
        """``The West Bank``: a "Bank" with a side before it is land."""
        beside = words[first - 1].lower in self._lexicon.lists["sides_of_rivers"]
        return last - first == 1 and words[first].lower == "bank" and beside

    def _names_no_ground(self, opening: str, final: str) -> bool:
        """``Radio Australia``, ``Operation Riviresa``, ``the Second Karabakh War``: names of no ground."""
        lists = self._lexicon.lists
        return opening in lists["groundless_openings"] or final in lists["groundless_ends"]

    def _is_common_force(self, word: Word, token: Token) -> bool:
        """``22 Marines``, ``the Paratroopers``: a noun of forces that is written with a capital names nobody."""
        noun = self._world.head_at((token,), 0) if word.tag in ("NNS", "NNPS") else None
        return noun is not None and "forces" in noun.values[0].flags

    def _names_ground(self, final: Word, *, alone: bool) -> bool:
        """Whether a name's last word makes it one of ground: ``Goma Airport``, ``Rakhine State``."""
        lists = self._lexicon.lists
        site = self._shapes.class_of(final) == "site" and final.lower not in lists["armed_organisations"]
        return site or (final.lower in lists["land_words"] and not alone)

    def _organisation(self, words: Sequence[Word], first: int, last: int, known: Name | None) -> Name:
        """An organisation, with what ``of`` or ``for`` brings of its name (``Movement for Renewal``)."""
        final = words[last - 1].lower
        armed = final in self._lexicon.lists["armed_organisations"]
        own = known and known.party in self._states and (armed or final in self._lexicon.lists["state_organs"])
        reach = long_end(words, last, self._world) if final in self._organisation_words else last
        text = _text(words, first, reach)
        party = known.party if known and own else text
        return Name(
            first=first, last=reach, text=text, nature="organisation", party=party, known_party=True, forces=armed
        )

    def _is_titled(self, tokens: Sequence[Token], first: int) -> bool:
        for back in (1, 2, 3):
            if first - back >= 0 and (title := self._world.title_at(tokens, first - back)) and title.last == first:
                return True
        return False


def _mentioned(mention: Mention, text: str, first: int, last: int, party: Name | None) -> Name:
    """A name that the gazetteer has, which may be a party's too (``Baku``) or an adjective (``Lachin's``)."""
    name = Name(first=first, last=last, text=text, nature="known", place=mention.place, is_place=True)
    if mention.role == "person":
        return replace(name, nature="person", is_place=False, place=None)
    if party is None or party.nature == "adjective":
        return party or name
    return replace(name, party=party.party, known_party=True, is_state=True)


def _joined(tokens: Sequence[Token]) -> str:
    """The words of tokens, apart where they stand apart in the text."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        parts.append((" " if before is not None and token.start > before.end else "") + token.text)
    return "".join(parts)


def _is_in_dateline(word: Word) -> bool:
    """Whether a word of capitals opens a report (``COCIERI - ...``): the town that it comes from."""
    return word.dep == "lead" and len(word.text) > _LONGEST_ACRONYM


def _is_acronym(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 2 <= len(text) <= 8 and " " not in text and all(char.isupper() for char in letters) and len(letters) >= 1  # noqa: PLR2004


def _reach(words: Sequence[Word], first: int, end: int) -> int:
    last = first + 1
    while last < len(words) and words[last].start < end:
        last += 1
    return last


def _text(words: Sequence[Word], first: int, last: int) -> str:
    parts: list[str] = []
    for before, word in zip((None, *words[first:last]), words[first:last], strict=False):
        parts.append((" " if before is not None and word.start > before.end else "") + word.text)
    return "".join(parts)
