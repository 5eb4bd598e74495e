"""Exports in processes that are killed at random moments; run by ``test_export.py`` as a program of its own.

Arguments: two folders of a build, a folder to work in, and how many kills. Prints how many fell into the writing.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from geo.cli.main import main
from geo.filesets import write_set

if TYPE_CHECKING:
    from collections.abc import Callable

CHANCE = random.Random(5)  # noqa: S311 - moments, no secrets


def export(source: Path, target: Path) -> None:
    try:
        main(["export", "-i", str(source), "-f", "all", "-o", str(target)])
    except SystemExit as left:
        if left.code:
            raise


def seconds(act: Callable[[], None]) -> float:
    begun = time.monotonic()
    act()
    return time.monotonic() - begun


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def kill(act: Callable[[], None], *, within: float) -> None:
    """Do it in a process that is killed at a random moment of so many seconds."""
    child = os.fork()
    if not child:
        act()
        os._exit(0)
    time.sleep(CHANCE.uniform(0, within))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def run(old: Path, new: Path, folder: Path, kills: int) -> int:
    export(old, folder / "old")
    whole = seconds(lambda: export(new, folder / "new"))
    sets = [found(folder / "old"), found(folder / "new")]
    assert sets[0].keys() == sets[1].keys()
    assert sets[0]["control.csv"] != sets[1]["control.csv"]
    target = folder / "target"
    writing = max(seconds(lambda number=number: write_set(target, sets[number])) for number in (1, 0, 1, 0))
    midway = 0
    for number in range(kills):
        source, files = ((new, sets[1]), (old, sets[0]))[number // 2 % 2]
        if number % 2:  # the whole command, of which the writing is a small part
            kill(lambda source=source: export(source, target), within=whole)
        else:
            kill(lambda files=files: write_set(target, files), within=writing)
        midway += any(target.glob(".geo-*"))
        there = found(target)
        assert there.keys() == sets[0].keys(), sorted(there)
        broken = [name for name, data in there.items() if data not in (sets[0][name], sets[1][name])]
        assert not broken, f"broken after kill {number}: {broken}"
    export(new, target)
    assert {path.name for path in target.iterdir()} == sets[1].keys(), "what the killed ones left is cleared away"
    assert found(target) == sets[1]
    return midway


if __name__ == "__main__":
    print(run(*(Path(name) for name in sys.argv[1:4]), int(sys.argv[4])))  # noqa: T201 - its answer
