"""The five seed reports, built whole: the same bytes each time, and the claims and intervals that were checked in.

What is checked in stands in ``tests/golden/expected``. Where a change to it is meant, write it anew and read the diff
before it is committed::

    GEO_WRITE_GOLDEN=1 python -m pytest tests/golden
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXPECTED = ("articles.jsonl", "claims.jsonl", "intervals.jsonl", "points.jsonl", "presence.jsonl", "unplaced.jsonl")
FILES = {
    *EXPECTED,
    "mentions.jsonl",
    "located.jsonl",
    "places.geojson",
    "control.geojson",
    "towns.geojson",
    "events.geojson",
    "map.html",
}


def build(root: Path, output: Path, **environment: str) -> Path:
    command = [sys.executable, "-m", "geo", "build", root / "seeds", "--output", output, "--no-open"]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, tmp_path_factory.mktemp("one") / "output", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.fixture(scope="module")
def built_elsewhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with other hashes, in another time zone and locale."""
    settings = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}
    return build(root, tmp_path_factory.mktemp("two") / "other-name", **settings)


def test_a_build_writes_the_files_that_the_design_names(built: Path) -> None:
    assert {path.name for path in built.iterdir() if not path.name.startswith(".")} == FILES


@pytest.mark.parametrize("name", sorted(FILES))
def test_two_builds_give_the_same_bytes(built: Path, built_elsewhere: Path, name: str) -> None:
    assert (built / name).read_bytes() == (built_elsewhere / name).read_bytes()


def test_a_build_over_its_own_output_changes_no_byte(root: Path, built: Path) -> None:
    before = {path.name: path.read_bytes() for path in built.iterdir() if path.is_file()}
    (built / ".build.json").unlink()  # or the build would see that there is nothing to do
    build(root, built)
    assert {path.name: path.read_bytes() for path in built.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("name", EXPECTED)
def test_records_are_those_checked_in(root: Path, built: Path, name: str, golden: Callable) -> None:
    golden(root / "tests" / "golden" / "expected" / name, (built / name).read_text(encoding="utf-8"))
