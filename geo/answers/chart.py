"""The chart that questions are put to: a region, its intervals, the claims behind them, and how far these reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.early_days import day_of
from geo.errors import DateError
from geo.figures import takers
from geo.records import points_by_place
from geo.timeline import last_publication
from geo.timeline.sentences import outside_time, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geo.dates import Span
    from geo.figures.takers import Takers
    from geo.records import ControlInterval, LocatedClaim
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is known of control, and from when to when.

    ``points`` are the intervals of places that are no cells, whose ids are ``point_places``; they bear no km².
    ``claims`` are by id; ``published`` is when the last of them was published, as exactly as that is known, and None
    where none is dated. No state is known before the region's first day, nor after the last day of ``published``.
    """

    region: Region
    intervals: tuple[ControlInterval, ...]
    points: tuple[ControlInterval, ...]
    claims: Mapping[str, LocatedClaim]
    takers: Takers
    published: Span | None

    @classmethod
    def of(
        cls,
        region: Region,
        *,
        intervals: Iterable[ControlInterval],
        claims: Iterable[LocatedClaim],
        points: Iterable[ControlInterval] = (),
    ) -> Chart:
        """The chart of what was decided from these located claims."""
        known, decided, of_points = {item.claim.id: item for item in claims}, tuple(intervals), tuple(points)
        return cls(
            region=region,
            intervals=decided,
            points=of_points,
            claims=known,
            takers=takers((*decided, *of_points)),
            published=last_publication(known.values()),
        )

    @property
    def point_places(self) -> dict[str, str]:
        """The ids under which points have intervals, by the ids of their places."""
        return points_by_place(self.points)

    @property
    def first(self) -> date:
        """The region's first day."""
        return day_of(self.region.start)

    @property
    def last(self) -> date | None:
        """The last day of which anything is known; None where nothing is."""
        return self.published.last if self.published else None

    def silence(self, day: date) -> str:
        """Why nothing is known of a day, as a sentence; empty where something is."""
        if self.last is not None and self.first <= day <= self.last:
            return ""
        return sentence(outside_time(day, self.first, self.published))

    def require(self, day: date) -> None:
        """Refuse a day of which nothing is known.

        Raises
        ------
        DateError
            With the reason and the days that there are.
        """
        reason = self.silence(day)
        if reason:
            advice = (
                f"Give a day from {self.first} to {self.last}" if self.last else "Build from reports that are dated"
            )
            raise DateError(f"Nothing is known of {day}. {reason} {advice}.")
