"""What the dates of an article mean, sentence by sentence, and the thread of days along which its story goes.

A date without its year is read by the story where the story is of another time than the report and goes on with it,
else by the day of publication. ``Two days later`` hangs on the date that was told last. The thread holds the dates of
main clauses: no plan's, no date of what ``had`` happened before, none of a relative clause or of a noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import resolve, shift
from geo.dates import Span, bounds
from geo.extract.syntax.dating.elapsed import Elapsed, elapsed
from geo.extract.syntax.dating.passing import is_in_passing, is_since_clause
from geo.extract.syntax.dating.story_year import OTHER_TIME, StoryYear
from geo.extract.syntax.dating.tense import tense_of
from geo.extract.syntax.dating.words import REMNANT, clause_of, is_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.date_expressions import DateExpression
    from geo.extract.items import Offsets
    from geo.extract.syntax.dating.words import DateWord, DateWords
    from geo.extract.syntax.trees.parse import Parse
    from geo.records import WhenBasis
    from geo.text import Sentence

_EXACT = 31
"""Days up to which a date is exact enough for ``two days later`` to be counted from it."""

_LIVE = 4
"""Sentences for which a date stays the one that the story goes on from."""

_GOES_ON = 120
"""Days that such a story may go on with one date."""

_PRONOUN = re.compile(r"\s+(?:after|before)\s+(?:it|that|this|them|then)\b(?!\s+(?:had|was|were|fell|town|city))")
_HEADING = 2
"""Sentences at the head of a text that may tell its own day."""

_LATE = timedelta(days=3)
"""How long after the day of which it tells a report may come out."""

_OLD = timedelta(days=14)
"""How long ago a thing was that is no news any more."""

_WIDEST = 400
"""Days of the widest date from which an undated thing told after it can be counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A date of a sentence and what it means; None where that cannot be known.

    ``at`` is where its words stand, ``counted_from`` the date told before on which it hangs.
    """

    word: DateWord
    span: Span | None
    at: Offsets
    counted_from: Offsets | None = None

    @property
    def basis(self) -> WhenBasis:
        """Whether its own words give the year."""
        return "explicit" if self.word.expression.has_year else "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the dates stand that a sentence can go on from: of the story, of any clause, of its entry, of the past.

    ``turn`` is any date at all, also one since which something is so.
    """

    thread: Offsets | None = None
    turn: Offsets | None = None
    told: Offsets | None = None
    entry: Offsets | None = None
    past: Offsets | None = None


@dataclass(slots=True, kw_only=True)
class DatedSentence:
    """A sentence with its dates.

    ``thread`` is the last day or days of the story before it, told ``thread_age`` sentences ago; ``told`` the last date
    of whatever clause; ``entry`` the date that heads the entry in which it stands. ``past`` is a date of any width that
    was told shortly before and is no news any more, and ``tells_of_the_past`` whether there has been one at all.
    ``elapsed`` are the times that are said to have passed since something; ``turn`` is the last date of all that were
    told just before, behind which ``before that`` goes back.
    ``sources`` are where these stand.
    """

    parse: Parse
    times: list[Timed] = field(default_factory=list)
    elapsed: list[Elapsed] = field(default_factory=list)
    thread: Span | None = None
    thread_age: int = 0
    entry: Span | None = None
    told: Span | None = None
    turn: Span | None = None
    past: Span | None = None
    tells_of_the_past: bool = False
    text: str = ""
    start: int = 0
    sources: Sources = field(default_factory=Sources)


class Calendar:
    """The dates of one article."""

    def __init__(self, published: str | None, sentences: Sequence[tuple[Sentence, Parse]], words: DateWords) -> None:
        found = [words.find(part, parse) for part, parse in sentences]
        self._words = words
        span = bounds(published)
        self.published = published
        self.day = span.last or self._heading_day(found)
        self.first_day = span.first or self.day
        self.told_on = self._as_of(found)
        self._told: Span | None = None
        self._told_at = -_LIVE
        self._turn: Span | None = None
        self._turn_at = -_LIVE
        self._own_told: Span | None = None
        self._own_told_at = -_LIVE
        self._thread: list[tuple[int, Span]] = []
        self._sources = Sources()
        self._entry: Span | None = None
        self._year = StoryYear(day=self.day)
        self._past: Span | None = None
        self._past_at = -_LIVE
        self.sentences: list[DatedSentence] = []
        for number, ((part, parse), dates) in enumerate(zip(sentences, found, strict=True)):
            if not parse.words:
                self._year.pass_over(part.text)
            self.sentences.append(self._sentence(number, part, parse, dates))

    def after(self, number: int, span: Span) -> date | None:
        """The day on which the story is next told to go on, after a span told before a sentence."""
        for at, later in self._thread:
            if at > number and later.first and span.last and later.first > span.last:
                return later.first
        return None

    def _heading_day(self, found: Sequence[Sequence[DateWord]]) -> date | None:
        """The day that a text without a publication date is headed with."""
        for dates in found[:_HEADING]:
            for word in dates:
                heads = word.heads and (word.first > 0 or word.alone)
                day = resolve(word.expression, None) if heads and word.expression.has_year else None
                if day and day.is_one_day:
                    return day.first
        return None

    def _as_of(self, found: Sequence[Sequence[DateWord]]) -> date | None:
        """The day as of which a report tells, where its heading gives it: ``as of 18:00, 28 August``."""
        for word in (word for dates in found[:_HEADING] for word in dates):
            day = resolve(word.expression, self.day) if word.heads and (word.first > 0 or word.alone) else None
            if day and day.is_one_day and day.first and self.day and timedelta(0) <= self.day - day.first <= _LATE:
                return day.first
        return None

    def _sentence(self, number: int, part: Sentence, parse: Parse, dates: Sequence[DateWord]) -> DatedSentence:
        here = DatedSentence(parse=parse, text=part.text, start=part.start)
        here.told = self._told if number - self._told_at <= _LIVE else None
        here.sources = self._sources
        here.turn = self._turn if number - self._turn_at < _HEADING else None
        here.past = self._past if number - self._past_at <= _LIVE else None
        here.tells_of_the_past = self._past is not None
        if self._thread:
            at, here.thread = self._thread[-1]
            here.thread_age = number - at
        for at, word in enumerate(dates):
            beside = dates[at + 1].expression if at + 1 < len(dates) and dates[at + 1].first == word.last else None
            is_same = word.expression.shape == "weekday" and beside is not None and beside.shape == "day"
            expression = beside if is_same and beside else word.expression  # "Sunday the 8th"
            span = self._in_year_of_clause(parse, word, expression, here.times)
            span = span or self._until_now(parse, word, expression)
            span = span or self._yet_to_come(parse, word, expression, self._mean(here, word, expression, number))
            offsets = (word.expression.start + part.start, word.expression.end + part.start)
            told = self._sources.told if self._hangs_on_told(word.expression, span) else None
            here.times.append(Timed(word=word, span=span, at=offsets, counted_from=told))
            since = elapsed(parse, word, day=self.day, passing=self._words.lexicon.passing) if self.day else None
            if since:
                here.elapsed.append(since)
                if since.span.days and since.span.days <= _EXACT:
                    self._told, self._told_at = since.span, number
            if span is None or span.days is None:
                continue
            self._year.remember(parse, word, span, number)
            if word.heads and number and word.first == 0:
                self._entry = span
                self._sources = replace(self._sources, entry=offsets)
                here.sources = replace(here.sources, entry=offsets)
            self._remember(number, parse, here.times[-1], span)
        here.entry = self._entry
        return here

    def _remember(self, number: int, parse: Parse, one: Timed, span: Span) -> None:
        """Keep a date in mind for what is told after it."""
        word, days, kept = one.word, span.days or 0, self._sources
        to_come = self.day is not None and span.last is not None and span.last > self.day
        beside = is_in_passing(parse, word)
        if not to_come and days <= _WIDEST:
            self._turn, self._turn_at = span, number
            kept = replace(kept, turn=one.at)
        is_old = self.day and span.first and span.last and self.day - span.last > _OLD and days <= _WIDEST
        if is_old and not (word.expression.relation == "since" or is_since_clause(parse, word.host)):
            self._past, self._past_at = span, number
            kept = replace(kept, past=one.at)
        is_told = word.expression.kind == "date" and word.expression.relation != "since"
        if days <= _EXACT and not to_come and is_told:
            self._told, self._told_at = span, number
            kept = replace(kept, told=one.at)
            if not beside:
                self._own_told, self._own_told_at = span, number
        if self._leads(parse, word, span):
            self._thread.append((number, Span(span.last, span.last) if word.expression.overnight else span))
            kept = replace(kept, thread=one.at)
        self._sources = kept

    def _in_year_of_clause(
        self, parse: Parse, word: DateWord, expression: DateExpression, times: Sequence[Timed]
    ) -> Span | None:
        """``In the war of 2020 they took Jabrayil (4 October) and Hadrut (9 October)``: the clause's own year."""
        if self.day is None or expression.shape != "calendar" or expression.anchor != "either":
            return None
        for one in reversed(times):
            year, here = clause_of(parse, one.word.host), clause_of(parse, word.host)
            opens = one.word.first < year  # "in 1993 they took X on 23 July and captured Y on 23 August"
            while parse.words[here].dep == REMNANT or (opens and parse.words[here].dep == "conj"):
                here = parse.words[here].head
            if year == here and one.span and self._words.tells_year(parse, one.word):
                span = resolve(expression, self.day, story=one.span)
                return span if span and span.overlaps(one.span) else None
        return None

    def _yet_to_come(self, parse: Parse, word: DateWord, expression: DateExpression, span: Span | None) -> Span | None:
        """A day of what will happen is the next of its name: ``On 1 December units will enter``."""
        if span is None or span.last is None or self.day is None or span.last >= self.day or word.noun is not None:
            return span
        if self._year.is_on:
            return span
        by_day = expression.shape in ("calendar", "day", "weekday")
        if not by_day or expression.anchor not in ("either", "publication") or not tense_of(parse, word.host).to_come:
            return span
        return resolve(expression, self.day, ahead=True) or span

    def _hangs_on_told(self, expression: DateExpression, span: Span | None) -> bool:
        """Whether a date means what it does by the date that was told last, and not by the day of the report."""
        if span is None or self._told is None or not expression.is_anchored:
            return False
        return expression.anchor in ("story", "event") or self.day is None or span != resolve(expression, self.day)

    def _leads(self, parse: Parse, word: DateWord, span: Span) -> bool:
        """Whether the story goes on from a date."""
        if span.days is None or span.days > _EXACT or word.expression.kind != "date" or word.noun is not None:
            return False
        if word.heads:
            return word.first == 0 and bool(self.sentences)
        to_come = bool(self.day and span.first and span.first > self.day)
        bounded = {word.link, word.expression.relation} & {"since", "until"}
        return not to_come and not bounded and self._is_a_step(parse, word.host, span)

    def _is_a_step(self, parse: Parse, at: int, span: Span) -> bool:
        """Whether the clause of a date is one in which the story goes on."""
        host = parse.words[at]
        while host.dep in ("conj", "xcomp") and is_clause(parse.words[host.head]):
            host = parse.words[host.head]
        tense = tense_of(parse, at)
        if tense.before_past or tense.to_come or host.dep == "pcomp" or is_since_clause(parse, host.at):
            return False
        thread = self._thread[-1][1] if self._thread else None
        is_back = bool(thread and thread.first and span.first and span.first < thread.first)
        if host.dep == "ccomp" and host.head < host.at and is_back:
            return False  # what is said of earlier days is no step of the story
        return host.dep not in ("relcl", "acl") or self._ends_in(parse, host.at, span)

    def _ends_in(self, parse: Parse, at: int, span: Span) -> bool:
        """Whether a participle's date leads the story on: ``ended with a declaration signed in November``."""
        above = tense_of(parse, parse.words[at].head)
        told = self._thread[-1][1] if self._thread else None
        is_later = bool(told and told.first and span.first and span.first > told.first)
        return parse.words[at].dep == "acl" and is_later and not (above.present or above.perfect or above.to_come)

    def _mean(self, here: DatedSentence, word: DateWord, expression: DateExpression, number: int) -> Span | None:
        """What a date means where it stands in the story; None where nobody can tell."""
        if expression.kind == "duration":
            return None
        if expression.anchor == "event":
            after_it = _PRONOUN.match(here.text, expression.end) is not None and not _is_subject(here.parse, word.last)
            return resolve(expression, self.day, story=self._told) if after_it and self._told else None
        if expression.anchor == "story":
            return self._beside_told(expression, here)
        told = self._year.weekday(expression, self._told) or self._in_story(expression, number)
        if told or self.day is None:
            return told
        span = resolve(expression, self.day)
        return span if span == resolve(expression, self.first_day) else None

    def _beside_told(self, expression: DateExpression, here: DatedSentence) -> Span | None:
        """``Two days later``, ``the night before``: beside the date told last, or before the day of the report."""
        if expression.shape == "of_year" and (year := self._year_told(here)):
            return resolve(expression, self.day, story=year)  # "since 2014 ... in April of that year"
        span = resolve(expression, self.day, story=self._told or self.day)
        is_late = span and span.first and self.day and span.first > self.day
        return None if self._told is None and is_late else span

    def _in_story(self, expression: DateExpression, number: int) -> Span | None:
        """What a date means in a story of another time, or beside the date told last where it has only its day."""
        if self.day is None:
            return resolve(expression, None, story=self._told)
        goes_on = self._goes_on(number)
        if goes_on and self._told and expression.words[:1] == ("the next",) and expression.length:
            span = shift(self._told, expression.length)
            return Span(self._told.first, span.last) if span else None
        year = self._year.of(expression, number)
        if year and (not goes_on or self._year.number >= self._own_told_at):
            return resolve(expression, self.day, story=year)
        live = self._told is not None and number - self._told_at <= _LIVE
        if expression.anchor != "either" or not (goes_on or (live and expression.shape == "day")):
            return None
        told = self._own_told if goes_on and expression.shape != "day" else self._told
        by_story = resolve(expression, self.day, story=told)
        if by_story is None or told is None:
            return None
        return by_story if self._is_near(by_story, told, expression) or self._is_no_news(expression) else None

    def _is_no_news(self, expression: DateExpression) -> bool:
        """Whether the report's own time gives a date that nobody would tell without its year: it is long past."""
        span = resolve(expression, self.day)
        return bool(self.day and span and span.last and (self.day - span.last).days > _GOES_ON)

    def _year_told(self, here: DatedSentence) -> Span | None:
        """The last date of a year or less, of whatever clause: ``that year`` is its year."""
        times = [one for sentence in (*self.sentences[-_LIVE:], here) for one in sentence.times]
        spans = [one.span for one in times if one.span and one.span.days and one.span.days <= _WIDEST]
        return spans[-1] if spans else None

    def _goes_on(self, number: int) -> bool:
        """Whether the story is of another time than the report, and was dated a short while ago."""
        told = self._own_told
        if told is None or told.last is None or self.day is None:
            return False
        if number - self._own_told_at > _LIVE and not self._year.is_on:
            return False
        return (self.day - told.last).days > OTHER_TIME

    def _is_near(self, span: Span, told: Span, expression: DateExpression) -> bool:
        """Whether a story told of a time can come to a date next; back only where the date is of no news."""
        if told.first is None or told.last is None or span.first is None:
            return False
        lately = resolve(expression, self.day)
        is_news = bool(self.day and lately and lately.first and (self.day - lately.first).days <= _EXACT)
        back = timedelta(0 if is_news and expression.shape == "calendar" else _EXACT)
        return told.first - back <= span.first <= told.last + timedelta(days=_GOES_ON)

    def _until_now(self, parse: Parse, word: DateWord, expression: DateExpression) -> Span | None:
        """``Has been in their hands since January``: the last January, of whatever time the story told before."""
        if expression.anchor != "either" or "since" not in (word.link, expression.relation) or word.noun is not None:
            return None
        tense = tense_of(parse, word.host)
        return resolve(expression, self.day) if tense.perfect or tense.present else None


def _is_subject(parse: Parse, mark: int) -> bool:
    """Whether the word behind a conjunction has a verb of its own: ``three days after it entered the town``."""
    behind = next((word for word in parse.words[mark:] if word.tag != "IN"), None)
    return behind is not None and behind.dep in ("nsubj", "nsubjpass")
