"""Days as the page counts them: whole numbers since 1970-01-01."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from geo.early_days import day_of

_EPOCH = date(1970, 1, 1).toordinal()


@lru_cache(maxsize=65536)
def day_number(day: str | date | None) -> int | None:
    """Days from 1970-01-01 to an ISO day; None stays None (an open end)."""
    if day is None:
        return None
    return (day_of(day) if isinstance(day, str) else day).toordinal() - _EPOCH
