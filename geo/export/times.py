"""Days as time sliders take them: moments in UTC, and an end for what has none.

kepler.gl gives a column a time filter only where its values have a time of day, and Leaflet.timeline cannot draw a
state whose end is null. For these two, and beside the exact days, ``start_time`` and ``end_time`` are never open: they
are cut to the days that the reports cover.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.dates import bounds, day_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import Article
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days that reports can tell of, half-open: from the region's first day to the last publication."""

    start: date
    end: date

    def moments(self, start: str | None, end: str | None) -> dict[str, object]:
        """``start_time`` and ``end_time`` of a half-open interval of ISO days, each open end closed.

        An interval that lies outside the window keeps its own end and lasts a day at least.

        Examples
        --------
        >>> Window(start=date(1988, 1, 1), end=date(2021, 1, 19)).moments("2020-11-10", None)
        {'start_time': '2020-11-10T00:00:00Z', 'end_time': '2021-01-19T00:00:00Z'}
        """
        first, last = _day(start), _day(end)
        opens = first or min(self.start, last - timedelta(days=1) if last and last > date.min else self.start)
        closes = last or max(self.end, day_after(opens))
        return {"start_time": f"{opens.isoformat()}T00:00:00Z", "end_time": f"{closes.isoformat()}T00:00:00Z"}


NO_MOMENTS: dict[str, object] = {"start_time": None, "end_time": None}
"""For what has no date at all."""


def window_of(articles: Iterable[Article], region: Region) -> Window:
    """From the first day of the region's timeline to the last publication, both included."""
    start = bounds(region.start).first or date.min
    last = last_publication(articles)
    return Window(start=start, end=max(day_after(start), day_after(last) if last else start))


def last_publication(articles: Iterable[Article]) -> date | None:
    """The last day on which an article may have been published; None where no date is known."""
    return max((last for article in articles if (last := bounds(article.published).last)), default=None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
