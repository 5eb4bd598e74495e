"""A build is done anew where anything that decides its outcome has changed, and only there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import metadata

import pytest

from geo import manifest
from geo.files import BUILD_MARK
from geo.filesets import write_set
from geo.manifest import Counts
from geo.regions import open_region
from geo.settings import Settings

COUNTS = Counts(articles=1, claims=2, unplaced=3)


@pytest.fixture
def region(tmp_path, root):
    return open_region(str(shutil.copytree(root / "shapes" / "karabakh", tmp_path / "karabakh")))


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package in place of ours."""
    folder = tmp_path / "package"
    (folder / "page" / "node_modules").mkdir(parents=True)
    (folder / "code.py").write_text("pass\n")
    monkeypatch.setattr(manifest, "PACKAGE", folder)
    return folder


def digest(opened, **settings):
    return manifest.digest([], region=opened, settings=Settings(**settings))


@pytest.mark.usefixtures("package")
def test_the_same_is_the_same(region):
    assert digest(region) == digest(region)


@pytest.mark.usefixtures("package")
def test_every_setting_counts(region):
    assert len({digest(region), digest(region, names="hy"), digest(region, region="other")}) == 3


def test_the_files_of_region_and_program_count_and_those_that_nothing_reads_do_not(region, package):
    before = digest(region)
    (package / "page" / "node_modules" / "x.js").write_text("x")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "code.pyc").write_text("x")
    (region.folder / ".places.csv.swp").write_text("x")
    assert digest(region) == before
    (package / "page" / "new.css").write_text("x")
    changed = digest(region)
    assert changed != before
    (region.folder / "places.csv").write_text("x")
    assert digest(region) not in (before, changed)


@pytest.mark.usefixtures("package")
def test_versions_of_python_and_of_the_packages_count(region, monkeypatch):
    before = digest(region)
    version = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "0.0" if name == "shapely" else version(name))
    assert digest(region) != before
    monkeypatch.setattr(metadata, "version", version)
    monkeypatch.setattr(manifest.platform, "python_version", lambda: "3.99.0")
    assert digest(region) != before


def test_the_packages_are_those_that_the_project_needs_at_run_time():
    names = [name for name, _ in manifest.versions()]
    assert {"python", "folium", "geopandas", "shapely"} <= set(names)
    assert "pytest" not in names
    assert all(version != "absent" for _, version in manifest.versions())


def test_a_program_that_is_not_installed_is_known_by_its_files(monkeypatch):
    def unknown(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    monkeypatch.setattr(manifest, "installed_model", lambda: None)
    assert [name for name, _ in manifest.versions()] == ["python"]


@pytest.fixture
def output(tmp_path):
    files = {"map.html": b"page", "claims.jsonl": b""}
    told = manifest.render(files, digest="abc", counts=COUNTS)
    write_set(tmp_path / "out", files | {BUILD_MARK: told})
    return tmp_path / "out"


def test_a_folder_as_it_was_written_is_known_again(output):
    assert manifest.load(output, digest="abc") == COUNTS
    (output / "notes.txt").write_text("mine")
    assert manifest.load(output, digest="abc") == COUNTS, "a file of somebody else's changes nothing"


def test_another_digest_or_a_file_that_was_changed_or_removed_is_noticed(output):
    assert manifest.load(output, digest="abd") is None
    (output / "map.html").write_text("other")
    assert manifest.load(output, digest="abc") is None
    (output / "map.html").unlink()
    assert manifest.load(output, digest="abc") is None


@pytest.mark.parametrize(
    "text", ["", "[]", '{"digest": "abc"}', '{"digest": "abc", "files": [], "counts": {}}', "[" * 50_000]
)
def test_a_manifest_of_something_else_is_none(output, text):
    (output / BUILD_MARK).write_text(text)
    assert manifest.load(output, digest="abc") is None


def test_what_is_remembered_is_json_in_one_order(output):
    text = (output / BUILD_MARK).read_text()
    assert list(json.loads(text)["files"]) == ["claims.jsonl", "map.html"]


def test_the_manifest_does_not_need_the_pipeline():
    code = "import sys, geo.manifest; print('geo.pipeline' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
