"""The year that a story of another time is in, for its dates that have none.

A looking back tells its year once and then days only: ``In 1995 the lines moved. On 28 July the army took Grahovo.``
Where nothing before was of the report's own days, the text is such a looking back as a whole, and goes on in its year
until a date of the report's own time comes. In a report that tells news, a year told shortly before is that of a date
which would be no news otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates, resolve
from geo.date_expressions.records import PUBLICATION_WAYS
from geo.extract.syntax.dating.passing import is_in_passing
from geo.extract.syntax.dating.tense import tense_of
from geo.extract.syntax.dating.words import BOUNDS

if TYPE_CHECKING:
    from datetime import date

    from geo.date_expressions import DateExpression
    from geo.dates import Span
    from geo.extract.syntax.dating.words import DateWord
    from geo.extract.syntax.trees.parse import Parse

OTHER_TIME = 200
"""Days before publication from which on a story is of another time: its dates without a year are its own."""

_NEWS = 120
"""Days after which nobody would tell a date without its year."""

_LIVE = 4
"""Sentences for which a year holds in a report that tells news."""

_WIDEST = 400
"""Days of the widest date that tells a year."""

_ONE_WEEK = 7
_NARRATIVE = ("relcl", "acl", "csubj", "pcomp")
"""Labels of clauses in which no story goes on: ``the war that began in 2014``."""


@dataclass(slots=True, kw_only=True)
class StoryYear:
    """The dates with a year of which an article has told, up to some sentence.

    ``span`` is the last of them and ``number`` its sentence; ``looks_back`` holds where nothing of the report's own
    time was told before it, ``tells_weekdays`` where it gave the weekday beside a date.
    """

    day: date | None
    span: Span | None = None
    number: int = 0
    looks_back: bool = True
    tells_weekdays: bool = False
    _passed: list[str] = field(default_factory=list)

    def pass_over(self, text: str) -> None:
        """Take note of a sentence that was not parsed; its dates are looked for where a year is told."""
        if self.looks_back or self.span is not None:
            self._passed.append(text)

    def _look_up(self) -> None:
        """Look whether a sentence that was passed over came back to the report's own time."""
        passed, self._passed = self._passed, []
        if any(self._has_today(text) for text in passed):
            self._come_back()

    def _has_today(self, text: str) -> bool:
        dated = ((one, resolve(one, self.day)) for one in find_dates(text)) if self.day else ()
        return any(span is not None and self._is_of_today(one, span) for one, span in dated)

    def remember(self, parse: Parse, word: DateWord, span: Span, number: int) -> None:
        """Take note of what a date means."""
        expression = word.expression
        is_dateline = word.heads and not number
        if self.day is None or expression.kind == "duration" or is_dateline:
            return
        if self._is_of_today(expression, span):
            self._come_back()
        elif expression.has_year and self._tells(parse, word, span):
            self._look_up()
            self.span, self.number = span, number
            self.tells_weekdays = self.tells_weekdays or expression.shape == "weekday"

    def of(self, expression: DateExpression, number: int) -> Span | None:
        """The date with a year in whose year an expression without one is; None where it is the report's."""
        if self.span is None or expression.shape != "calendar" or expression.anchor != "either":
            return None
        told = self._told()
        if self.looks_back:
            return told
        return told if number - self.number <= _LIVE and self._is_no_news(expression) else None

    def weekday(self, expression: DateExpression, told: Span | None) -> Span | None:
        """``On Tuesday`` in a looking back to ``Sunday, 1 November 1998``: the first one from the day told last on."""
        is_bare = expression.shape == "weekday" and expression.words[0] not in PUBLICATION_WAYS
        if not (is_bare and self.is_on and self.tells_weekdays):
            return None
        exact = told is not None and told.days is not None and told.days <= _ONE_WEEK
        return resolve(expression, told.first, ahead=True) if told and exact else None

    @property
    def is_on(self) -> bool:
        """Whether the text as a whole looks back, and has told from when."""
        return self._told() is not None and self.looks_back

    def _told(self) -> Span | None:
        """The year's date, unless a sentence that was passed over came back to the report's own time."""
        if self.span is not None:
            self._look_up()
        return self.span

    def _come_back(self) -> None:
        self.span, self.looks_back = None, False
        self._passed.clear()

    def _is_of_today(self, expression: DateExpression, span: Span) -> bool:
        """Whether a date is of the report's own time, or to come."""
        if self.day is None or span.last is None or expression.kind != "date":
            return False
        return (self.day - span.last).days <= OTHER_TIME

    def _is_no_news(self, expression: DateExpression) -> bool:
        span = resolve(expression, self.day)
        return bool(self.day and span and span.last and (self.day - span.last).days > _NEWS)

    def _tells(self, parse: Parse, word: DateWord, span: Span) -> bool:
        """Whether a date says in which year the story is, and not since when or until when something was so."""
        expression = word.expression
        if span.days is None or span.days > _WIDEST or expression.kind != "date" or word.noun is not None:
            return False
        if expression.relation or word.link in BOUNDS or is_in_passing(parse, word):
            return False
        above = [parse.words[at].dep for at in (word.host, *parse.governors(word.host))]
        return not tense_of(parse, word.host).before_past and not any(dep in _NARRATIVE for dep in above)
