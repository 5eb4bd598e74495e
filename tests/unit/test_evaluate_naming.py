"""Names of parties and places brought together for scoring."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import Span, When
from geo.evaluate.days import agree, close, read_days
from geo.evaluate.naming import place_names, plain, sides

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("party", "side"),
    [
        ("Azerbaijani troops", "azerbaijan"),
        ("az", "azerbaijan"),
        ("karabakh-armenians", "armenian side"),
        ("Yerevan", "armenian side"),
        ("pro-Russian fighters", "donbas separatists"),
        ("the DPR", "the dpr"),  # such a short mark is looked for at the beginning of a name only
        ("DPR forces", "donbas separatists"),
        ("Nigerien soldiers", "niger"),
        ("Nigeria", "nigeria"),
        ("U.S. troops", "usa"),
        ("The Ölberg  Front", "the olberg front"),
        (" ", None),
        (None, None),
    ],
)
def test_a_partys_name_is_brought_to_its_side(party: str | None, side: str | None) -> None:
    assert sides().side_of(party, conflict=None) == side


def test_a_word_that_means_a_party_in_one_conflict_is_left_as_it_is_in_another() -> None:
    assert sides().side_of("separatists", conflict="karabakh") == "armenian side"
    assert sides().side_of("separatists", conflict="ukraine") == "separatists"
    assert sides().side_of("peacekeepers", conflict=None) == "russia"


@pytest.mark.parametrize(
    ("wanted", "found", "agreed"),
    [
        (None, "russia", True),
        (None, None, True),
        ("russia", None, False),
        ("russia", "russia", True),
        ("russia", "ukraine", False),
        ("the army", "ukraine", True),
        ("syrian government", "government forces", True),
        ("the army", "m23", False),
        ("rebels", "m23", True),
        ("rebels", "rwanda", False),
        ("red valley front", "valley front men", True),
        ("north front", "south front", False),
        ("red hill men", "red dune men", False),
        ("northern alliance", "northern league", False),
        ("free army of m23", "m23", False),
    ],
)
def test_sides_agree_where_they_may_be_one_party(wanted: str | None, found: str | None, agreed: bool) -> None:  # noqa: FBT001
    assert sides().agree(wanted, found) is agreed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agdam District", "Ağdam"),
        ("the town of Shushi", "Shusha"),
        ("the region", "Artsakh"),
        ("Kəlbəcər", "Karvachar"),
        ("Goma city", "GOMA"),
    ],
)
def test_names_of_one_place_have_one_key(one: str, other: str) -> None:
    assert place_names().key(one) == place_names().key(other)


@pytest.mark.parametrize(("one", "other"), [("Lachin", "Lachin corridor"), ("Agdam", "Aghdara"), ("Goma", "Gao")])
def test_names_of_two_places_have_two_keys(one: str, other: str) -> None:
    assert place_names().key(one) != place_names().key(other)


def test_a_name_of_nothing_but_kind_words_keeps_them() -> None:
    assert place_names().key("the district") == "the district"
    assert place_names().key("...") == ""


@pytest.mark.parametrize("name", ["sides", "places"])
def test_a_table_gives_no_name_twice_and_is_written_as_names_are_compared(name: str) -> None:
    table = tomllib.loads(files("geo.evaluate").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    if name == "places":
        names = [name for row in table["names"] for name in row]
        assert [plain(each) for each in names] == names
    else:
        names = [pattern for row in table["side"] for pattern in row["patterns"]]
        assert not [each for each in names if not re.compile(each)]
        assert all(row["name"] == plain(row["name"]) for row in table["side"])
    assert len(names) == len(set(names))


@given(first=DAYS, last=DAYS)
def test_a_date_is_read_as_the_calendar_reads_it(first: date, last: date) -> None:
    span = Span(min(first, last), max(first, last))
    assert read_days(str(When.of(span))) == When.of(span).bounds() == span


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2020-09-2X", date(2020, 9, 20), date(2020, 9, 29)),
        ("2020-02-2X", date(2020, 2, 20), date(2020, 2, 29)),
        ("2020-XX", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-11-10T08:30", date(2020, 11, 10), date(2020, 11, 10)),
        ("2020-11~", date(2020, 11, 1), date(2020, 11, 30)),
        ("1994/..", date(1994, 1, 1), None),
        ("../1994", None, date(1994, 12, 31)),
        ("2020-11/", date(2020, 11, 1), date(2020, 11, 30)),
        ("2020-02-31", None, None),
        ("last week", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_date_from_elsewhere_is_read_as_far_as_it_can_be(
    when: str | None, first: date | None, last: date | None
) -> None:
    assert read_days(when) == Span(first, last)


def test_an_open_end_is_drawn_at_a_year_as_far_as_the_calendar_goes() -> None:
    assert close(read_days("2020-01-01/..")) == Span(date(2020, 1, 1), date(2021, 1, 1))
    assert close(read_days("../0001")) == Span(date.min, date(1, 12, 31))
    assert close(read_days("9999/..")) == Span(date(9999, 1, 1), date.max)
    assert close(read_days(None)) is None


@given(day=DAYS, other=DAYS)
def test_two_days_agree_only_where_they_are_one(day: date, other: date) -> None:
    assert agree(Span(day, day), Span(other, other), of_change=True) is (day == other)
