"""The figures: start-up, a build, a rebuild, a look-up, cells, the timeline."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import TYPE_CHECKING

from benchmarks import lands
from benchmarks.processes import Cost, middle, output, run, told_by
from geo.partition import partition
from geo.places.index import PlaceIndex
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CLI_PEER = "import typer, rich"
GEO = (sys.executable, "-m", "geo")
BUILD_PEER = "import folium, geopandas"
MEGABYTE = 10**6
ROUNDS = 50
WAYS = (
    ("grammar", "by grammar", 500, 1.0),
    ("syntax", "with syntax", 200, 1000 / 300),
    ("whole", "with syntax, all parsed", 60, None),
    ("spacy", "spaCy's whole pipeline", 60, None),
)
"""Ways of reading with a label, how many articles are read, and the CPU milliseconds aimed at for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with its target: the product aims at no more than ``target``; None where there is none."""

    name: str
    value: float
    unit: str
    target: float | None
    remark: str = ""

    @property
    def verdict(self) -> str:
        """``within`` or ``over`` the target."""
        if self.target is None:
            return ""
        return "within" if self.value <= self.target else "over"


def start_up(runs: int) -> Iterator[Figure]:
    """``geo --help`` against the bare import of what it is made of, in turns."""
    ours, peers = [], []
    for _ in range(runs + 1):
        ours.append(run(*GEO, "--help", cwd=ROOT))
        peers.append(run(sys.executable, "-c", CLI_PEER, cwd=ROOT))
    help_cost, peer = middle(ours[1:]), middle(peers[1:])
    yield Figure(name="geo --help", value=help_cost.seconds * 1000, unit="ms", target=None)
    yield Figure(name=f"python -c '{CLI_PEER}'", value=peer.seconds * 1000, unit="ms", target=None)
    yield Figure(name="ratio of the two", value=help_cost.seconds / peer.seconds, unit="x", target=2.0)


def build(runs: int) -> Iterator[Figure]:
    """``geo build seeds`` into an empty folder, and once more into the same one, against its bare imports."""
    cold, again, peers = [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = (*GEO, "build", ROOT / "seeds", "--output", Path(folder) / "output", "--no-open")
            cold.append(run(*command, cwd=ROOT))
            again.append(run(*command, cwd=ROOT))
        peers.append(run(sys.executable, "-c", BUILD_PEER, cwd=ROOT))
    yield from _build_figures(middle(cold), middle(again), middle(peers))


def look_up(runs: int) -> Iterator[Figure]:
    """Every name of the gazetteers, and as many that they do not know, looked up in a warm process."""
    for name in ("karabakh", "ukraine"):
        yield from _look_up(name, runs)


def cells(runs: int) -> Iterator[Figure]:
    """Areas cut into cells, in a warm process: 80 districts, and 2,000 areas overlaid by 200."""
    for label, (tiles, layers), target in (
        ("80 districts", (lands.grid(10, 8, size=0.3), {}), 2.0),
        ("2,000 areas by 200, apart", (lands.grid(50, 40), lands.grid(20, 10, size=0.77, west=20.05)), 30.0),
        ("2,000 areas by 200, slivers", (lands.grid(50, 40), lands.grid(20, 10, size=0.5, west=20.003)), 30.0),
    ):
        took = []
        for _ in range(runs):
            start = perf_counter_ns()
            pieces = partition(tiles, {f"layer-{name}": shape for name, shape in layers.items()})
            took.append((perf_counter_ns() - start) / 1e9)
        remark = f"{len(pieces)} cells, {lands.vertices([piece.geometry for piece in pieces])} vertices"
        yield Figure(name=f"cells, {label}", value=median(took), unit="s", target=target, remark=remark)


def timeline(runs: int) -> Iterator[Figure]:
    """Claims located on 2,000 cells, and decided, each time in a process of its own; ten times as many; one cell's."""
    small, large = (_decided(runs, number, "--cells") for number in (100_000, 1_000_000))
    towns = _decided(runs, 100_000)
    yield Figure(name="timeline, 100,000 claims", value=small.seconds, unit="s", target=10.0, remark="2,000 cells")
    remark = "2,000 cells and 500 towns, of which half of the claims tell"
    yield Figure(name="  with its towns", value=towns.seconds, unit="s", target=None, remark=remark)
    yield Figure(name="  its peak memory", value=small.peak_bytes / MEGABYTE, unit="MB", target=1000.0)
    yield Figure(name="timeline, 1,000,000 claims", value=large.seconds, unit="s", target=None)
    yield Figure(name="  its peak memory", value=large.peak_bytes / MEGABYTE, unit="MB", target=None)
    yield Figure(name="ratio of the two", value=large.seconds / small.seconds, unit="x", target=11.0)
    day = _decided(runs, 10_000, "--one-day")
    yield Figure(
        name="timeline, 10,000 claims of a day", value=day.seconds, unit="s", target=10.0, remark="one district"
    )


def _decided(runs: int, number: int, *options: str) -> Cost:
    """What it takes to locate and decide so many claims, without what it takes to make them up."""
    command = (sys.executable, "-m", "benchmarks.deciding", str(number), *options)
    return middle([told_by(*command, cwd=ROOT) for _ in range(runs)])


def reading(runs: int) -> Iterator[Figure]:
    """Invented articles of 430 words, one sentence in twenty relevant, read each way, and by spaCy's whole pipeline."""
    told: dict[str, list[dict[str, float]]] = {way: [] for way, *_ in WAYS}
    for _ in range(runs):
        for way, _, count, _ in WAYS:
            told[way].append(json.loads(output(sys.executable, "-m", "benchmarks.reading", way, count, cwd=ROOT)))
    each = {way: median(one["seconds"] / one["articles"] for one in rows) for way, rows in told.items()}
    for way, label, count, target in WAYS:
        found = f", {told[way][0]['found']} of {count} found" if way != "spacy" else ""
        remark = f"{1 / each[way]:,.0f} articles a CPU-second, {each['spacy'] / each[way]:.1f} times spaCy{found}"
        yield Figure(name=f"reading, {label}", value=each[way] * 1000, unit="ms", target=target, remark=remark)
        peak = median(one["peak_bytes"] for one in told[way])
        most = 400.0 if way in ("grammar", "syntax") else None
        yield Figure(name="  its peak memory", value=peak / MEGABYTE, unit="MB", target=most)


def _look_up(region_name: str, runs: int) -> Iterator[Figure]:
    region = open_region(region_name, search=[ROOT / "shapes"])
    index = PlaceIndex(region)
    names = sorted({place.name for place in region.places} | {n.text for place in region.places for n in place.names})
    for label, asked, parent in (
        ("names on record", names, None),
        ("in a district", names, region.areas[0].id),
        ("with a kind word", [f"{name} district" for name in names], None),
        ("unknown names", [f"{name}x" for name in names], None),
    ):
        took = []
        for _ in range(runs * ROUNDS):
            start = perf_counter_ns()
            for name in asked:
                index.lookup(name, parent=parent)
            took.append((perf_counter_ns() - start) / len(asked) / 1000)
        remark = f"{len(asked)} names of {region.id}"
        yield Figure(name=f"look-up, {label}", value=median(took), unit="us", target=50.0, remark=remark)


def _build_figures(cold: Cost, again: Cost, peer: Cost) -> Iterator[Figure]:
    yield Figure(name="geo build seeds", value=cold.seconds, unit="s", target=6.0, remark="into an empty folder")
    yield Figure(name="  its peak memory", value=cold.peak_bytes / MEGABYTE, unit="MB", target=600.0)
    yield Figure(name="geo build seeds, again", value=again.seconds, unit="s", target=1.0, remark="nothing changed")
    yield Figure(name="  its peak memory", value=again.peak_bytes / MEGABYTE, unit="MB", target=None)
    yield Figure(name=f"python -c '{BUILD_PEER}'", value=peer.seconds, unit="s", target=None)
    yield Figure(name="  its peak memory", value=peer.peak_bytes / MEGABYTE, unit="MB", target=None)
    yield Figure(name="build to imports", value=cold.seconds / peer.seconds, unit="x", target=None)


MEASURES = {
    "start-up": start_up,
    "build": build,
    "look-up": look_up,
    "cells": cells,
    "timeline": timeline,
    "reading": reading,
}
"""The measures by name, in the order in which they are printed."""
