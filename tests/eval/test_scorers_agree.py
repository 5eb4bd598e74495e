"""``geo evaluate`` gives the figures of the shared scorer, to the digit, and finds the same mistakes.

What that one gives for gold and claims changed at random is checked in, ``tests/eval/expected/figures.json``, and
written anew from it where GEO_WRITE_GOLDEN=1.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from changed_claims import GOLD, changed_gold, found_claims, gold_rows
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.codec import to_dict
from geo.evaluate import Score, Statement, read_claims, read_gold, score
from geo.evaluate.reading import read_gold_articles, read_statements
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.evaluate import Mistake

EXPECTED = Path(__file__).parent / "expected" / "figures.json"
SETS = ("seeds", "sentences")
SHARED_SETS = (*SETS, "news", "articles")
ROUNDS = [f"{name} {number}" for name in SETS for number in range(6)]


Rows = list[dict[str, Any]]


def changed_set(which: str) -> tuple[Rows, Rows]:
    """Gold and found claims of one round, the same each time."""
    name, _, number = which.partition(" ")
    random, rows = Random(int(number)), gold_rows(GOLD / f"{name}.jsonl")  # noqa: S311 - nothing is to be kept secret
    return changed_gold(rows, random), found_claims(rows, random)


def our_score(gold: Rows, claims: Rows, folder: Path) -> Score:
    for name, rows in (("gold", gold), ("claims", claims)):
        text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")
    return score(read_gold(folder / "gold.jsonl"), read_claims(folder / "claims.jsonl"))


def as_error(mistake: Mistake) -> str:
    """The beginning of the shared scorer's line for a mistake."""
    fact, claim = mistake.fact, mistake.fact.statement
    said = f"{min(fact.places)} {'|'.join(fact.directions)} {fact.side} {fact.stance} [{claim.kind}]"
    return f"{mistake.article}\t{mistake.fault}\t{said}"


@pytest.fixture(scope="session")
def shared_score(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_claims", shared / "tools" / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def assert_both_agree(ours: Score, figures: dict[str, Any], errors: list[str]) -> None:
    assert to_dict(ours.figures) == figures
    theirs = Counter(line[: line.index("]") + 1] for line in errors)
    assert Counter(map(as_error, ours.mistakes)) == theirs


@pytest.mark.parametrize("which", ROUNDS)
def test_changed_claims_have_the_figures_that_were_checked_in(which: str, tmp_path: Path) -> None:
    expected = json.loads(EXPECTED.read_text("utf-8"))[which]
    assert to_dict(our_score(*changed_set(which), tmp_path).figures) == expected


def test_the_figures_checked_in_are_those_of_the_shared_scorer(shared_score: Any, golden: Callable) -> None:
    figures = {which: shared_score(*changed_set(which))[0] for which in ROUNDS}
    golden(EXPECTED, f"{json.dumps(figures, indent=1)}\n")


@pytest.mark.parametrize("name", SHARED_SETS)
def test_both_scorers_agree_on_what_the_program_reads(name: str, shared: Path, shared_score: Any) -> None:
    path, region = shared / "gold" / f"{name}.jsonl", open_region("karabakh")
    statements = read_statements(read_gold_articles(path, region=region), region=region)
    found = [to_dict(statement) for statement in statements]
    assert_both_agree(score(read_gold(path), statements), *shared_score(gold_rows(path), found))


@pytest.mark.parametrize("name", SHARED_SETS)
def test_gold_scored_against_itself_is_all_right(name: str, shared: Path, shared_score: Any) -> None:
    path = shared / "gold" / f"{name}.jsonl"
    gold = read_gold(path)
    statements: list[Statement] = [claim for article in gold for claim in article.claims]
    ours = score(gold, statements)
    assert (ours.figures.f1, ours.figures.strict_f1, ours.figures.context_recall) == (1.0, 1.0, 1.0)
    assert_both_agree(ours, *shared_score(gold_rows(path), [to_dict(statement) for statement in statements]))


@pytest.fixture(scope="session")
def all_rows(shared: Path) -> Rows:
    """Every gold article."""
    return [row for name in SHARED_SETS for row in gold_rows(shared / "gold" / f"{name}.jsonl")]


@settings(max_examples=150)
@given(data=st.data(), random=st.randoms(use_true_random=False))
def test_both_scorers_agree_on_claims_changed_at_random(
    data: st.DataObject,
    random: Random,
    all_rows: Rows,
    shared_score: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = data.draw(st.lists(st.sampled_from(all_rows), min_size=1, max_size=3, unique_by=lambda row: row["id"]))
    gold, claims = changed_gold(rows, random), found_claims(rows, random)
    assert_both_agree(our_score(gold, claims, tmp_path_factory.getbasetemp()), *shared_score(gold, claims))
