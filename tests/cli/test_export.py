"""``geo export``: the same bytes on every machine's clock, and whole files whenever it is killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.files import read_records, write_records
from geo.records import ControlInterval

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_process_in_another_time_zone_and_locale_gives_the_same_bytes(root: Path, output: Path) -> None:
    environments = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    for number, environment in enumerate(environments):
        subprocess.run(
            [sys.executable, "-m", "geo", "export", "-i", output, "-f", "all", "-o", output.parent / str(number)],
            cwd=root,
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
        )
    one, two = (found(output.parent / str(number)) for number in range(2))
    assert len(one) == 22
    assert [name for name in one if one[name] != two[name]] == []


@pytest.mark.parametrize("form", ["gpkg", "kml"])
def test_a_format_that_holds_all_layers_goes_into_a_file_of_any_name(geo: Callable, output: Path, form: str) -> None:
    mine, share = output.parent / f"mine.{form}", output.parent / "share"
    assert geo(f"export -i {output} -f {form} -o {mine}").err == f"Wrote {mine}\n"
    assert geo(f"export -i {output} -f {form} -o {share}").err == f"Wrote {share}/atlas.{form}\n"
    assert found(share) == {f"atlas.{form}": mine.read_bytes()}


def test_a_table_goes_into_a_pipe_as_it_goes_into_a_file(geo: Callable, output: Path) -> None:
    target = output.parent / "mine.jsonl"
    geo(f"export events -i {output} -f jsonl -o {target}")
    assert geo(f"export events -i {output} -f jsonl -o -").out.encode() == target.read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, so that no process can be killed midway")
def test_killed_at_fifty_moments_every_file_is_the_old_one_or_the_new_one(root: Path, output: Path) -> None:
    """Files are compared whole after each kill; the next export clears away what the killed ones left."""
    shorter = shutil.copytree(output, output.parent / "shorter")
    intervals = read_records(output / "intervals.jsonl", ControlInterval)
    write_records(shorter / "intervals.jsonl", intervals[: len(intervals) // 2])
    program = root / "tests" / "cli" / "killed_exports.py"
    command = [sys.executable, program, output, shorter, output.parent / "share", "50"]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) >= 5, "too few kills fell into the writing to show anything"
