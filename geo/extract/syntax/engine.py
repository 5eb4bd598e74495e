"""The reading of an article by syntax: parsed sentences, names, events, stance, date, and from them claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.articles.datelines import find_dateline
from geo.extract.items import PlaceRef
from geo.extract.syntax.around import AroundReader
from geo.extract.syntax.contest.contest import Contest
from geo.extract.syntax.contest.learned import completed
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.dating.dates import SyntaxDates
from geo.extract.syntax.dating.retold import dated_by_twins
from geo.extract.syntax.home import tells_of_home
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.prepared import Preparer
from geo.extract.syntax.reporting.answers import interview_in
from geo.extract.syntax.reporting.quotations import Quotations
from geo.extract.syntax.reporting.stance import StanceReader
from geo.extract.syntax.reporting.voices import Voices
from geo.extract.syntax.sentence import SentenceReader, Thread
from geo.extract.syntax.story.sides import Sides
from geo.extract.syntax.story.story import Story
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.syntax.prepared import Plan
    from geo.extract.syntax.trees.parse import Parse, Parser
    from geo.extract.told import Told
    from geo.records import Article, Mention
    from geo.regions import Region


class SyntaxReader:
    """Reads what articles tell, with a parser; made once for a region."""

    def __init__(self, region: Region, parser: Parser, *, filtered: bool = True, learning: bool = False) -> None:
        """``learning`` readers keep all who might be meant with every change, and take nobody by what was learned."""
        self._learning = learning
        self._region = region
        self._lexicon = syntax_lexicon()
        self._sides = Sides(region, world())
        self._preparer = Preparer(region, parser, filtered=filtered)
        self._sentences = SentenceReader(
            self._preparer, self._lexicon, self._sides, StanceReader(region=region), learning=learning
        )
        self._around = AroundReader(region, self._lexicon.basic)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text."""
        return self.read_together([(article, mentions)])[0]

    def read_together(self, articles: Sequence[tuple[Article, Sequence[Mention]]]) -> list[list[Told]]:
        """What several articles tell, each by itself; their sentences are parsed together, which takes less time."""
        plans = [self._preparer.plan(article, mentions) for article, mentions in articles]
        return [self._read(plan, trees) for plan, trees in zip(plans, self._preparer.trees(plans), strict=True)]

    def _read(self, plan: Plan, trees: Mapping[int, Parse]) -> list[Told]:
        if not plan.read:
            return []
        article = plan.article
        prepared = self._preparer.prepare(plan, trees)
        thread = Thread(
            story=self._story(plan),
            quotations=Quotations.of(plan.parts, interview_in(plan.parts, self._lexicon)),
            days=SyntaxDates(prepared.calendar, date_lexicon()),
        )
        tells_around = self._around.may_tell(prepared.sentences)
        around = self._around.of(article.published, prepared.proper)
        told: list[Told] = []
        before = -1
        for sentence in prepared.sentences:
            if sentence.number > before + 1:
                thread.pass_over(sentence.number - before - 1)
            before = sentence.number
            reading = self._sentences.read(sentence, thread)
            told += reading.told()
            if tells_around:
                told += around.read(sentence, reading.antecedents)
        return self._completed(told, thread.story)

    def _story(self, plan: Plan) -> Story:
        """The story of an article, which begins with whose outlet it is: that side says ``we`` and ``the enemy``."""
        article, story = plan.article, Story.of(self._region, self._lexicon, world())
        story.places.at_home = tells_of_home(self._region, plan.mentions)
        if here := _written_at(article.text, plan.mentions):
            story.places.dateline = here
            story.places.lead_ends = next((part.end for part in plan.parts if part.end > here.end), 0)
        voices = Voices(region=self._region, world=world(), sides=self._sides, lexicon=self._lexicon)
        story.parties.voice = voices.of_source(article.source) or voices.of_letterhead(article.text)
        return story

    def _completed(self, told: Sequence[Told], story: Story) -> list[Told]:
        """What was told, with the parties and dates that the rest of the article makes clear."""
        contest = Contest(self._sides, self._lexicon, story.named(), story.parties.voice, story.attackers)
        read = dated_by_twins(contest.complete(told))
        return read if self._learning else completed(read)


def _written_at(text: str, mentions: Sequence[Mention]) -> PlaceRef | None:
    """The place of a report's dateline."""
    line = find_dateline(text)
    if line is None:
        return None
    start = text.index(line.place, line.start)
    known = next((mention.place for mention in mentions if mention.start == start), None)
    return PlaceRef(text=line.place, start=start, end=start + len(line.place), place=known, guessed=known is None)
