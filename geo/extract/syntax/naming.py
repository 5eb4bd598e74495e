"""Finds the names in a sentence: parties and places that the region or the world knows, and names known by their shape.

A name of the region wins over general knowledge, a longer one over a shorter one. What nothing explains but a capital
stays open: it can be a place, a party or a person, and the slot that it fills decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from geo.names import fold
from geo.phrases import PhraseTrie
from geo.text import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Word
    from geo.records import Mention
    from geo.regions import Region
    from geo.world import Named, World

Nature = Literal["known", "adjective", "people", "open", "person", "organisation"]

_ARTICLE = re.compile(r"[ae]\w{1,2}[-\u2010\u2011\u2013][A-Z]")  # al-Fatira, ash-Shaykh
_HYPHENS = frozenset({"-", "\u2013", "\u2010", "\u2011"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "ROOT", "dative"})
_MOST_WORDS = 8
_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words ``first`` until before ``last`` of a sentence that name somebody or some place.

    ``party`` is the region's id, or the name itself where only the world or the shape knows it; ``known_party`` tells
    the two from a guess. ``place`` is the gazetteer's id. ``adjective`` names only say whose something is.
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
    forces: bool = False


@dataclass(frozen=True, slots=True)
class _Owner:
    party: str
    is_adjective: bool


def with_surnames(found: Sequence[Mapping[int, Name]]) -> list[dict[int, Name]]:
    """The names of an article's sentences, those told apart as persons by a fuller name of the same article.

    ``Assad`` is a person where ``President Bashar al-Assad`` stands in another sentence.
    """
    persons = {name.text.split()[-1] for names in found for name in names.values() if name.nature == "person"}
    persons |= {surname.partition("-")[2] for surname in persons if surname.lower().startswith("al-")}

    def known(name: Name) -> Name:
        if name.nature == "open" and name.text in persons:
            return replace(name, nature="person", is_place=False)
        return name

    return [{at: known(name) for at, name in names.items()} for names in found]


class NameFinder:
    """Finds names; made once for a region."""

    def __init__(self, region: Region, lexicon: SyntaxLexicon, world: World) -> None:
        self._region = region
        self._lexicon = lexicon
        self._world = world
        self._owners = PhraseTrie(
            (
                (word, _Owner(party=party.id, is_adjective=words is party.adjectives))
                for party in region.parties
                for words in (party.words, party.adjectives)
                for word in words
                if not word.endswith("'s")
            ),
            key=fold,
        )
        self._states = frozenset(party.id for party in region.parties)
        self._links = lexicon.lists["name_links"] | _HYPHENS | {"'", "\u2019"}
        self._organisation_words = lexicon.lists["organisation_words"]

    def find(
        self,
        words: Sequence[Word],
        mentions: Mapping[int, Mention],
        proper: frozenset[str],
        dated: frozenset[int] = frozenset(),
    ) -> dict[int, Name]:
        """The names of a sentence, by each position that they cover; ``dated`` words are dates and name nobody."""
        tokens = [Token(word.start, word.end, word.text, word.lower) for word in words]
        found: dict[int, Name] = {}
        at = 0
        while at < len(words):
            name = None if at in dated else self._at(words, tokens, at, mentions, proper, dated)
            if name is None:
                at += 1
                continue
            found.update(dict.fromkeys(range(name.first, name.last), name))
            at = name.last
        return found

    def _at(
        self,
        words: Sequence[Word],
        tokens: Sequence[Token],
        at: int,
        mentions: Mapping[int, Mention],
        proper: frozenset[str],
        dated: frozenset[int],
    ) -> Name | None:
        mention = mentions.get(words[at].start)
        place_last = _reach(words, at, mention.end) if mention else at
        owner = self._region_party(tokens, at)
        world = self._world_party(words, tokens, at)
        if world and world.first > at:  # "the Republican" of "the Republican Palace"
            longer = self._at(words, tokens, world.first, mentions, proper, dated)
            if longer and longer.last > world.last:
                return longer
        party_last = max(owner.last if owner else at, world.last if world else at)
        shape_last = min((n for n in dated if n > at), default=len(words))
        shape_last = min(shape_last, self._shape(words, tokens, at, proper))
        if max(place_last, party_last) == at:
            return self._open(words, tokens, at, shape_last)
        longest = max(place_last, party_last)
        if shape_last > longest and self._belongs_together(words, longest, shape_last):
            return self._open(words, tokens, at, shape_last, known=owner or world)
        if place_last >= party_last and mention is not None:
            name = Name(
                first=at, last=place_last, text=_text(words, at, place_last), nature="known",
                place=mention.place, is_place=mention.role != "person",
            )  # fmt: skip
            named = (
                owner if owner and owner.last == place_last else world if world and world.last == place_last else None
            )
            if mention.role == "person":
                return replace(name, nature="person", is_place=False, place=None)
            if named and named.nature == "adjective":
                return named
            return replace(name, party=named.party, known_party=True, is_state=True) if named else name
        return owner if owner and (world is None or owner.last >= world.last) else world

    def _region_party(self, tokens: Sequence[Token], at: int) -> Name | None:
        phrase = self._owners.longest_at(tokens, at)
        if phrase is None or not any(token.text[0].isupper() for token in tokens[phrase.first : phrase.last]):
            return None
        names = [owner for owner in phrase.values if not owner.is_adjective]
        owner = (names or list(phrase.values))[0]
        nature: Nature = "known" if names else "adjective"
        text = _joined(tokens[at : phrase.last])
        return Name(first=at, last=phrase.last, text=text.removeprefix("the "), nature=nature, party=owner.party, known_party=True)  # fmt: skip

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
            if words[phrase.last - 1].tag.startswith("NN") and words[phrase.last - 1].dep in _HEADS:
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
            forces=bool(kinds & {"armed-group", "peacekeepers", "state-forces"}),
        )

    def _shape(self, words: Sequence[Word], tokens: Sequence[Token], first: int, proper: frozenset[str]) -> int:
        """Behind the last of the capitalised words that begin here and may be one name."""
        if not self._may_be_name(words, tokens, first, proper, opens=True):
            return first
        last = first + 1
        while last < len(words) and last - first < _MOST_WORDS:
            linked = self._linked(words, last)
            if linked > last:
                last = linked
            elif self._may_be_name(words, tokens, last, proper, opens=False):
                last += 1
            else:
                break
        while last > first + 1 and words[last - 1].lower in self._links:
            last -= 1
        return last + self._is_numbered(words, last)

    def _is_numbered(self, words: Sequence[Word], at: int) -> bool:
        """Whether a number is the last word of a name: ``Hill 605``, ``Kilometre 40``."""
        if at >= len(words) or not words[at].text.isdigit() or words[at - 1].text[0].islower():
            return False
        counts = at + 1 < len(words) and words[at + 1].tag.startswith(("NN", "JJ", "CD"))
        numbered = self._class(words[at - 1]) or words[at - 1].lower in self._lexicon.lists["numbered"]
        return bool(numbered) and not counts

    def _linked(self, words: Sequence[Word], at: int) -> int:
        """Behind the small words and hyphens that stand at a position inside a name; the position where none does.

        ``al-Fatira``, ``Maarat al-Numan``, ``Deir ez-Zor``, ``Mazar-i-Sharif``, ``Ti-n-Hamra``.
        """
        if at + 1 >= len(words):
            return at
        word, behind = words[at], words[at + 1]
        if word.text in _HYPHENS or word.text in ("'", "\u2019"):
            tight = word.start == words[at - 1].end and word.end == behind.start
            if not tight or not behind.text[:1].isalnum() or behind.lower in self._lexicon.lists["after_hyphen"]:
                return at
            if behind.text[:1].islower():
                return (
                    self._hyphened(words, at + 1) + 1
                    if self._hyphened(words, at + 1) > at + 1
                    else at + 1 + self._is_tail(behind)
                )
            return at + 1
        if word.lower in self._links and behind.text[:1].isupper():
            return at + 1
        hyphen = self._hyphened(words, at)
        return hyphen + 1 if hyphen > at else at

    def _hyphened(self, words: Sequence[Word], at: int) -> int:
        """The hyphen behind a short small word that a capital follows (``ez-Zor``); the position where there is none."""
        word = words[at]
        short = word.text.islower() and len(word.text) <= _SHORT and word.lower not in self._lexicon.lists["prefixes"]
        if not short or at + 2 >= len(words) or words[at + 1].text not in _HYPHENS:
            return at
        return at + 1 if words[at + 1].start == word.end and words[at + 2].text[:1].isupper() else at

    def _is_tail(self, word: Word) -> bool:
        """Whether a small word behind a hyphen ends a name (``Pul-e-khumri``), and is no participle of its own."""
        return word.tag in ("NNP", "NN", "FW", "NNS") and not self._lexicon.basic.lemmas(word.lower)

    def _may_be_name(
        self, words: Sequence[Word], tokens: Sequence[Token], at: int, proper: frozenset[str], *, opens: bool
    ) -> bool:
        word = words[at]
        article = opens and self._hyphened(words, at) > at and word.lower in self._world.any_openings
        if not (word.text[0].isupper() or article or _ARTICLE.match(word.text) or self._is_number(words, at)):
            return False
        if word.lower in self._lexicon.closed and not article:
            return False
        banned = self._world.not_place_at(tokens, at)
        if banned and not self._is_part_of_names(words, at, banned.last, opens=opens):
            return False
        if opens and self._begins(words, at):
            return self._is_name_though_first(words, at, proper)
        if word.tag in ("NNP", "NNPS", "CD") or word.text in proper or word.text.isupper():
            return True
        return opens or word.tag in ("NN", "NNS", "JJ", "FW")

    def _is_part_of_names(self, words: Sequence[Word], at: int, last: int, *, opens: bool) -> bool:
        """Whether words that name nobody alone (``Army``, ``Republic``) may stand in a name: ``Republic Guard``."""
        if opens and not (
            last < len(words) and words[last].lower in self._organisation_words and words[last].text[0].isupper()
        ):
            return False
        return all(word.lower in self._lexicon.lists["organisation_words"] for word in words[at:last])

    def _is_number(self, words: Sequence[Word], at: int) -> bool:
        """Whether a number stands in a name, before capitals: ``15th Brigade``, ``59 Division``."""
        if _numbered(words, at):
            return True
        behind = words[at + 1] if at + 1 < len(words) else None
        return (
            words[at].text.isdigit()
            and behind is not None
            and behind.text[0].isupper()
            and behind.lower in self._lexicon.lists["armed_organisations"]
        )

    def _begins(self, words: Sequence[Word], at: int) -> bool:
        return at == 0 or words[at - 1].text in ("\u201c", '"', ":", "(", "\u2018", "*", "\u2022", "\u2013", "\u2014", "-") and at < 3  # fmt: skip  # noqa: PLR2004

    def _is_name_though_first(self, words: Sequence[Word], at: int, proper: frozenset[str]) -> bool:
        word = words[at]
        if word.text in proper or (word.text.isupper() and len(word.text) > 1 and not _all_capitals(words)):
            return True
        return word.tag in ("NNP", "NNPS") and not self._lexicon.basic.lemmas(word.lower) and not self._is_common(word)

    def _is_common(self, word: Word) -> bool:
        token = Token(word.start, word.end, word.text, word.lower)
        return bool(self._world.head_at((token,), 0) or self._world.place_noun_at((token,), 0)) or (
            word.lower in self._lexicon.lists["common_openers"]
        )

    def _belongs_together(self, words: Sequence[Word], longest: int, shape: int) -> bool:
        """Whether words behind a known name belong to it (``Manbij Military Council``, ``Kabul International Airport``)."""
        final = words[shape - 1].lower
        if not all(
            word.text[0].isupper() or word.text[0].isdigit() or word.lower in self._links
            for word in words[longest:shape]
        ):
            return False
        return final in self._organisation_words or self._class(words[shape - 1]) in ("site", "feature")

    def _class(self, word: Word) -> str:
        """The class of a generic noun for places: site, feature, settlement; empty for other words."""
        found = self._world.place_noun_at((Token(word.start, word.end, word.text, word.lower),), 0)
        return found.values[0].classes[0] if found else ""

    def _open(
        self, words: Sequence[Word], tokens: Sequence[Token], first: int, last: int, *, known: Name | None = None
    ) -> Name | None:
        if last == first:
            return None
        text = _text(words, first, last)
        final = words[last - 1].lower
        if all(word.lower in self._lexicon.lists["ordinals"] for word in words[first:last]):
            return None
        if self._class(words[last - 1]) == "site" and final not in self._lexicon.lists["armed_organisations"]:
            return Name(first=first, last=last, text=text, nature="open", is_place=True)
        if final in self._organisation_words or _is_acronym(text):
            return self._organisation(words, first, last, known)
        titled = self._world.title_at(tokens, first)
        if titled and titled.last < last:
            return Name(first=titled.last, last=last, text=_text(words, titled.last, last), nature="person", party=text)
        if titled:
            return None
        given = self._world.is_given_name(words[first].text) and last - first > 1
        if self._is_titled(tokens, first) or (given and not self._world.sounds_like_place(text)):
            return Name(first=first, last=last, text=text, nature="person", party=text)
        return Name(first=first, last=last, text=text, nature="open", party=text, is_place=True)

    def _organisation(self, words: Sequence[Word], first: int, last: int, known: Name | None) -> Name:
        """An organisation, with what ``of`` or ``for`` brings of its name (``Movement for Renewal``)."""
        final = words[last - 1].lower
        armed = final in self._lexicon.lists["armed_organisations"]
        own = known and known.party in self._states and (armed or final in self._lexicon.lists["state_organs"])
        reach = self._extended(words, last) if final in self._organisation_words else last
        text = _text(words, first, reach)
        party = known.party if known and own else text
        return Name(
            first=first, last=reach, text=text, nature="organisation", party=party, known_party=True, forces=armed
        )

    def _extended(self, words: Sequence[Word], last: int) -> int:
        """Behind ``of`` or ``for`` and the capitals that follow: ``Front for the Liberation of Upper Soya``."""
        at = last
        while at + 1 < len(words) and words[at].lower in ("of", "for"):
            behind = at + 1 + (words[at + 1].lower == "the")
            end = behind
            while end < len(words) and words[end].text[0].isupper() and words[end].tag.startswith(("NNP", "NN", "JJ")):
                end += 1
            if end == behind:
                break
            at = end
        return at

    def _is_titled(self, tokens: Sequence[Token], first: int) -> bool:
        for back in (1, 2, 3):
            if first - back >= 0 and (title := self._world.title_at(tokens, first - back)) and title.last == first:
                return True
        return False


def _joined(tokens: Sequence[Token]) -> str:
    """The words of tokens, apart where they stand apart in the text."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        parts.append((" " if before is not None and token.start > before.end else "") + token.text)
    return "".join(parts)


def _numbered(words: Sequence[Word], at: int) -> bool:
    """``M 23``, ``15th Brigade``: a number that stands in a name behind or before capitals."""
    word = words[at]
    return (
        word.text[0].isdigit() and word.text[-1].isalpha() and at + 1 < len(words) and words[at + 1].text[0].isupper()
    )


def _is_acronym(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 2 <= len(text) <= 8 and " " not in text and all(char.isupper() for char in letters) and len(letters) >= 1  # noqa: PLR2004


def _all_capitals(words: Sequence[Word]) -> bool:
    letters = [word.text for word in words if word.text.isalpha() and len(word.text) > 2]  # noqa: PLR2004
    return bool(letters) and sum(text.isupper() for text in letters) > len(letters) / 2


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
