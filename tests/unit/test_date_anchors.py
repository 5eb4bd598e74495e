"""What a date hangs on is told, and a caller that knows it gets the days; nobody guesses where it is unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.date_expressions import Length, counted_from, find_dates, reach, resolve, shift
from geo.dates import Span, When

MONDAY = date(2021, 1, 18)
TRUCE = date(2020, 11, 10)
ANCHORED = {
    "none": ["November 10, 2020", "in 1993", "the early 1990s", "for ten months", "the six-week war"],
    "publication": ["yesterday", "last week", "on Monday", "this January", "two days ago", "in December last year"],
    "story": ["two days later", "within a week", "the same night", "that December", "in May of that year"],
    "event": ["three days after the vote", "a week before the truce", "the day after the vote"],
    "either": ["on November 9", "in May", "on the 24th", "the end of the year", "in the nineties", "by spring"],
}
HANGING = [text for anchor in ("publication", "story", "event", "either") for text in ANCHORED[anchor]]
LENGTHS = st.builds(
    Length,
    count=st.none() | st.integers(1, 99),
    unit=st.sampled_from(["hour", "day", "week", "month", "year", "decade"]),
    about=st.sampled_from(["", "about", "under", "over"]),
)
DAYS = st.dates(date(1100, 1, 1), date(2900, 12, 31))


def only(text):
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize(("anchor", "text"), [(anchor, text) for anchor, texts in ANCHORED.items() for text in texts])
def test_an_expression_says_what_it_hangs_on(anchor, text):
    assert only(text).anchor == anchor


@pytest.mark.parametrize("text", HANGING)
def test_what_hangs_on_something_unknown_means_nothing(text):
    found = only(text)
    assert resolve(found, None) is None
    if found.anchor in ("story", "event"):
        assert resolve(found, MONDAY) is None
    if found.anchor == "publication":
        assert resolve(found, None, story=TRUCE) is None


@pytest.mark.parametrize("text", HANGING)
def test_with_both_days_known_every_expression_means_something(text):
    assert resolve(only(text), MONDAY, story=TRUCE)


@given(
    text=st.sampled_from(HANGING),
    ahead=st.booleans(),
    published=st.dates(),
    story=st.dates(),
    days=st.integers(0, 400),
)
def test_days_run_forward_and_are_written_as_edtf_whatever_the_anchor(text, ahead, published, story, days):
    last = min(story, date.max - timedelta(days=days)) + timedelta(days=days)
    span = resolve(only(text), published, story=Span(story, last), ahead=ahead)
    assert span is None or (span.first <= span.last and When.of(span).bounds() == span)


def test_the_story_outranks_publication_where_either_will_do():
    assert resolve(only("on March 5"), MONDAY) == Span(date(2020, 3, 5), date(2020, 3, 5))
    assert resolve(only("on March 5"), MONDAY, story=date(1993, 2, 1)) == Span(date(1993, 3, 5), date(1993, 3, 5))


def test_a_story_is_a_day_or_a_span_and_an_open_span_counts_from_its_end():
    later = only("two days later")
    twelfth = Span(date(2020, 11, 12), date(2020, 11, 12))
    assert resolve(later, None, story=TRUCE) == resolve(later, None, story=Span(TRUCE, TRUCE)) == twelfth
    assert resolve(later, None, story=Span(None, TRUCE)) == resolve(later, None, story=Span(TRUCE, None)) == twelfth
    assert resolve(later, None, story=Span(None, None)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on December 1", "2020-12-01"),
        ("by the end of September", "2021-09-21/2021-09-30"),
        ("on Tuesday", "2020-12-01"),
        ("on Wednesday", "2020-11-25"),
        ("in January", "2021-01"),
        ("on the 20th", "2020-12-20"),
        ("by spring", "2021-03/2021-05"),
        ("November 20, 2020", "2020-11-20"),
        ("next week", "2020-11-30/2020-12-06"),
    ],
)
def test_a_plan_means_the_first_day_that_is_not_over(text, expected):
    assert str(When.of(resolve(only(text), date(2020, 11, 25), ahead=True))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by December 1, 2020", "../2020-12-01"),
        ("no later than December 1, 2020", "../2020-12-01"),
        ("before November 2020", "../2020-11-30"),
        ("until the end of 2020", "../2020-12-31"),
        ("since the early 1990s", "1990-01-01/.."),
        ("from 2014", "2014-01-01/.."),
        ("after November 10, 2020", "2020-11-10/.."),
        ("on November 10, 2020", "2020-11-10"),
        ("from September 27 to November 10, 2020", "2020-09-27/2020-11-10"),
    ],
)
def test_the_word_before_a_date_says_how_far_it_reaches(text, expected):
    found = only(text)
    assert str(When.of(reach(found, resolve(found, None)))) == expected


def test_an_event_is_dated_from_the_clause_that_counts_from_it():
    after = only("on the river, three days after they drove the troops out")
    sunday = date(1994, 1, 9)
    assert counted_from(after, sunday) == Span(date(1994, 1, 6), date(1994, 1, 6))
    assert resolve(after, None, story=counted_from(after, sunday)) == Span(sunday, sunday)
    assert counted_from(only("two days before the vote"), sunday) == Span(date(1994, 1, 11), date(1994, 1, 11))
    assert counted_from(only("28 years after it was taken"), date(2020, 12, 1)).first.year == 1992
    assert counted_from(only("yesterday"), sunday) is None


def test_a_state_that_had_lasted_for_a_time_is_dated_back_from_its_end():
    lasted = only("had held the town for ten months").length
    assert lasted == Length(count=10, unit="month")
    assert str(When.of(shift(date(2016, 3, 27), lasted, back=True))) == "2015-05"
    running = only("shelled each other for the third day running").length
    assert shift(MONDAY, running, back=True) == Span(date(2021, 1, 16), date(2021, 1, 16))


@given(DAYS, LENGTHS, st.booleans())
def test_a_length_never_counts_the_wrong_way(day, length, back):
    span = shift(day, length, back=back)
    assert span.first <= span.last
    assert (span.first <= day) if back else (span.last >= day)


@given(DAYS, st.integers(0, 999))
def test_days_counted_forward_and_back_come_home(day, count):
    length = Length(count=count, unit="day")
    there = shift(day, length)
    assert there == Span(day + timedelta(days=count), day + timedelta(days=count))
    assert shift(there, length, back=True) == Span(day, day)


@given(DAYS, st.integers(1, 31))
def test_a_day_of_the_month_alone_is_the_latest_that_has_begun(day, number):
    suffix = (
        "th" if number % 10 > 3 or number % 10 == 0 or number in (11, 12, 13) else ("st", "nd", "rd")[number % 10 - 1]
    )
    span = resolve(only(f"on the {number}{suffix}"), day)
    assert span.first.day == number
    assert timedelta(0) <= day - span.first < timedelta(days=62)


def test_a_date_that_describes_a_noun_is_weak_and_one_of_the_sentence_is_not():
    assert [date.kind for date in find_dates("Under the 2020 statement troops left in 2021 for two years.")] == [
        "attributive",
        "date",
        "duration",
    ]


def test_a_night_runs_into_the_next_day_and_overnight_to_a_day_comes_from_the_day_before():
    night, overnight = only("the night of 22 February 2014"), only("overnight to 22 February 2014")
    assert resolve(night, None) == Span(date(2014, 2, 22), date(2014, 2, 23))
    assert resolve(overnight, None) == Span(date(2014, 2, 21), date(2014, 2, 22))


def test_dates_hang_on_the_one_told_before_them_through_a_story():
    text = (
        "On 27 February 2014 they took the parliament. By the next morning soldiers held the airport. The base fell on "
        "19 March, three days after the vote, and the other one the same afternoon. Belbek was lost on 22 March, "
        "Feodosia was stormed on the 24th. That day the ministry spoke. They stayed until that December."
    )
    told, days = None, []
    for found in find_dates(text):
        if found.anchor != "event":
            told = resolve(found, None, story=told)
            days.append(str(When.of(told)))
    assert days == [
        "2014-02-27",
        "2014-02-28",
        "2014-03-19",
        "2014-03-19",
        "2014-03-22",
        "2014-03-24",
        "2014-03-24",
        "2014-12",
    ]
