"""What is asked for when a region is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.dates import When
from geo.errors import DateError, RegionError
from geo.regions.fetching import credit, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from geo.regions.making.vectors import Source

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST = 60

START = "2000-01-01"
"""The first day of a new region's timeline, unless another is given."""

UNKNOWN = "not said"
"""Stands for a licence that nobody gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is said of a region: ``source`` and ``licence`` are those of its areas."""

    id: str
    title: str
    start: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Files for a region: districts, areas that cut across them, places and parties; ``tolerance_km`` generalises.

    ``name_column`` and ``languages`` say which columns of the areas are read; ``kind`` what the areas are called.
    """

    areas: Source
    overlays: tuple[Source, ...] = ()
    places: Path | None = None
    actors: Path | None = None
    name_column: str | None = None
    languages: tuple[str, ...] | None = None
    kind: str = "district"
    tolerance_km: float = 0.0


def about(name: str, areas: Path, *, title: str | None, start: str, source: str | None, licence: str | None) -> About:
    """What is said of a region, and of its areas what was kept beside them when they were fetched.

    Raises
    ------
    InputError
        Where the boundaries are no longer what was fetched.
    """
    kept = source_of(areas) or {}
    return About(
        id=name,
        title=title or name.replace("-", " ").title(),
        start=start,
        source=source or (credit(kept) if kept else f"given: {areas.name}"),
        licence=licence or str(kept.get("boundaryLicense", UNKNOWN)),
    )


def check_name(name: str) -> None:
    """Refuse a name that is no plain folder.

    Raises
    ------
    RegionError
        Where it holds more than small letters, digits and single hyphens: it becomes a folder and an id.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        raise RegionError(
            f"A region cannot be called {name!r}: its name is a folder's. Write small letters, digits and hyphens, "
            "such as 'south-sudan'."
        )


def check_start(day: str) -> None:
    """Refuse a first day that is no day.

    Raises
    ------
    RegionError
        Where it is no single EDTF day.
    """
    try:
        if When.parse(day).bounds().is_one_day:
            return
    except DateError as error:
        raise RegionError(f"start is {day!r}. {error}") from error
    raise RegionError(f"start is {day!r}, which is no single day. Write it as YYYY-MM-DD.")
