"""Which date belongs to which event, and what stands where the text gives none."""

from __future__ import annotations

import pytest
from one_article import claims_of

from geo.extract.syntax.trees.parser import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="needs the parser")


def told(text: str, published: str | None = "2024-12-09") -> list[tuple[str, str | None]]:
    """The first place and the date of each claim."""
    return [(claim.places[0].text, claim.when) for claim in claims_of(text, published=published) if claim.places]


GAPS = {
    "a date for a verb": (
        "Hama was taken on Thursday and Homs on Saturday.",
        [("Hama", "2024-12-05"), ("Homs", "2024-12-07")],
    ),
    "days of a month": (
        "Kidal fell on 30 March 2012, Gao on the 31st, Timbuktu on the first of April.",
        [("Kidal", "2012-03-30"), ("Gao", "2012-03-31"), ("Timbuktu", "2012-04-01")],
    ),
    "counted from the one before": (
        "Zangilan was retaken on Tuesday, Qubadli two days later.",
        [("Zangilan", "2024-12-03"), ("Qubadli", "2024-12-05")],
    ),
    "behind an inserted report": (
        "Weldiya was retaken on Saturday, state media said, and Kobo a day after.",
        [("Weldiya", "2024-12-07"), ("Kobo", "2024-12-08")],
    ),
    "a preposition repeated": (
        "Assad's army rolled into Manbij on Tuesday and into Kobani on Wednesday.",
        [("Manbij", "2024-12-03"), ("Kobani", "2024-12-04")],
    ),
    "the date of the member before it": (
        "Kherson: taken Thursday, won back Saturday at dawn, lost for good in the afternoon.",
        [("Kherson", "2024-12-05"), ("Kherson", "2024-12-07"), ("Kherson", "2024-12-07")],
    ),
    "an auxiliary for a clause": (
        "Agdam was handed back to Azerbaijan last week, and Kalbajar will be tomorrow.",
        [("Agdam", "2024-12-02/2024-12-08"), ("Kalbajar", "2024-12-10")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), GAPS.values(), ids=GAPS.keys())
def test_a_clause_without_its_verb_repeats_the_one_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_list_before_one_date_is_no_clause_without_a_verb() -> None:
    assert {when for _, when in told("The army took Hama, Homs and Palmyra on Friday.")} == {"2024-12-06"}


ONE = {
    "its own clause before another": (
        "The airport, rebuilt in 2012, was seized by rebels on May 26.",
        ("airport", "2024-05-26"),
    ),
    "a relative clause for itself": (
        "Crowds met on Sunday in Kherson, which Ukrainian forces had retaken in November 2022.",
        ("Kherson", "2022-11"),
    ),
    "the date that a clause says more of": (
        "It was quiet since 29 June, when the militia stormed Sinja.",
        ("Sinja", "2024-06-29"),
    ),
    "counted back from the clause above": (
        "The offensive went on on Sunday, three days after Azerbaijani forces drove Armenian troops out of Horadiz.",
        ("Horadiz", "2024-12-05"),
    ),
    "before an inserted report": (
        "On December 2, the minister said, Russian troops left Kherson.",
        ("Kherson", "2024-12-02"),
    ),
    "by a day, of the week before it": (
        "By Monday the army had abandoned Galcad.",
        ("Galcad", "2024-12-02/2024-12-09"),
    ),
    "what is to come": ("Russian troops will leave Kherson.", ("Kherson", "2024-12-09/..")),
    "since a war that ended": (
        "Rebels have held Kherson since a war that ended in 1994.",
        ("Kherson", "1994/.."),
    ),
    "since a war ended": ("Rebels have held Kherson since a war there ended in 1994.", ("Kherson", "1994/..")),
    "from one day to another": ("Rebels held Kherson from May 1992 to November 2020.", ("Kherson", "1992-05/2020-11")),
    "from one year until another": ("From 1994 until 2020, rebels held Kherson.", ("Kherson", "1994/2020")),
    "in a war that ended": ("Rebels seized Kherson in a war that ended in 1994.", ("Kherson", "../1994")),
    "until a season": ("Rebels ruled Kherson until spring 1993.", ("Kherson", "../1993-03-01")),
    "the day to which a plan was moved": (
        "The handover of Kherson, due on 15 December, was put off to the 25th of December.",
        ("Kherson", "2024-12-25"),
    ),
    "a deadline moved from one day to another": (
        "The deadline for Russian troops to leave Kherson was moved from 15 to 25 December.",
        ("Kherson", "2024-12-25"),
    ),
    "years to the day": ("It is two years to the day since rebels captured Kherson.", ("Kherson", "2022-12-09")),
    "an aside between commas": ("Kherson fell, it is now known, on 2 March.", ("Kherson", "2024-03-02")),
    "a state of now": ("Russian forces still hold Melitopol.", ("Melitopol", "2024-12-09")),
}


@pytest.mark.parametrize(("text", "expected"), ONE.values(), ids=ONE.keys())
def test_an_event_has_its_own_date(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_a_story_of_another_time_goes_on_with_its_own_year() -> None:
    text = "On 3 January 2015 Boko Haram overran Baga. On 21 February the army retook Baga."
    assert [when for _, when in told(text, "2019-03-17")] == ["2015-01-03", "2015-02-21"]


def test_what_is_told_twice_has_the_date_that_it_is_given_once() -> None:
    text = "Rebels have captured Hama. Refugees slept on the road. Rebels captured Hama on Thursday, officers said."
    assert {when for place, when in told(text) if place == "Hama"} == {"2024-12-05"}


def test_a_text_without_a_publication_is_of_the_day_that_heads_it() -> None:
    text = "Map notes, evening of day 24 (20 October 2020)\nAzerbaijani forces took Zangilan today."
    assert told(text, None) == [("Zangilan", "2020-10-20")]
