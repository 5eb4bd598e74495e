"""What a date says of an event: of a change, of a state that lasts, or of what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import resolve
from geo.dates import ONE_DAY, Span, When
from geo.extract.syntax.dating.undated import STATES, edtf

if TYPE_CHECKING:
    from geo.extract.dates import How
    from geo.extract.drafts import Draft
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.dating.calendar import DatedSentence, Timed
    from geo.extract.syntax.dating.tense import Tense

_WEEK = timedelta(days=7)
"""How long before ``by Monday`` the event may lie, where nothing else tells."""

_LATELY = timedelta(days=31)
"""How long ago a day may be for ``by`` it to be news of its week; ``by Christmas``, told in March, is any before."""

_NEAR = timedelta(days=62)
"""How long ago the story's last date can be, for the event to have happened between it and ``by Monday``."""

_SEASON = timedelta(days=93)
"""A plan's date without a year is not meant of the past, where it lies longer ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSense:
    """The senses of one article's dates; ``day`` is its own."""

    day: date | None
    lexicon: DateLexicon

    def of(self, draft: Draft, one: Timed, how: How, tense: Tense, here: DatedSentence) -> str | None:
        """The EDTF of an event with a date that is to it as ``how`` says."""
        span = one.span
        if span is None or span.first is None or span.last is None:
            return None
        if draft.planned or draft.possible:
            return self._to_come(one, how, tense, here)
        if (tense.is_past or tense.perfect) and self._is_ahead(span):
            return None
        if draft.kind in STATES:
            return self._lasting(draft, one, self._state(one, span, how, tense, here), tense, here)
        return self._change(one, Span(span.first, span.last), how, tense, here)

    def _is_ahead(self, span: Span) -> bool:
        """Whether days are still to come: ``lost both within a week`` counts from what was told."""
        return bool(self.day and span.first and span.last and span.first >= self.day and span.last > self.day)

    def _change(self, one: Timed, span: Span, how: How, tense: Tense, here: DatedSentence) -> str:
        first, last, link = span.first or date.min, span.last or date.max, self.link(one)
        if self._is_one_date(one):
            return str(When.of(span))
        if link in ("by", "until"):
            return self._by(span, here.thread)
        if link in ("since", "after", "under"):
            return self._from(first, self._end(one, first, here))
        if how in ("report", "earlier"):
            return edtf(first - ONE_DAY if span.is_one_day else first, last)
        if how == "background":
            news = self.day is not None and self.day - last <= _WEEK  # what is told beside an older date is older still
            return edtf(last - _WEEK if news and not tense.before_past else None, last)
        return str(When.of(span))

    def _state(self, one: Timed, span: Span, how: How, tense: Tense, here: DatedSentence) -> str:
        link = self.link(one)
        if link in ("until", "by") and (tense.present or tense.to_come):
            return edtf(None, self.ahead(one, tense).last)
        begun = next((other for other in here.times if link == "until" and self._begins(other, one)), None)
        if begun is not None and begun.span is not None:
            return self._since(begun, begun.span, here)
        if link == "since":
            return self._since(one, span, here)
        ended = link == "until" or how == "earlier" or (how in ("background", "report") and tense.before_past)
        if ended:
            known = str(When.of(span))  # until "spring 1993" is certain up to its first day
            return f"../{known}" if "/" not in known else edtf(None, span.first if link == "until" else span.last)
        return str(When.of(span))

    def _since(self, one: Timed, span: Span, here: DatedSentence) -> str:
        """From the first day of "late January"; to its end, where the clause gives one."""
        if self._is_one_date(one):
            return str(When.of(span))
        whole = str(When.of(span))
        until = next((other.span for other in here.times if self._begins(one, other)), None)
        end = str(When.of(until)) if until else ".."
        return f"{whole if '/' not in whole else edtf(span.first, span.first)}/{end.rpartition('/')[2]}"

    def _is_one_date(self, one: Timed) -> bool:
        """``from 1993 to 2020``: both ends in one."""
        expression = one.word.expression
        return expression.first != expression.last and expression.shape != "decade" and self._word(one) == "from"

    def _lasting(self, draft: Draft, one: Timed, when: str, tense: Tense, here: DatedSentence) -> str:
        """``Troops took the city on Thursday. The Communists had held it since June``: until then, and no longer."""
        told, begun = here.thread, one.span
        said = here.parse.words[one.word.host].dep == "ccomp"
        taken_up = all(place.start < here.start for place in draft.places)
        if said or not (self.link(one) == "since" and tense.before_past and when.endswith("/..") and taken_up):
            return when
        ended = here.thread_age <= 1 and told and begun and told.last and begun.last and told.last > begun.last
        return f"{when.removesuffix('..')}{told.last}" if told and ended else when

    def _begins(self, one: Timed, other: Timed) -> bool:
        """Whether two dates of a clause are the two ends of a time: ``from May 1992``, ``to November 2020``."""
        if self.link(one) != "since" or (self.link(other) != "until" and self._word(other) != "to"):
            return False
        first, last = one.span, other.span
        ordered = bool(first and last and first.first and last.last and first.first < last.last)
        return ordered and one.word.host == other.word.host

    def _to_come(self, one: Timed, how: How, tense: Tense, here: DatedSentence) -> str:
        """A plan's date: the next of its name, where the words leave it open and it is told of the days to come."""
        if how == "report" and one.span:  # "will leave, he said on Monday": said before it was printed
            return edtf(one.span.first, None)
        span = self.ahead(one, tense)
        link = self.link(one)
        if link in ("by", "until") and span.last:
            begins = self.day or (here.thread.first if here.thread else None)
            return edtf(begins if begins and begins <= span.last and not tense.infinite_past else None, span.last)
        if link in ("since", "after", "under") and span.first:
            end = self._end(one, span.first, here)
            return self._from(span.first, end) if end != self.day or tense.is_past else edtf(span.first, None)
        return str(When.of(span))

    def ahead(self, one: Timed, tense: Tense) -> Span:
        """The days that a plan's date means: the next of its name, unless it is meant of the past."""
        span, expression = one.span or Span(None, None), one.word.expression
        settled = one.word.noun is not None or expression.shape == "relative" or tense.infinite_past
        if self.day is None or span.last is None or span.last >= self.day or settled:
            return span
        meant = not tense.is_past or self.day - span.last > _SEASON or expression.shape == "weekday"
        if not meant or expression.anchor not in ("either", "publication"):
            return span
        return resolve(expression, self.day, ahead=True) or span

    def _word(self, one: Timed) -> str:
        """The preposition over a date, as it stands."""
        return one.word.noun_link if one.word.noun is not None else one.word.link

    def link(self, one: Timed) -> str:
        """The preposition that turns a date (``by``, ``since``); empty for one that only places it."""
        return self.lexicon.links.get(self._word(one)) or self.lexicon.links.get(one.word.expression.relation or "", "")

    def _by(self, span: Span, thread: Span | None) -> str:
        """By a day: since the story's last date, where that is near; else, of late, within the days before."""
        last = span.last or date.max
        lately = self.day is None or self.day - last <= _LATELY
        first = span.first if span.first and not span.is_one_day else last - _WEEK if lately else None
        if thread and thread.first and thread.first <= last and last - thread.first <= _NEAR:
            first = thread.first
        return edtf(first, last)

    def _from(self, first: date, end: date | None) -> str:
        return edtf(first, end if end and first <= end else None)

    def _end(self, one: Timed, first: date, here: DatedSentence) -> date | None:
        """The end that a sentence gives to a beginning (``from Monday, finishing by Friday``), or the report's day."""
        for other in here.times:
            if other.word.first > one.word.last and other.span and self.link(other) in ("by", "until"):
                ahead = resolve(other.word.expression, first, ahead=True)
                end = other.span.last if other.span.last and other.span.last >= first else ahead.last if ahead else None
                if end:
                    return end
        return self.day
