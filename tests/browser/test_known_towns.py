"""Towns as known on a day: what the page says of each is what the command says, on every day of knowledge."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from geo import pipeline
from geo.export.towns import towns_layer
from geo.regions import open_region
from geo.settings import Settings

TELLING = {f"k{number:02}" for number in (1, 2, 3, 8, 10, 11, 12, 13, 14, 19, 20, 21, 22, 25, 27, 52, 55, 57, 64, 73)}
"""Reports of the example that tell of towns too small to be an area."""


class Quiet:
    """Hears what a build says, and lets it pass."""

    def track(self, items, *, stage):  # noqa: ARG002 - the protocol names it
        return items

    def problem(self, problem):
        pytest.fail(f"a report was not read: {problem}")

    def warn(self, message):
        """Some reports name no place."""


@pytest.fixture(scope="module")
def region(root):
    return open_region(str(root / "shapes" / "karabakh"))


@pytest.fixture(scope="module")
def towns_html(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("towns")
    lines = (root / "examples/karabakh-2020/reports.jsonl").read_text("utf-8").splitlines()
    reports = folder / "reports.jsonl"
    reports.write_text("\n".join(line for line in lines if json.loads(line)["id"] in TELLING), encoding="utf-8")
    settings = Settings(region=str(root / "shapes" / "karabakh"))
    return pipeline.build([reports], folder / "output", settings=settings, reporter=Quiet()).page


def told_by_the_command(folder, day, region):
    """The rows of towns as known on a day; all that is reported for None."""
    reading, decision = pipeline.load(folder, region=region, as_known_on=day, warn=str)
    layer = towns_layer(decision.points, claims=reading.claims, articles=reading.articles, region=region)
    rows = {
        row.id: {name: value for name, value in row.properties.items() if name != "precision_km"} for row in layer.rows
    }
    return json.loads(json.dumps(rows))


def told_by_the_page(shown):
    with shown.page.expect_download() as waiting:
        shown.page.click("#files button:has-text('Towns over time (GeoJSON)')")
    features = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["features"]
    return {one["id"]: one["properties"] for one in features}


def test_on_every_day_of_knowledge_the_towns_are_those_of_the_command(open_page, towns_html, region):
    shown = open_page(towns_html)
    shown.page.click("#files > summary")
    choices = shown.page.eval_on_selector_all("#known optgroup option", "all => all.map(one => one.value)")
    assert len(choices) > 10
    whole = told_by_the_command(towns_html.parent, None, region)
    assert len(whole) > 20
    assert told_by_the_page(shown) == whole
    histories = set()
    for choice in choices:
        shown.page.evaluate("choice => { location.hash = `known=${choice}`; }", choice)
        shown.wait_for("known", choice)
        expected = told_by_the_command(towns_html.parent, date.fromisoformat(choice), region)
        assert told_by_the_page(shown) == expected, choice
        histories.add(json.dumps(expected))
    assert len(histories) > 8, "what was known of towns grew"
    assert shown.complaints == []
