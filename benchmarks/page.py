"""Measures our page beside folium's time plug-ins: ``python -m benchmarks page [S|M|L] [--peers ...]``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.atlases import SIZES
from benchmarks.page_watching import PEERS
from benchmarks.plugins import PLUGINS
from benchmarks.processes import FailedRunError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 10**6
OURS, YARDSTICK = "ours", "timeline"
LARGE = "L"
"""The size that the targets are for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: what it is, its unit, and what share of Timeline's our figure should be at most."""

    key: str
    name: str
    unit: str
    target: float | None = None


LINES = (
    Line(key="bytes", name="size of the page", unit="MB", target=1 / 40),
    Line(key="usable", name="navigation to usable", unit="s", target=1 / 8),
    Line(key="step", name="step, median", unit="ms"),
    Line(key="step95", name="step, 95th percentile", unit="ms", target=1 / 30),
    Line(key="jump", name="jump, median", unit="ms"),
    Line(key="jump95", name="jump, 95th percentile", unit="ms", target=1 / 12),
    Line(key="heap", name="memory held by scripts", unit="MB", target=1 / 20),
    Line(key="making", name="generation", unit="s", target=1 / 8),
    Line(key="worked", name="generation, processor time", unit="s"),
    Line(key="added", name="memory it adds", unit="MB", target=1 / 8),
    Line(key="peak", name="peak memory, records included", unit="MB"),
)


def main(words: Sequence[str]) -> int:
    """Measure what was asked for and print a table for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks page", description="Our page beside folium's plug-ins.")
    parser.add_argument("sizes", nargs="*", metavar="size", help=f"any of: {', '.join(SIZES)} (S)")
    parser.add_argument("--peers", nargs="*", default=[YARDSTICK], choices=list(PLUGINS), help="which plug-ins")
    parser.add_argument("--limit", type=float, default=180.0, help="seconds to make, and to look at, a page (180)")
    parser.add_argument("--keep", type=Path, help="folder that the pages are left in")
    asked = parser.parse_args(words)
    sizes = asked.sizes or ["S"]
    unknown = [size for size in sizes if size not in SIZES]
    if unknown:
        parser.error(f"no size {unknown[0]!r}; there are {', '.join(SIZES)}")
    if asked.peers and not PEERS.is_dir():
        parser.error("the plug-ins' scripts are missing: npm ci --prefix benchmarks/peers, or give --peers alone")
    try:
        for size in sizes:
            _print_table(size, {way: _measured(way, size, asked) for way in (OURS, *asked.peers)})
    except FailedRunError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _measured(way: str, size: str, asked: argparse.Namespace) -> dict[str, float | str]:
    """The figures of one page by the keys of :data:`LINES`; ``late`` says what did not end in time."""
    with tempfile.TemporaryDirectory() as folder:
        file = (asked.keep or Path(folder)) / f"{way}-{size}.html"
        made = _told("benchmarks.page_making", way, size, str(file), limit=asked.limit)
        if made is None:
            return {"late": f"not made within {asked.limit:g} s"}
        figures: dict[str, float | str] = {
            "bytes": file.stat().st_size / MEGABYTE,
            "making": made["seconds"],
            "worked": made["processor_seconds"],
            "added": (made["peak_bytes"] - made["held_bytes"]) / MEGABYTE,
            "peak": made["peak_bytes"] / MEGABYTE,
        }
        seen = _told("benchmarks.page_watching", way, str(file), f"{asked.limit:g}", limit=asked.limit + 60)
    if seen is None or "late" in seen:
        return {**figures, "late": f"not usable, stepped and jumped within {asked.limit:g} s"}
    return {**figures, **_seen(seen)}


def _seen(seen: Mapping[str, Any]) -> dict[str, float]:
    return {
        "usable": seen["usable"] / 1000,
        "step": median(seen["steps"]),
        "step95": quantiles(seen["steps"], n=20, method="inclusive")[-1],
        "jump": median(seen["jumps"]),
        "jump95": quantiles(seen["jumps"], n=20, method="inclusive")[-1],
        "heap": seen["heap"] / MEGABYTE,
    }


def _told(module: str, *words: str, limit: float) -> dict[str, Any] | None:
    """What a process of its own prints as JSON; None where it does not end in time."""
    command = (sys.executable, "-m", module, *words)
    try:
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode != 0:
        raise FailedRunError(f"{' '.join(command)} ended with status {ended.returncode}:\n{ended.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def _print_table(size: str, figures: Mapping[str, Mapping[str, float | str]]) -> None:
    held = SIZES[size]
    ways = list(figures)
    print(f"Size {size}: {held.areas:,} areas, {held.changes:,} changes, {held.events:,} events")
    print(f"{'':32}" + "".join(f"{way:>13}" for way in ways) + f"{'ratio':>10}{'target':>9}")
    for line in LINES:
        values = "".join(_cell(figures[way].get(line.key), line.unit) for way in ways)
        print(f"{line.name:32}{values}{_ratio(line, size, figures)}".rstrip(), flush=True)
    for way in ways:
        if "late" in figures[way]:
            print(f"{way}: {figures[way]['late']}")
    print(flush=True)


def _cell(value: float | str | None, unit: str) -> str:
    return f"{value:>10.1f} {unit:2}" if isinstance(value, float) else f"{'-':>13}"


def _ratio(line: Line, size: str, figures: Mapping[str, Mapping[str, float | str]]) -> str:
    """Timeline's figure by ours, the one aimed at, and whether ours is within it."""
    ours, theirs = (figures.get(way, {}).get(line.key) for way in (OURS, YARDSTICK))
    if not isinstance(ours, float) or not isinstance(theirs, float):
        return ""
    ratio = f"{f'1/{theirs / ours:.1f}':>10}"
    if line.target is None or size != LARGE:
        return ratio
    return f"{ratio}{f'1/{1 / line.target:g}':>9} {'within' if ours <= theirs * line.target else 'over'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
