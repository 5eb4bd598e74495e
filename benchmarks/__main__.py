"""Prints the figures: ``python -m benchmarks [--runs N] [start-up|build|look-up ...]``.

``python -m benchmarks page`` has a table and options of its own (:mod:`benchmarks.page`).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys

from benchmarks import page
from benchmarks.measures import MEASURES
from benchmarks.processes import FailedRunError
from geo.errors import GeoError


def main() -> int:
    """Measure what was asked for and print a line for each figure."""
    if sys.argv[1:2] == ["page"]:
        return page.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Print speed and memory.")
    parser.add_argument("measures", nargs="*", metavar="measure", help=f"any of: {', '.join(MEASURES)} (all)")
    parser.add_argument("--runs", type=int, default=5, help="runs whose median is printed (5)")
    asked = parser.parse_args()
    unknown = [name for name in asked.measures if name not in MEASURES]
    if unknown:
        parser.error(f"no measure {unknown[0]!r}; there are {', '.join(MEASURES)}")
    if asked.runs < 1:
        parser.error("--runs must be at least 1")
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs, median of {asked.runs}")
    print(f"{'':34} {'median':>10}    {'target':>8}")
    try:
        for name in asked.measures or MEASURES:
            for figure in MEASURES[name](asked.runs):
                target = f"{figure.target:g}" if figure.target is not None else ""
                value = f"{figure.value:10.2f} {figure.unit:2}"
                print(f"{figure.name:34} {value} {target:>8} {figure.verdict:7} {figure.remark}".rstrip(), flush=True)
    except (FailedRunError, GeoError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
