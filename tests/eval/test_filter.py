"""What is read is the same whether or not sentences without a trigger are left unread."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from own_texts import ASIDE_ARTICLES, CASES, DENSE_ARTICLES, DENSE_ASIDE, OPEN_ARTICLES, OWN, rows

from benchmarks.news import reports
from geo.extract.engine import Reader
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region

GOLD = Path(__file__).parent / "gold"
REGION = open_region("karabakh")
FINDER = MentionFinder(REGION)
HERE = [
    *GOLD.glob("*.jsonl"),
    *CASES,
    *OPEN_ARTICLES,
    *ASIDE_ARTICLES,
    *DENSE_ARTICLES,
    *DENSE_ASIDE,
    *OWN.glob("news_*.jsonl"),
]


def articles(*paths: Path, every: int = 1) -> list[Article]:
    """The articles of files; of each file the first and every so manieth behind it."""
    return [
        Article(
            id=str(row["id"]), source=row.get("source"), title=None, url=None, language="en", sha256="",
            published=row.get("published") or "2020-11-20", published_basis="metadata", text=row["text"],
        )
        for path in paths
        for row in rows(path)[::every]
    ]  # fmt: skip


def news(count: int) -> list[Article]:
    """Invented local news, in which one sentence in twenty tells who holds a place."""
    return [
        Article(
            id=report.id, source=None, title=None, url=None, language="en", sha256="", published=report.published,
            published_basis="metadata", text=report.text,
        )
        for report in reports(count, seed=7)
    ]  # fmt: skip


def read(reader: Reader, article: Article) -> list[Claim]:
    return reader.read(article, FINDER.find(article))


def changed(texts: list[Article], *, grammar_only: bool) -> list[str]:
    """The articles of which the filter changes a claim; their texts stay unseen."""
    readers = [Reader(REGION, grammar_only=grammar_only, filtered=filtered) for filtered in (True, False)]
    found = [(one, *(read(reader, one) for reader in readers)) for one in texts]
    assert any(whole for *_, whole in found)
    return [
        one.id
        for one, some, whole in found
        if list(map(dataclasses.asdict, some)) != list(map(dataclasses.asdict, whole))
    ]


def test_the_filter_changes_no_claim_that_the_grammar_reads() -> None:
    assert changed(articles(*HERE), grammar_only=True) == []


def test_the_filter_changes_no_claim_of_local_news() -> None:
    assert changed(news(100), grammar_only=True) == []


@pytest.mark.slow
def test_the_filter_changes_no_claim_of_local_news_that_is_read_by_syntax() -> None:
    assert changed(news(20), grammar_only=False) == []


@pytest.mark.slow
def test_the_filter_changes_no_claim_that_is_read_by_syntax() -> None:
    assert changed(articles(*HERE, every=5), grammar_only=False) == []


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("name", ["gold/articles", "gold/news"])
def test_the_filter_changes_no_claim_of_gold_that_is_read_by_syntax(name: str, shared: Path) -> None:
    assert changed(articles(shared / f"{name}.jsonl"), grammar_only=False) == []


def test_articles_are_read_together_as_one_by_one() -> None:
    texts = articles(*OPEN_ARTICLES, every=8)
    reader = Reader(REGION)
    found = [(one, FINDER.find(one)) for one in texts]
    assert list(reader.read_all(found)) == [reader.read(*pair) for pair in found]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["gold/articles", "gold/news", "corpora/lgl"])
def test_the_filter_changes_no_claim_of_other_texts(name: str, shared: Path) -> None:
    assert changed(articles(shared / f"{name}.jsonl"), grammar_only=True) == []
