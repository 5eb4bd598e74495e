"""EDTF dates keep their precision, and spans of days obey the laws of intervals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import Span, When, bounds, day_after, hull, month_span
from geo.early_days import FIRST_DAY, EarlyDay, day_at
from geo.errors import DateError

EARLY = st.integers(min_value=FIRST_DAY.toordinal(), max_value=0).map(day_at)
DAYS = (
    st.dates()
    | EARLY
    | st.sampled_from(
        [FIRST_DAY, EarlyDay(0, 12, 31), date.min, date.max, date(2020, 2, 29), date(2020, 1, 1), date(9999, 12, 1)]
    )
)
CLOSED = st.tuples(DAYS, DAYS).map(lambda pair: Span(min(pair), max(pair)))
MONTHS = st.builds(lambda first, last: Span(min(first, last), max(first, last)), DAYS, DAYS).map(
    lambda span: Span(span.first.replace(day=1), month_span(span.last.year, span.last.month).last)
)
SPANS = st.builds(
    lambda span, low, high: Span(span.first if low else None, span.last if high else None),
    CLOSED,
    st.booleans(),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-11-10", date(2020, 11, 10), date(2020, 11, 10)),
        ("2020~", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-11?", date(2020, 11, 1), date(2020, 11, 30)),
        ("2020-11-10%", date(2020, 11, 10), date(2020, 11, 10)),
        ("1992/1994", date(1992, 1, 1), date(1994, 12, 31)),
        ("1992~/1994-05-12?", date(1992, 1, 1), date(1994, 5, 12)),
        ("2020-11-10/2021-01", date(2020, 11, 10), date(2021, 1, 31)),
        ("2020-11-10/..", date(2020, 11, 10), None),
        ("../2020-11", None, date(2020, 11, 30)),
        ("2020/", date(2020, 1, 1), None),
        ("/2020", None, date(2020, 12, 31)),
        ("../..", None, None),
        ("0001", date.min, date(1, 12, 31)),
        ("0000", EarlyDay(0, 1, 1), EarlyDay(0, 12, 31)),
        ("-0500", EarlyDay(-500, 1, 1), EarlyDay(-500, 12, 31)),
        ("-0004-02", EarlyDay(-4, 2, 1), EarlyDay(-4, 2, 29)),
        ("-0043-03-15~/0014-08-19", EarlyDay(-43, 3, 15), date(14, 8, 19)),
        ("9999-12", date(9999, 12, 1), date.max),
    ],
)
def test_a_date_has_inclusive_bounds_and_is_written_as_it_was_read(text, first, last):
    assert When.parse(text).bounds() == Span(first, last)
    assert str(When.parse(text)) == text


def test_space_around_a_date_is_no_part_of_it():
    assert str(When.parse(" 2020-11\n")) == "2020-11"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2020-13", "no real day"),
        ("2020-00", "no real day"),
        ("2020-11-00", "no real day"),
        ("2020-02-30", "no real day"),
        ("2021-02-29", "no real day"),
        ("-0001-02-29", "no real day"),
        ("2020-11-10/2020-13", "'2020-13' names no real day"),
        ("", "Write 2020, 2020-11"),
        ("..", "Write 2020, 2020-11"),
        ("late 2020", "'late 2020' is no EDTF date"),
        ("202X", "Write 2020, 2020-11"),
        ("2020-1-1", "Write 2020, 2020-11"),
        ("20201110", "Write 2020, 2020-11"),
        ("2020~?", "Write 2020, 2020-11"),
        ("-0000", "Write 2020, 2020-11"),
        ("-500", "Write 2020, 2020-11"),
        ("٢٠٢٠", "Write 2020, 2020-11"),
        ("1992/1993/1994", "'1993/1994' is no EDTF date"),
        ("2020-11-10 / 2020-11-11", "is no EDTF date"),
        ("2021/2020", "EARLIER/LATER"),
        ("2020-11-11/2020-11-10", "'2020-11-11/2020-11-10' ends before it starts"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text, says):
    with pytest.raises(DateError, match=says.replace("(", r"\(")):
        When.parse(text)


def test_an_absent_date_is_open_at_both_ends():
    assert bounds(None) == Span(None, None)
    assert bounds("2020") == Span(date(2020, 1, 1), date(2020, 12, 31))


@given(CLOSED | MONTHS | SPANS)
def test_a_span_written_as_edtf_has_the_same_bounds(span):
    assert When.of(span).bounds() == span
    assert When.parse(str(When.of(span))) == When.of(span)


@pytest.mark.parametrize(
    ("text", "precise"),
    [
        ("2020", "2020-01-01/2020-12-31"),
        ("1992/1994", "1992-01-01/1994-12-31"),
        ("2020-02", "2020-02-01/2020-02-29"),
        ("2020-11/2021-01", "2020-11-01/2021-01-31"),
        ("9999-11/9999-12", "9999-11-01/9999-12-31"),
        ("2020-11-10", "2020-11-10/2020-11-10"),
    ],
)
def test_a_span_is_written_no_more_precisely_than_its_ends_are(text, precise):
    assert str(When.of(bounds(precise))) == text


@given(SPANS, SPANS)
def test_an_intersection_is_what_both_hold(one, other):
    both = one.intersection(other)
    assert both == other.intersection(one)
    assert (both is not None) == one.overlaps(other) == other.overlaps(one)
    if both:
        assert both.intersection(one) == both.intersection(other) == both
        assert both.hull(one) == one


@given(SPANS, SPANS, SPANS)
def test_intersections_and_hulls_do_not_depend_on_the_order(one, other, third):
    assert one.hull(other).hull(third) == one.hull(other.hull(third)) == hull([third, one, other])
    left, right = one.intersection(other), other.intersection(third)
    assert (left.intersection(third) if left else None) == (one.intersection(right) if right else None)


@given(SPANS, SPANS)
def test_a_hull_holds_both_and_a_span_is_its_own_hull(one, other):
    both = one.hull(other)
    assert both == other.hull(one)
    assert both.intersection(one) == one
    assert one.hull(one) == one == one.intersection(one)


@given(SPANS, DAYS)
def test_a_span_overlaps_the_days_that_it_holds(span, day):
    holds = (span.first is None or span.first <= day) and (span.last is None or day <= span.last)
    assert span.overlaps(Span(day, day)) == holds


@given(CLOSED)
def test_a_closed_span_counts_its_days(span):
    assert span.days == (span.last - span.first).days + 1
    assert span.is_one_day == (span.days == 1)


def test_an_open_span_has_no_number_of_days():
    assert Span(None, date.max).days is None
    assert not Span(None, None).is_one_day


def test_the_day_after_the_last_of_the_calendar_is_itself():
    assert day_after(date(2020, 12, 31)) == date(2021, 1, 1)
    assert day_after(date.max) == date.max


def test_months_end_where_the_calendar_says():
    assert [month_span(year, month).last.day for year, month in ((2020, 2), (2021, 2), (1900, 2), (9999, 12))] == [
        29,
        28,
        28,
        31,
    ]
