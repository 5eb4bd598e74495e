"""The lexicon of the reading by syntax says nothing twice: a later one would silently take an earlier one's place."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("geo.extract.syntax").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("table", "rows"), [("predicates", "predicate"), ("nouns", "noun")])
def test_no_two_rows_share_an_id(table: str, rows: str) -> None:
    counted = Counter(row["id"] for row in _table(table)[rows])
    assert [name for name, times in counted.items() if times > 1] == []


def test_no_list_stands_in_two_files() -> None:
    assert _table("words")["lists"].keys() & _table("parts")["lists"].keys() == set()
