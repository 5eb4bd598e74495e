"""Dates are found as news English writes them; what only looks like a date is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.date_expressions import DateParts, find_dates

PIECES = (
    *("May", "November", "Nov.", "JANUARY", "March", "the", "of", "in", "on", "and", "to", "between", "from", "until"),
    *(
        "9",
        "10th",
        "31",
        "45",
        "2020",
        "1992",
        "94",
        "1990s",
        "2,802",
        "11/10/2020",
        "2020-11-10",
        "27.09.2020",
        "-",
        "–",
    ),
    *(
        "early",
        "mid-",
        "late",
        "end of",
        "summer",
        "winter",
        "last",
        "next",
        "this",
        "week",
        "Monday",
        "two",
        "a",
        "years",
    ),
    *(
        "later",
        "after",
        "within",
        "that",
        "same",
        "following",
        "day",
        "night of",
        "first of",
        "third",
        "running",
        "24th",
    ),
    *("ago", "yesterday", "overnight", ",", ".", "(", ")", "soldiers", "\n", "\0", "\u00a0", "Resolution"),
)
NEWS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def texts(text):
    return [date.text for date in find_dates(text)]


@pytest.mark.parametrize(
    "date",
    [
        "November 10, 2020",
        "Nov. 10, 2020",
        "Sept 27",
        "NOVEMBER 10",
        "10 November 2020",
        "10th of November",
        "18th January, 2021",
        "November 9-10",
        "September 19-20, 2023",
        "9–10 November 2020",
        "9/10 November",
        "27 September to 10 November 2020",
        "27 September 2020 – 10 November 2020",
        "November 15 to January 3",
        "September 27, 2020 until November 10, 2020",
        "late September",
        "mid-October 2020",
        "early in 2021",
        "the end of 2020",
        "the beginning of November",
        "the early 1990s",
        "the 1990's",
        "the summer of 1993",
        "spring 1992",
        "the winter of 1992-93",
        "late summer 2020",
        "November 2020",
        "November of 2020",
        "September–November 2020",
        "1992-1994",
        "1992-94",
        "2020-11",
        "2020-11-10",
        "27.09.2020",
        "on Monday",
        "last Monday",
        "early Tuesday",
        "Wednesday",
        "yesterday",
        "last night",
        "this month",
        "earlier this week",
        "late last year",
        "the last month",
        "last summer",
        "two days ago",
        "a year ago",
        "12 months ago",
        "Two weeks ago",
    ],
)
@pytest.mark.parametrize("frame", ["It ended {}.", "It ended, {}, at last", "({})", "{}"])
def test_a_date_is_found_whole(date, frame):
    assert texts(frame.format(date)) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "the 9th brigade and the 10th army",
        "They may go; troops march on",
        "May the truce hold. March on Baku. Theresa May left.",
        "Jan Egeland met Mar Elias",
        "2,802 soldiers and 1,994 men",
        "it lost 2020 people and 1992 homes",
        "1500-2000 fighters, 2000 to 2500 soldiers",
        "a 1500-strong force",
        "nearly 2000, more than 1990",
        "11/10/2020 and 10/11/20",
        "Resolution 1993, No. 1874, Article 2020",
        "$2000, €1999, 2000%, 2020.5, 2020,11",
        "at 20:20, 16:00, 1800 GMT",
        "May 20,000 leave",
        "T-1990, COVID-2019",
        "45 November, 0 May; 2020-13-45",
        "a past week",
        "summer camp, the fall of the town",
        "the war in Karabakh",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the war of 2020 and Resolution 2020", ["2020"]),
        ("In 2020 people fled", ["2020"]),
        ("In November 10 soldiers died", ["November"]),
        ("On November 10 soldiers entered", ["November 10"]),
        ("On November 10, 2000 soldiers entered", ["November 10"]),
        ("BAKU, Nov 25 - 30 soldiers left", ["Nov 25"]),
        ("since May, in March, until April", ["May", "March", "April"]),
        ("the last week of September", ["September"]),
        ("from 2014-present", ["2014"]),
        ("Monday, November 9, 2020", ["Monday", "November 9, 2020"]),
        ("45 November 2020", ["November 2020"]),
        ("on November 10\n2020 was hard", ["November 10", "2020"]),
    ],
)
def test_a_date_ends_where_another_number_or_line_begins(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize("link", ["to", "until", "through", "till"])
def test_from_makes_a_range(link):
    (found,) = find_dates(f"from 27 September {link} 10 November 2020")
    assert (found.first, found.last) == (DateParts(month=9, day=27), DateParts(year=2020, month=11, day=10))


def test_and_makes_a_range_after_between_and_a_list_elsewhere():
    (found,) = find_dates("between 15 November and 1 December")
    assert (found.first, found.last) == (DateParts(month=11, day=15), DateParts(month=12, day=1))
    first, second = find_dates("on 15 November and 1 December")
    assert (first.last, second.last) == (DateParts(month=11, day=15), DateParts(month=12, day=1))


def test_days_listed_before_or_behind_their_month_share_it():
    for text, names in (
        ("on 9 and 15 November 2020", ["9", "15 November 2020"]),
        ("on November 9 and 15, 2020", ["November 9", "15, 2020"]),
    ):
        first, second = find_dates(text)
        assert [first.text, second.text] == names
        assert first.last == DateParts(year=2020, month=11, day=9)
        assert second.last == DateParts(year=2020, month=11, day=15)


def test_two_neighbouring_days_are_a_range():
    (found,) = find_dates("on November 9 and 10")
    assert (found.first.day, found.last.day) == (9, 10)


def test_a_range_that_runs_backwards_is_its_first_date():
    assert texts("November 10-5") == ["November 10"]
    assert texts("10-5 November") == ["5 November"]
    assert texts("1994-1992") == ["1994"]


@pytest.mark.parametrize("text", ["the early 1990s", "The  1990s", "THE 1990s", "the last week", "The end of May"])
def test_the_article_of_a_decade_or_part_belongs_to_it(text):
    assert texts(f"since it was {text}") == [text]


def test_an_article_on_the_line_before_belongs_to_nothing():
    assert texts("since the\n1990s") == ["1990s"]


def test_in_a_list_a_date_takes_the_year_of_the_one_after_it():
    found = find_dates("signed on November 9, 2020, January 11, March 5, and November 26, 2021")
    assert [(date.last.year, date.last.month) for date in found] == [(2020, 11), (2021, 1), (2021, 3), (2021, 11)]
    months = find_dates("in May and September 2020")
    assert [(date.last.year, date.last.month) for date in months] == [(2020, 5), (2020, 9)]


def test_a_date_of_its_own_sentence_takes_no_year():
    first, _ = find_dates("It began on January 11. On November 26, 2021, it ended.")
    assert not first.has_year


def test_a_weekday_takes_the_date_that_it_stands_before():
    for text in ("on Monday, November 9, 2020", "on Monday (November 9, 2020)", "Monday 9 November 2020"):
        weekday, dated = find_dates(text)
        assert weekday.shape == "weekday"
        assert weekday.last == dated.last == DateParts(year=2020, month=11, day=9)
    assert not find_dates("on Monday. November 9, 2020")[0].has_year


def test_a_range_within_a_century_takes_its_first_digits():
    ends = {text: find_dates(text)[0].last.year for text in ("1992-94", "2008-09", "1999-00", "1998–2003")}
    assert ends == {"1992-94": 1994, "2008-09": 2009, "1999-00": 2000, "1998–2003": 2003}


def test_overnight_to_a_day_is_marked():
    for text in ("overnight to November 10, 2020", "overnight into Tuesday"):
        assert find_dates(text)[0].overnight
    assert not find_dates("moved to November 10")[0].overnight


def test_parts_and_words_are_kept_as_they_are_told():
    assert [(d.shape, d.part) for d in find_dates("late May, the mid-1990s, fall 2020")] == [
        ("calendar", "late"),
        ("decade", "mid"),
        ("calendar", "autumn"),
    ]
    assert [d.words for d in find_dates("on Monday, Last week, over the last week, two days ago, Today")] == [
        ("on", "monday"),
        ("last", "week"),
        ("the last", "week"),
        ("two", "day"),
        ("today",),
    ]


@given(NEWS | st.text())
def test_dates_quote_the_text_in_order_and_never_overlap(text):
    at = 0
    for date in find_dates(text):
        assert at <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.text
        at = date.end


@given(NEWS)
def test_a_date_of_one_day_has_a_day_of_the_calendar(text):
    for date in find_dates(text):
        for parts in (date.first, date.last):
            assert parts.day is None or (1 <= parts.day <= 31 and parts.month)
            assert parts.month is None or 1 <= parts.month <= 12


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            "(",
            "1",
            " ",
            "\n",
            "1.",
            "1 ",
            "a ",
            "last ",
            "late ",
            "the last ",
            "the 1990s ",
            "end of ",
            "spring of ",
        ),
        *(
            "May ",
            "Nov. ",
            "2020-",
            "2020 ",
            "1990s ",
            "in May ",
            "January 1, ",
            "9-10 ",
            "November 9 and ",
            "on Monday ",
            "that ",
            "the same ",
            "two days ",
            "within a week ",
            "the day after ",
            "the 9th ",
            "first of ",
            "the end of the year ",
            "December of that year ",
        ),
    ],
)
def test_a_million_characters_are_searched_in_linear_time(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        find_dates(text)
        return time.process_time() - start

    small = max(seconds(50_000), 0.005)
    assert seconds(400_000) < 40 * small


@pytest.mark.parametrize("piece", ["1", "2020-", "March "])
def test_a_megabyte_of_what_may_begin_a_date_takes_less_than_a_second(piece):
    text = piece * (1_000_000 // len(piece))

    def seconds():
        start = time.process_time()
        find_dates(text)
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 1
