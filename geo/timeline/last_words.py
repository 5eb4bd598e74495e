"""When a state was last reported: the last day of the time that each report tells of, as exactly as it is known."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import Span, edtf

if TYPE_CHECKING:
    from datetime import date

    from geo.timeline.turns import Turn


class LastWords(NamedTuple):
    """The days on which reports vouch for a state: the last of each report's own time, as exactly as it is known."""

    words: tuple[Span, ...]
    lasts: tuple[date, ...]
    changed: Span | None

    @classmethod
    def of(cls, turn: Turn) -> LastWords:
        """The last words for the state that a turn brought."""
        reported = turn.way != "opening" and turn.basis == "stated" and any(s.is_reported for s in turn.told)
        told = (*turn.told, *turn.held, *turn.against) if reported else turn.held
        words = sorted({s.word for s in told if s.is_reported}, key=attrgetter("last", "first"))
        lasts = tuple(word.last for word in words if word.last)
        return cls(words=tuple(words), lasts=lasts, changed=turn.dating.span if reported else None)

    def before(self, end: date | None) -> str | None:
        """The last word for the state that was spoken before ``end``, in EDTF."""
        number = bisect_left(self.lasts, end) if end else len(self.lasts)
        last = self.words[number - 1] if number else self.changed
        return edtf(last) if last else None
