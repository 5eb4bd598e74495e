"""One sentence read: what its verbs and nouns tell, in which stance and on whose word, and what it denies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.gap_trees import repeated
from geo.extract.syntax.contest.choices import ChoiceReader
from geo.extract.syntax.filling.filling import Filler
from geo.extract.syntax.filling.in_turn import in_turn
from geo.extract.syntax.filling.listings import Listings
from geo.extract.syntax.reporting.denials import DenialReader
from geo.extract.syntax.reporting.reports import ReportReader
from geo.extract.syntax.reporting.speakers import SpeakerReader
from geo.extract.syntax.reporting.stance import deniable, taken_up
from geo.extract.syntax.story.antecedents import Antecedents
from geo.extract.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.dating.dates import SyntaxDates
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.prepared import PreparedSentence, Preparer
    from geo.extract.syntax.reporting.quotations import Quotations
    from geo.extract.syntax.reporting.stance import Deniable, StanceReader
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.syntax.story.story import Story


@dataclass(slots=True, kw_only=True)
class Thread:
    """What the reading of an article hands on from sentence to sentence.

    ``before`` is what the last sentence told that a denial can take up, ``listings`` what the heading of a list told,
    ``events`` all that the article has told so far.
    """

    story: Story
    quotations: Quotations
    days: SyntaxDates
    listings: Listings = field(default_factory=Listings)
    before: Sequence[Deniable] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def pass_over(self, sentences: int) -> None:
        """Leave out sentences that are not parsed: no denial or list goes on from before them."""
        self.before = []
        self.listings.pass_over(sentences)


class SentenceReader:
    """Reads the sentences of articles, one after another."""

    def __init__(
        self,
        preparer: Preparer,
        lexicon: SyntaxLexicon,
        sides: Sides,
        stances: StanceReader,
        *,
        learning: bool = False,
    ) -> None:
        self._preparer = preparer
        self._lexicon = lexicon
        self._sides = sides
        self._stances = stances
        self._learning = learning

    def read(self, sentence: PreparedSentence, thread: Thread) -> SentenceReading:
        """The events of a sentence, and what settles the rest."""
        clauses = self._preparer.clauses(sentence.part, sentence.parse, sentence.names)
        parties = thread.story.parties
        parties.quoted = thread.quotations.begins(sentence.part)
        if thread.quotations.is_answer(sentence.part):
            parties.spoke = (sentence.part.paragraph, parties.asked)
        antecedents = self._antecedents(clauses, sentence, thread)
        events = [*self._events(clauses, antecedents), *self._repeated(sentence, thread)]
        return SentenceReading(
            sentence=sentence,
            thread=thread,
            reports=ReportReader(parse=sentence.parse, clauses=clauses, lexicon=self._lexicon),
            speakers=SpeakerReader(phrases=clauses.phrases, sides=self._sides, antecedents=antecedents),
            antecedents=antecedents,
            stances=self._stances,
            events=[] if sentence.peaceful else events,
            choices=ChoiceReader(antecedents=antecedents, sides=self._sides, before=thread.events),
            learning=self._learning,
        )

    def _events(self, clauses: ClauseReader, antecedents: Antecedents) -> Iterator[tuple[Event, int]]:
        """The events of the sentence, each with the word that its date hangs on."""
        for event in Filler(clauses, self._lexicon, antecedents).read():
            yield event, event.at

    def _repeated(self, sentence: PreparedSentence, thread: Thread) -> Iterator[tuple[Event, int]]:
        """The events of verbs that are left out."""
        for gap in sentence.gaps:
            clauses = self._preparer.clauses(sentence.part, repeated(sentence.parse, gap), sentence.names)
            antecedents = self._antecedents(clauses, sentence, thread)
            for event in Filler(clauses, self._lexicon, antecedents).repeat(gap.verb):
                yield event, gap.dated

    def _antecedents(self, clauses: ClauseReader, sentence: PreparedSentence, thread: Thread) -> Antecedents:
        return Antecedents(
            clauses, self._lexicon, thread.story, sentence=sentence.number, paragraph=sentence.part.paragraph
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """A sentence whose events are found, and what settles their stance, date and speaker.

    Where it is read for ``learning``, those who might be meant are told of every change, also where the party is known.
    """

    sentence: PreparedSentence
    thread: Thread
    reports: ReportReader
    speakers: SpeakerReader
    antecedents: Antecedents
    stances: StanceReader
    events: Sequence[tuple[Event, int]]
    choices: ChoiceReader
    learning: bool

    def told(self) -> list[Told]:
        """What the sentence tells, then what it denies."""
        heard = self.thread.quotations.hear(self.sentence.part, self.sentence.parse, self.reports)
        if heard is not None:
            parties, speaker = self.thread.story.parties, self.speakers.of(heard)
            parties.spoke = (self.sentence.part.paragraph, speaker)
            if self.thread.quotations.is_before_answers(self.sentence.part):
                parties.asked = self.speakers.asked(heard)
        told = [each for event, at in self.events for one in self._event(event, at) for each in self._in_turn(one)]
        told += self.thread.listings.read(
            told,
            self.speakers.phrases,
            self.antecedents,
            self.sentence.part,
            entry=self.thread.days.entry(self.sentence.number),
            dates=self.thread.days.listed(self.sentence.number),
        )
        here = deniable(told, self.sentence.parse)
        told += self._denied(here)
        self.thread.before = here
        return told

    def _in_turn(self, one: Told) -> list[Told]:
        return in_turn(one, self.thread.days.in_turn(one.dating, self.sentence.number))

    def _event(self, event: Event, at: int) -> Iterator[Told]:
        """An event in each of its stances; ``at`` is the word that its date hangs on."""
        thread, parse = self.thread, self.sentence.parse
        thread.story.note_change(event, self.sentence.number)
        quoted = thread.quotations.holds(event.at, parse)
        report = self.reports.over(event.at)
        if report is None and event.own_word:
            report = self.reports.located(self.reports.by_verb(event.at))
        readings = self.stances.readings(event, report, parse, quoted=quoted, speaker=thread.quotations.speaker())
        reported = report is not None or quoted
        unknown = event.gained_by is None and event.lost_by is None
        choices = self.choices.read(event) if unknown or self.learning else ()
        thread.events.append(event)
        for draft, reading in readings:
            speaker = self.speakers.answered(report) if reading.answered else self.speakers.party(report)
            speaker = speaker or self.speakers.promiser(event.at)
            claimant = speaker.text if reading.answered and speaker else reading.claimant
            yield Told(
                draft=draft,
                reading=replace(reading, claimant=claimant),
                sentence=self.sentence.part,
                dating=thread.days.read(draft, at, sentence=self.sentence.number, reported=reported),
                speaker=speaker,
                concedes=self.speakers.concedes(report) and not reading.answered,
                denies=report is not None and report.denies and reading.stance == "denied",
                choices=choices,
            )

    def _denied(self, here: Sequence[Deniable]) -> Iterator[Told]:
        """What was told before and is denied here."""
        denials = DenialReader(parse=self.sentence.parse, reports=self.reports, lexicon=self.reports.lexicon).read()
        for denial, one in taken_up(denials, here, self.thread.before):
            speaker = self.speakers.party(denial.report)
            reading = one.reading
            if self.thread.quotations.is_answer(self.sentence.part):
                reading = replace(reading, claimant=reading.claimant or self.thread.quotations.speaker())
            yield replace(
                one, sentence=self.sentence.part, reading=reading, speaker=speaker, concedes=False, denies=True
            )
