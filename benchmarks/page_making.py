"""Makes one page in a process of its own: ``python -m benchmarks.page_making WAY SIZE FILE`` prints what it took.

The ways are ``ours`` and the plug-ins of :mod:`benchmarks.plugins`. What is timed is from the records to the file; to
make the records up, and to import folium, is not. ``held_bytes`` is the memory of the process before it begins.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.atlases import SIZES, Atlas, make_atlas
from benchmarks.plugins import PLUGINS
from benchmarks.processes import MAXRSS_UNIT


def ours(atlas: Atlas) -> str:
    """The page that ``geo map`` makes."""
    from geo.webmap import render_page

    return render_page(
        region=atlas.region, articles=atlas.articles, claims=atlas.claims, intervals=atlas.intervals, presences=(),
        unplaced=(), located=atlas.located,
    )  # fmt: skip


IMPORTED = ("folium.plugins", "geopandas")

WAYS = {"ours": ours, **PLUGINS}


def main() -> int:
    """Print seconds, seconds that the processor worked, peak bytes, and the bytes held before, as JSON."""
    for name in IMPORTED:
        import_module(name)
    way, size, file = sys.argv[1:]
    atlas = make_atlas(SIZES[size])
    held = _peak()
    start, worked = perf_counter(), process_time()
    Path(file).write_text(WAYS[way](atlas), encoding="utf-8")
    took = {"seconds": perf_counter() - start, "processor_seconds": process_time() - worked}
    print(json.dumps({**took, "peak_bytes": _peak(), "held_bytes": held}))
    return 0


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


if __name__ == "__main__":
    sys.exit(main())
