"""What the page works out by itself is what the commands say: km² over time, and what changed between two days."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta

import pytest

from geo import pipeline
from geo.answers import difference
from geo.figures import totals
from geo.regions import open_region

INPUTS = {"seeds": "seeds", "example": "examples/karabakh-2020/reports.jsonl"}
EPOCH = date(1970, 1, 1)
PAIRS = 40

TWINS = """
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ControlLog } from "./control.js";
import { Atlas } from "./data.js";
import { difference } from "./difference.js";
import { applyNames } from "./naming.js";
import { totals } from "./totals.js";
import { unpack } from "./unpack.js";
const { text, compressed, pairs } = JSON.parse(readFileSync(0, "utf8"));
const data = compressed ? unpack(new Uint8Array(gunzipSync(Buffer.from(text, "base64"))).buffer) : JSON.parse(text);
applyNames(data, 0);
const { rows } = new ControlLog(data.cells.length, data.intervals);
const atlas = new Atlas(data);
const named = (cells) => cells.map((cell) => data.cells[cell].id);
const says = (state) => (state ? [state.controller, state.others, state.status] : [null, [], "unknown"]);
process.stdout.write(JSON.stringify({
  totals: totals(data, rows, [...data.cells.keys()], data.time),
  differences: pairs.map(([first, last]) => difference(atlas, rows, first, last).map((change) => (
    { ...change, cells: named(change.cells), before: says(change.before), after: says(change.after) }))),
}));
"""


@pytest.fixture(scope="module")
def node():
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not installed; it is needed to develop the page's script, not to use it")
    return found


@pytest.fixture(scope="module", params=INPUTS)
def output(request, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param) / "output"
    command = [sys.executable, "-m", "geo", "build", INPUTS[request.param], "--output", folder, "--no-open"]
    done = subprocess.run(command, cwd=root, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def chart(output):
    return pipeline.load_chart(output, region=open_region("karabakh"), as_known_on=None, warn=pytest.fail)


@pytest.fixture(scope="module")
def pairs(chart):
    """Pairs of days over the whole time, among them the first and the last, and days on which something changes."""
    starts = {date.fromisoformat(row.start) for row in chart.intervals if row.start and row.start >= str(chart.first)}
    days = sorted({chart.first, chart.last, *starts, *(day - timedelta(days=1) for day in starts if day > chart.first)})
    found = [(day, later) for i, day in enumerate(days) for later in days[i:] if later <= chart.last]
    return [*found[:: max(1, len(found) // PAIRS)], (chart.first, chart.last)]


@pytest.fixture(scope="module")
def twins(root, output, pairs, node):
    page = (output / "map.html").read_text(encoding="utf-8")
    kind, text = re.search(r'type="application/(json|gzip)" id="geo-data">(.*?)</script>', page, re.DOTALL).groups()
    given = {
        "text": text,
        "compressed": kind == "gzip",
        "pairs": [[(day - EPOCH).days for day in pair] for pair in pairs],
    }
    command = [node, "--input-type=module", "-e", TWINS]
    script = root / "geo" / "webmap" / "script"
    done = subprocess.run(command, cwd=script, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_page_adds_up_the_same_km2_as_the_command(twins, chart):
    told = totals(chart.intervals, chart.region, until=chart.last, claims=chart.claims)
    expected = [
        {
            "start": (date.fromisoformat(period.start) - EPOCH).days,
            "end": (date.fromisoformat(period.end) - EPOCH).days,
            "km2": period.km2,
            "held": [{"controller": s.controller, "low": s.low_km2, "high": s.high_km2} for s in period.held],
            "open": [{"status": found.status, "km2": found.km2} for found in period.open],
        }
        for period in told
    ]
    assert len(expected) > 3
    assert twins["totals"] == expected


def test_the_page_finds_the_same_changes_between_two_days_as_the_command(twins, chart, pairs):
    expected = [
        [
            {
                "area": change.area,
                "cells": list(change.cells),
                "km2": change.km2,
                "before": _says(change.before),
                "after": _says(change.after),
            }
            for change in difference(first, last, chart).changes
        ]
        for first, last in pairs
    ]
    assert sum(map(len, expected)) > len(pairs)
    assert twins["differences"] == expected


def _says(state):
    controller, others, status = state.says
    return [controller, list(others), status]
