"""The days of knowledge: each day of publication, or fewer where they are too many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline_cases import REGION, located, told
from webmap_cases import make_article, make_claim

from geo.knowledge import Knowledge
from geo.records import LocatedClaim, Review
from geo.timeline import Memory, decide


def published(*days: str | None, claims: int = 1) -> tuple[list, list]:
    """Articles of these dates, each with so many claims."""
    articles = [make_article(f"a{i}", published=day) for i, day in enumerate(days)]
    located = [
        LocatedClaim(claim=make_claim(f"c{i}.{k}", article=f"a{i}"), places=(), source="The Wire", published=day)
        for i, day in enumerate(days)
        for k in range(claims)
    ]
    return articles, located


def test_the_days_of_knowledge_are_those_by_which_a_report_was_published_for_certain() -> None:
    found = Knowledge.of(*published("2021-01-18", "2020-11", "2021-01-18", None, "2020-11-05/..", "no date"))
    assert (found.days, found.pace) == ((date(2020, 11, 30), date(2021, 1, 18)), "day")


def test_where_days_are_too_many_the_last_of_each_month_or_year_stands_or_none() -> None:
    given = published("2020-11-03", "2020-11-20", "2020-12-01", "2021-01-05")
    assert len(Knowledge.of(*given, most=10).days) == 4
    by_month = Knowledge.of(*given, most=9)
    assert (by_month.pace, by_month.days) == ("month", (date(2020, 11, 20), date(2020, 12, 1), date(2021, 1, 5)))
    by_year = Knowledge.of(*given, most=8)
    assert (by_year.pace, by_year.days) == ("year", (date(2020, 12, 1), date(2021, 1, 5)))
    assert Knowledge.of(*given, most=6) == Knowledge(days=(), pace=None, located=by_year.located)


def test_each_version_is_decided_from_what_was_published_by_then_and_no_more() -> None:
    early = told("capture", by="red", frm="blue", when="1992-05-01", published="1992-05-02")
    late = told("capture", by="blue", frm="red", when="1992-05-09", published="1992-06-02")
    knowledge = Knowledge.of((early[1], late[1]), located(early, late))
    versions = list(knowledge.versions(REGION))
    assert [version.day for version in versions] == [None, date(1992, 5, 2), date(1992, 6, 2)]
    for version, known in zip(versions, ((), (early,), (early, late)), strict=True):
        assert version.intervals == decide(located(*known), REGION)


def test_what_an_analyst_rejected_was_never_known() -> None:
    claim, article = told("capture", by="red", frm="blue", when="1992-05-01", published="1992-05-02")
    review = Review(decision="reject", who="A. N.", why=None, decided_on=None, own=False, read=None)
    knowledge = Knowledge.of((article,), located((replace(claim, review=review), article)))
    assert [version.intervals for version in knowledge.versions(REGION)] == [decide((), REGION)] * 2


def test_cells_of_which_nothing_new_is_said_are_not_decided_again() -> None:
    early = told("capture", by="red", frm="blue", when="1992-05-01", published="1992-05-02")
    late = told("capture", "east", by="red", frm="blue", when="1992-06-01", published="1992-06-02")
    memory: Memory = {}
    decide(located(early), REGION, memory=memory)
    known = len(memory)
    assert decide(located(early, late), REGION, memory=memory) == decide(located(early, late), REGION)
    assert len(memory) == known + 1
