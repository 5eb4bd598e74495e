"""Runs commands and measures what they cost, with nothing but the standard library (Linux and macOS)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of ``ru_maxrss``: kibibytes, but bytes on macOS (getrusage(2))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took: wall time in seconds, the largest resident memory in bytes."""

    seconds: float
    peak_bytes: int


class FailedRunError(RuntimeError):
    """A measured command did not succeed, so its figures say nothing."""


def run(*command: str | Path, cwd: Path) -> Cost:
    """Run a command to its end.

    Raises
    ------
    FailedRunError
        When it is not there, or its exit status is not 0; the message holds the end of what it said.
    """
    words = [str(word) for word in command]
    if not shutil.which(words[0]):
        raise FailedRunError(f"{words[0]} is not there. Install the package into this Python: pip install -e .")
    start = time.perf_counter()
    with subprocess.Popen(
        words, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = said.decode(errors="replace")[-2000:]
        raise FailedRunError(f"{' '.join(words)} ended with status {process.returncode}:\n{tail}")
    return Cost(seconds=seconds, peak_bytes=usage.ru_maxrss * MAXRSS_UNIT)


def told_by(*command: str | Path, cwd: Path) -> Cost:
    """Run a command that measures itself, and prints its seconds and peak bytes.

    Raises
    ------
    FailedRunError
        When its exit status is not 0, or it prints something else.
    """
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    try:
        seconds, peak = done.stdout.split()
        return Cost(seconds=float(seconds), peak_bytes=int(peak))
    except ValueError as error:
        raise FailedRunError(
            f"{' '.join(words)} ended with status {done.returncode}:\n{done.stderr[-2000:]}"
        ) from error


def output(*command: str | int | Path, cwd: Path) -> str:
    """What a command prints, run with one thread.

    Raises
    ------
    FailedRunError
        When its exit status is not 0; the message holds the end of what it said.
    """
    words = [str(word) for word in command]
    ended = subprocess.run(words, cwd=cwd, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        raise FailedRunError(f"{' '.join(words)} ended with status {ended.returncode}:\n{ended.stderr[-2000:]}")
    return ended.stdout


def middle(costs: Sequence[Cost]) -> Cost:
    """The median time, and the median peak."""
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        peak_bytes=int(median(cost.peak_bytes for cost in costs)),
    )
