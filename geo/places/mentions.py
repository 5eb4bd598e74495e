"""Finds the region's toponyms in an article, says what part each plays, and which place it stands for.

A name is a place (``fighting in Agdam``), an actor (``Yerevan transferred ...``), a modifier (``the Moscow summit``) or a
person's (``General Karabakh``). Only names of the gazetteer are found here; a name that no gazetteer knows is read by
:mod:`geo.extract` from the slot it fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.phrases import Phrase, PhraseTrie
from geo.places.index import PlaceIndex
from geo.places.names import fold, spellings
from geo.records import Article, Mention, Role
from geo.text import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.regions import Region

LOCATIVE = frozenset("in at near outside inside around across throughout through into toward towards via within".split())
"""Prepositions after which a capital or a country is a location and no government."""

TITLES = frozenset("mr mrs ms general colonel president minister commander dr".split())
_LIST_LINKS = frozenset({",", "and", "or", "&", "the", "part", "parts", "of", "both"})
_GOVERNING_KINDS = frozenset({"capital", "country"})
_MOST_LINKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A phrase of the text that the gazetteer knows, with the kind word that stands by it."""

    phrase: Phrase[str]
    text: str
    kind: str | None
    plural: bool


class MentionFinder:
    """Finds mentions; made once for a region and used for all its articles."""

    def __init__(self, region: Region, *, index: PlaceIndex | None = None) -> None:
        self.index = index or PlaceIndex(region)
        self._kinds = self.index.kinds
        self._groups = {word: group.id for group in region.groups for word in map(fold, group.words)}
        self._parties = frozenset(fold(word) for party in region.parties for word in party.words)
        self._lower = {fold(name) for name in _names(region) if name[:1].islower()}
        self._trie = PhraseTrie(_phrases(region), key=fold)

    def find(self, article: Article) -> list[Mention]:
        """The mentions of an article, in order; ``article.text[m.start:m.end] == m.text`` for each."""
        text, tokens = article.text, tokenize(article.text)
        named = [self._named(phrase, tokens, text) for phrase in self._trie.find(tokens) if self._is_name(phrase, tokens)]
        return [
            self._mention(item, beside, tokens, article)
            for run in _runs(named, tokens)
            for item, beside in _with_neighbours(run)
        ]

    def _is_name(self, phrase: Phrase[str], tokens: Sequence[Token]) -> bool:
        """A name is written with a capital, unless the gazetteer writes it small (``line of contact``)."""
        words = fold(" ".join(token.text for token in tokens[phrase.first : phrase.last]))
        return tokens[phrase.first].text[:1].isupper() or words in self._lower or words in self._groups

    def _named(self, phrase: Phrase[str], tokens: Sequence[Token], text: str) -> _Named:
        after = fold(tokens[phrase.last].text) if phrase.last < len(tokens) else ""
        before = [fold(token.text) for token in tokens[max(0, phrase.first - 2) : phrase.first]]
        kind = self._kinds.singular(after)
        plural = after in self._kinds.plurals
        if kind is None and len(before) == 2 and before[1] == "of":  # noqa: PLR2004
            kind, plural = self._kinds.singular(before[0]), before[0] in self._kinds.plurals
        return _Named(
            phrase=phrase,
            text=text[tokens[phrase.first].start : tokens[phrase.last - 1].end],
            kind=kind,
            plural=plural,
        )

    def _mention(self, item: _Named, beside: Sequence[str], tokens: Sequence[Token], article: Article) -> Mention:
        group = self._groups.get(fold(item.text))
        found = [] if group else self.index.lookup(item.text, kind=item.kind, beside=beside, limit=5)
        best = found[0] if found else None
        kind = self.index.places[best.place].kind if best else "group"
        return Mention(
            article=article.id,
            start=tokens[item.phrase.first].start,
            end=tokens[item.phrase.last - 1].end,
            text=item.text,
            role=self._role(item, kind, tokens),
            place=group or (best.place if best else None),
            score=best.score if best else 1.0,
            candidates=tuple(found),
        )

    def _role(self, item: _Named, kind: str, tokens: Sequence[Token]) -> Role:
        before = tokens[item.phrase.first - 1].lower if item.phrase.first else ""
        after = tokens[item.phrase.last].lower if item.phrase.last < len(tokens) else ""
        if before.rstrip(".") in TITLES:
            return "person"
        if kind not in _GOVERNING_KINDS and fold(item.text) not in self._parties:
            return "place"
        if before in LOCATIVE or self._is_dateline(item, tokens):
            return "place"
        if before in ("the", "a", "an") or after in ("-", "–"):
            return "modifier"
        return "actor"

    def _is_dateline(self, item: _Named, tokens: Sequence[Token]) -> bool:
        """``MOSCOW, January 11. /TASS/`` and ``BAKU (Reuters) -``: in capitals, at the head of a line."""
        after = tokens[item.phrase.last].text if item.phrase.last < len(tokens) else ""
        return item.text.isupper() and after in (",", "(", ".", "-", "–", "—")


def find_mentions(article: Article, region: Region) -> list[Mention]:
    """The mentions of one article; for many, make one :class:`MentionFinder`."""
    return MentionFinder(region).find(article)


def _names(region: Region) -> Iterable[str]:
    for place in region.places:
        yield place.name
        yield from (name.text for name in place.names)


def _phrases(region: Region) -> Iterable[tuple[str, str]]:
    for place in region.places:
        for text, lang in ((place.name, None), *((name.text, name.lang) for name in place.names)):
            yield from ((spelling, place.id) for spelling in spellings(text, lang=lang))
    for group in region.groups:
        yield from ((word, group.id) for word in group.words)


def _runs(named: Sequence[_Named], tokens: Sequence[Token]) -> list[list[_Named]]:
    """Names that stand in one list: only commas, conjunctions and small words between them."""
    runs: list[list[_Named]] = []
    for item in named:
        between = tokens[runs[-1][-1].phrase.last : item.phrase.first] if runs else []
        words = [t.lower for t in between[1:] if between] if runs and runs[-1][-1].kind else [t.lower for t in between]
        linked = bool(runs) and len(words) <= _MOST_LINKS and set(words) <= _LIST_LINKS and not set(words) <= {"of"}
        if linked and words:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _with_neighbours(run: Sequence[_Named]) -> list[tuple[_Named, list[str]]]:
    """Each name of a list with the others; a head in the plural is shared (``Kalbajar, Lachin and Agdam districts``)."""
    shared = next((item.kind for item in run if item.plural), None)
    found = []
    for item in run:
        own = item if item.kind or not shared else _Named(phrase=item.phrase, text=item.text, kind=shared, plural=False)
        beside = [f"{other.text} {other.kind}" if other.kind else other.text for other in run if other is not item]
        found.append((own, beside))
    return found
