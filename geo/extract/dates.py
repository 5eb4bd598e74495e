"""When a claim says that it happened: the narrowest interval that the text supports.

The date of the claim's own clause comes first, then one elsewhere in its sentence, then what came before in the story
(``since then``: after the last dated event, before publication), then publication itself as the latest day.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from geo.date_expressions import DateExpression, resolve
from geo.date_expressions.counts import number_of
from geo.dates import ONE_DAY, Span, When, bounds
from geo.extract.lexicon import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Item, Offsets
    from geo.records import WhenBasis

_SENTENCES_BACK = 4
_LONGEST_STORY = 31
"""Days up to which a told date is exact enough for ``two days later`` to be counted from it."""

_OPEN_END = frozenset({"since"})
_OPEN_START = frozenset({"by", "before", "until"})
_DURATION = re.compile(
    r"(?i)\b(?P<count>\d+|[a-z]+)\s?-\s?"
    r"(?P<unit>day|week|month|year)(?:\s?-\s?(?:long|old))?\s"
    r"(?:war|conflict|fighting|campaign|offensive|operation|battle|hostilities)"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


How = Literal["own", "same", "report", "earlier", "later", "background", "below", "when"]
"""What a date's clause is to the event's; ``earlier`` events came before that date."""
DateRule = Literal[
    How, "counted", "lasted", "deal", "at-the-time", "entry", "by-nightfall", "had", "thread", "past", "long-ago",
    "news", "now", "said-to-be", "was", "was-undated", "to-come", "could-have", "nothing", "twin", "remembered",
]  # fmt: skip
"""How a claim came by its date: as :data:`How` says, by a length of time, by the story, by the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A claim's date as EDTF and where it comes from; ``by_report`` where it is the day that somebody told of it.

    ``rule`` says how it was found, ``words`` where its expression stands, ``counted_from`` the earlier date of the
    story from which it follows, ``link`` the preposition over it that turns it (``by``, ``since``).
    """

    when: str | None
    basis: WhenBasis | None
    by_report: bool = False
    rule: DateRule | None = None
    words: Offsets | None = None
    counted_from: Offsets | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A date that the story has told: the sentence it stood in, what it means, and the day from which things follow."""

    sentence: int
    span: Span
    follows: date
    tells_deal: bool


class DateReader:
    """Dates the claims of one article, sentence by sentence; it remembers what the story has told so far."""

    def __init__(self, published: str | None) -> None:
        """``published`` is the article's publication date as EDTF; its first and last day are the anchors."""
        span = bounds(published)
        self._published = published
        self._first, self._anchor = span.first or span.last, span.last
        self._recent: deque[_Told] = deque()
        self._story: Span | None = None
        self._fighting: Span | None = None

    def read(self, draft: Draft, items: Sequence[Item], *, sentence: int) -> Dating:
        """The date of a draft in its sentence."""
        own = self._in_sentence(draft, items)
        if own:
            return own
        same = self._duration(items) or self._same_deal(draft, sentence)
        if same:
            return Dating(when=str(When.of(same)), basis="context", rule="lasted" if self._duration(items) else "deal")
        if draft.planned or draft.possible or self._anchor is None:
            return Dating(when=None, basis=None, rule="to-come" if self._anchor else "nothing")
        if draft.present:  # a state told in the present stood when the report came out; since when, it does not say
            return Dating(when=self._published, basis="publication", rule="now")
        following = self._following(sentence)
        if following:
            return Dating(when=str(When.of(self._until_publication(following))), basis="context", rule="thread")
        return Dating(when=f"../{self._anchor.isoformat()}", basis="publication", rule="news")

    def stands_alone(self, items: Sequence[Item]) -> bool:
        """Whether a sentence has a date that means the same whatever the story told before."""
        dates = [item.date for item in items if item.date]
        if self._anchor is None or any(date.anchor == "story" for date in dates):
            return False
        return any(self._resolve(date, None) for date in dates)

    def remember(self, items: Sequence[Item], *, sentence: int, starts_fighting: bool, tells_deal: bool) -> None:
        """Take note of a sentence's dates, for the sentences after it.

        ``starts_fighting`` and ``tells_deal`` say what the sentence is about: a clash, or talks and what they led to.
        """
        while self._recent and self._recent[0].sentence <= sentence - _SENTENCES_BACK:
            self._recent.popleft()
        spans, self._story = self._spans(items)
        for at, span in spans.items():
            item = items[at]
            if item.date and span.first and (self._anchor is None or span.first <= self._anchor):
                follows = span.last if item.date.overnight and span.last else span.first
                self._recent.append(_Told(sentence=sentence, span=span, follows=follows, tells_deal=tells_deal))
                self._fighting = span if starts_fighting else self._fighting

    def _spans(self, items: Sequence[Item]) -> tuple[dict[int, Span], Span | None]:
        """What the dates of a sentence mean, by position, and the last of them that other dates can hang on.

        ``Two days later`` and ``that December`` hang on the date that was told last, here or in a sentence before.
        """
        found: dict[int, Span] = {}
        story = self._story
        for at, item in enumerate(items):
            span = self._resolve(item.date, story) if item.date else None
            if item.date and span:
                found[at] = span
                if item.date.kind == "date" and item.date.relation != "since" and span.days:
                    story = span if span.days <= _LONGEST_STORY else story
        return found, story

    def _resolve(self, expression: DateExpression, story: Span | None) -> Span | None:
        """What an expression means, where it means the same on the first and the last possible day of publication."""
        told = story if expression.anchor == "story" or self._anchor is None else None
        span = resolve(expression, self._anchor, story=told)
        return span if span == resolve(expression, self._first, story=told) else None

    def _in_sentence(self, draft: Draft, items: Sequence[Item]) -> Dating | None:
        """The date nearest to the deciding word: in its clause, else anywhere in its sentence."""
        dated, _ = self._spans(items)
        if not dated:
            return None
        low, high = draft.clause
        inside = [at for at in dated if low <= at < max(high, draft.at + 1)]
        before = [at for at in dated if at < low and not _another_clause(items, at, low)]
        at = min(inside or before or dated, key=lambda position: abs(position - draft.at))
        expression, span = items[at].date, dated[at]
        if expression is None:
            return None
        word = items[at - 1].lower if at else ""
        basis: WhenBasis = "explicit" if expression.has_year else "relative"
        found = Dating(when=None, basis=basis, rule="own", words=(items[at].start, items[at].end))
        if draft.lasting and word in _OPEN_END and span.first:
            return replace(found, when=f"{_first(span)}/..")
        to_come = (draft.planned and not draft.lasting) or (draft.present and word == "until")
        if to_come and self._anchor and span.last and span.last < self._anchor:
            span = self._next_occurrence(expression, span)
        if word in _OPEN_START and span.last:
            return replace(found, when=f"../{span.last.isoformat()}")
        return replace(found, when=str(When.of(span)))

    def _next_occurrence(self, expression: DateExpression, span: Span) -> Span:
        """A plan for ``December 1`` told in November means the one to come."""
        if expression.anchor in ("none", "story") or expression.shape == "relative":
            return span
        return resolve(expression, self._anchor, ahead=True) or span

    def _duration(self, items: Sequence[Item]) -> Span | None:
        """``during the six-week-long conflict``: from when the fighting was told to begin, for so long.

        The last day allows for half a unit more, since durations are rounded.
        """
        match = _DURATION.search(" ".join(item.text for item in items))
        began = self._fighting.first if self._fighting else None
        count = number_of(match["count"].lower()) if match else None
        if match is None or began is None or count is None:
            return None
        days = (count + 0.5) * _DAYS[match["unit"].lower()]
        return Span(began, began + timedelta(days=round(days)) - ONE_DAY)

    def _same_deal(self, draft: Draft, sentence: int) -> Span | None:
        """An undated truce or agreement is the one that the sentence before dated."""
        if draft.kind not in ("ceasefire", "agreement"):
            return None
        return next((told.span for told in self._recent if told.sentence == sentence - 1 and told.tells_deal), None)

    def _following(self, sentence: int) -> date | None:
        """The day from which an undated claim can have happened: that of the last dated event shortly before it."""
        told = [told for told in self._recent if told.sentence < sentence]
        nearest = max((told.sentence for told in told), default=None)
        return max((one.follows for one in told if one.sentence == nearest), default=None)

    def _until_publication(self, first: date) -> Span:
        last = self._anchor or first
        return Span(min(first, last), last)


def _another_clause(items: Sequence[Item], at: int, low: int) -> bool:
    """Whether a subordinate clause begins between a date and a later clause, other than ``DATE, when``."""
    breaks = english().lists["breaks"] - {"when"}
    return any(item.lower in breaks for item in items[at + 1 : low])


def _first(span: Span) -> str:
    """The first end of a span, as precisely as the span is known; of ``late January`` its first day."""
    whole = str(When.of(span))
    return whole if "/" not in whole else span.first.isoformat() if span.first else ".."
