"""The reading of an article by syntax: parsed sentences, names, events, stance, date, and from them claims."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.dates import DateReader
from geo.extract.drafts import Draft
from geo.extract.grammar.events import EventReader
from geo.extract.items import Item
from geo.extract.grammar.itemise import Itemiser, proper_words
from geo.extract.grammar.noun_phrases import PhraseJoiner
from geo.extract.parties import PartyReader
from geo.extract.quotes import begin_quoted
from geo.extract.syntax.clauses import ClauseReader
from geo.extract.syntax.contest import Contest
from geo.extract.syntax.filling import Filler
from geo.extract.syntax.parts import Event
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.naming import NameFinder
from geo.extract.syntax.noun_tree import NounTree
from geo.extract.syntax.phrases import PhraseReader
from geo.extract.syntax.stance import Report, ReportReader
from geo.extract.syntax.sides import Sides
from geo.extract.syntax.speakers import SpeakerReader
from geo.extract.syntax.story import Story
from geo.date_expressions import find_dates
from geo.extract.told import Reading, Told
from geo.text import sentences, tokenize
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.date_expressions import DateExpression
    from geo.extract.syntax.parse import Parse, Parser
    from geo.records import Article, Mention, Stance
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

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text."""
        parts = list(sentences(article.text))
        parses = self._parser.parse([(part.text, part.start) for part in parts])
        tokens = [tokenize(part.text, offset=part.start) for part in parts]
        proper = proper_words(tokens)
        quoted = begin_quoted(parts)
        story = Story(self._region, self._lexicon)
        dates = DateReader(article.published)
        starts = [mention.start for mention in mentions]
        told: list[Told] = []
        for number, (part, parse) in enumerate(zip(parts, parses, strict=True)):
            inside = mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            names = self._names.find(parse.words, {m.start: m for m in inside}, proper, _dated(part, parse))
            nouns = NounTree(text=part.text, offset=part.start, parse=parse, names=names, lexicon=self._lexicon, world=self._world)
            phrases = PhraseReader(nouns)
            clauses = ClauseReader(phrases, self._lexicon)
            reports = ReportReader(parse=parse, clauses=clauses, lexicon=self._lexicon)
            filler = Filler(clauses, self._lexicon, story, sentence=number)
            speakers = SpeakerReader(phrases=phrases, sides=self._sides, story=story, sentence=number)
            items = _items(part, parse)
            for event in filler.read():
                if event.gained_by:
                    story.note_gainer(event.gained_by, sentence=number)
                report = reports.over(event.at)
                for draft, reading in self._readings(event, report, parse, quoted=quoted[number]):
                    told.append(Told(
                        draft=draft, reading=reading, dating=dates.read(draft, items, sentence=number), sentence=part,
                        speaker=speakers.party(report), concedes=speakers.concedes(report),
                        denies=report is not None and report.denies and reading.stance == "denied",
                    ))  # fmt: skip
            context = self._events.read(self._joiner.join(self._itemiser.items(part, tokens[number], inside, proper=proper)))
            old = self._joiner.join(self._itemiser.items(part, tokens[number], inside, proper=proper))
            for draft in context:
                told.append(Told(draft=draft, reading=Reading(stance="planned" if draft.planned else "asserted"), dating=dates.read(draft, old, sentence=number), sentence=part))
            dates.remember(
                old, sentence=number,
                starts_fighting=any(draft.kind == "clash" for draft in context),
                tells_deal=any(item.lower in self._lexicon.basic.deals for item in old),
            )  # fmt: skip
        return Contest(self._sides, self._lexicon, story.named()).complete(told)

    def _readings(self, event: Event, report: Report | None, parse: Parse, *, quoted: bool) -> list[tuple[Draft, Reading]]:
        draft = _draft(event, parse)
        gainer = self._region.party(event.gained_by.party) if event.gained_by else None
        if gainer and gainer.presence_only and draft.kind == "capture":
            draft = replace(draft, kind="deployment", actor=draft.gained_by, gained_by=None)
        claimant = report.claimant if report else None
        manner = event.manner
        if manner.possible:
            stance: Stance = "hypothetical"
        elif report and report.denies:
            stance = "asserted" if manner.negated else "denied"
        elif manner.negated:
            stance = "denied"
        elif manner.planned:
            stance = "planned"
        elif report or quoted:
            stance = "claimed"
        else:
            stance = "asserted"
        found = [(draft, Reading(stance=stance, claimant=claimant))]
        if report and report.denies and report.also_claimed:
            found.append((draft, Reading(stance="claimed", claimant=None)))
        return found


def _draft(event: Event, parse: Parse) -> Draft:
    low, high = parse.edges(event.at)
    return Draft(
        kind=event.kind,
        places=event.places,
        gained_by=event.gained_by,
        lost_by=event.lost_by,
        actor=event.actor,
        at=event.at,
        clause=(low, high),
        planned=event.manner.planned,
        possible=event.manner.possible,
        negated=event.manner.negated,
        lasting=event.kind == "hold",
        present=event.manner.present and event.kind in ("hold", "deployment") and not event.manner.planned,
        rule=event.rule,
        effort=event.effort,
    )


def _dated(part: Sentence, parse: Parse) -> frozenset[int]:
    """The positions of the words that dates are made of."""
    spans = [(date.start + part.start, date.end + part.start) for date in find_dates(part.text)]
    return frozenset(word.at for word in parse.words if any(low <= word.start < high for low, high in spans))


def _items(part: Sentence, parse: Parse) -> list[Item]:
    """The words as items, each date as one at its first word; the others keep their places."""
    dates = {date.start + part.start: date for date in find_dates(part.text)}
    return [
        Item(start=w.start, end=w.end, text=w.text, lower=w.lower, tag="date" if w.start in dates else "word", date=dates.get(w.start))
        for w in parse.words
    ]
