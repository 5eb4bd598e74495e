"""When the events of a parsed article happened: the narrowest interval that the text supports.

The date that the parse gives to the event's own clause comes first, then those of the clauses around it; then the thread
of the story; then the report's own day: news tells of the days before it, a state in the present of the day itself, a
plan of the days to come.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import counted_from, resolve, shift
from geo.dates import ONE_DAY, Span, When
from geo.extract.dates import Dating
from geo.extract.syntax.date_relations import DateRelations
from geo.extract.syntax.date_words import clause_of, is_clause
from geo.extract.syntax.tense import tense_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.drafts import Draft
    from geo.extract.syntax.calendar import Calendar, DatedSentence, Timed
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.date_relations import How
    from geo.extract.syntax.parse import Parse
    from geo.extract.syntax.tense import Tense
    from geo.records import WhenBasis

_NEWS = timedelta(days=7)
"""How far back a report without a date reaches: news is of the week."""

_MONTH = timedelta(days=31)
_AGE = timedelta(days=3 * 366)
"""How long ago a story is another age's: what it leaves undated is bounded by its own next date, not by the report."""

_LIVE = 4
"""Sentences for which a story goes on from its last date."""

_STATES = frozenset({"hold", "deployment"})
_UNDATED = Dating(when=None, basis=None)


class SyntaxDates:
    """Dates the events of one article."""

    def __init__(self, calendar: Calendar, lexicon: DateLexicon) -> None:
        self._calendar = calendar
        self._lexicon = lexicon
        self._day = calendar.day

    def read(self, draft: Draft, at: int, *, sentence: int, reported: bool) -> Dating:
        """The date of a draft whose date is looked for from a word of a sentence."""
        here = self._calendar.sentences[sentence]
        tense = tense_of(here.parse, at)
        dated = self._in_sentence(draft, here, at, tense)
        return (
            dated
            or self._lasted(draft, here, at, tense)
            or self._undated(draft, here, sentence, tense, reported=reported)
        )

    # in its sentence

    def _in_sentence(self, draft: Draft, here: DatedSentence, at: int, tense: Tense) -> Dating | None:
        found = _when_it_happened(here, at) or self._find(here, at)
        if found is None or found[1] != "own":
            counted = self._counted(here, at)
            if counted:
                return Dating(when=str(When.of(counted)), basis="relative")
        if here.told and any(phrase in here.text.lower() for phrase in self._lexicon.at_the_time) and not here.times:
            return _context(here.told)
        if found is None:
            return None
        one, how = found
        when = self._said(draft, one, how, tense, here)
        return Dating(when=when, basis="explicit" if one.word.expression.has_year else "relative") if when else None

    def _find(self, here: DatedSentence, at: int) -> tuple[Timed, How] | None:
        times = [one for one in here.times if one.span and self._dates(one)]
        if not times:
            return None
        for hosts, how in DateRelations(parse=here.parse, lexicon=self._lexicon).hosts(at):
            near = [one for one in times if one.word.host in hosts]
            if near:
                return _nearest(near, at), how
        return None

    def _counted(self, here: DatedSentence, at: int) -> Span | None:
        """``two days after they left the town``: their leaving, counted back from the day of the clause above."""
        words = here.parse.words
        for one in here.times:
            mark = one.word.last
            if one.word.expression.anchor != "event" or mark >= len(words):
                continue
            inner = (
                words[mark].head
                if words[mark].dep == "mark"
                else next(iter(here.parse.deps(mark, "pcomp", "pobj")), None)
            )
            if inner is None or at not in (inner, *_completed(here.parse, inner)):
                continue
            above = clause_of(here.parse, words[inner].head if words[mark].dep == "mark" else words[mark].head)
            found = self._find(here, above) if above != at else None
            main = found[0].span if found else here.thread if self._day is None else Span(self._day, self._day)
            return counted_from(one.word.expression, main) if main else None
        return None

    def _dates(self, one: Timed) -> bool:
        """Whether a date can be that of an event: no dateline's, and no noun's that only has it in its name."""
        word = one.word
        if word.heads and word.first > 0:
            return False
        if word.noun is None:
            return word.expression.kind == "date"
        return word.noun_link in self._lexicon.links or (
            word.expression.kind == "date" and word.noun_link in ("at", "in", "on", "during")
        )

    # what a date says of an event

    def _said(self, draft: Draft, one: Timed, how: How, tense: Tense, here: DatedSentence) -> str | None:
        span = one.span
        if span is None or span.first is None or span.last is None:
            return None
        link = self._link(one) if how != "when" else ""
        if (draft.planned or draft.possible) and how != "background":
            return self._to_come(one, here, span, how, link, tense)
        if draft.kind in _STATES:
            return self._state(span, link, how, tense)
        if link in ("by", "until"):
            return self._until(span, here.thread)
        if link in ("since", "after", "under"):
            return self._from(span.first, one, here)
        if how == "report" or how == "earlier":
            return _edtf(span.first - ONE_DAY if span.is_one_day else span.first, span.last)
        if how == "background":
            return f"../{span.last.isoformat()}" if tense.before_past else _edtf(span.last - _NEWS, span.last)
        return str(When.of(span))

    def _link(self, one: Timed) -> str:
        link = one.word.noun_link if one.word.noun is not None else one.word.link
        return self._lexicon.links.get(link) or self._lexicon.links.get(one.word.expression.relation or "", "")

    def _state(self, span: Span, link: str, how: How, tense: Tense) -> str:
        if link == "since" and span.first:
            return f"{_first(span)}/.."
        if link in ("by", "until") and how in ("own", "same") and span.last:
            return f"../{span.last.isoformat()}" if link == "until" else str(When.of(span))
        if (how in ("earlier", "background") or (how == "report" and tense.before_past)) and span.last:
            if how == "background" and not tense.before_past:
                return str(When.of(span))
            return f"../{span.last.isoformat()}"
        return str(When.of(span))

    def _to_come(self, one: Timed, here: DatedSentence, span: Span, how: How, link: str, tense: Tense) -> str:
        """A plan's date: the next of its name where the words leave it open; the day of the report is where it begins."""
        if how == "report":
            return f"{_day(span.first)}/.."
        expression = one.word.expression
        ahead = (
            resolve(expression, self._day, ahead=True)
            if self._day and expression.anchor in ("either", "publication")
            else None
        )
        counted = expression.shape == "relative"
        if (
            ahead
            and self._day
            and span.last
            and span.last < self._day
            and one.word.noun is None
            and not counted
            and not tense.infinite_past
        ):
            near = (self._day - span.last).days > _MONTH.days * 3
            span = ahead if tense.present or tense.to_come or near or expression.shape == "weekday" else span
        if link in ("by", "until") and span.last:
            first = self._day if self._day and self._day <= span.last and not tense.infinite_past else None
            return _edtf(first, span.last)
        if link in ("since", "after", "under") and span.first:
            return self._from(span.first, one, here) if how_past(tense) or link == "since" else f"{_day(span.first)}/.."
        return str(When.of(span))

    def _until(self, span: Span, thread: Span | None) -> str:
        """By a day: since the story's last date, where that is near; else within the days before."""
        last = span.last or date.max
        first = span.first if span.first and not span.is_one_day else last - _NEWS
        if thread and thread.first and thread.first <= last and last - thread.first <= 2 * _MONTH:
            first = thread.first
        return _edtf(first, last)

    def _from(self, first: date, one: Timed, here: DatedSentence) -> str:
        ends = [
            other.span.last
            for other in here.times
            if other.word.first > one.word.last and other.span and self._link(other) in ("by", "until")
        ]
        day = next((end for end in ends if end and end >= first), self._day)
        return _edtf(first, day) if day and first <= day else f"{_day(first)}/.."

    # how long

    def _lasted(self, draft: Draft, here: DatedSentence, at: int, tense: Tense) -> Dating | None:
        """``had held it for ten months``: back from what ended it; ``kept it for ten months``: on from the story's day.

        ``In four days they took ...`` begins with the story's day, and without one ends with the report's.
        """
        links = ("for", "") if draft.kind in _STATES else ("in", "within", "during", "over")
        own = {
            host
            for hosts, how in DateRelations(parse=here.parse, lexicon=self._lexicon).hosts(at)
            if how == "own"
            for host in hosts
        }
        spent = [one.word for one in here.times if one.word.expression.kind == "duration" and one.word.host in own]
        length = next((word.expression.length for word in spent if (word.noun_link or word.link) in links), None)
        if length is None or draft.planned or draft.possible:
            return None
        begins = (
            here.thread
            if here.thread and not tense.perfect and not (tense.before_past and draft.kind in _STATES)
            else None
        )
        ends = here.thread if tense.before_past and here.thread else Span(self._day, self._day) if self._day else None
        anchor = begins or ends
        other = shift(anchor, length, back=begins is None) if anchor else None
        if anchor is None or other is None:
            return None
        return _context(Span(anchor.first, other.last) if begins else Span(other.first, anchor.last))

    # by the story, by the report

    def _undated(self, draft: Draft, here: DatedSentence, number: int, tense: Tense, *, reported: bool) -> Dating:
        if draft.planned or draft.possible:
            return self._open(here, tense)
        live = here.thread if here.thread_age <= _LIVE else None
        if draft.kind in _STATES:
            return self._undated_state(draft, here, live, tense, reported=reported)
        if here.entry:
            return _context(here.entry)
        if tense.before_past and not reported:
            end = live.last if live else self._day
            return Dating(when=f"../{_day(end)}", basis="context" if live else "publication") if end else _UNDATED
        if live and live.first and not (tense.perfect and self._is_old(live)):
            return _context(Span(live.first, self._goes_until(live, number)))
        if self._day is None:
            return _UNDATED
        return Dating(when=_edtf(self._day - _NEWS, self._day), basis="publication")

    def _is_old(self, span: Span) -> bool:
        return bool(self._day and span.last and self._day - span.last > _AGE)

    def _goes_until(self, thread: Span, number: int) -> date | None:
        """Until when the story can have gone on: the report, or in a story of long ago its next date."""
        if self._day and not self._is_old(thread):
            return max(self._day, thread.last or self._day)
        later = self._calendar.after(number, thread)
        end = (thread.last or date.max - _MONTH) + _MONTH
        return min(later, end) if later else min(end, self._day) if self._day else end

    def _open(self, here: DatedSentence, tense: Tense) -> Dating:
        """What is to come, or could: from the report on; what could have, at the story's day."""
        if tense.infinite_past or self._day is None:
            return _context(here.thread) if here.thread else _UNDATED
        return Dating(when=f"{self._day.isoformat()}/..", basis="publication")

    def _undated_state(
        self, draft: Draft, here: DatedSentence, live: Span | None, tense: Tense, *, reported: bool
    ) -> Dating:
        now = tense.present or tense.perfect or draft.present or reported
        if now and here.entry:
            return _context(here.entry)
        if (
            now
            and self._day
            and reported
            and live
            and not tense.present
            and self._day - (live.first or self._day) <= _MONTH
        ):
            return _context(Span(live.first, self._day))
        if now and self._day:
            return Dating(when=self._calendar.published or self._day.isoformat(), basis="publication")
        if tense.before_past:
            end = here.thread.first if here.thread and (live or self._day is None) else self._day
            return Dating(when=f"../{_day(end)}", basis="context") if end else _UNDATED
        if live and live.first:
            last = self._day if self._day and not self._is_old(live) else live.last
            return _context(Span(live.first, last))
        if self._day:
            return Dating(when=f"../{self._day.isoformat()}", basis="publication")
        return _context(here.thread) if here.thread else _UNDATED


def how_past(tense: Tense) -> bool:
    """Whether a plan was one of the past: ``was to be handed over``."""
    return not (tense.present or tense.to_come or tense.perfect)


def _nearest(times: Sequence[Timed], at: int) -> Timed:
    """The date nearest to a word, a narrow one before one that holds it: ``this summer, in late June``."""
    narrow = [one for one in times if not any(_holds(one, other) for other in times)] or list(times)
    return min(
        narrow, key=lambda one: (one.word.noun is not None, min(abs(one.word.first - at), abs(one.word.last - at)))
    )


def _holds(one: Timed, other: Timed) -> bool:
    outer, inner = one.span, other.span
    if outer is None or inner is None or outer == inner:
        return False
    return outer.intersection(inner) == inner


def _when_it_happened(here: DatedSentence, at: int) -> tuple[Timed, How] | None:
    """The date that a clause says more of: ``since 29 June, when the militia stormed the city``."""
    words, clause = here.parse.words, clause_of(here.parse, at)
    while words[clause].dep == "conj" and is_clause(words[words[clause].head]):
        clause = words[clause].head
    when = next((child for child in here.parse.deps(clause, "advmod", "mark") if words[child].lower == "when"), None)
    if when is None:
        return None
    behind = when - 1 if when and words[when - 1].text == "," else when
    return next(((one, "when") for one in here.times if one.word.last == behind and one.span), None)


def _completed(parse: Parse, at: int) -> list[int]:
    """The verbs that complete a verb."""
    found = list(parse.deps(at, "xcomp"))
    return found + [deeper for child in found for deeper in _completed(parse, child)]


def _context(span: Span) -> Dating:
    return Dating(when=str(When.of(span)), basis="context")


def _edtf(first: date | None, last: date | None) -> str:
    return str(When.of(Span(first, last)))


def _first(span: Span) -> str:
    """The first end of a span, as precisely as the span is known: ``1993``, and of ``late January`` its first day."""
    whole = str(When.of(span))
    return whole if "/" not in whole else _day(span.first)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ".."
