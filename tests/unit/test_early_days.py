"""Days before the year 1 are days like others: they are numbered, compare, sort, and are written and read."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import ONE_DAY, Span, bounds, day_after, day_before
from geo.early_days import FIRST_DAY, EarlyDay, by_time, day_at, day_of, lasts_on

ORDINALS = st.integers(min_value=FIRST_DAY.toordinal(), max_value=date.max.toordinal())


@given(ORDINALS)
def test_a_day_of_any_era_is_the_one_of_its_number_and_of_its_name(ordinal):
    day = day_at(ordinal)
    assert (day.toordinal(), day_of(day.isoformat())) == (ordinal, day)
    assert isinstance(day, EarlyDay) == (day.year < 1)


@given(st.lists(ORDINALS, min_size=2))
def test_days_and_their_texts_are_in_the_order_of_their_numbers(ordinals):
    days = [day_at(ordinal) for ordinal in sorted(ordinals)]
    assert sorted({*days}) == [*dict.fromkeys(days)]
    assert [day_of(text) for text in sorted((str(day) for day in reversed(days)), key=by_time)] == days
    for one, other in pairwise(days):
        assert other - one == timedelta(days=other.toordinal() - one.toordinal())
        assert one + (other - one) == other
        assert (one == other) == (one.toordinal() == other.toordinal())
        assert one <= other
        assert other >= one


def test_the_year_one_follows_the_year_zero_which_had_a_leap_day():
    assert day_after(EarlyDay(0, 12, 31)) == date(1, 1, 1)
    assert day_before(date(1, 1, 1)) == EarlyDay(0, 12, 31)
    assert EarlyDay(0, 2, 29) + ONE_DAY == EarlyDay(0, 3, 1)
    assert day_before(FIRST_DAY) == FIRST_DAY
    assert EarlyDay(0, 12, 31).weekday() == 6, "the first of January of the year 1 was a Monday"


@pytest.mark.parametrize("text", ["-0500-02-30", "0000-13-01", "-0000-01-01", "-500-01-01", "-10000-01-01", "-0500"])
def test_what_names_no_early_day_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        day_of(text)


def test_an_early_day_is_copied_and_is_a_key():
    day = EarlyDay(-500, 3, 1)
    assert copy.deepcopy(day) == pickle.loads(pickle.dumps(day)) == day  # noqa: S301 - our own
    assert {day: 1}[EarlyDay(-500, 3, 1)] == 1
    assert day != date(2020, 3, 1)
    assert f"{day}" == "-0500-03-01"


def test_a_period_that_runs_into_our_era_holds_the_days_within_it():
    assert lasts_on("-0400-01-01", start="-0500-01-01", end="0014-08-19")
    assert not lasts_on("-0501-12-31", start="-0500-01-01", end=None)
    assert not lasts_on("0014-08-19", start=None, end="0014-08-19")
    assert bounds("-0500/0014").overlaps(Span(EarlyDay(-1, 1, 1), EarlyDay(-1, 1, 1)))
    assert bounds("-0500-01-01/-0500-01-31").days == 31
