"""Days as time sliders take them: moments in UTC, and an end for what has none.

kepler.gl gives a column a time filter only where its values have a time of day, and Leaflet.timeline cannot draw a
state whose end is null. For these two, and beside the exact days, ``start_time`` and ``end_time`` are never open: they
are cut to the days that the reports cover. Moments of other eras have six digits and a sign, as ECMAScript wants them;
columns of a type for days or moments know none before the year 1, and are empty there: the EDTF beside them tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.dates import bounds, day_after, day_before
from geo.early_days import FIRST_DAY, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.export.layers import Kind
    from geo.records import Article
    from geo.regions import Region


MOMENTS: dict[str, Kind] = {"start_time": "moment", "end_time": "moment"}
"""The columns that :meth:`Window.moments` fills."""

NO_MOMENTS: dict[str, object] = dict.fromkeys(MOMENTS)
"""Their values for what has no date at all."""


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
        opens = first or min(self.start, day_before(last) if last else self.start)
        closes = last or max(self.end, day_after(opens))
        return {"start_time": _moment(opens), "end_time": _moment(closes)}


def window_of(articles: Iterable[Article], region: Region) -> Window:
    """From the first day of the region's timeline to the last publication, both included."""
    start = bounds(region.start).first or FIRST_DAY
    last = last_publication(articles)
    return Window(start=start, end=max(day_after(start), day_after(last) if last else start))


def last_publication(articles: Iterable[Article]) -> date | None:
    """The last day on which an article may have been published; None where no date is known."""
    return max((last for article in articles if (last := bounds(article.published).last)), default=None)


def as_typed(value: object, kind: Kind) -> object:
    """A value as a column of its type can hold it: None for a day or moment before the year 1."""
    return None if kind in ("day", "moment") and str(value).startswith(("-", "0000-")) else value


def _moment(day: date) -> str:
    iso = day.isoformat()
    return f"{f'-00{iso[1:]}' if iso.startswith('-') else iso}T00:00:00Z"


def _day(text: str | None) -> date | None:
    return day_of(text) if text else None
