"""What a region lacks is told, the worst first."""

from __future__ import annotations

import json
import shutil

import pytest
from shapely import box
from shapely.geometry import mapping

from geo.errors import UnknownRegionError
from geo.regions.checking import check_region
from geo.regions.making import About, Inputs, Source, make_region


@pytest.fixture
def folder(tmp_path, root):
    copy = tmp_path / "shapes" / "karabakh"
    shutil.copytree(root / "shapes" / "karabakh", copy)
    return copy


def told(folder):
    return [(finding.level, finding.what) for finding in check_region(str(folder))]


def cells(folder):
    return json.loads((folder / "cells.geojson").read_text("utf-8"))


def put(folder, data):
    (folder / "cells.geojson").write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize("name", ["karabakh", "ukraine"])
def test_nothing_is_wrong_with_the_regions_of_the_package(name, root):
    assert not [finding for finding in check_region(name, search=[root / "shapes"]) if finding.level == "wrong"]


def test_a_region_that_does_not_open_is_wrong_with_the_reason(folder):
    (folder / "actors.csv").unlink()
    ((level, what),) = told(folder)
    assert level == "wrong"
    assert "actors.csv cannot be read" in what


def test_a_region_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UnknownRegionError):
        check_region(str(tmp_path))


def test_cells_that_overlap_are_wrong_by_name(folder):
    data = cells(folder)
    data["features"][0]["geometry"] = data["features"][1]["geometry"]
    put(folder, data)
    found = told(folder)
    assert found[0][0] == "wrong"
    assert "overlap or whose edges differ" in found[0][1]
    assert any("km2 is not what the shape measures" in what for _, what in found)


def test_a_cell_without_a_shape_is_wrong_by_name(folder):
    data = cells(folder)
    data["features"][0]["geometry"] = None
    put(folder, data)
    assert told(folder)[0][1].endswith(
        f"without a valid shape: {data['features'][0]['properties']['cell']}. Make them anew."
    )


def test_a_gap_between_areas_is_missing_and_a_lake_is_none(tmp_path):
    west = box(46, 39, 47, 40) - box(46.99, 39.5, 47, 39.52) - box(46.2, 39.2, 46.21, 39.21)
    rows = [
        {"type": "Feature", "properties": {"name": name}, "geometry": mapping(area)}
        for name, area in (("West", west), ("East", box(47, 39, 48, 40)))
    ]
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), "utf-8")
    about = About(id="small", title="Small", start="2000-01-01", source="a test", licence="not said")
    made = make_region(about, Inputs(areas=Source(path=path)), shapes=tmp_path)
    found = told(made.folder)
    assert ("missing", "1 gaps between areas (near 46.995 39.510): no map colours them.") in found
    assert [what.partition(":")[0] for _, what in found][1:] == [
        "actors.csv has no parties",
        "sources.csv",
        "places.csv has no towns",
        "region.toml",
        "region.toml has no [baseline]",
        "base.geojson",
        "README.md",
    ]


@pytest.mark.parametrize(
    ("name", "keep", "message"),
    [
        ("actors.csv", 1, "actors.csv has no parties"),
        ("sources.csv", 1, "sources.csv has no outlets"),
        ("README.md", 0, "README.md is missing"),
    ],
)
def test_what_a_person_has_to_add_is_asked_for(name, keep, message, folder):
    path = folder / name
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:keep]), "utf-8")
    if name == "actors.csv":
        text = (folder / "region.toml").read_text("utf-8")
        start, end = text.index("[colours]"), text.index("# Words that stand")
        (folder / "region.toml").write_text(text[:start] + text[end:], "utf-8")
        sources = (folder / "sources.csv").read_text("utf-8").splitlines(keepends=True)[:1]
        (folder / "sources.csv").write_text("".join(sources), "utf-8")
    assert any(message in what for _, what in told(folder))
