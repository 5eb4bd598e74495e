"""An article made ready for reading: its sentences with their trees, names and left-out verbs, and its calendar.

Names, dates and gaps of the whole article come first, since what one sentence means can hang on a later one (a person's
full name, a date's year).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.grammar.itemise import proper_words
from geo.extract.pieces import readable
from geo.extract.syntax.calendar import Calendar
from geo.extract.syntax.clauses import ClauseReader
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.date_words import DateWords
from geo.extract.syntax.gapping import GapFinder, without
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.mending import mend
from geo.extract.syntax.naming import NameFinder
from geo.extract.syntax.noun_tree import NounTree
from geo.extract.syntax.phrases import PhraseReader
from geo.extract.syntax.surnames import with_surnames
from geo.extract.syntax.topics import Topics
from geo.text import tokenize
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.syntax.gapping import Gap
    from geo.extract.syntax.naming import Name
    from geo.extract.syntax.parse import Parse, Parser
    from geo.records import Article, Mention
    from geo.regions import Region
    from geo.text import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSentence:
    """A sentence with what its words are; its gaps are taken out of its tree. A ``peaceful`` one is not about war."""

    number: int
    part: Sentence
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    names: Mapping[int, Name]
    parse: Parse
    gaps: Sequence[Gap]
    peaceful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedArticle:
    """An article's sentences, what its dates mean, and the words that it writes with a capital."""

    sentences: Sequence[PreparedSentence]
    calendar: Calendar
    proper: frozenset[str]


class Preparer:
    """Makes articles ready; made once for a region."""

    def __init__(self, region: Region, parser: Parser) -> None:
        self._parser = parser
        self._lexicon = syntax_lexicon()
        self._world = world()
        self._names = NameFinder(region, self._lexicon, self._world)
        self._date_words = DateWords(date_lexicon())

    def prepare(self, article: Article, mentions: Sequence[Mention]) -> PreparedArticle:
        """An article with its toponyms, ready to be read."""
        parts = readable(article.text)
        tokens = [tokenize(part.text, offset=part.start) for part in parts]
        proper = proper_words(tokens)
        parses = self._trees(parts)
        peaceful = Topics.of(parts, parses, self._world).peaceful
        at_home = any(mention.place for mention in mentions)
        near = _by_sentence(mentions, parts)
        dated = [_dated(part, parse) for part, parse in zip(parts, parses, strict=True)]
        named = with_surnames(
            [
                self._names.find(
                    parse.words, {mention.start: mention for mention in inside}, proper, days, at_home=at_home
                )
                for parse, inside, days in zip(parses, near, dated, strict=True)
            ]
        )
        gaps = [
            GapFinder(self.clauses(part, parse, names).phrases, days, self._lexicon).find()
            for part, parse, names, days in zip(parts, parses, named, dated, strict=True)
        ]
        parses = [without(parse, left_out) for parse, left_out in zip(parses, gaps, strict=True)]
        rows = zip(parts, tokens, near, named, parses, gaps, strict=True)
        return PreparedArticle(
            sentences=[
                PreparedSentence(
                    number=n,
                    part=part,
                    tokens=row,
                    mentions=inside,
                    names=names,
                    parse=parse,
                    gaps=left_out,
                    peaceful=n in peaceful,
                )
                for n, (part, row, inside, names, parse, left_out) in enumerate(rows)
            ],
            calendar=Calendar(article.published, list(zip(parts, parses, strict=True)), self._date_words),
            proper=proper,
        )

    def clauses(self, part: Sentence, parse: Parse, names: Mapping[int, Name]) -> ClauseReader:
        """The clauses of a sentence's tree."""
        nouns = NounTree(
            text=part.text, offset=part.start, parse=parse, names=names, lexicon=self._lexicon, world=self._world
        )
        return ClauseReader(PhraseReader(nouns), self._lexicon)

    def _trees(self, parts: Sequence[Sentence]) -> list[Parse]:
        return [mend(tree, self._lexicon) for tree in self._parser.parse([(part.text, part.start) for part in parts])]


def _by_sentence(mentions: Sequence[Mention], parts: Sequence[Sentence]) -> list[Sequence[Mention]]:
    """The toponyms of each sentence."""
    starts = [mention.start for mention in mentions]
    return [mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)] for part in parts]


def _dated(part: Sentence, parse: Parse) -> frozenset[int]:
    """The positions of the words that dates are made of."""
    spans = [(date.start + part.start, date.end + part.start) for date in find_dates(part.text)]
    return frozenset(word.at for word in parse.words if any(low <= word.start < high for low, high in spans))
