"""A date expression means the days that its words say, read on the day of publication, or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.date_expressions import find_dates, resolve
from geo.dates import Span, When

MONDAY = date(2021, 1, 18)
EXPRESSIONS = (
    *("November 10", "29 February", "November 15 to January 3", "late September", "in May", "overnight to January 1"),
    *("yesterday", "tomorrow", "last night", "last week", "next week", "this weekend", "next month", "last year"),
    *(
        "earlier this month",
        "later this year",
        "the last year",
        "the next month",
        "last winter",
        "this winter",
        "next fall",
    ),
    *(
        "999 years ago",
        "12 months ago",
        "999 weeks ago",
        "on Monday",
        "last Friday",
        "next Sunday",
        "overnight to Tuesday",
    ),
)


def meant(text, anchor=MONDAY):
    (found,) = find_dates(text)
    span = resolve(found, anchor)
    return str(When.of(span)) if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 November 2020", "2020-11-10"),
        ("from 27 September to 10 November 2020", "2020-09-27/2020-11-10"),
        ("November 15, 2020 to January 3", "2020-11-15/2021-01-03"),
        ("September 2020 to January 2021", "2020-09/2021-01"),
        ("mid-October 2020", "2020-10-11/2020-10-20"),
        ("late February 2021", "2021-02-21/2021-02-28"),
        ("early 2020", "2020-01/2020-04"),
        ("the early 1990s", "1990/1993"),
        ("the 1990s", "1990/1999"),
        ("the summer of 1993", "1993-06/1993-08"),
        ("fall 2020", "2020-09/2020-11"),
        ("winter 1992", "1991-12/1993-02"),
        ("the winter of 1992-93", "1992-12/1993-02"),
        ("1992-94", "1992/1994"),
        ("2020-11-10", "2020-11-10"),
        ("overnight to November 10, 2020", "2020-11-09/2020-11-10"),
    ],
)
def test_a_date_with_its_year_needs_no_anchor(text, expected):
    assert meant(text, None) == meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November 10", "2020-11-10"),
        ("January 18", "2021-01-18"),
        ("January 19", "2020-01-19"),
        ("in January", "2021-01"),
        ("in February", "2020-02"),
        ("late January", "2020-01-21/2020-01-31"),
        ("November 15 to January 3", "2020-11-15/2021-01-03"),
        ("November 15 to January 30", "2020-11-15/2021-01-30"),
        ("29 February", "2020-02-29"),
    ],
)
def test_a_date_without_a_year_is_the_latest_that_does_not_begin_after_the_anchor(text, expected):
    assert meant(text) == expected


def test_29_february_is_found_across_a_century_without_leap_year():
    assert meant("29 February", date(1903, 12, 31)) == "1896-02-29"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2021-01-18"),
        ("yesterday", "2021-01-17"),
        ("last night", "2021-01-17/2021-01-18"),
        ("this morning", "2021-01-18"),
        ("on Monday", "2021-01-18"),
        ("last Monday", "2021-01-11"),
        ("on Sunday", "2021-01-17"),
        ("next Sunday", "2021-01-24"),
        ("overnight into Sunday", "2021-01-16/2021-01-17"),
        ("last week", "2021-01-11/2021-01-17"),
        ("last weekend", "2021-01-16/2021-01-17"),
        ("two days ago", "2021-01-16"),
        ("a year ago", "2020"),
        ("28 years ago", "1993"),
        ("last month", "2020-12"),
        ("this month", "2021-01"),
        ("earlier this month", "2021-01-01/2021-01-18"),
        ("later this month", "2021-01-18/2021-01-31"),
        ("late last year", "2020-09/2020-12"),
        ("the last week", "2021-01-11/2021-01-18"),
        ("the next month", "2021-01-18/2021-02-18"),
        ("last summer", "2020-06/2020-08"),
        ("last winter", "2019-12/2020-02"),
        ("this winter", "2020-12/2021-02"),
        ("next winter", "2021-12/2022-02"),
    ],
)
def test_an_offset_is_counted_from_the_anchor(text, expected):
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("anchor", "expected"), [(date(2020, 12, 20), "2020-12/2021-02"), (date(2021, 4, 1), "2020-12/2021-02")]
)
def test_this_winter_is_the_nearest_one(anchor, expected):
    assert meant("this winter", anchor) == expected


def test_a_weekday_beside_its_date_means_that_date():
    assert [str(When.of(resolve(found, MONDAY))) for found in find_dates("Monday, November 9")] == ["2020-11-09"] * 2
    assert resolve(find_dates("Monday, November 9, 2020")[0], None) == Span(date(2020, 11, 9), date(2020, 11, 9))


@pytest.mark.parametrize("text", ["30 February 2020", "29 February 2021", "31 November", "overnight to 31 April"])
def test_no_real_day_means_nothing(text):
    assert meant(text) is None


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_without_an_anchor_an_expression_without_a_year_means_nothing(text):
    assert meant(text, None) is None


@pytest.mark.parametrize("text", EXPRESSIONS)
@pytest.mark.parametrize("anchor", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max])
def test_the_ends_of_the_calendar_are_no_error(text, anchor):
    span = resolve(find_dates(text)[0], anchor)
    assert span is None or span.first <= span.last


@given(st.sampled_from(EXPRESSIONS), st.dates())
def test_what_is_meant_runs_forward_and_is_written_as_edtf(text, anchor):
    span = resolve(find_dates(text)[0], anchor)
    if span:
        assert span.first <= span.last
        assert When.of(span).bounds() == span


@given(
    st.dates(date(1500, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%b. %-d, %Y", "%Y-%m-%d"]),
)
def test_a_day_written_out_is_read_back(day, form):
    written = day.strftime(form).replace("May.", "May")
    assert meant(written, None) == day.isoformat()


@given(st.dates(date(1500, 1, 1)), st.dates(date(1600, 1, 1)))
def test_a_day_without_its_year_never_begins_after_the_anchor(day, anchor):
    span = resolve(find_dates(f"{day:%B} {day.day}")[0], anchor)
    assert (span.first.month, span.first.day) == (day.month, day.day)
    assert span.first <= anchor
    assert (anchor - span.first).days < 366 * 8
