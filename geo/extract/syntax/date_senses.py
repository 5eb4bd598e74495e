"""What a date says of an event: of a change, of a state that lasts, or of what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.date_expressions import resolve
from geo.dates import ONE_DAY, Span, When
from geo.extract.syntax.undated import STATES, edtf

if TYPE_CHECKING:
    from geo.extract.dates import How
    from geo.extract.drafts import Draft
    from geo.extract.syntax.calendar import DatedSentence, Timed
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.tense import Tense

_WEEK = timedelta(days=7)
"""How long before ``by Monday`` the event may lie, where nothing else tells."""

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
        if draft.kind in STATES:
            return self._state(one, span, how, tense)
        if tense.is_past and self._is_ahead(span):
            return None
        return self._change(one, Span(span.first, span.last), how, tense, here)

    def _is_ahead(self, span: Span) -> bool:
        """Whether days are still to come: ``lost both within a week`` counts from what was told."""
        return bool(self.day and span.first and span.last and span.first >= self.day and span.last > self.day)

    def _change(self, one: Timed, span: Span, how: How, tense: Tense, here: DatedSentence) -> str:
        first, last, link = span.first or date.min, span.last or date.max, self.link(one)
        if link in ("by", "until"):
            return self._by(span, here.thread)
        if link in ("since", "after", "under"):
            return self._from(first, self._end(one, first, here))
        if how in ("report", "earlier"):
            return edtf(first - ONE_DAY if span.is_one_day else first, last)
        if how == "background":
            return edtf(None if tense.before_past else last - _WEEK, last)
        return str(When.of(span))

    def _state(self, one: Timed, span: Span, how: How, tense: Tense) -> str:
        link = self.link(one)
        if link in ("until", "by") and (tense.present or tense.to_come):
            return edtf(None, self._ahead(one, tense).last)
        if link == "since":
            whole = str(When.of(span))  # of "late January" its first day
            return f"{whole if '/' not in whole else edtf(span.first, span.first)}/.."
        ended = link == "until" or how == "earlier" or (how in ("background", "report") and tense.before_past)
        return edtf(None, span.last) if ended else str(When.of(span))

    def _to_come(self, one: Timed, how: How, tense: Tense, here: DatedSentence) -> str:
        """A plan's date: the next of its name, where the words leave it open and it is told of the days to come."""
        span = self._ahead(one, tense)
        link = self.link(one)
        if how == "report":
            return edtf(span.first, None)
        if link in ("by", "until") and span.last:
            begins = self.day or (here.thread.first if here.thread else None)
            return edtf(begins if begins and begins <= span.last and not tense.infinite_past else None, span.last)
        if link in ("since", "after", "under") and span.first:
            end = self._end(one, span.first, here)
            return self._from(span.first, end) if end != self.day or tense.is_past else edtf(span.first, None)
        return str(When.of(span))

    def _ahead(self, one: Timed, tense: Tense) -> Span:
        span, expression = one.span or Span(None, None), one.word.expression
        settled = one.word.noun is not None or expression.shape == "relative" or tense.infinite_past
        if self.day is None or span.last is None or span.last >= self.day or settled:
            return span
        meant = not tense.is_past or self.day - span.last > _SEASON or expression.shape == "weekday"
        if not meant or expression.anchor not in ("either", "publication"):
            return span
        return resolve(expression, self.day, ahead=True) or span

    def link(self, one: Timed) -> str:
        """The preposition that turns a date (``by``, ``since``); empty for one that only places it."""
        link = one.word.noun_link if one.word.noun is not None else one.word.link
        return self.lexicon.links.get(link) or self.lexicon.links.get(one.word.expression.relation or "", "")

    def _by(self, span: Span, thread: Span | None) -> str:
        """By a day: since the story's last date, where that is near; else within the days before."""
        last = span.last or date.max
        first = span.first if span.first and not span.is_one_day else last - _WEEK
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
