"""Runs commands in a folder of their own, which holds the seeds with their gold, and nothing else of the checkout."""

from __future__ import annotations

import shlex
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from geo.cli import main
from geo.files import write_records
from geo.records import LocatedClaim, Mention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


RECORDED = ("articles", "claims", "intervals", "presence", "unplaced")
MENTION = Mention(
    article="001.txt", start=0, end=5, text="Lachin", role="place", place="lachin", score=1.0, candidates=()
)


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of the commands: ``seeds/``, what is to be found in them (``gold.jsonl``), two tables."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    shutil.copy(root / "tests" / "eval" / "gold" / "seeds.jsonl", tmp_path / "gold.jsonl")
    for name in ("truth.csv", "decisions.csv"):
        shutil.copy(root / "tests" / "cli" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def geo(here: Path, capfd: pytest.CaptureFixture[str]) -> Callable[[str], Done]:  # noqa: ARG001
    """Runs one command line, without its ``geo``."""

    def run(line: str) -> Done:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main(shlex.split(line))
        out, err = capfd.readouterr()
        code = left.value.code
        return Done(code if isinstance(code, int) else 0, out, err)

    return run


@pytest.fixture
def output(root: Path, tmp_path: Path) -> Path:
    """What a build of the seeds found, from the records that are checked in, so that no text need be read."""
    folder = tmp_path / "output"
    folder.mkdir()
    for name in RECORDED:
        shutil.copy(root / "tests" / "golden" / "expected" / f"{name}.jsonl", folder)
    write_records(folder / "mentions.jsonl", [MENTION])
    write_records(folder / "located.jsonl", list[LocatedClaim]())
    return folder
