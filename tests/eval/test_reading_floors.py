"""How well claims are read, held by floors on development sets; a floor is lowered only by hand, with its reason.

The figures are those of ``geo evaluate``: facts (place, direction, side) as F1, the same with the stance (strict), and
the shares of dates and extents that are right.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from own_texts import (
    ASIDE_ARTICLES,
    CASES,
    DENSE_ARTICLES,
    DENSE_ASIDE,
    HARD,
    HARD_ASIDE,
    LATER_PLAIN,
    OPEN_ARTICLES,
    OPENED_PLAIN,
    PLAIN,
    PLAIN_ASIDE,
    REGISTERS,
    REGISTERS_ASIDE,
    TRAIN,
    TRAIN_ASIDE,
)

from geo.articles import read_articles
from geo.evaluate import read_gold, report, score
from geo.evaluate.reading import read_gold_articles, read_statements
from geo.regions import Region, open_region

if TYPE_CHECKING:
    from geo.evaluate import Figures, Score

HERE = Path(__file__).parent
GOLD = HERE / "gold"
OWN = HERE / "own"
SEEDS = {"f1": 0.95, "strict_f1": 0.95, "dated": 1.0, "extent": 1.0, "context_recall": 0.9}


class Held(NamedTuple):
    """Texts with gold, and what their figures must reach; ``aside`` takes the rows put aside, or the others."""

    paths: tuple[Path, ...]
    floors: dict[str, float]
    aside: bool | None = None


HELD = {
    "sentences": Held((GOLD / "sentences.jsonl",), {"f1": 0.94, "strict_f1": 0.94, "dated": 0.96, "extent": 0.95}),
    "cases": Held(tuple(CASES), {"f1": 0.95, "strict_f1": 0.94, "dated": 0.98, "extent": 0.97}, aside=False),
    "cases put aside": Held(tuple(CASES), {"f1": 0.895, "strict_f1": 0.885, "dated": 0.96, "extent": 0.96}, aside=True),
    "articles": Held(tuple(OPEN_ARTICLES), {"f1": 0.775, "strict_f1": 0.725, "dated": 0.89, "extent": 0.855}),
    "articles put aside": Held(tuple(ASIDE_ARTICLES), {"f1": 0.64, "strict_f1": 0.62, "dated": 0.83, "extent": 0.89}),
    "dense articles": Held(tuple(DENSE_ARTICLES), {"f1": 0.635, "strict_f1": 0.57, "dated": 0.865, "extent": 0.925}),
    "dense articles put aside": Held(
        tuple(DENSE_ASIDE), {"f1": 0.605, "strict_f1": 0.565, "dated": 0.875, "extent": 0.92}
    ),
    "reports": Held((OWN / "news_open.jsonl",), {"f1": 0.71, "strict_f1": 0.70}),
    "reports put aside": Held((OWN / "news_aside.jsonl",), {"f1": 0.45, "strict_f1": 0.37}),
    "many wars": Held(tuple(TRAIN), {"f1": 0.665, "strict_f1": 0.645, "dated": 0.96, "extent": 0.905}),
    "many wars put aside": Held(tuple(TRAIN_ASIDE), {"f1": 0.525, "strict_f1": 0.51, "dated": 0.94, "extent": 0.83}),
    "plain reports": Held(tuple(PLAIN), {"f1": 0.825, "strict_f1": 0.80, "dated": 0.91, "extent": 0.915}),
    "later plain reports": Held(tuple(LATER_PLAIN), {"f1": 0.75, "strict_f1": 0.725, "dated": 0.93, "extent": 0.92}),
    "opened plain reports": Held(tuple(OPENED_PLAIN), {"f1": 0.79, "strict_f1": 0.765, "dated": 0.92, "extent": 0.895}),
    "plain reports put aside": Held(
        tuple(PLAIN_ASIDE), {"f1": 0.69, "strict_f1": 0.64, "dated": 0.95, "extent": 0.925}
    ),
    "many registers": Held(tuple(REGISTERS), {"f1": 0.655, "strict_f1": 0.63, "dated": 0.895, "extent": 0.915}),
    "many registers put aside": Held(
        tuple(REGISTERS_ASIDE), {"f1": 0.56, "strict_f1": 0.525, "dated": 0.79, "extent": 0.855}
    ),
    "harder than news": Held(tuple(HARD), {"f1": 0.355, "strict_f1": 0.32, "dated": 0.875, "extent": 0.855}),
    "harder than news, put aside": Held(
        tuple(HARD_ASIDE), {"f1": 0.325, "strict_f1": 0.29, "dated": 0.85, "extent": 0.87}
    ),
}
SHARED = {
    "news": {"f1": 0.90, "strict_f1": 0.89, "dated": 0.97, "extent": 0.96},
    "articles": {"f1": 0.84, "strict_f1": 0.83, "dated": 0.96, "extent": 0.91},
}
QUIET = {"sentences": "4/4", "articles": "4/4", "articles put aside": "3/3", "dense articles put aside": "4/4"}


@pytest.fixture(scope="module")
def region() -> Region:
    return open_region("karabakh")


def below(figures: Figures, floors: dict[str, float]) -> dict[str, float]:
    return {name: getattr(figures, name) for name, floor in floors.items() if not getattr(figures, name) >= floor}


def explained(scored: Score) -> str:
    return f"\n{report.as_list(scored.mistakes)}\n\n{report.as_table(scored.figures)}"


def test_the_seeds_are_read_as_they_must_be(root: Path, region: Region) -> None:
    """From the files, so that outlet and publication date are ours too."""
    problems: list[object] = []
    articles = read_articles([root / "seeds"], region=region, on_problem=problems.append)
    scored = score(read_gold(GOLD / "seeds.jsonl"), read_statements(articles, region=region))
    assert not problems
    assert not below(scored.figures, SEEDS), explained(scored)


@pytest.mark.parametrize("name", HELD)
def test_texts_with_gold_are_read_no_worse_than_before(name: str, region: Region) -> None:
    held = HELD[name]
    wanted = [article for article in read_gold(*held.paths) if held.aside in (None, article.aside)]
    known = {article.id for article in wanted}
    articles = [one for path in held.paths for one in read_gold_articles(path, region=region) if one.id in known]
    scored = score(wanted, read_statements(articles, region=region))
    assert not below(scored.figures, held.floors), explained(scored)
    assert scored.figures.quiet_articles_kept_quiet == QUIET.get(name, scored.figures.quiet_articles_kept_quiet)


@pytest.mark.parametrize("name", SHARED)
def test_shared_texts_are_read_no_worse_than_before(name: str, shared: Path, region: Region) -> None:
    path = shared / "gold" / f"{name}.jsonl"
    scored = score(read_gold(path), read_statements(read_gold_articles(path, region=region), region=region))
    assert not below(scored.figures, SHARED[name]), explained(scored)


def test_the_grammar_alone_reads_the_seeds(region: Region) -> None:
    path = GOLD / "seeds.jsonl"
    articles = read_gold_articles(path, region=region)
    scored = score(read_gold(path), read_statements(articles, region=region, grammar_only=True))
    assert not below(scored.figures, {"f1": 0.95, "strict_f1": 0.95}), explained(scored)
