"""How well claims are read, held by floors on development sets; a floor is lowered only by hand, with its reason.

The figures are those of the shared scorer, so they count what it counts: facts (place, direction, side) as F1, the same
with the stance (strict), and the shares of dates and extents that are right.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from geo.articles import read_articles
from geo.codec import to_dict
from geo.extract import Reader
from geo.places.mentions import MentionFinder
from geo.records import Article
from geo.regions import Region, open_region

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FLOORS = {
    "seeds": {"f1": 0.95, "strict_f1": 0.95, "dated": 1.0, "extent": 1.0, "context_recall": 0.9},
    "sentences": {"f1": 0.77, "strict_f1": 0.74, "dated": 0.9, "extent": 0.95},
}


@pytest.fixture(scope="module")
def region() -> Region:
    return open_region("karabakh")


@pytest.fixture(scope="module")
def score(shared: Path) -> Any:
    """The scorer that every set is measured with."""
    spec = importlib.util.spec_from_file_location("score_claims", shared / "tools" / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def gold(root: Path, name: str) -> list[dict[str, Any]]:
    lines = (root / "tests" / "eval" / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def claims_of(articles: Iterable[Article], region: Region) -> list[dict[str, Any]]:
    finder, reader = MentionFinder(region), Reader(region)
    return [to_dict(claim) for article in articles for claim in reader.read(article, finder.find(article))]


def as_article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        source=row["source"],
        title=None,
        url=None,
        published=row["published"],
        published_basis="metadata",
        language="en",
        text=row["text"],
        sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
    )


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {name: figures[name] for name, floor in floors.items() if figures[name] < floor}


def test_the_seeds_are_read_as_they_must_be(root: Path, region: Region, score: Any) -> None:
    """From the files, so that outlet and publication date are ours too."""
    problems: list[object] = []
    articles = read_articles([root / "seeds"], region=region, on_problem=problems.append)
    figures, errors = score(gold(root, "seeds"), claims_of(articles, region))
    assert not below(figures, FLOORS["seeds"]), "\n".join(errors)


def test_the_written_cases_are_read_no_worse_than_before(root: Path, region: Region, score: Any) -> None:
    rows = gold(root, "sentences")
    figures, errors = score(rows, claims_of(map(as_article, rows), region))
    assert not below(figures, FLOORS["sentences"]), "\n".join(errors)
    assert figures["quiet_articles_kept_quiet"] == "4/4"
