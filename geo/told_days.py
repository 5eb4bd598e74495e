"""The days within which what a claim tells of took place, as far as it and its article say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.dates import Span, bounds, bounds_told
from geo.errors import DateError
from geo.records import CHANGE_KINDS

if TYPE_CHECKING:
    from geo.records import Claim


def told_span(claim: Claim, published: str | None) -> Span:
    """The days within which what a claim tells of took place: those it gives, none later than its publication.

    A change or deployment without a date happened by the day of publication; a state without one was so on that day.
    The last day is always known.

    Raises
    ------
    DateError
        Where neither claim nor article is dated, a date is no EDTF, or a report tells of a day after its publication.
    """
    return _told_span(claim.when, published, _happens(claim))


@lru_cache(maxsize=65536)
def _told_span(when: str | None, published: str | None, is_change: bool) -> Span:  # noqa: FBT001
    out = bounds_told(published)
    if when is None:
        if out.last is None:
            raise DateError("neither the claim nor its article is dated")
        return Span(None if is_change else out.first, out.last)
    told = bounds_told(when)
    if told.last is None and out.last is None:
        raise DateError(f"{when} is open, and the article is not dated")
    if told.first and out.last and told.first > out.last:
        raise DateError(f"dated {when}, after its publication on {published}")
    return Span(told.first, min(day for day in (told.last, out.last) if day))


def last_told(claim: Claim, published: str | None) -> Span:
    """The days of which one is the last that a claim vouches for, as exactly as these are known.

    That is the end of what it tells of (``1994`` of ``1992/1994``), or its publication, where it tells of the time up
    to then. Never open.

    Raises
    ------
    DateError
        As :func:`told_span`.
    """
    return _last_told(claim.when, published, _happens(claim))


@lru_cache(maxsize=65536)
def _last_told(when: str | None, published: str | None, is_change: bool) -> Span:  # noqa: FBT001
    span, out = _told_span(when, published, is_change), bounds(published)
    end = (when or "").rpartition("/")[2]
    last = bounds(end).intersection(span) if end not in ("", "..") else None
    if last is None or (out.last is not None and out.last <= (last.last or out.last)):
        first = max((day for day in (out.first, span.first) if day), default=span.last)
        return Span(first, span.last)
    return last


def _happens(claim: Claim) -> bool:
    """Whether it tells of what happened, by the day on which it is told; a state is one of that day."""
    return claim.kind in CHANGE_KINDS or claim.kind == "deployment"
