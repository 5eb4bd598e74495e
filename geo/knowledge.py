"""What was known over time: control decided anew for each day on which a report was published.

A page cannot decide, so it is given what was decided for each day of knowledge, and stores what differs. Days of
publication are few. Where there are so many, and so many reports, that to decide for each would take long, knowledge is
followed by month or by year, each by its last day with a report; where even that is too much, it is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from geo.known import published_by
from geo.timeline import decide_control, presences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from geo.records import Article, ControlInterval, LocatedClaim, Presence
    from geo.regions import Region
    from geo.timeline import Memory

Pace = Literal["day", "month", "year"]

MOST: Final = 150_000
"""Claims that are looked at for all days of knowledge together: some ten seconds."""

_KEPT: Final[dict[Pace, int]] = {"day": 3, "month": 2, "year": 1}
"""How much of a date (year, month, day) tells the days apart that count as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Control of cells and points, and presences, as known from ``day`` on; that is None before the first report."""

    day: date | None
    intervals: Sequence[ControlInterval]
    points: Sequence[ControlInterval]
    presences: Sequence[Presence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The days on which something more was known, and what may be decided for each.

    ``pace`` is None, and there are no days, where they are too many to be followed. ``located`` are all claims that
    count at all, each with the day by which it was published for certain; None where that is not known.
    """

    days: tuple[date, ...]
    pace: Pace | None
    located: tuple[tuple[LocatedClaim, date | None], ...]

    @classmethod
    def of(cls, articles: Iterable[Article], located: Iterable[LocatedClaim], *, most: int = MOST) -> Knowledge:
        """The days on which reports were published for certain, as closely as ``most`` claims to look at allow."""
        standing = tuple((item, published_by(item.published)) for item in located if not item.claim.is_rejected)
        known = sorted({day for article in articles if (day := published_by(article.published))})
        for pace, kept in _KEPT.items():
            days = tuple({day.timetuple()[:kept]: day for day in known}.values())  # the last day of each stands
            looked_at = sum(day <= last for last in days for _, day in standing if day)
            if looked_at <= most:
                return cls(days=days, pace=pace, located=standing)
        return cls(days=(), pace=None, located=standing)

    def versions(self, region: Region) -> Iterator[Version]:
        """What was known before the first report, and from each of the days on, in their order."""
        memory: Memory = {}
        for last in (None, *self.days) if self.days else ():
            known = [item for item, day in self.located if last and day and day <= last]
            control, forces = decide_control(known, region, memory=memory), presences(known, region)
            yield Version(day=last, intervals=control.cells, points=control.points, presences=forces)
