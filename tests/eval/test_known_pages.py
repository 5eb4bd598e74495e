"""What the page holds of each day of knowledge is what is decided as known on it: for the seeds and the example."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from test_seeds_control import Quiet

from geo import pipeline
from geo.extract.syntax.trees.parser import installed_model
from geo.knowledge import Knowledge
from geo.regions import open_region
from geo.settings import Settings
from geo.webmap.payload import page_data

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")

INPUTS = {"seeds": "seeds", "example": "examples/karabakh-2020/reports.jsonl"}
EVERY = {"seeds": 1, "example": 5}
"""Each day of knowledge is looked at, or one in so many."""


class Heard(Quiet):
    """Some reports of the example name no place of the region."""

    def warn(self, message):
        assert "names no place" in message


@pytest.fixture(scope="module", params=INPUTS)
def built(request, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    pipeline.build([root / INPUTS[request.param]], folder, settings=Settings(), reporter=Heard())
    return folder, EVERY[request.param]


def page(folder, region, day=None) -> dict[str, Any]:
    """The data of the page as known on a day, or with all days of knowledge."""
    reading, decision = pipeline.load(folder, region=region, as_known_on=day, warn=lambda _: None)
    knowledge = None if day else Knowledge.of(reading.articles, decision.located)
    records = {name: getattr(decision, name) for name in ("intervals", "presences", "unplaced", "located")}
    data = page_data(region=region, articles=reading.articles, claims=reading.claims, knowledge=knowledge, **records)
    return json.loads(json.dumps(data, default=list))


def as_known(data, step) -> dict[str, list[str]]:
    """Control and presences at a step of knowledge, with claims by their ids; at None, all that a page has."""
    claims = [claim["id"] for claim in data["claims"]]
    now, known = data["intervals"], data.get("known")
    rows = list(zip(*(now[name] for name in ("cell", "start", "end", "state")), strict=True))
    forces = list(data["presences"])
    if step is not None:
        past = zip(
            *(known["intervals"][name] for name in ("cell", "start", "end", "state", "since", "until")), strict=True
        )
        rows = [row for row, since in zip(rows, known["since"], strict=True) if since <= step]
        rows += [tuple(row) for *row, since, until in past if since <= step < until]
        forces = [item for item, since in zip(forces, known["presencesSince"], strict=True) if since <= step]
        forces += [item for item in known["presences"] if item["since"] <= step < item["until"]]
    told = [(*row[:3], data["states"][row[3]]) for row in rows]
    named = [(*days, state | {"claims": [claims[i] for i in state["claims"]]}) for *days, state in told]
    there = [
        {key: value for key, value in item.items() if key not in ("since", "until")}
        | {"claims": [claims[i] for i in item["claims"]]}
        for item in forces
    ]
    return {"control": sorted(map(json.dumps, named)), "forces": sorted(map(json.dumps, there))}


def test_what_was_known_on_a_day_is_what_is_decided_for_it(built):
    folder, every = built
    region = open_region("karabakh")
    data = page(folder, region)
    days = data["known"]["days"]
    assert len(days) > 4
    assert as_known(data, len(days) + 1) == as_known(data, None)
    for step in range(1, len(days) + 1, every):
        day = date(1970, 1, 1) + timedelta(days=days[step - 1])
        assert as_known(data, step) == as_known(page(folder, region, day), None), day
    before = date(1970, 1, 1) + timedelta(days=days[0] - 1)
    assert as_known(data, 0) == as_known(page(folder, region, before), None)
