"""Finds the region's toponyms in an article, says what part each plays, and which place it stands for.

A name is a place (``fighting in Agdam``), an actor (``Yerevan transferred ...``), a modifier (``the Moscow summit``) or
a person's (``General Karabakh``); :mod:`geo.places.roles` tells which. Only names of the gazetteer are found here; a
name that no gazetteer knows is read by :mod:`geo.extract` from the slot it fills.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from geo.names import fold, spellings
from geo.phrases import Phrase, PhraseTrie
from geo.places.containers import Named, Surroundings
from geo.places.index import PlaceIndex
from geo.places.roles import Site, role_words
from geo.records import Article, Candidate, Mention
from geo.text import Token, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.regions import Region

_CONJUNCTIONS = frozenset({"and", "or", "&"})
_LIST_LINKS = _CONJUNCTIONS | {",", "the", "part", "parts", "of", "both"}
_ENDS = frozenset(",.;:()")
_GOVERNING_KINDS = frozenset({"capital", "country"})
_MOST_LINKS = 5
_MOST_CANDIDATES = 5
_MOST_BESIDE = 12
"""Names of a list, on either side of one, that are told to the gazetteer; so a list may have any length."""

_KEPT_MEANINGS = 1 << 13


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """What a name stands for among its neighbours; see :class:`geo.places.roles.Site` for the last two.

    ``place`` is None where several places fit equally well. ``namesakes`` are those that are of the kind of the best.
    """

    place: str | None
    candidates: tuple[Candidate, ...]
    namesakes: tuple[str, ...]
    governs: bool
    with_article: bool


class MentionFinder:
    """Finds mentions; made once for a region and used for all its articles."""

    def __init__(self, region: Region, *, index: PlaceIndex | None = None) -> None:
        self.index = index or PlaceIndex(region)
        self._groups = frozenset(group.id for group in region.groups)
        self._parties = frozenset(fold(word) for party in region.parties for word in party.words)
        self._small = frozenset(fold(name) for name in _spelled(region) if not name[:1].isupper())
        self._trie = PhraseTrie(_phrases(region), key=fold)
        self._meaning = lru_cache(maxsize=_KEPT_MEANINGS)(self._look_up)

    def find(self, article: Article) -> list[Mention]:
        """The mentions of an article, in order; ``article.text[m.start:m.end] == m.text`` for each."""
        text, tokens = article.text, Tokens(article.text)
        named = [name for phrase in self._trie.find(tokens) if (name := self._named(phrase, tokens, text))]
        mentions: list[Mention] = []
        behind = start = 0
        around = Surroundings(text=text, tokens=tokens, named=named, index=self.index)
        for run in _runs(named, tokens):
            numbers = range(start, start + len(run))
            start += len(run)
            for number, (item, beside) in zip(numbers, _with_neighbours(run), strict=True):
                meaning = self._meant(item, beside, number, numbers, around)
                mention = _mention(item, meaning, tokens, article)
                if mentions and self._goes_on(mentions[-1], mention, tokens[behind : item.last + 1]):
                    mention = replace(mention, role=mentions[-1].role)
                mentions.append(mention)
                behind = item.last
        return mentions

    def _named(self, phrase: Phrase[str], tokens: Sequence[Token], text: str) -> Named | None:
        """The name at a phrase, or None.

        A name is written with a capital, unless the gazetteer writes it small (``line of contact``).
        """
        first, last = phrase.first, phrase.last
        written = text[tokens[first].start : tokens[last - 1].end]
        if not tokens[first].text[:1].isupper() and fold(written) not in self._small:
            return None
        if role_words().is_of_another_place(tokens, first):
            return None
        word, head = self._kind_word(tokens, first, last)
        return Named(
            first=first,
            last=last,
            text=written,
            group=next((value for value in phrase.values if value in self._groups), None),
            kind=self.index.kinds.singular(word),
            head=head,
            plural=word in self.index.kinds.plurals,
        )

    def _kind_word(
        self, tokens: Sequence[Token], first: int, last: int
    ) -> tuple[str, Literal["before", "after"] | None]:
        """The word for a kind beside a name (``Agdam district``, ``the town of Lachin``), and its side."""
        if last < len(tokens) and self.index.kinds.singular(tokens[last].lower):
            return tokens[last].lower, "after"
        if first > 1 and tokens[first - 1].lower == "of" and self.index.kinds.singular(tokens[first - 2].lower):
            return tokens[first - 2].lower, "before"
        return "", None

    def _meant(self, item: Named, beside: tuple[str, ...], number: int, run: range, around: Surroundings) -> _Meaning:
        """What a name stands for: of namesakes, the one that the words around it place."""
        meaning = self._meaning(item.text, item.group, item.kind, beside, None)
        if len(meaning.candidates) > 1:
            others = tuple(candidate.place for candidate in meaning.candidates)
            parent = around.parent(number, run, namesakes=meaning.namesakes, others=others)
            if parent:
                return self._meaning(item.text, item.group, item.kind, beside, parent)
        return meaning

    def _look_up(
        self, name: str, group: str | None, kind: str | None, beside: tuple[str, ...], parent: str | None
    ) -> _Meaning:
        if group:
            return _Meaning(place=group, candidates=(), namesakes=(), governs=False, with_article=False)
        found = tuple(self.index.lookup(name, kind=kind, beside=beside, parent=parent, limit=_MOST_CANDIDATES))
        is_one = bool(found) and (len(found) == 1 or found[0].score > found[1].score)
        place = found[0].place if is_one else None
        is_settlement = kind is not None and "country" not in self.index.kinds.meant_by(kind)  # the city of Baku
        key = fold(name)
        return _Meaning(
            place=place,
            candidates=found,
            namesakes=self._namesakes(found),
            governs=not is_settlement and (self._is_governing(place) or key in self._parties),
            with_article=f"the {key}" in self._parties,
        )

    def _namesakes(self, found: Sequence[Candidate]) -> tuple[str, ...]:
        """The candidates that are of the kind of the best one."""
        kinds = [self.index.places[candidate.place].kind for candidate in found]
        return tuple(candidate.place for candidate, kind in zip(found, kinds, strict=True) if kind == kinds[0])

    def _goes_on(self, before: Mention, mention: Mention, between: Sequence[Token]) -> bool:
        """Whether a name that could act is a location with the one before it.

        ``in Moscow and Baku``; ``in Baku, Azerbaijan,`` where the one lies in the other. ``between`` are the tokens
        after the name before, up to and with the one after this.
        """
        if mention.role != "actor" or before.role != "place" or not between:
            return False
        if between[0].lower in _CONJUNCTIONS and between[1].start == mention.start:
            return self._is_governing(before.place)
        if between[0].text != "," or between[1].start != mention.start:
            return False
        above = self.index.above(self.index.places[before.place]) if before.place in self.index.places else ()
        behind = between[-1].text if between[-1].start >= mention.end else ""
        return mention.place in above and (not behind or behind in _ENDS)

    def _is_governing(self, place: str | None) -> bool:
        known = self.index.places.get(place or "")
        return known is not None and known.kind in _GOVERNING_KINDS


def _mention(item: Named, meaning: _Meaning, tokens: Sequence[Token], article: Article) -> Mention:
    site = Site(
        text=article.text,
        tokens=tokens,
        first=item.first,
        last=item.last,
        governs=meaning.governs,
        with_article=meaning.with_article,
    )
    return Mention(
        article=article.id,
        start=tokens[item.first].start,
        end=tokens[item.last - 1].end,
        text=item.text,
        role=role_words().role(site),
        place=meaning.place,
        score=meaning.candidates[0].score if meaning.candidates else 1.0,
        candidates=meaning.candidates,
    )


def find_mentions(article: Article, region: Region) -> list[Mention]:
    """The mentions of one article; for many, make one :class:`MentionFinder`."""
    return MentionFinder(region).find(article)


def _spelled(region: Region) -> Iterator[str]:
    """All names and words of groups, as they are written."""
    for place in region.places:
        yield place.name
        yield from (name.text for name in place.names)
    for group in region.groups:
        yield from group.words


def _phrases(region: Region) -> Iterator[tuple[str, str]]:
    for place in region.places:
        for text, lang in ((place.name, None), *((name.text, name.lang) for name in place.names)):
            yield from ((spelling, place.id) for spelling in spellings(text, lang=lang))
    for group in region.groups:
        yield from ((word, group.id) for word in group.words)


def _runs(named: Iterable[Named], tokens: Sequence[Token]) -> Iterator[list[Named]]:
    """Names that stand in one list: only commas, conjunctions and small words between them."""
    run: list[Named] = []
    for item in named:
        if run and not _are_listed(run[-1], item, tokens):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _are_listed(one: Named, other: Named, tokens: Sequence[Token]) -> bool:
    if not 0 < other.begin - one.end <= _MOST_LINKS:
        return False
    words = {token.lower for token in tokens[one.end : other.begin]}
    return words <= _LIST_LINKS and ("," in words or not words.isdisjoint(_CONJUNCTIONS))


def _with_neighbours(run: Sequence[Named]) -> Iterator[tuple[Named, tuple[str, ...]]]:
    """Each name of a list, with the kind that it shares with others, and the others next to it.

    A head in the plural is shared by the names before it that have none (``the Kalbajar, Lachin and Agdam districts``),
    or by those after it (``the towns of Shusha and Hadrut``).
    """
    kinds = [item.kind for item in run]
    for number, item in enumerate(run):
        step = -1 if item.head == "after" else 1
        at = number + step if item.plural else -1
        while 0 <= at < len(run) and run[at].kind is None:
            kinds[at] = item.kind
            at += step
    called = [f"{item.text} {item.kind}" if item.kind else item.text for item in run]
    for number, item in enumerate(run):
        beside = (*called[max(0, number - _MOST_BESIDE) : number], *called[number + 1 : number + 1 + _MOST_BESIDE])
        yield item if item.kind == kinds[number] else replace(item, kind=kinds[number]), beside
