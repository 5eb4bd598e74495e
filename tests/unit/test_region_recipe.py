"""Rebuilding a region: the committed files are what the recipe makes, and lines become areas as it says."""

from __future__ import annotations

import tarfile

import pytest
from shapely import LineString, Point, box
from shapely.geometry import Polygon

from geo.errors import InputError, MissingInputError, RegionError
from geo.partition import area_km2
from geo.recipe import outlines
from geo.recipe.__main__ import main
from geo.recipe.build import make_files
from geo.recipe.packages import fetch
from geo.recipe.plan import Package, read_plan

COUNTRY = box(46, 39, 48, 41)


@pytest.fixture
def package():
    return Package(id="p", manager="npm", name="shapes", version="1.0.0", sha256="0" * 64, member="package/a.json")


def test_the_committed_geometry_is_what_the_recipe_makes(root):
    """Skipped where the packages were not fetched, in CI too.

    One of them is a Debian package of one version, which other systems do not offer; `make region` fetches them.
    """
    folder, downloads = root / "shapes" / "karabakh", root / "build" / "downloads"
    for package in read_plan(folder).packages:
        if not list(downloads.glob(f"{package.name}[-_]{package.version}*")):
            pytest.skip(f"the package {package.name} {package.version} is not in build/downloads; run make region")
    for name, text in make_files(folder, downloads=downloads).items():
        assert (folder / name).read_text("utf-8") == text, name


def test_arcs_that_almost_meet_make_a_ring():
    square = [LineString([(46, 39), (47, 39), (47, 40)]), LineString([(47, 40.001), (46, 40), (46, 39.001)])]
    ring = outlines.ring_area(square, gap_km=0.26, name="square")
    assert area_km2(ring) == pytest.approx(area_km2(box(46, 39, 47, 40)), rel=0.01)


def test_a_gap_wider_than_allowed_is_refused_with_its_width():
    open_square = [LineString([(46, 39), (47, 39), (47, 40), (46, 40), (46, 39.1)])]
    with pytest.raises(RegionError, match=r"'square' stays open by 11\.\d+ km"):
        outlines.ring_area(open_square, gap_km=0.26, name="square")


def test_arcs_are_joined_at_their_nearest_ends_whichever_way_they_run():
    arcs = [LineString([(46, 39), (46.5, 39)]), LineString([(47, 39), (46.501, 39)])]
    (line,) = outlines.join_ends(arcs, gap_km=0.26)
    assert {line.coords[0], line.coords[-1]} == {(46, 39), (47, 39)}


def test_a_line_cuts_off_the_side_that_holds_the_point():
    line = LineString([(47, 39.0001), (47, 40), (47, 40.9999)])
    west, drawn = outlines.side_area([line], COUNTRY, side=(46.5, 40), gap_km=0.26, name="line")
    assert west.covers(Point(46.5, 40))
    assert not west.covers(Point(47.5, 40))
    assert COUNTRY.boundary.distance(Point(drawn.coords[0])) < 1e-9


@pytest.mark.parametrize(
    ("lines", "side", "message"),
    [
        ([LineString([(47, 39.1), (47, 41)])], (46.5, 40), r"ends 11\.\d+ km from the border"),
        ([LineString([(47, 39), (47, 39.5)]), LineString([(47, 40), (47, 41)])], (46.5, 40), "in 2 parts"),
        ([LineString([(47, 39), (47, 41)])], (50, 40), "does not cut off the point"),
    ],
)
def test_a_line_that_does_not_cut_the_country_is_refused(lines, side, message):
    with pytest.raises(RegionError, match=message):
        outlines.side_area(lines, COUNTRY, side=side, gap_km=0.26, name="line")


def test_a_band_is_as_wide_as_it_says_and_stays_where_it_may_lie():
    outside = box(47, 38, 49, 42)
    band = outlines.band_area([(45.5, 40), (48.5, 40)], width_km=5, inside=COUNTRY, outside=outside)
    assert COUNTRY.buffer(1e-9).covers(band)
    assert band.intersection(outside).area < 1e-9
    length_km = 85.4
    assert area_km2(band) == pytest.approx(5 * length_km, rel=0.01)


def test_an_archive_with_another_hash_is_refused(tmp_path, package):
    (tmp_path / "shapes-1.0.0.tgz").write_bytes(b"not what was meant")
    with pytest.raises(InputError, match=r"SHA-256 .* the recipe says 000"):
        fetch(package, tmp_path)


def test_an_archive_without_the_member_is_refused(tmp_path, package):
    import dataclasses
    import hashlib

    archive = tmp_path / "shapes-1.0.0.tgz"
    with tarfile.open(archive, "w:gz"):
        pass
    package = dataclasses.replace(package, sha256=hashlib.sha256(archive.read_bytes()).hexdigest())
    with pytest.raises(InputError, match=r"holds no package/a\.json"):
        fetch(package, tmp_path)


def test_a_client_that_is_not_installed_is_named(tmp_path, package, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingInputError, match="npm is not installed"):
        fetch(package, tmp_path)


def test_a_region_without_a_recipe_says_so(tmp_path, capsys):
    (tmp_path / "region.toml").write_text("", "utf-8")
    assert main([str(tmp_path)]) == 1
    assert "recipe.toml does not exist" in capsys.readouterr().err


def test_a_recipe_that_lacks_a_key_names_it(tmp_path):
    (tmp_path / "recipe.toml").write_text("[source]\n", "utf-8")
    with pytest.raises(RegionError, match="lacks the key 'country'"):
        read_plan(tmp_path)


def test_an_outline_is_the_shape_its_lines_draw():
    triangle = [(46, 39), (47, 39), (46.5, 40)]
    lines = [LineString([a, b]) for a, b in zip(triangle, triangle[1:] + triangle[:1], strict=True)]
    assert outlines.ring_area(lines, gap_km=0, name="triangle").equals(Polygon(triangle))
