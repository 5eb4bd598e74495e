"""When an event happened that its sentence does not date: how long it took, where the story stands, when it is told.

News tells of the days before it, a state in the present of the day itself, a plan of the days to come. Narrative goes
on from the story's last date: up to the report, and in a story of another age up to its own next date. What ``had``
happened came before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import shift
from geo.dates import Span, When
from geo.extract.dates import Dating
from geo.extract.syntax.dating.going_back import follows_length, goes_back
from geo.extract.syntax.dating.words import clause_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.date_expressions import Length
    from geo.extract.dates import DateRule
    from geo.extract.drafts import Draft
    from geo.extract.items import Offsets
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.dating.calendar import Calendar, DatedSentence
    from geo.extract.syntax.dating.tense import Tense

STATES = frozenset({"hold", "deployment"})

_NEWS = timedelta(days=7)
"""How far back a report without a date reaches: news is of the week."""

_DAYS = timedelta(days=3)
"""How long a session, a battle or a day's events told together may go on."""

_MONTH = timedelta(days=31)
_AGE = timedelta(days=3 * 366)
"""How long ago a story is of another age: what it leaves undated ends with its own next date, not with the report."""

_LIVE = 4
"""Sentences for which a story goes on from its last date."""

_SLACK = {"week": timedelta(days=3), "month": timedelta(days=15), "year": timedelta(days=182)}
"""Half a unit, by which a war may be longer than its length is rounded to."""

_NOTHING = Dating(when=None, basis=None, rule="nothing")


class Undated:
    """Dates what has no date of its own in one article."""

    def __init__(self, calendar: Calendar, lexicon: DateLexicon) -> None:
        self._calendar = calendar
        self._lexicon = lexicon
        self._day = calendar.day

    def read(self, draft: Draft, here: DatedSentence, number: int, tense: Tense, *, reported: bool) -> Dating:
        """The date of a draft by its story and its report."""
        if draft.planned or draft.possible:
            return self._open(here, tense)
        if here.told and not tense.present and self._takes_up(here):
            return _context(here.told, "at-the-time", here.sources.told)
        if here.turn and here.turn.first and goes_back(here.text, self._lexicon.before_it):
            return _until(here.turn.first, "had", here.sources.turn)
        if here.thread and here.thread.first and self._is_since(here, draft.at):
            return _context(Span(here.thread.first, self._day or here.thread.last), "thread", here.sources.thread)
        if draft.kind in STATES:
            return self._state(draft, here, tense, reported=reported)
        return self._change(draft, here, number, tense, reported=reported)

    def lasted(self, draft: Draft, here: DatedSentence, own: Collection[int], tense: Tense) -> Dating | None:
        """``Had held it for ten months``: back from what ended it; ``kept it for ten months``: on from the story's day.

        ``In four days they took ...`` begins with the story's day, and without one ends with the report's; ``will leave
        in sixty days`` begins with it.
        """
        state = draft.kind in STATES
        lasting = self._length(
            here, own, ("for", "") if state and not draft.planned else ("in", "within", "during", "over")
        )
        if lasting is None or draft.possible:
            return None
        length, words = lasting
        day = Span(self._day, self._day) if self._day else None
        anchor: Span | None
        if here.turn and follows_length(here.text, words[1] - here.start, self._lexicon.before_it):
            anchor, back, source = Span(here.turn.first, here.turn.first), True, here.sources.turn
        elif draft.planned:
            anchor, back = day or here.thread, False
            source = None if day else here.sources.thread
        elif here.thread and not tense.perfect:
            anchor, back, source = here.thread, tense.before_past, here.sources.thread
        else:
            anchor, back, source = day, True, None
        other = shift(anchor, length, back=back) if anchor else None
        if anchor is None or other is None:
            return None
        if back:
            return _context(Span(other.first, anchor.last), "lasted", source, words)
        slack = _SLACK.get(length.unit, timedelta(0)) if not state and other.last else timedelta(0)
        last = other.last + slack if other.last else None
        if self._day and last and not draft.planned:
            last = min(last, self._day)  # what has lasted is no longer than the report can know
        span = Span(anchor.first, max(last, anchor.first) if last and anchor.first else last)
        return _context(span, "lasted", source, words)

    def told_lately(self, here: DatedSentence) -> Span | None:
        """When something told as past without a date happened: since the story's last date, else in the news's week."""
        live = here.thread if here.thread_age <= _LIVE else None
        if self._day is None or (live and self._is_of_another_age(live)):
            return here.thread
        if live and live.first:
            return Span(live.first, max(self._day, live.last or self._day))
        return Span((self._calendar.first_day or self._day) - _NEWS, self._day)

    def _length(
        self, here: DatedSentence, own: Collection[int], links: tuple[str, ...]
    ) -> tuple[Length, Offsets] | None:
        for one in here.times:
            word = one.word
            length = word.expression.length if word.expression.kind == "duration" else None
            if length and word.host in own and (word.noun_link or word.link) in links:
                return length, one.at
        return None

    def _change(self, draft: Draft, here: DatedSentence, number: int, tense: Tense, *, reported: bool) -> Dating:
        live, source = here.thread if here.thread_age <= _LIVE else None, here.sources
        if here.entry:
            return _context(here.entry, "entry", source.entry)
        if live and self._is_of_the_day(here, draft.at):
            return _context(live, "by-nightfall", source.thread)
        if tense.before_past and not reported:
            end = live.last if live else self._day
            return _until(end, "had", source.thread if live else None) if end else _NOTHING
        if live and live.first and not (tense.perfect and self._is_of_another_age(live)):
            return _context(Span(live.first, self._goes_until(live, number)), "thread", source.thread)
        return self._by_report(here, self._day) if self._day else _NOTHING

    def _by_report(self, here: DatedSentence, day: date) -> Dating:
        if here.past:
            return _context(Span(here.past.first, day), "past", here.sources.past)
        if here.tells_of_the_past:  # background: nothing says that it is news
            return _until(day, "long-ago")
        first = (self._calendar.first_day or day) - _NEWS
        return Dating(when=edtf(first, day), basis="publication", rule="news")

    def _state(self, draft: Draft, here: DatedSentence, tense: Tense, *, reported: bool) -> Dating:
        live = here.thread if here.thread_age <= _LIVE else None
        if tense.present or tense.perfect or draft.present or reported:
            return self._now(here, live, tense, reported=reported)
        if tense.before_past:
            end = here.thread.first if here.thread and (live or self._day is None) else self._day
            return replace(_until(end, "had", here.sources.thread), basis="context") if end else _NOTHING
        if live and live.first:
            end = live.last if self._is_of_another_age(live) else self._day or live.last
            return _context(Span(live.first, end), "was", here.sources.thread)
        if self._day:
            return _until(self._day, "was-undated")
        return _context(here.thread, "was", here.sources.thread) if here.thread else _NOTHING

    def _now(self, here: DatedSentence, live: Span | None, tense: Tense, *, reported: bool) -> Dating:
        """What is so when it is told; what was said to be so, since the day of which the report tells."""
        if here.entry:
            return _context(here.entry, "entry", here.sources.entry)
        if self._day is None:
            return _context(here.thread, "was", here.sources.thread) if here.thread else _NOTHING
        first = here.thread.first if here.thread else None
        if reported and first and not tense.present:
            reach = _MONTH if live else _DAYS
            if self._day - reach <= first <= self._day:
                return _context(Span(first, self._day), "said-to-be", here.sources.thread)
        told_on = self._calendar.told_on.isoformat() if self._calendar.told_on else None
        when = told_on or self._calendar.published or self._day.isoformat()
        return Dating(when=when, basis="publication", rule="now")

    def _open(self, here: DatedSentence, tense: Tense) -> Dating:
        """What is to come, or could: from the report on; what could have, at the story's day."""
        if tense.infinite_past or self._day is None:
            if here.thread:
                return _context(here.thread, "could-have", here.sources.thread)
            return _until(self._day, "could-have") if self._day else _NOTHING
        return Dating(when=edtf(self._day, None), basis="publication", rule="to-come")

    def _takes_up(self, here: DatedSentence) -> bool:
        """``At the time``: on the date told last; neither ``at the time of`` something, nor beside a date."""
        text = here.text.lower()
        return not here.times and any(
            phrase in text and f"{phrase} of" not in text for phrase in self._lexicon.at_the_time
        )

    def _is_since(self, here: DatedSentence, at: int) -> bool:
        """``Peacekeepers have since been deployed``: between the date told last and the report."""
        adverbs = here.parse.deps(clause_of(here.parse, at), "advmod")
        return any(here.parse.words[child].lower == "since" for child in adverbs)

    def _is_of_the_day(self, here: DatedSentence, at: int) -> bool:
        """``By nightfall``: on the day of which the story tells."""
        words = here.parse.words
        nouns = [word.at for word in words if word.at and word.lemma in self._lexicon.times_of_day]
        clause = clause_of(here.parse, at)
        own = [noun for noun in nouns if clause_of(here.parse, noun) == clause]
        return any(words[noun - 1].lower in ("by", "before", "at") for noun in own)

    def _is_of_another_age(self, span: Span) -> bool:
        return bool(self._day and span.last and self._day - span.last > _AGE)

    def _goes_until(self, thread: Span, number: int) -> date | None:
        """Until when the story can have gone on: the report, or in a story of another age its next date."""
        if self._day and not self._is_of_another_age(thread):
            return max(self._day, thread.last or self._day)
        later = self._calendar.after(number, thread)
        ends = [(thread.last or date.max - _MONTH) + _MONTH, later, self._day]
        return min(end for end in ends if end)


def _context(span: Span, rule: DateRule, source: Offsets | None, words: Offsets | None = None) -> Dating:
    """A date that follows from one that the story told, which stands at ``source``."""
    return Dating(when=str(When.of(span)), basis="context", rule=rule, words=words, counted_from=source)


def _until(day: date, rule: DateRule, source: Offsets | None = None) -> Dating:
    """Some day up to one: of the story where ``source`` is where that stands, else of the report."""
    return Dating(when=edtf(None, day), basis="context" if source else "publication", rule=rule, counted_from=source)


def edtf(first: date | None, last: date | None) -> str:
    """The EDTF of an interval; None is an open end."""
    return str(When.of(Span(first, last)))
