"""When an event happened that its sentence does not date: how long it took, where the story stands, when it is told.

News tells of the days before it, a state in the present of the day itself, a plan of the days to come. Narrative goes
on from the story's last date: up to the report, and in a story of another age up to its own next date. What ``had``
happened came before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import shift
from geo.dates import Span, When
from geo.extract.dates import Dating
from geo.extract.syntax.date_words import clause_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.date_expressions import Length
    from geo.extract.drafts import Draft
    from geo.extract.syntax.calendar import Calendar, DatedSentence
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.tense import Tense

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

_NOTHING = Dating(when=None, basis=None)


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
            return _context(here.told)
        if draft.kind in STATES:
            return self._state(draft, here, tense, reported=reported)
        return self._change(draft, here, number, tense, reported=reported)

    def lasted(self, draft: Draft, here: DatedSentence, own: Collection[int], tense: Tense) -> Dating | None:
        """``Had held it for ten months``: back from what ended it; ``kept it for ten months``: on from the story's day.

        ``In four days they took ...`` begins with the story's day, and without one ends with the report's; ``will leave
        in sixty days`` begins with it.
        """
        state = draft.kind in STATES
        length = self._length(
            here, own, ("for", "") if state and not draft.planned else ("in", "within", "during", "over")
        )
        if length is None or draft.possible:
            return None
        day = Span(self._day, self._day) if self._day else None
        if draft.planned:
            anchor, back = day or here.thread, False
        elif here.thread and not tense.perfect:
            anchor, back = here.thread, tense.before_past
        else:
            anchor, back = day, True
        other = shift(anchor, length, back=back) if anchor else None
        if anchor is None or other is None:
            return None
        if back:
            return _context(Span(other.first, anchor.last))
        slack = _SLACK.get(length.unit, timedelta(0)) if not state and other.last else timedelta(0)
        return _context(Span(anchor.first, other.last + slack if other.last else None))

    def _length(self, here: DatedSentence, own: Collection[int], links: tuple[str, ...]) -> Length | None:
        for one in here.times:
            word = one.word
            if word.expression.kind == "duration" and word.host in own and (word.noun_link or word.link) in links:
                return word.expression.length
        return None

    def _change(self, draft: Draft, here: DatedSentence, number: int, tense: Tense, *, reported: bool) -> Dating:
        live = here.thread if here.thread_age <= _LIVE else None
        if here.entry:
            return _context(here.entry)
        if live and self._is_of_the_day(here, draft.at):
            return _context(live)
        if tense.before_past and not reported:
            end = live.last if live else self._day
            return Dating(when=edtf(None, end), basis="context" if live else "publication") if end else _NOTHING
        if live and live.first and not (tense.perfect and self._is_of_another_age(live)):
            return _context(Span(live.first, self._goes_until(live, number)))
        if self._day is None:
            return _NOTHING
        if here.past:
            return _context(Span(here.past.first, self._day))
        if here.tells_of_the_past:  # background: nothing says that it is news
            return Dating(when=edtf(None, self._day), basis="publication")
        return Dating(when=edtf((self._calendar.first_day or self._day) - _NEWS, self._day), basis="publication")

    def _state(self, draft: Draft, here: DatedSentence, tense: Tense, *, reported: bool) -> Dating:
        live = here.thread if here.thread_age <= _LIVE else None
        if tense.present or tense.perfect or draft.present or reported:
            return self._now(here, live, tense, reported=reported)
        if tense.before_past:
            end = here.thread.first if here.thread and (live or self._day is None) else self._day
            return Dating(when=edtf(None, end), basis="context") if end else _NOTHING
        if live and live.first:
            return _context(Span(live.first, live.last if self._is_of_another_age(live) else self._day or live.last))
        if self._day:
            return Dating(when=edtf(None, self._day), basis="publication")
        return _context(here.thread) if here.thread else _NOTHING

    def _now(self, here: DatedSentence, live: Span | None, tense: Tense, *, reported: bool) -> Dating:
        """What is so when it is told; what was said to be so, since the day of which the report tells."""
        if here.entry:
            return _context(here.entry)
        if self._day is None:
            return _context(here.thread) if here.thread else _NOTHING
        first = here.thread.first if here.thread else None
        if reported and first and not tense.present:
            reach = _MONTH if live else _DAYS
            if self._day - reach <= first <= self._day:
                return _context(Span(first, self._day))
        told_on = self._calendar.told_on.isoformat() if self._calendar.told_on else None
        return Dating(when=told_on or self._calendar.published or self._day.isoformat(), basis="publication")

    def _open(self, here: DatedSentence, tense: Tense) -> Dating:
        """What is to come, or could: from the report on; what could have, at the story's day."""
        if tense.infinite_past or self._day is None:
            if here.thread:
                return _context(here.thread)
            return Dating(when=edtf(None, self._day), basis="publication") if self._day else _NOTHING
        return Dating(when=edtf(self._day, None), basis="publication")

    def _takes_up(self, here: DatedSentence) -> bool:
        """``At the time``: on the date told last; neither ``at the time of`` something, nor beside a date."""
        text = here.text.lower()
        return not here.times and any(
            phrase in text and f"{phrase} of" not in text for phrase in self._lexicon.at_the_time
        )

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


def _context(span: Span) -> Dating:
    return Dating(when=str(When.of(span)), basis="context")


def edtf(first: date | None, last: date | None) -> str:
    """The EDTF of an interval; None is an open end."""
    return str(When.of(Span(first, last)))
