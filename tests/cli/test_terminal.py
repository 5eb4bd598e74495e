"""Progress is for people: it shows where stderr is a terminal, and never in a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "geo", "extract", "seeds", "-o", "-"]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_progress_shows_on_a_terminal_and_leaves_the_data_alone(here: Path) -> None:
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"}
    done = subprocess.run(COMMAND, cwd=here, stdout=subprocess.PIPE, stderr=theirs, env=environment, check=True)
    os.close(theirs)
    said = os.read(ours, 65_536).decode()
    os.close(ours)
    assert "Reading" in said
    assert b"Reading" not in done.stdout
    assert all(line.startswith(b'{"id": ') for line in done.stdout.splitlines())


def test_in_a_pipe_there_is_no_progress(here: Path) -> None:
    done = subprocess.run(COMMAND, cwd=here, capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") > 1


def test_a_console_without_the_letters_of_a_name_still_gets_an_answer(here: Path) -> None:
    (here / "report.txt").write_text("Kəlbəcər was handed over to Azerbaijan on 25 November 2020.", encoding="utf-8")
    plain = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([*COMMAND[:3], "build", "report.txt"], cwd=here, env=plain, capture_output=True, check=True)
    ask = [*COMMAND[:3], "who", "Kalbajar", "--on", "2020-11-25"]
    told = subprocess.run(ask, cwd=here, env=plain, capture_output=True, check=True)
    assert told.stdout.startswith(b"Kalbajar")
    subprocess.run([*ask, "--format", "json"], cwd=here, env=plain, capture_output=True, check=True)
