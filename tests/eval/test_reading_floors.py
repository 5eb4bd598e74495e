"""How well claims are read, held by floors on development sets; a floor is lowered only by hand, with its reason.

The figures are those of ``geo evaluate``: facts (place, direction, side) as F1, the same with the stance (strict), and
the shares of dates and extents that are right.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.articles import read_articles
from geo.evaluate import read_gold, report, score
from geo.evaluate.reading import read_gold_articles, read_statements
from geo.regions import Region, open_region

if TYPE_CHECKING:
    from geo.evaluate import Figures, Score

GOLD = Path(__file__).parent / "gold"
FLOORS = {
    "seeds": {"f1": 0.95, "strict_f1": 0.95, "dated": 1.0, "extent": 1.0, "context_recall": 0.9},
    "sentences": {"f1": 0.77, "strict_f1": 0.74, "dated": 0.9, "extent": 0.95},
}


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
    assert not below(scored.figures, FLOORS["seeds"]), explained(scored)


def test_the_written_cases_are_read_no_worse_than_before(region: Region) -> None:
    path = GOLD / "sentences.jsonl"
    scored = score(read_gold(path), read_statements(read_gold_articles(path, region=region), region=region))
    assert not below(scored.figures, FLOORS["sentences"]), explained(scored)
    assert scored.figures.quiet_articles_kept_quiet == "4/4"
