"""Moments for time sliders: in UTC, never open, and never before the interval that they tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from export_cases import ARTICLE
from hypothesis import example, given
from hypothesis import strategies as st

from geo.early_days import day_of
from geo.export.times import Window, last_publication, window_of

if TYPE_CHECKING:
    from geo.regions import Region

WINDOW = Window(start=date(1991, 1, 1), end=date(2021, 1, 19))
days = st.none() | st.dates().map(date.isoformat)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-11-10", "2020-11-20", ("2020-11-10", "2020-11-20")),
        ("2020-11-10", None, ("2020-11-10", "2021-01-19")),
        (None, "2020-11-10", ("1991-01-01", "2020-11-10")),
        (None, None, ("1991-01-01", "2021-01-19")),
        ("2023-09-20", None, ("2023-09-20", "2023-09-21")),
        (None, "1990-01-01", ("1989-12-31", "1990-01-01")),
    ],
)
def test_an_open_end_is_closed_where_the_reports_end(start: str, end: str, expected: tuple[str, str]) -> None:
    assert tuple(WINDOW.moments(start, end).values()) == tuple(f"{day}T00:00:00Z" for day in expected)


@given(start=days, end=days)
@example(start=None, end="0001-01-01")
def test_a_moment_is_never_open_and_an_end_never_before_its_start(start: str | None, end: str | None) -> None:
    opens, closes = (str(told).removesuffix("T00:00:00Z") for told in WINDOW.moments(start, end).values())
    if not (start and end):
        assert day_of(opens) <= day_of(closes)
    assert start in (None, opens)
    assert end in (None, closes)


def test_the_window_ends_with_the_last_day_on_which_something_may_have_been_published(small_region: Region) -> None:
    articles = [replace(ARTICLE, published=told) for told in ("2020-12", "2020-11-30", None)]
    assert last_publication(articles) == date(2020, 12, 31)
    assert window_of(articles, small_region) == Window(start=date(1991, 1, 1), end=date(2021, 1, 1))
    assert window_of([], small_region) == Window(start=date(1991, 1, 1), end=date(1991, 1, 2))
