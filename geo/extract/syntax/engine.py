"""The reading of an article by syntax: parsed sentences, names, events, stance, date, and from them claims."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.dates import DateReader
from geo.extract.grammar.events import EventReader
from geo.extract.grammar.itemise import Itemiser, proper_words
from geo.extract.grammar.noun_phrases import PhraseJoiner
from geo.extract.parties import PartyReader
from geo.extract.syntax.antecedents import Antecedents
from geo.extract.syntax.calendar import Calendar
from geo.extract.syntax.clauses import ClauseReader
from geo.extract.syntax.contest import Contest
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.date_words import DateWords
from geo.extract.syntax.dates import SyntaxDates
from geo.extract.syntax.denials import DenialReader
from geo.extract.syntax.filling import Filler
from geo.extract.syntax.gapping import GapFinder, repeated, without
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.listings import Listings
from geo.extract.syntax.mending import mend
from geo.extract.syntax.naming import NameFinder
from geo.extract.syntax.noun_tree import NounTree
from geo.extract.syntax.phrases import PhraseReader
from geo.extract.syntax.quotations import Quotations
from geo.extract.syntax.reports import ReportReader
from geo.extract.syntax.retold import dated_by_twins
from geo.extract.syntax.sides import Sides
from geo.extract.syntax.speakers import SpeakerReader
from geo.extract.syntax.stance import StanceReader, deniable, taken_up
from geo.extract.syntax.story import Story
from geo.extract.syntax.surnames import with_surnames
from geo.extract.syntax.topics import Topics
from geo.extract.syntax.voices import voice_of
from geo.extract.told import Reading, Told
from geo.text import sentences, tokenize
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.naming import Name
    from geo.extract.syntax.parse import Parse, Parser
    from geo.extract.syntax.stance import Deniable
    from geo.records import Article, Mention
    from geo.regions import Region
    from geo.text import Sentence


class SyntaxReader:
    """Reads what articles tell, with a parser; made once for a region."""

    def __init__(self, region: Region, parser: Parser) -> None:
        self._region = region
        self._parser = parser
        self._lexicon = syntax_lexicon()
        self._world = world()
        self._names = NameFinder(region, self._lexicon, self._world)
        self._sides = Sides(region, self._world)
        basic = self._lexicon.basic
        self._itemiser = Itemiser(basic, PartyReader(region, basic), region.places)
        self._joiner = PhraseJoiner(basic)
        self._events = EventReader(basic)
        self._date_words = DateWords(date_lexicon())

    def _clauses(self, part: Sentence, parse: Parse, names: Mapping[int, Name]) -> ClauseReader:
        """The clauses of a sentence's tree."""
        nouns = NounTree(
            text=part.text, offset=part.start, parse=parse, names=names, lexicon=self._lexicon, world=self._world
        )
        return ClauseReader(PhraseReader(nouns), self._lexicon)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text."""
        parts = list(sentences(article.text))
        parses = [mend(tree, self._lexicon) for tree in self._parser.parse([(part.text, part.start) for part in parts])]
        tokens = [tokenize(part.text, offset=part.start) for part in parts]
        proper = proper_words(tokens)
        quotations = Quotations.of(parts)
        story = Story.of(self._region, self._lexicon, self._world)
        story.parties.voice = voice_of(
            article.source, region=self._region, world=self._world, sides=self._sides, lexicon=self._lexicon
        )
        at_home = story.places.at_home = any(mention.place for mention in mentions)
        dates = DateReader(article.published)
        topics = Topics.of(parts, parses, self._world)
        starts = [mention.start for mention in mentions]
        near = [mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)] for part in parts]
        named = with_surnames(
            [
                self._names.find(
                    parse.words, {m.start: m for m in inside}, proper, _dated(part, parse), at_home=at_home
                )
                for part, parse, inside in zip(parts, parses, near, strict=True)
            ]
        )
        gaps = [
            GapFinder(self._clauses(part, parse, names).phrases, _dated(part, parse), self._lexicon).find()
            for part, parse, names in zip(parts, parses, named, strict=True)
        ]
        parses = [without(parse, left_out) for parse, left_out in zip(parses, gaps, strict=True)]
        calendar = Calendar(article.published, list(zip(parts, parses, strict=True)), self._date_words)
        days = SyntaxDates(calendar, date_lexicon())
        told: list[Told] = []
        stances = StanceReader(region=self._region)
        before: list[Deniable] = []
        listings = Listings()
        for number, (part, parse) in enumerate(zip(parts, parses, strict=True)):
            inside, names = near[number], named[number]
            clauses = self._clauses(part, parse, names)
            reports = ReportReader(parse=parse, clauses=clauses, lexicon=self._lexicon)
            antecedents = Antecedents(clauses, self._lexicon, story, sentence=number, paragraph=part.paragraph)
            events = [(event, event.at) for event in Filler(clauses, self._lexicon, antecedents).read()]
            for gap in gaps[number]:
                again = self._clauses(part, repeated(parse, gap), names)
                told_again = Antecedents(again, self._lexicon, story, sentence=number, paragraph=part.paragraph)
                events += [(event, gap.dated) for event in Filler(again, self._lexicon, told_again).repeat(gap.verb)]
            events = [] if number in topics.peaceful else events
            speakers = SpeakerReader(phrases=clauses.phrases, sides=self._sides, antecedents=antecedents)
            first = len(told)
            quotations.hear(part, parse, reports)
            for event, at in events:
                story.note_change(event)
                quoted = quotations.holds(event.at, parse)
                report = reports.over(event.at)
                for draft, reading in stances.readings(
                    event, report, parse, quoted=quoted, speaker=quotations.speaker()
                ):
                    told.append(Told(
                        draft=draft, reading=reading, sentence=part,
                        dating=days.read(draft, at, sentence=number, reported=report is not None or quoted),
                        speaker=speakers.party(report), concedes=speakers.concedes(report),
                        denies=report is not None and report.denies and reading.stance == "denied",
                    ))  # fmt: skip
            told += listings.read(told[first:], clauses.phrases, antecedents, part)
            here = deniable(told[first:], parse)
            denials = DenialReader(parse=parse, reports=reports, lexicon=self._lexicon).read()
            for denial, one in taken_up(denials, here, before):
                told.append(
                    replace(one, sentence=part, speaker=speakers.party(denial.report), concedes=False, denies=True)
                )
            before = here
            context = self._events.read(
                self._joiner.join(self._itemiser.items(part, tokens[number], inside, proper=proper))
            )
            old = self._joiner.join(self._itemiser.items(part, tokens[number], inside, proper=proper))
            for event in context:
                draft = replace(event, places=_explained(event, antecedents))
                told.append(
                    Told(
                        draft=draft,
                        reading=Reading(stance="planned" if draft.planned else "asserted"),
                        dating=dates.read(draft, old, sentence=number),
                        sentence=part,
                    )
                )
            dates.remember(
                old, sentence=number,
                starts_fighting=any(draft.kind == "clash" for draft in context),
                tells_deal=any(item.lower in self._lexicon.basic.deals for item in old),
            )  # fmt: skip
        contest = Contest(self._sides, self._lexicon, story.named(), story.parties.voice, story.attackers)
        return dated_by_twins(contest.complete(told))


def _explained(event: Draft, antecedents: Antecedents) -> tuple[PlaceRef, ...]:
    """The places of an event around control, ``the region`` resolved."""
    spot = antecedents.spot(0)
    found: list[PlaceRef] = []
    for ref in event.places:
        meant = (
            antecedents.story.places.resolve(ref, seen_from=spot, number=None, plural=False) if ref.anaphor else (ref,)
        )
        found += [one if one.start == ref.start else replace(one, said=(ref.start, ref.end)) for one in meant]
    return tuple(found)


def _dated(part: Sentence, parse: Parse) -> frozenset[int]:
    """The positions of the words that dates are made of."""
    spans = [(date.start + part.start, date.end + part.start) for date in find_dates(part.text)]
    return frozenset(word.at for word in parse.words if any(low <= word.start < high for low, high in spans))
