"""An article made ready for reading: its sentences with their trees, names and left-out verbs, and its calendar.

Names, dates and gaps of the whole article come first, since what one sentence means can hang on a later one (a person's
full name, a date's year).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.grammar.unfolding import Proper
from geo.extract.pieces import readable
from geo.extract.syntax.clauses.clauses import ClauseReader
from geo.extract.syntax.clauses.gap_trees import without
from geo.extract.syntax.clauses.gapping import GapFinder
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.dating.calendar import Calendar
from geo.extract.syntax.dating.words import DateWords
from geo.extract.syntax.home import tells_of_home
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.mending.passes import mend
from geo.extract.syntax.phrases.naming import NameFinder
from geo.extract.syntax.phrases.noun_tree import NounTree
from geo.extract.syntax.phrases.phrases import PhraseReader
from geo.extract.syntax.phrases.surnames import with_surnames
from geo.extract.syntax.topics import Topics
from geo.extract.syntax.trees.parse import NOTHING
from geo.extract.syntax.zones import Zones
from geo.text import tokenize
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from geo.extract.syntax.clauses.gapping import Gap
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.trees.parse import Parse, Parser
    from geo.records import Article, Mention
    from geo.regions import Region
    from geo.text import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An article, which of its sentences are parsed, and which of these are read."""

    article: Article
    mentions: Sequence[Mention]
    parts: Sequence[Sentence]
    parsed: Sequence[int]
    read: Sequence[int]


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
    """An article's parsed sentences, what its dates mean, and the words that it writes with a capital."""

    sentences: Sequence[PreparedSentence]
    calendar: Calendar
    proper: Container[str]


class Preparer:
    """Makes articles ready; made once for a region."""

    def __init__(self, region: Region, parser: Parser, *, filtered: bool = True) -> None:
        """Without ``filtered``, every sentence is parsed."""
        self._region = region
        self._parser = parser
        self._zones = Zones(region)
        self._filtered = filtered
        self._lexicon = syntax_lexicon()
        self._world = world()
        self._names = NameFinder(region, self._lexicon, self._world)
        self._date_words = DateWords(date_lexicon())

    def plan(self, article: Article, mentions: Sequence[Mention]) -> Plan:
        """Which sentences of an article are parsed."""
        parts, zones = readable(article.text), self._zones
        everything: Sequence[int] = range(len(parts))
        read = everything
        if self._filtered or zones.is_about_others(parts, mentions):
            read = zones.parsed(parts, mentions, dated=article.published is not None)
        return Plan(
            article=article, mentions=mentions, parts=parts, parsed=read if self._filtered else everything, read=read
        )

    def trees(self, plans: Sequence[Plan]) -> list[dict[int, Parse]]:
        """The trees of the sentences that each article needs, by number; all of them parsed together."""
        wanted = [plan.parts[number] for plan in plans for number in plan.parsed]
        parsed = iter(self._parser.parse([(part.text, part.start) for part in wanted]))
        return [{number: mend(next(parsed), self._lexicon) for number in plan.parsed} for plan in plans]

    def prepare(self, plan: Plan, trees: Mapping[int, Parse]) -> PreparedArticle:
        """An article with its toponyms and trees, ready to be read."""
        article, parts, numbers = plan.article, [plan.parts[number] for number in plan.read], plan.read
        proper = Proper(plan.parts)
        parses = [trees[number] for number in numbers]
        peaceful = Topics.of(parts, parses, self._world, text=article.text).peaceful
        at_home = tells_of_home(self._region, plan.mentions)
        near = _by_sentence(plan.mentions, parts)
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
        rows = zip(numbers, parts, near, named, parses, gaps, strict=True)
        everything = dict(zip(numbers, parses, strict=True))
        return PreparedArticle(
            sentences=[
                PreparedSentence(
                    number=number,
                    part=part,
                    tokens=tokenize(part.text, offset=part.start),
                    mentions=inside,
                    names=names,
                    parse=parse,
                    gaps=left_out,
                    peaceful=at in peaceful,
                )
                for at, (number, part, inside, names, parse, left_out) in enumerate(rows)
            ],
            calendar=Calendar(
                article.published,
                [(part, everything.get(number, NOTHING)) for number, part in enumerate(plan.parts)],
                self._date_words,
            ),
            proper=proper,
        )

    def clauses(self, part: Sentence, parse: Parse, names: Mapping[int, Name]) -> ClauseReader:
        """The clauses of a sentence's tree."""
        nouns = NounTree(
            text=part.text, offset=part.start, parse=parse, names=names, lexicon=self._lexicon, world=self._world
        )
        return ClauseReader(PhraseReader(nouns), self._lexicon)


def _by_sentence(mentions: Sequence[Mention], parts: Sequence[Sentence]) -> list[Sequence[Mention]]:
    """The toponyms of each sentence."""
    starts = [mention.start for mention in mentions]
    return [mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)] for part in parts]


def _dated(part: Sentence, parse: Parse) -> frozenset[int]:
    """The positions of the words that dates are made of."""
    spans = [(date.start + part.start, date.end + part.start) for date in find_dates(part.text)]
    return frozenset(word.at for word in parse.words if any(low <= word.start < high for low, high in spans))
