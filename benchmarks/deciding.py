"""Locates and decides made-up claims: ``python -m benchmarks.deciding NUMBER`` prints seconds and bytes.

With ``--cells`` only the cells are decided, and not the towns in them, each of which has a history of its own; with
``--cpu`` only the process's own time counts, on a machine that others keep busy.
"""

from __future__ import annotations

import argparse
import resource
from time import perf_counter, process_time

from benchmarks import wars
from benchmarks.processes import MAXRSS_UNIT
from geo.locating import locate
from geo.timeline import decide, decide_control

CELLS = 2_000


def main() -> None:
    """Make up a war, decide it, and print what that took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.deciding")
    parser.add_argument("number", type=int)
    parser.add_argument("--one-day", action="store_true", help="all of one day and one district")
    parser.add_argument("--cells", action="store_true", help="cells only, and no towns")
    parser.add_argument("--cpu", action="store_true", help="CPU time instead of wall time")
    asked = parser.parse_args()
    clock = process_time if asked.cpu else perf_counter
    region = wars.land(CELLS)
    narrow = {"days": wars.ONE_DAY, "place": region.cells[0].district} if asked.one_day else {}
    claims, articles = wars.reports(region, asked.number, **narrow)
    start = clock()
    located, _ = locate(claims, articles, region)
    if asked.cells:
        decide(located, region)
    else:
        decide_control(located, region)
    print(clock() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT)


if __name__ == "__main__":
    main()
