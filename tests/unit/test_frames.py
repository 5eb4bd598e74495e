"""Control as GeoDataFrames, for notebooks."""

from __future__ import annotations

import doctest
import re

import geopandas as gpd
import pytest
from seed_claims import seed_records

import geo
from geo import frames, outputs, pipeline
from geo.errors import DateError, MissingInputError, UnknownPlaceError
from geo.records import Article, Claim, ClaimPlace
from geo.regions import open_region


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What is to be read in the seeds, and what is decided from it."""
    output, region = tmp_path_factory.mktemp("seeds") / "output", open_region("karabakh")
    articles, claims = seed_records(region)
    reading = outputs.Reading(articles=articles, mentions=(), claims=claims)
    outputs.write_reading(output, reading)
    outputs.write_decision(output, pipeline.decide(reading, region=region))
    return output


@pytest.fixture(scope="module")
def control(folder):
    return geo.read_control(folder)


def test_a_day_is_all_of_the_region_once(control):
    frame = control.on("2020-12-15")
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs.to_epsg() == 4326
    assert frame["km2"].sum() == pytest.approx(16943.46, abs=0.01)
    assert frame.to_crs(6933).area.sum() / 1e6 == pytest.approx(16943, rel=0.005)
    assert not frame.geometry.is_empty.any()


def test_a_history_has_a_row_for_each_part_and_period(control):
    frame = control.history("kalbajar")
    assert list(frame["part"].unique()) == [1, 2, 3]
    change = frame[(frame["status"] == "date_uncertain") & (frame["part"] == 1)].iloc[-1]
    assert (change["others"], change["becomes"]) == ("armenia", "azerbaijan")


def test_a_town_with_a_state_of_its_own_is_a_point(tmp_path):
    region = open_region("karabakh")
    text = "On 9 October 2020 Azerbaijan captured the town of Hadrut."
    article = Article(id="a", source="Wire", title=None, url=None, published="2020-10-10", published_basis="metadata",
                      language="en", text=text, sha256="0")  # fmt: skip
    place = ClaimPlace(text="Hadrut", start=50, end=56, name="Hadrut", place="hadrut", extent="whole")
    claim = Claim(id="c", article="a", start=0, end=len(text), evidence=text, kind="capture", places=(place,),
                  gained_by="azerbaijan", lost_by="armenia", actor=None, when="2020-10-09", when_basis="explicit",
                  stance="asserted", claimant=None, confidence=1.0, extractor="test")  # fmt: skip
    reading = outputs.Reading(articles=[article], mentions=(), claims=[claim])
    outputs.write_decision(tmp_path, pipeline.decide(reading, region=region))
    told = geo.read_control(tmp_path)
    (row,) = told.places_on("2020-10-09").itertuples()
    assert (row.place, row.controller, row.status) == ("hadrut", "azerbaijan", "held")
    assert (round(row.geometry.x, 2), round(row.geometry.y, 2)) == (47.03, 39.52)
    assert told.history("Hadrut")["controller"].iloc[-1] == "azerbaijan"
    assert told.difference("2020-10-01", "2020-10-10").geometry.iloc[-1] == row.geometry
    assert told.on("2020-10-09")["km2"].sum() == pytest.approx(16943.46, abs=0.01)


def test_totals_measure_their_geometry(control):
    frame = control.totals()
    assert frame.groupby("start")["low_km2"].sum().to_numpy() == pytest.approx(16943.46)
    measured = frame.to_crs(6933).area / 1e6
    assert measured.to_numpy() == pytest.approx(frame["low_km2"].to_numpy(), rel=0.01)


def test_a_difference_has_both_states(control):
    frame = control.difference("2020-09-01", "2021-02-01")
    assert set(frame["controller_before"]) == {"armenia"}


def test_answers_can_be_written_for_other_programs(control, tmp_path):
    for name, frame in (
        ("on", control.on("2020-12-15")),
        ("totals", control.totals()),
        ("past", control.history("Agdam")),
    ):
        frame.to_file(tmp_path / f"{name}.gpkg")
        assert len(gpd.read_file(tmp_path / f"{name}.gpkg")) == len(frame)


def test_the_example_of_the_readme_runs(folder, root, monkeypatch):
    (folder.parent / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(folder.parent)
    (example,) = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert (folder.parent / "control.gpkg").is_file()


def test_what_was_known_on_a_day_is_decided_anew(folder):
    with pytest.warns(UserWarning, match="002_.*left out"):
        then = geo.read_control(folder, as_known_on="2021-01-31")
    assert str(then.chart.last) == "2021-01-18"
    with pytest.raises(DateError, match="Nothing reported after 2021-01-18"):
        then.on("2021-02-01")


def test_what_cannot_be_answered_is_an_error_of_ours(control, tmp_path):
    with pytest.raises(DateError, match="'soon' is no day"):
        control.on("soon")
    with pytest.raises(DateError, match="begins on 1988-01-01"):
        control.on("1987-12-31")
    with pytest.raises(UnknownPlaceError, match="Did you mean 'Lachin'"):
        control.history("Lachn")
    with pytest.raises(MissingInputError, match="written by: geo build"):
        geo.read_control(tmp_path)


def test_the_example_of_the_documentation_runs(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    finder = doctest.DocTestFinder(recurse=False)
    (example,) = finder.find(frames.read_control, "read_control", globs={})
    runner = doctest.DocTestRunner()
    runner.run(example)
    assert runner.tries > 4
    assert runner.failures == 0
