"""What was known on a day: reports published by then for certain."""

from datetime import date

import pytest
from timeline_cases import told

from geo.errors import InputError
from geo.known import KNOWN_MARK, known_on, mark_of, publication, read_mark

DAY = date(2020, 12, 1)


@pytest.mark.parametrize(
    ("published", "state"),
    [
        ("2020-12-01", "by_then"),
        ("2020-11", "by_then"),
        ("../2020-11-30", "by_then"),
        ("2020-12-02", "later"),
        ("2021", "later"),
        ("2020-12-02/..", "later"),
        ("2020-12", "perhaps_later"),
        ("2020-11-10/2021-01-18", "perhaps_later"),
        ("../2021-01-18", "perhaps_later"),
        ("2020-11-10/..", "perhaps_later"),
        (None, "undated"),
        ("soon", "undated"),
        ("../..", "undated"),
    ],
)
def test_a_report_counts_once_it_was_published_for_certain(published, state):
    assert publication(published, DAY) == state


def articles(*published):
    return [told("hold", by="red", published=day, number=number)[1] for number, day in enumerate(published)]


def test_reports_of_no_certain_date_are_left_out_with_a_word():
    found = articles("2020-11-30", None, "2020-11/2021-01", "2021-05-01", "2020-12-01")
    known = known_on(found, DAY)
    assert known.articles == (found[0], found[4])
    assert known.left_out == (
        f"{found[1].id}: left out, since no date of publication is known",
        f"{found[2].id}: left out, since the date of publication is known as an interval that ends after 2020-12-01",
    )


def test_of_many_that_are_left_out_a_few_are_named():
    (words,) = known_on(articles(*[None] * 5), DAY).left_out
    assert " and 2 more: left out" in words


def test_a_folder_remembers_the_day_for_which_it_was_decided(tmp_path):
    assert read_mark(tmp_path) is None
    assert read_mark(tmp_path / "nowhere") is None
    (tmp_path / KNOWN_MARK).write_bytes(mark_of(DAY))
    assert read_mark(tmp_path) == DAY


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"as_known_on": 3}', '{"as_known_on": "soon"}', "\x00"])
def test_a_mark_that_says_no_day_is_named(tmp_path, text):
    (tmp_path / KNOWN_MARK).write_text(text)
    with pytest.raises(InputError, match=r"known\.json does not say a day\. Decide anew"):
        read_mark(tmp_path)
